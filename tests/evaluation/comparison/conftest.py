"""Codings small enough to read, and a world in which only the army has a brigade."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dateline.consolidation import load_kinds
from dateline.consolidation.compare import World
from dateline.evaluation.comparison.weighing import Coded
from dateline.types import (
    Actor,
    ActorId,
    DatePrecision,
    Day,
    Event,
    EventId,
    Inter,
    KindId,
    Location,
    Party,
    Status,
    TollKind,
    TollRange,
    When,
    WherePrecision,
)

Code = Callable[..., Coded]

FAMILIES = {
    "clash": "fighting",
    "shelling": "fighting",
    "airstrike": "fighting",
    "killing": "violence",
    "protest": "protest",
    "strike": "protest",
}
ARMY, BRIGADE = "army", "brigade"
KNOWN = {name: Actor(ActorId(name), name, Inter.STATE_FORCES, "MIL") for name in (ARMY, BRIGADE)}
KNOWN |= {"front": Actor(ActorId("front"), "front", Inter.REBEL_GROUP, "REB")}


class Small:
    """A hierarchy in which the brigade is the army's."""

    def contains(self, outer: Location, inner: Location) -> bool:
        return False

    def is_common(self, word: str) -> bool:
        return False

    def same_side(self, left: Actor, right: Actor) -> bool:
        return left.id == right.id or {left.id, right.id} == {ARMY, BRIGADE}


def make_when(first: str, last: str | None, precision: int | None) -> When:
    prec = DatePrecision(precision or (2 if last else 1))
    return When(Day.parse(first), Day.parse(last or first), prec)


def make_party(name: str) -> Party:
    return Party(name, KNOWN.get(name))


def make_toll(kind: str, figures: tuple[int, int | None]) -> TollRange:
    low, high = figures
    return TollRange(TollKind(kind), None, low, low, high, False, "one document gives it")


def make_coded(
    name: str = "a",
    kind: str = "clash",
    *,
    day: str | None = "2024-05-17",
    last: str | None = None,
    precision: int | None = None,
    place: str | None = "Hajin",
    at: tuple[float, float] | None = (34.69, 40.83),
    where: int = 1,
    radius: float = 2.0,
    country: str | None = "SY",
    actors: tuple[str, ...] = (),
    targets: tuple[str, ...] = (),
    reported: str | None = None,
    **tolls: tuple[int, int | None],
) -> Coded:
    """An event under a name."""
    location = Location(place or "?", WherePrecision(where), *at, radius, country) if at else None
    event = Event(
        EventId(name),
        KindId(kind),
        Status.OCCURRED,
        background=False,
        claims=(),
        documents=(),
        actors=tuple(map(make_party, actors)),
        targets=tuple(map(make_party, targets)),
        places=(place,) if place else (),
        location=location,
        when=make_when(day, last, precision) if day else None,
        tolls=tuple(make_toll(toll, figures) for toll, figures in tolls.items()),
        first_reported=datetime.fromisoformat(reported).replace(tzinfo=UTC) if reported else None,
    )
    return Coded(name, event)


@pytest.fixture
def code() -> Code:
    return make_coded


@pytest.fixture(scope="session")
def world() -> World:
    return World(Small(), load_kinds({KindId(kind): family for kind, family in FAMILIES.items()}))
