"""Weigh whether two codings are of one happening; looser than joining reports into events.

Whether coders agree on a field must not decide alone whether their events are compared at all, so
a different kind of the same family, an actor of the other side and other figures only cost points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ...consolidation.compare import NEVER, Comparison, World, weigh_all
from ...consolidation.gist import days_of
from ...consolidation.relations import Parties, gap_km, relate_parties, relate_sides
from ...consolidation.reports import REPORT_LAG
from ...consolidation.resolved import fold
from ...exports.columns import own_tolls
from ...types import Event, Party, Reason, TollKind, fingerprint

# By design, not by measurement: one family at one place on one day is enough (1 + 2 + 1.5), and
# so is one kind a day apart in places that overlap, unless the actors are others.
ACCEPT = 3.0
SAME_KIND = 2.0
RELATED_KIND = 1.0
SAME_TIME = 2.0
DAYS_OVERLAP = 1.0
SAME_PLACE = 2.0
NEAR_PLACE = 1.5
AREAS_OVERLAP = 0.75
SHARED_PARTIES = 1.0
SOME_PARTIES = 0.5
OTHER_PARTIES = -1.0
SAME_FIGURE = 1.0


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two codings of one happening may lie apart, beyond the precision they give."""

    days: int = 2
    km: float = 25.0


@dataclass(frozen=True)
class Coded:
    """An event as one side has it, under the name it goes by there."""

    name: str
    event: Event = field(repr=False)

    @cached_property
    def content(self) -> str:
        """Names what it says, whoever says it."""
        event = self.event
        tolls = [(t.kind, t.whose, t.low, t.best, t.high) for t in event.tolls]
        parties = [[party.name for party in role] for role in (event.actors, event.targets)]
        return fingerprint(
            event.kind, event.status, event.when, event.location, event.places, parties, tolls
        )

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and last day it can have been."""
        if self.event.when is not None:
            return days_of(self.event.when)
        if self.event.first_reported is None:
            return None
        reported = self.event.first_reported.date()
        return reported - REPORT_LAG, reported


def weigh_match(left: Coded, right: Coded, world: World, tolerance: Tolerance) -> Comparison:
    """The case for one happening; what two sides must share is weighed first."""
    if left.content == right.content:
        return Comparison((Reason(SAME_EVERYTHING, "they say the same"),))
    return weigh_all(
        reason for weigh in WEIGHERS for reason in weigh(left, right, world, tolerance)
    )


def weigh_kinds(left: Coded, right: Coded, world: World, tolerance: Tolerance) -> Iterator[Reason]:
    """The kinds are the same, agree, or belong to one family."""
    one, other = left.event.kind, right.event.kind
    kinds = world.kinds
    if one == other:
        yield Reason(SAME_KIND, f"both are {one}")
    elif agreement := kinds.agreement(one, other):
        yield Reason(RELATED_KIND, agreement.because)
    elif (family := kinds.families.get(one, one)) == kinds.families.get(other, other):
        yield Reason(RELATED_KIND, f"both belong to {family}")
    else:
        yield Reason(NEVER, f"{one} and {other} are two things")


def weigh_times(left: Coded, right: Coded, world: World, tolerance: Tolerance) -> Iterator[Reason]:
    """The days they give lie no further apart than allowed."""
    if left.days is None or right.days is None:
        if left.days is not right.days or left.event.when != right.event.when:
            yield Reason(NEVER, "they do not both say on which day of which year")
        return
    apart = days_apart(left, right)
    if apart is None or apart > tolerance.days:
        yield Reason(NEVER, "they give different times")
    elif apart > 0:
        yield Reason(DAYS_OVERLAP / (1 + apart), f"{apart} days lie between them")
    elif left.days == right.days:
        yield Reason(SAME_TIME, "they give the same days")
    else:
        yield Reason(DAYS_OVERLAP, "the days they give overlap")


def days_apart(left: Coded, right: Coded) -> int | None:
    """Days between the times of two codings; 0 where they overlap."""
    if left.days is None or right.days is None:
        return None
    one, other = left.days, right.days
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def weigh_places(left: Coded, right: Coded, world: World, tolerance: Tolerance) -> Iterator[Reason]:
    """They give the same place, or places no further apart than allowed."""
    one, other = left.event.location, right.event.location
    if one is None and other is None and not (left.event.places or right.event.places):
        return
    gap = gap_km(one, other) if one and other else None
    are_near = gap is None or gap <= tolerance.km
    if are_near and names_of(left.event) & names_of(right.event):
        yield Reason(SAME_PLACE, "they name the same place")
    elif one is None or other is None or gap is None:
        yield Reason(NEVER, "they name no place in common")
    elif not are_near:
        yield Reason(NEVER, f"the places lie {gap:.0f} km apart")
    elif max(one.precision, other.precision) > 2:
        yield Reason(AREAS_OVERLAP, "the areas touch")
    else:
        yield Reason(
            NEAR_PLACE * (1 - max(gap, 0) / (tolerance.km + 1)),
            f"{max(gap, 0):.0f} km lie between them",
        )


def names_of(event: Event) -> frozenset[str]:
    """What an event's place is called."""
    located = (event.location.name,) if event.location else ()
    return frozenset(map(fold, (*event.places, *located)))


