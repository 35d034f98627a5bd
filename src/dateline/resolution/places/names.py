"""Say whether words name a place, a country, a capital or a people; never which place it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from ...errors import ResourceError
from ...types import Gazetteer, Place, PlaceId, PlaceKind
from ..countries import Countries, load_countries
from ..masks import plainly
from ..packaged import DATA

ORDINARY_WORDS = DATA / "ordinary_words.txt"

# Towns of the settler countries bear the names of persons ("Johnson"). Below this many people they
# are not heard of in reports on war, and the person is.
PERSON_NAMED = frozenset({"US", "CA", "AU", "NZ"})
SMALLEST_PERSON_NAMED = 15_000

# "ISIS", "NATO": one word of so few capitals is an acronym, unless many people live there.
LONGEST_ACRONYM = 4
SMALLEST_IN_CAPITALS = 50_000

# A town of fewer people shares its name with an ordinary noun more often than it is in the news.
SMALLEST_WELL_KNOWN = 30_000

# Folding leaves too little of a shorter name to tell it from others ("Aïn", "In").
SHORTEST_FOLDED = 4

REMEMBERED = 20_000

# The fewest people of a town that GeoNames' list of towns has, which is packaged.
SMALLEST_LISTED = 500


class SpellingGazetteer(Gazetteer, Protocol):
    """A gazetteer that can tell an exact spelling from a folded one."""

    def spelled(self, name: str) -> tuple[Place, ...]:
        """The places known by exactly this spelling."""


class PlaceNames:
    """The places' half of ``Names``, and the look-ups of countries that go with it."""

    def __init__(
        self,
        gazetteer: SpellingGazetteer,
        *,
        countries: Countries | None = None,
        ordinary_words: frozenset[str] | None = None,
        is_listed: Callable[[PlaceId], bool] | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self.is_listed = is_listed
        self.countries = countries or Countries(load_countries())
        self.ordinary_words = load_ordinary_words() if ordinary_words is None else ordinary_words
        self.is_place = lru_cache(REMEMBERED)(self._is_place)
        self.may_be_place = lru_cache(REMEMBERED)(self._may_be_place)
        self.country_name = self.countries.country_name
        self.country_named = self.countries.country_named
        self.country_of_demonym = lru_cache(REMEMBERED)(
            lambda word: self.countries.country_of_demonym(plainly(word))
        )
        self.capital_country = lru_cache(REMEMBERED)(
            lambda name: self.countries.capital_country(plainly(name))
        )

    def _is_place(self, name: str) -> bool:
        """Whether a place is known by this name, and it is not also a word or a person's name."""
        name = plainly(name)
        if not has_capital(name):
            return False
        if self.country_named(name):
            return True
        ordinary = name.casefold() in self.ordinary_words
        return any(
            stands_alone(place, name, ordinary) and not self.is_obscure(place)
            for place in self._find(name)
        )

    def is_obscure(self, place: Place) -> bool:
        """Whether it is one of millions that only a bigger gazetteer has.

        There is a hamlet for every surname. Such a place is meant where the words ask for one ("in
        Musa"), and not where a name stands alone.
        """
        if self.is_listed is None or (place.population or 0) >= SMALLEST_LISTED:
            return False
        return not self.is_listed(place.id)

    def _may_be_place(self, name: str) -> bool:
        """Whether a place is known by this name; enough where the words ask for one ("in Hit")."""
        name = plainly(name)
        known = self.country_named(name) is not None or bool(self._find(name))
        return has_capital(name) and known

    def is_town(self, name: str) -> bool:
        """Whether it names a country, a region or a town of some size, and not only a hamlet."""
        if not self.is_place(name):
            return False
        name = plainly(name)
        return self.country_named(name) is not None or any(map(is_well_known, self._find(name)))

    def is_country(self, name: str) -> bool:
        """Whether it names a country."""
        return self.country_named(plainly(name)) is not None

    def is_capital(self, name: str) -> bool:
        """Whether this city's name can stand for a government."""
        return self.capital_country(name) is not None

    def is_demonym(self, word: str) -> bool:
        """Whether this word says which country someone belongs to."""
        return self.country_of_demonym(word) is not None

    def _find(self, name: str) -> tuple[Place, ...]:
        exact = self.gazetteer.spelled(name)
        if exact or (len(name) < SHORTEST_FOLDED and name.isascii()):
            return exact
        return tuple(self.gazetteer.named(name))


def stands_alone(place: Place, name: str, ordinary: bool) -> bool:
    """Whether the name is more likely this place than a word, a person or an acronym."""
    if ordinary:
        return place.kind not in (PlaceKind.SETTLEMENT, PlaceKind.REGION)
    if place.kind is not PlaceKind.SETTLEMENT:
        return True
    people = place.population or 0
    if name.isupper() and len(name) <= LONGEST_ACRONYM:
        return people >= SMALLEST_IN_CAPITALS
    return place.country not in PERSON_NAMED or people >= SMALLEST_PERSON_NAMED


def is_well_known(place: Place) -> bool:
    """Whether its name is a place's name to readers far away."""
    if place.kind is PlaceKind.SETTLEMENT:
        return (place.population or 0) >= SMALLEST_WELL_KNOWN
    return place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)


def has_capital(name: str) -> bool:
    """Whether it is written as a name; scripts without capitals pass."""
    return any(letter.isupper() for letter in name) or not any(letter.islower() for letter in name)


def load_ordinary_words(path: Path = ORDINARY_WORDS) -> frozenset[str]:
    """The words in data/ordinary_words.txt, in small letters."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ResourceError(f"{path.name}: {error}") from error
    return frozenset(
        word.casefold() for line in lines if not line.startswith("#") for word in line.split()
    )
