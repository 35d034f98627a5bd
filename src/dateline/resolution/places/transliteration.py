"""Tell whether two spellings in English can be one name of another script.

A name has one *key* in each family of scripts: its consonants, with what is written alike made one.
Keys propose; ``agree`` then weighs the vowels between the consonants, for "Salam" and "Salim" have
the same consonants and are different names. The rules are data/scripts.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .. import folding
from ..folding import fold
from ..packaged import DATA, digest_of_files, read_toml

SCRIPTS = DATA / "scripts.toml"
# What decides which spellings are alike.
SPELLING = (Path(folding.__file__), Path(__file__), SCRIPTS)

VOWELS = "aeiou"
SOUND = re.compile(rf"([{VOWELS}]*)([^{VOWELS}]?)")

# Below this many consonants the vowels are most of what tells a name from others, and must be the
# same; a name of one consonant has no key.
FEWEST_CONSONANTS = 3
FEWEST_ALL = 2

# What the vowels of two spellings may cost together, for each consonant between them. Set on the
# pairs of tests/cases/transliteration.toml.
LARGEST_COST = 0.17

REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class _Listed:
    id: str
    countries: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    vowels: tuple[tuple[str, str, float], ...]
    missing: float
    missing_last: float


@dataclass(frozen=True, slots=True)
class _File:
    family: tuple[_Listed, ...]


@dataclass(frozen=True, slots=True)
class Sounds:
    """A name taken apart: ``vowels`` before, between and after its consonants."""

    consonants: str
    vowels: tuple[str, ...]

    def __str__(self) -> str:
        pairs = zip(self.vowels, (*self.consonants, ""), strict=False)
        return "".join(vowel + consonant for vowel, consonant in pairs)


class Family:
    """The habits of spelling names of one family of scripts in English."""

    def __init__(self, listed: _Listed) -> None:
        self.id = listed.id
        self.countries = frozenset(listed.countries)
        self._rules = tuple((re.compile(pattern), letter) for pattern, letter in listed.rules)
        self._costs = {
            pair: cost
            for one, other, cost in listed.vowels
            for pair in ((one, other), (other, one))
        }
        self._missing, self._missing_last = listed.missing, listed.missing_last
        self.hear = lru_cache(REMEMBERED)(self._hear)

    def key(self, name: str) -> str | None:
        """The consonants of a name; none where too few are left, or for another script."""
        sounds = self.hear(name)
        if len(sounds.consonants) < FEWEST_ALL or not sounds.consonants.isascii():
            return None
        if len(sounds.consonants) < FEWEST_CONSONANTS:
            return f"{self.id[0]}={sounds}"
        opening = "a" if sounds.vowels[0] else ""
        return f"{self.id[0]}:{opening}{sounds.consonants}"

    def agree(self, name: str, other: str) -> bool:
        """Whether two names of the same key have vowels that stand for one another."""
        one, two = self.hear(name), self.hear(other)
        if one.consonants != two.consonants or bool(one.vowels[0]) != bool(two.vowels[0]):
            return False
        if one == two:
            return True
        last = len(one.vowels) - 1
        cost = sum(
            self._weigh(first, second, self._missing_last if place == last else self._missing)
            for place, (first, second) in enumerate(zip(one.vowels, two.vowels, strict=True))
        )
        return cost <= LARGEST_COST * len(one.consonants)

    def _weigh(self, one: str, other: str, missing: float) -> float:
        if one == other:
            return 0.0
        if not one or not other:
            return missing
        extra = missing if len(one) != len(other) else 0.0  # "ia" beside "a"
        # Of two vowels in one place, either may be what is heard ("ie" of "Kiev").
        return extra + min(
            0.0 if left == right else self._costs.get((left, right), 1.0)
            for left in {one[0], one[-1]}
            for right in {other[0], other[-1]}
        )

    def _hear(self, name: str) -> Sounds:
        spelled = fold(name)
        for pattern, letter in self._rules:
            spelled = pattern.sub(letter, spelled)
        spelled = re.sub(r"(.)\1+", r"\1", spelled)
        parts = SOUND.findall(spelled)
        consonants = "".join(consonant for _, consonant in parts)
        # One more than the consonants: the last is empty unless the name ends in a vowel.
        return Sounds(consonants, tuple(before for before, _ in parts)[: len(consonants) + 1])


class Scripts:
    """All families of scripts that names are spelled from."""

    def __init__(self, families: tuple[Family, ...]) -> None:
        self.families = families
        self._of_country = {country: family for family in families for country in family.countries}

    def family_of(self, country: str | None) -> Family | None:
        """The family that the names of a country are mostly written in."""
        return self._of_country.get(country or "")

    def index_key(self, name: str, country: str | None) -> str | None:
        """The key under which a place of this country is kept."""
        family = self.family_of(country)
        return family.key(name) if family else None

    def keys(self, name: str) -> Iterator[str]:
        """Every key under which a place could be kept whose name is spelled so."""
        for family in self.families:
            if key := family.key(name):
                yield key

    def agree(self, name: str, other: str, country: str | None) -> bool:
        """Whether two spellings can be one name of a place in this country."""
        family = self.family_of(country)
        return family is not None and family.agree(name, other)


@lru_cache(1)
def load_scripts(path: Path = SCRIPTS) -> Scripts:
    """The families in data/scripts.toml."""
    return Scripts(tuple(map(Family, read_toml(path, _File).family)))


def spelling_digest() -> str:
    """Names the rules that spellings are compared by: an index is of no use with others."""
    return digest_of_files(SPELLING)
