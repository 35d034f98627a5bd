"""Words that bear on the slots of whole events."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of words; ``words.toml`` says what each is."""

    generic: frozenset[str]
    nobody: frozenset[str]
    abstract: frozenset[str]
    guards: frozenset[str]
    vehicles: frozenset[str]
    bodies: frozenset[str]
    state: frozenset[str]
    rebels: frozenset[str]
    claiming: frozenset[str]
    suspecting: frozenset[str]
    authorities: frozenset[str]
    place_words: frozenset[str]
    deeds: frozenset[str]


@cache
def load_words() -> Words:
    """Load the words that come with the package."""
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return Words(**{name: frozenset(words.split()) for name, words in tomllib.loads(text).items()})
