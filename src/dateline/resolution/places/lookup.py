"""Find the places that a name could be, step by step: as written, as folded, and only then alike.

A worse step is asked only for countries in which the better ones know no place, and a name that is
merely one letter off only where no other place has a name as near.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase
from typing import Protocol

from ...types import Place
from ..folding import fold
from .names import SpellingGazetteer
from .transliteration import Scripts

# A shorter name has too many neighbours of one letter's difference.
SHORTEST_FUZZY = 8

LONGEST_END = 15  # letters at the end of a long name in which a slip is looked for


class Step(StrEnum):
    """How a name was found, the surest way first."""

    EXACT = "exact"
    FOLDED = "folded"
    TRANSLITERATED = "transliterated"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name could be, the step that found it, and the spelling it is known by."""

    place: Place
    step: Step
    spelling: str


class AlikeGazetteer(SpellingGazetteer, Protocol):
    """A gazetteer that can also be asked for names that are only alike."""

    def alike(self, key: str) -> tuple[tuple[Place, str], ...]:
        """The places kept under a key of ``Scripts``, each with the name that has it."""

    def known_among(self, folded: Collection[str]) -> tuple[str, ...]:
        """Which of these folded names there are."""

    def folded(self, folded: str) -> tuple[Place, ...]:
        """The places known by a name that folds to this."""


class PlaceLookup:
    """Ask a gazetteer for a name, the surest way first."""

    def __init__(self, gazetteer: AlikeGazetteer, scripts: Scripts) -> None:
        self.gazetteer = gazetteer
        self.scripts = scripts

    def find(self, name: str) -> tuple[Match, ...]:
        """The places known by this name, spelled so or folded to the same."""
        exact = {place.id for place in self.gazetteer.spelled(name)}
        matches = (
            Match(place, Step.EXACT if place.id in exact else Step.FOLDED, name)
            for place in self.gazetteer.named(name)
        )
        return tuple(sorted(matches, key=lambda match: match.step is not Step.EXACT))

    def find_alike(self, name: str, countries: Collection[str] | None = None) -> tuple[Match, ...]:
        """The places of these countries, or of all, whose names could be this one in English."""
        return tuple(self._transliterated(name, countries)) or tuple(self._fuzzy(name, countries))

    def _transliterated(self, name: str, countries: Collection[str] | None) -> Iterator[Match]:
        seen = set()
        for key in self.scripts.keys(name):
            for place, spelling in self.gazetteer.alike(key):
                if place.id in seen or not _is_in(place, countries):
                    continue
                if self.scripts.agree(name, spelling, place.country):
                    seen.add(place.id)
                    yield Match(place, Step.TRANSLITERATED, spelling)

    def _fuzzy(self, name: str, countries: Collection[str] | None) -> Iterator[Match]:
        folded = fold(name)
        if len(folded) < SHORTEST_FUZZY or not folded.isalpha():
            return
        found = (
            [place for place in self.gazetteer.folded(other) if _is_in(place, countries)]
            for other in self.gazetteer.known_among(slips(folded))
        )
        told = [{place.id: place for place in places} for places in found if places]
        # Where two names are as near, a place is meant only if it bears both.
        shared = sorted(set(told[0]).intersection(*told)) if told else ()
        for ident in shared:
            yield Match(told[0][ident], Step.FUZZY, told[0][ident].name)


def _is_in(place: Place, countries: Collection[str] | None) -> bool:
    return countries is None or place.country in countries


def slips(word: str) -> frozenset[str]:
    """Every word that differs in its second half by one letter.

    One is left out, put in, replaced, or changes place with the next.
    """
    start = max(len(word) // 2, len(word) - LONGEST_END)
    splits = [(word[:at], word[at:]) for at in range(start, len(word) + 1)]
    less = {head + tail[1:] for head, tail in splits}
    swapped = {head + tail[1::-1] + tail[2:] for head, tail in splits if len(tail) > 1}
    more = {head + letter + tail for head, tail in splits for letter in ascii_lowercase}
    other = {head + letter + tail[1:] for head, tail in splits[:-1] for letter in ascii_lowercase}
    return frozenset(less | swapped | more | other) - {word}
