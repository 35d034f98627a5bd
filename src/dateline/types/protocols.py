"""What one layer may ask of another that it must not import."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from .ids import PlaceId
from .resolution import Actor, Inter, Location, Place


class Gazetteer(Protocol):
    """Somewhere to look up place names."""

    def named(self, name: str) -> Iterable[Place]:
        """The places known by a name, in any order."""

    def get_place(self, place: PlaceId) -> Place | None:
        """One place by its id."""


class Hierarchy(Protocol):
    """What consolidation may ask about places and actors."""

    def contains(self, outer: Location, inner: Location) -> bool:
        """Whether one location lies within the other."""

    def is_common(self, word: str) -> bool:
        """Whether many reports share a word: it is of a country's, force's or group's name."""

    def same_side(self, left: Actor, right: Actor) -> bool:
        """Whether one is the other, its parent, its part, or both fight under one command."""


class Names(Protocol):
    """What analysis may ask about a string; it never learns which place or actor it is."""

    def is_actor(self, name: str) -> bool:
        """Whether the register knows this name, or can compose it ("the Syrian army")."""

    def inter_of(self, name: str) -> Inter | None:
        """What sort of actor the register's entry of this name is; ``None`` when it has none."""

    def is_place(self, name: str) -> bool:
        """Whether the gazetteer knows a place by this name."""

    def is_town(self, name: str) -> bool:
        """Whether it names a country, a region or a town of some size."""

    def is_country(self, name: str) -> bool:
        """Whether it names a country."""

    def is_capital(self, name: str) -> bool:
        """Whether this place's name can stand for a government ("Damascus")."""

    def is_demonym(self, word: str) -> bool:
        """Whether this word says which country someone belongs to ("Syrian")."""
