"""How words around an event bear on whether it happened, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ..grammar.parse import Token
from ..text.packaged import read_data


class Bearing(StrEnum):
    """What a governing word makes of the event it governs."""

    PLANNED = "planned"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    FAILED = "failed"
    TRIED = "tried"
    DENIED = "denied"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    ONGOING = "ongoing"
    REAL = "real"


@dataclass(frozen=True, slots=True)
class Attitudes:
    """Lemma to bearing, for each sort of governing word."""

    light: frozenset[str]
    light_with: frozenset[str]
    happening: frozenset[str]
    verbs: Mapping[str, Bearing]
    nouns: Mapping[str, Bearing]
    adjectives: Mapping[str, Bearing]
    modals: Mapping[str, Bearing]
    failing: tuple[tuple[str, ...], ...]
    negation: frozenset[str]
    conditional: frozenset[str]
    supposing: tuple[tuple[str, ...], ...]
    staged: frozenset[str]
    hedges: frozenset[str]

    def of_verb(self, verb: Token) -> Bearing | None:
        """What a verb makes of its complement, its particle or preposition taken first."""
        for child in verb.children:
            if child.dep in ("prt", "prep", "advmod"):
                bearing = self.verbs.get(f"{verb.lemma}-{child.lemma}")
                if bearing:
                    return bearing
        return self.verbs.get(verb.lemma)


@cache
def load_attitudes() -> Attitudes:
    """Load the attitudes that come with the package."""
    text = read_data("attitudes.toml")
    data = tomllib.loads(text)
    return Attitudes(
        light=frozenset(data["light"].split()),
        light_with=frozenset(data["light_with"]),
        happening=frozenset(data["happening"].split()),
        verbs=_bearings(data["verbs"]),
        nouns=_bearings(data["nouns"]),
        adjectives=_bearings(data["adjectives"]),
        modals=_bearings(data["modals"]),
        failing=_phrases(data["failing"]),
        negation=frozenset(data["negation"]["words"].split()),
        conditional=frozenset(data["conditional"]["marks"].split()),
        supposing=_phrases(data["conditional"]),
        staged=frozenset(data["staged"]["nouns"].split()),
        hedges=frozenset(data["hedges"]["words"].split()),
    )


def _phrases(table: Mapping[str, list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in table["phrases"])


def _bearings(table: Mapping[str, str]) -> dict[str, Bearing]:
    return {word: Bearing(name) for name, words in table.items() for word in words.split()}
