"""What one or several joined claims say together, ready to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..types import DatePrecision, KindId, Location, Party, Status, TollKind, When, WherePrecision
from .kinds import Kinds
from .resolved import ResolvedClaim, fold, is_registered
from .values import (
    choose_kind,
    choose_location,
    choose_names,
    choose_parties,
    choose_status,
    choose_when,
    fullest_first,
)

# "Since August" without an end may reach this far; longer is another happening.
OPEN_DAYS = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Figure:
    """A toll as it is compared."""

    kind: TollKind
    whose: str | None
    low: int
    high: int | None

    def equals(self, other: Figure) -> bool:
        """Whether both count the same, and may count the same people."""
        return (self.kind, self.low, self.high) == (other.kind, other.low, other.high) and (
            self.whose == other.whose or None in (self.whose, other.whose)
        )

    def agrees(self, other: Figure) -> bool:
        """Whether one number could be meant by both."""
        return (self.high is None or other.low <= self.high) and (
            other.high is None or self.low <= other.high
        )


@dataclass(frozen=True, slots=True)
class Gist:
    """The values of joined claims that take part in a comparison."""

    kinds: frozenset[KindId]
    kind: KindId
    status: Status
    background: bool
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    places: tuple[str, ...]  # folded
    location: Location | None
    sites: tuple[Location, ...]  # all that are listed
    when: When | None
    published: date | None
    figures: tuple[Figure, ...]
    story: frozenset[str]  # names around what is told, but for those compared by themselves
    named: frozenset[str]  # all of them, so that a place may be told by one that stands near
    headline: frozenset[str]  # words of the headline over it, where it is what the report is about

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day it can have happened on, where the source says so."""
        return None if self.when is None else days_of(self.when)

    @property
    def is_timeless(self) -> bool:
        """Whether neither the source nor its publication says when."""
        return self.days is None and self.published is None

    @property
    def is_dated(self) -> bool:
        """Whether the source gives a day or a few."""
        return self.when is not None and self.when.precision <= DatePrecision.FEW_DAYS


def days_of(when: When) -> tuple[date, date] | None:
    """A time as two dates; ``None`` when the year is unknown."""
    earliest = when.earliest.date if when.earliest else None
    latest = when.latest.date if when.latest else None
    if earliest and latest:
        return earliest, latest
    if earliest:
        return earliest, earliest + OPEN_DAYS
    if latest:
        return latest - OPEN_DAYS, latest
    return None


def words_of_town(gist: Gist) -> tuple[str, ...]:
    """The words of the name of the place, where that is no larger than a district."""
    location = gist.location
    if location is None or location.precision > WherePrecision.DISTRICT:
        return ()
    return tuple(word.strip(".") for word in fold(location.name).split())


def make_gist(members: tuple[ResolvedClaim, ...], kinds: Kinds) -> Gist:
    """Put together what joined claims say."""
    members = fullest_first(members)
    published = min(filter(None, (member.published for member in members)), default=None)
    return Gist(
        kinds=frozenset(member.claim.kind for member in members),
        kind=choose_kind(members, kinds),
        status=choose_status(members),
        background=all(member.claim.background for member in members),
        actors=choose_parties(members, lambda member: member.actors),
        targets=choose_parties(members, lambda member: member.targets),
        places=tuple(map(fold, choose_names(name for member in members for name in member.places))),
        location=choose_location(members),
        sites=tuple(dict.fromkeys(site for member in members for site in member.sites)),
        when=choose_when(members),
        published=_day(published),
        figures=_figures(members),
        story=frozenset(name for member in members for name in member.story) - _told(members),
        named=frozenset(name for member in members for name in member.named),
        headline=frozenset(word for member in members for word in member.headline),
    )


def _told(members: tuple[ResolvedClaim, ...]) -> frozenset[str]:
    """The words of known places and actors, which are compared by themselves."""
    places = (name for member in members if member.location for name in member.places)
    parties = (party for member in members for party in member.actors + member.targets)
    actors = (party.name for party in parties if is_registered(party))
    return frozenset(word for name in (*places, *actors) for word in fold(name).split())


def _day(published: datetime | None) -> date | None:
    return published.date() if published else None


def _figures(members: tuple[ResolvedClaim, ...]) -> tuple[Figure, ...]:
    figures = {
        Figure(toll.kind, fold(whose) if whose else None, toll.low, toll.high)
        for member in members
        for toll, whose in zip(member.claim.tolls, member.whose, strict=True)
        if toll.low is not None and not toll.cumulative
    }
    return tuple(
        sorted(
            figures,
            key=lambda figure: (figure.kind, figure.whose or "", figure.low, figure.high or 0),
        )
    )
