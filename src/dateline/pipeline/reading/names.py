"""Hand the resolvers' knowledge to layers that may not import them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...resolution.actors.allegiances import Allegiances
from ...resolution.actors.names import ActorNames
from ...resolution.actors.register import ActorRegister
from ...resolution.countries import Country
from ...resolution.places.areas import contains
from ...resolution.places.names import PlaceNames
from ...types import Actor, Location


class KnownNames:
    """``Names`` for analysis: is this string a known place or actor?"""

    def __init__(self, actors: ActorNames, places: PlaceNames) -> None:
        self.is_actor = actors.is_actor
        self.inter_of = actors.inter_of
        self.is_place = places.is_place
        self.is_town = places.is_town
        self.is_country = places.is_country
        self.is_capital = places.is_capital
        self.is_demonym = places.is_demonym


def make_world(register: ActorRegister, countries: Iterable[Country]) -> World:
    """What joining must know of actors and places."""
    named = (
        *(entry.names for entry in register.entries),
        *(
            (country.name, *country.aliases, *country.demonyms, *country.capitals)
            for country in countries
        ),
    )
    words = (word for names in named for name in names for word in re.findall(r"[\w’'-]+", name))
    return World(Allegiances(register), frozenset(word.casefold() for word in words))


@dataclass(frozen=True, slots=True)
class World:
    """``Hierarchy`` for consolidation: what lies within what, who stands with whom."""

    allegiances: Allegiances
    common: frozenset[str]  # words of the names of countries, forces and groups, folded

    def contains(self, outer: Location, inner: Location) -> bool:
        """Whether one location lies within the other."""
        return contains(outer, inner)

    def is_common(self, word: str) -> bool:
        """Whether many reports share a word: it is of a country's, force's or group's name."""
        return word in self.common

    def same_side(self, left: Actor, right: Actor) -> bool:
        """Whether one is the other, its parent, its part, or both fight under one command."""
        return self.allegiances.same_side(left, right)
