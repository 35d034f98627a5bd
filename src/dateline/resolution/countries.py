"""Know countries by name, by demonym and by capital."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ..errors import ResourceError
from ..types import Place, PlaceId, PlaceKind
from .folding import fold
from .packaged import DATA

COUNTRIES = DATA / "countries.toml"

# Shorter names are acronyms, and those count in their own case alone: "US" is not "us" or "Us".
SHORTEST_FOLDED = 4
# "Thai" folds to what "They" folds to, and opens as many sentences.
SHORTEST_FOLDED_DEMONYM = 5


@dataclass(frozen=True, slots=True)
class Country:
    """A country or dependent territory; its code is ISO 3166-1 alpha-2, or XK for Kosovo."""

    code: str
    name: str
    latitude: float
    longitude: float
    radius_km: float
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """The country as an entry of the gazetteer."""
        return Place(
            PlaceId(f"iso:{self.code}"),
            self.name,
            PlaceKind.COUNTRY,
            self.latitude,
            self.longitude,
            self.code,
            radius_km=self.radius_km,
            aliases=self.aliases,
        )


@dataclass(frozen=True, slots=True)
class _File:
    country: tuple[Country, ...]


def load_countries(path: Path = COUNTRIES) -> tuple[Country, ...]:
    """The countries in data/countries.toml, in its order."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(content, _File).country
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error


class Countries:
    """Look up a country from the words that stand for it; names match with their case."""

    def __init__(self, countries: Iterable[Country]) -> None:
        self.all = tuple(countries)
        self._by_code = {country.code: country for country in self.all}
        self._names = _index(self.all, lambda country: (country.name, *country.aliases))
        self._demonyms = _index(self.all, _demonyms_of, SHORTEST_FOLDED_DEMONYM)
        self._capitals = _index(self.all, lambda country: country.capitals)

    def country_name(self, code: str) -> str:
        """The common English name, or the code itself where it is not known."""
        country = self._by_code.get(code)
        return country.name if country else code

    def place_of(self, code: str) -> Place | None:
        """The country itself, as an entry of the gazetteer."""
        country = self._by_code.get(code)
        return country.place if country else None

    def country_named(self, name: str) -> str | None:
        """The code of the country that is called so."""
        return _find(self._names, name)

    def country_of_demonym(self, word: str) -> str | None:
        """The code of the country whose people are called so: "Syrian", "Syrians"."""
        return _find(self._demonyms, word) or (
            _find(self._demonyms, word[:-1]) if word.endswith("s") else None
        )

    def capital_country(self, name: str) -> str | None:
        """The code of the country that is governed from this city."""
        return _find(self._capitals, name)


def _demonyms_of(country: Country) -> Iterator[str]:
    for demonym in country.demonyms:
        yield demonym
        yield demonym.upper()  # "THAI TROOPS"


def _index(
    countries: Iterable[Country],
    names_of: Callable[[Country], Iterable[str]],
    shortest: int = SHORTEST_FOLDED,
) -> Mapping[str, str]:
    """Codes by exact name, and by folded name where that is long enough; the first entry wins."""
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    for country in countries:
        for name in names_of(country):
            exact.setdefault(name, country.code)
            if len(name) >= shortest:
                folded.setdefault(fold(name), country.code)
    # A folded name has no capital, and so is never taken for an exact one.
    return folded | exact


def _find(index: Mapping[str, str], name: str) -> str | None:
    bare = name.removeprefix("the ")
    if not (bare[:1].isupper() or bare.partition("-")[2][:1].isupper()):  # "ni-Vanuatu"
        return None
    return index.get(bare) or (index.get(fold(bare)) if len(bare) >= SHORTEST_FOLDED else None)