def weigh_parties(
    left: Coded, right: Coded, world: World, tolerance: Tolerance
) -> Iterator[Reason]:
    """Whom they name in common, through the register's hierarchy."""
    for role, relation in relate_roles(left.event, right.event, world):
        if relation is Parties.ALL:
            yield Reason(SHARED_PARTIES, f"they have the same {role}")
        elif relation is Parties.SOME:
            yield Reason(SOME_PARTIES, f"they share {role}")
        elif relation in (Parties.CONTRARY, Parties.DIFFERENT):
            yield Reason(OTHER_PARTIES, f"they name different {role}")


def relate_roles(left: Event, right: Event, world: World) -> Iterator[tuple[str, Parties]]:
    """How the parties stand to each other; where both sides act they are one role."""
    kinds, hierarchy = world.kinds, world.hierarchy
    if kinds.is_symmetric(left.kind) and kinds.is_symmetric(right.kind):
        sides = _both(left), _both(right)
        yield "actors", relate_sides(*sides, hierarchy)
        return
    yield "actors", relate_parties(left.actors, right.actors, hierarchy)
    yield "targets", relate_parties(left.targets, right.targets, hierarchy)


def _both(event: Event) -> tuple[Party, ...]:
    return event.actors + event.targets


def weigh_figures(
    left: Coded, right: Coded, world: World, tolerance: Tolerance
) -> Iterator[Reason]:
    """Whether one number of dead could be meant by both."""
    one, other = find_range(left.event, TollKind.KILLED), find_range(right.event, TollKind.KILLED)
    if one and other and one.overlaps(other):
        yield Reason(SAME_FIGURE, "their figures of dead agree")


@dataclass(frozen=True, slots=True)
class Range:
    """How many people, over all sides."""

    low: int
    best: int
    high: int | None

    def __str__(self) -> str:
        if self.low == self.high:
            return str(self.low)
        return f"{self.low}-{'more' if self.high is None else self.high}, best {self.best}"

    def overlaps(self, other: Range) -> bool:
        """Whether one number could be meant by both."""
        return (self.high is None or other.low <= self.high) and (
            other.high is None or self.low <= other.high
        )


def find_range(event: Event, kind: TollKind) -> Range | None:
    """The people of one kind that an event counts, all sides together."""
    ranges = own_tolls(event, kind)
    if not ranges:
        return None
    highs = [toll.high for toll in ranges]
    return Range(
        sum(toll.low or 0 for toll in ranges),
        sum(toll.best or 0 for toll in ranges),
        None if None in highs else sum(high or 0 for high in highs),
    )


Weigh = Callable[[Coded, Coded, World, Tolerance], Iterator[Reason]]

WEIGHERS: tuple[Weigh, ...] = (
    weigh_kinds,
    weigh_times,
    weigh_places,
    weigh_parties,
    weigh_figures,
)
# More than all of them together can give.
SAME_EVERYTHING = 10.0
