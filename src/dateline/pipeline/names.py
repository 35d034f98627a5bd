"""Hand the resolvers' knowledge to layers that may not import them."""

from __future__ import annotations

from dataclasses import dataclass

from ..resolution.actors.allegiances import Allegiances
from ..resolution.actors.names import ActorNames
from ..resolution.places.areas import contains
from ..resolution.places.names import PlaceNames
from ..types import Actor, Location


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


@dataclass(frozen=True, slots=True)
class World:
    """``Hierarchy`` for consolidation: what lies within what, who stands with whom."""

    allegiances: Allegiances

    def contains(self, outer: Location, inner: Location) -> bool:
        """Whether one location lies within the other."""
        return contains(outer, inner)

    def same_side(self, left: Actor, right: Actor) -> bool:
        """Whether one is the other, its parent, its part, or both fight under one command."""
        return self.allegiances.same_side(left, right)
