"""What sort of thing a head word names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from ...codebook.kinds import Class
from ..text.packaged import read_data


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of lemmas, by what they name or do."""

    armed: frozenset[str]
    people: frozenset[str]
    body: frozenset[str]
    place: frozenset[str]
    thing: frozenset[str]
    areas: frozenset[str]
    weapon: frozenset[str]
    platform: frozenset[str]
    members: frozenset[str]
    generic: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    casualty: frozenset[str]
    counters: frozenset[str]
    time: frozenset[str]
    titles: frozenset[str]
    locative: frozenset[str]
    compass: frozenset[str]
    sites: frozenset[str]
    grounds: frozenset[str]
    openers: frozenset[str]
    entering: frozenset[str]
    personal: frozenset[str]
    undertakings: frozenset[str]
    function: frozenset[str]
    accident: frozenset[str]
    strife: frozenset[str]
    commerce: frozenset[str]
    law: frozenset[str]
    office: frozenset[str]

    def class_of(self, lemma: str) -> Class | None:
        """The class of a head word; ``None`` when the lexicon does not know it."""
        for known, words in (
            (Class.ARMED, self.armed),
            (Class.PEOPLE, self.people),
            (Class.BODY, self.body),
            (Class.PLACE, self.place),
            (Class.THING, self.thing),
        ):
            if lemma in words:
                return known
        return None


@cache
def load_lexicon() -> Lexicon:
    """Load the lexicon that comes with the package."""
    text = read_data("lexicon.toml")
    return Lexicon(
        **{name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}
    )
