"""Measure field by field how far two codings of the same events agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from ...consolidation.compare import World
from ...consolidation.relations import Parties, gap_km
from ...types import Event, Party, TollKind
from ...types.saying import say_when
from ..measures import Rate, kilometres
from .coefficients import find_alpha, find_kappa
from .matching import Pair
from .weighing import Coded, days_apart, find_range, names_of, relate_roles


class Measure(StrEnum):
    """What agreement beyond chance is measured by."""

    KAPPA = "kappa"
    ALPHA = "alpha"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two codings say of a field, in words, and whether that agrees; ``None`` is not said.

    Where they agree although they use two words, both count as the same label.
    """

    mine: str | None
    theirs: str | None
    agrees: bool = False
    ranks: tuple[int, int] | None = None  # where the field is ordinal

    @property
    def is_compared(self) -> bool:
        """Whether both say something."""
        return self.mine is not None and self.theirs is not None

    @property
    def labels(self) -> tuple[str, str]:
        """The words as kappa counts them."""
        mine, theirs = self.mine or "", self.theirs or ""
        return (min(mine, theirs),) * 2 if self.agrees else (mine, theirs)


Judge = Callable[[Pair, World], Judgement]


@dataclass(frozen=True, slots=True)
class Field:
    """Something that both sides code, and how it is compared."""

    name: str
    judge: Judge
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two sides agree on a field, over the events that both have."""

    field: str
    rate: Rate  # agreeing, of those where both say something
    only_mine: int  # where the other says nothing
    only_theirs: int
    measure: Measure | None = None
    beyond_chance: float | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """How far apart the middle pair lies."""

    days: float | None
    km: float | None


def measure_fields(pairs: Sequence[Pair], world: World) -> tuple[Agreement, ...]:
    """The agreement on every field."""
    return tuple(_measure(field, pairs, world) for field in FIELDS)


def _measure(field: Field, pairs: Iterable[Pair], world: World) -> Agreement:
    judged = [field.judge(pair, world) for pair in pairs]
    compared = [judgement for judgement in judged if judgement.is_compared]
    beyond = None
    if field.measure is Measure.KAPPA:
        beyond = find_kappa([judgement.labels for judgement in compared])
    elif field.measure is Measure.ALPHA:
        beyond = find_alpha([judgement.ranks for judgement in compared if judgement.ranks])
    return Agreement(
        field.name,
        Rate(sum(judgement.agrees for judgement in compared), len(compared)),
        sum(judgement.mine is not None and judgement.theirs is None for judgement in judged),
        sum(judgement.theirs is not None and judgement.mine is None for judgement in judged),
        field.measure,
        None if beyond is None else round(beyond, 4),
    )


def find_differences(pair: Pair, world: World) -> Iterator[tuple[str, Judgement]]:
    """The fields that a pair does not agree on, or that only one of them says."""
    for field in FIELDS:
        judgement = field.judge(pair, world)
        if not judgement.agrees and (judgement.mine is not None or judgement.theirs is not None):
            yield field.name, judgement


def find_gaps(pairs: Iterable[Pair]) -> Gaps:
    """The median days and kilometres between the two codings of one happening."""
    told = [(pair.mine, pair.theirs) for pair in pairs]
    days = [gap for one, other in told if (gap := days_apart(one, other)) is not None]
    ways = [way for one, other in told if (way := _way(one.event, other.event)) is not None]
    return Gaps(float(median(days)) if days else None, round(median(ways), 1) if ways else None)


def _way(one: Event, other: Event) -> float | None:
    points = [
        (event.location.latitude, event.location.longitude)
        for event in (one, other)
        if event.location and event.location.latitude is not None
        if event.location.longitude is not None
    ]
    if len(points) < 2:
        return None
    (lat, lon), (other_lat, other_lon) = points
    return kilometres((lat or 0.0, lon or 0.0), (other_lat or 0.0, other_lon or 0.0))


# ---- what is compared -----------------------------------------------------------------------


def _same(value: Callable[[Event, World], str | None]) -> Judge:
    """Two words agree when they are the same."""

    def judge(pair: Pair, world: World) -> Judgement:
        mine, theirs = value(pair.mine.event, world), value(pair.theirs.event, world)
        return Judgement(mine, theirs, mine is not None and mine == theirs)

    return judge


def _ranked(value: Callable[[Event], int | None]) -> Judge:
    """Two codes agree when they are the same, and differ by how far apart they are."""

    def judge(pair: Pair, world: World) -> Judgement:
        mine, theirs = value(pair.mine.event), value(pair.theirs.event)
        ranks = (mine, theirs) if mine is not None and theirs is not None else None
        return Judgement(
            None if mine is None else str(int(mine)),
            None if theirs is None else str(int(theirs)),
            ranks is not None and mine == theirs,
            ranks,
        )

    return judge


def _judge_day(pair: Pair, world: World) -> Judgement:
    """Days agree when one could be meant by both."""
    mine, theirs = _say_days(pair.mine), _say_days(pair.theirs)
    are_same = mine is not None and mine == theirs  # of a year that nobody knows, too
    return Judgement(mine, theirs, are_same or days_apart(pair.mine, pair.theirs) == 0)


def _say_days(coded: Coded) -> str | None:
    return say_when(coded.event.when) or None


def _judge_place(pair: Pair, world: World) -> Judgement:
    """Places agree when they have one name, or lie within the precision that is given."""
    one, other = pair.mine.event, pair.theirs.event
    gap = gap_km(one.location, other.location) if one.location and other.location else None
    agrees = bool(names_of(one) & names_of(other)) or (gap is not None and gap <= 0)
    return Judgement(_say_place(one), _say_place(other), agrees)


def _say_place(event: Event) -> str | None:
    return event.location.name if event.location else ", ".join(event.places) or None


def _parties(role: str) -> Judge:
    """Parties agree when they have one in common, through the register's hierarchy."""

    def judge(pair: Pair, world: World) -> Judgement:
        one, other = pair.mine.event, pair.theirs.event
        relations = dict(relate_roles(one, other, world))
        if role not in relations:
            return Judgement(None, None)
        whole = len(relations) == 1
        mine, theirs = (_say_parties(event, role, whole=whole) for event in (one, other))
        return Judgement(mine, theirs, relations[role] in (Parties.ALL, Parties.SOME))

    return judge


def _say_parties(event: Event, role: str, *, whole: bool) -> str | None:
    parties: tuple[Party, ...] = event.actors if role == "actors" else event.targets
    named = event.actors + event.targets if whole else parties
    return ", ".join(sorted({party.name for party in named})) or None


def _people(kind: TollKind) -> Judge:
    """Figures agree when one number could be meant by both."""

    def judge(pair: Pair, world: World) -> Judgement:
        mine, theirs = (find_range(coded.event, kind) for coded in (pair.mine, pair.theirs))
        return Judgement(
            str(mine) if mine else None,
            str(theirs) if theirs else None,
            bool(mine and theirs and mine.overlaps(theirs)),
            (mine.best, theirs.best) if mine and theirs else None,
        )

    return judge


def _deadly(event: Event, world: World) -> str | None:
    killed = find_range(event, TollKind.KILLED)
    return None if killed is None else "yes" if killed.best else "no"


def _country(event: Event, world: World) -> str | None:
    return event.location.country if event.location else None


def _place_precision(event: Event) -> int | None:
    return event.location.precision if event.location else None


FIELDS = (
    Field("kind", _same(lambda event, world: event.kind), Measure.KAPPA),
    Field("family", _same(lambda event, w: w.kinds.families.get(event.kind)), Measure.KAPPA),
    Field("day", _judge_day),
    Field("day precision", _ranked(lambda e: e.when.precision if e.when else None), Measure.ALPHA),
    Field("place", _judge_place),
    Field("country", _same(_country), Measure.KAPPA),
    Field("place precision", _ranked(_place_precision), Measure.ALPHA),
    Field("actors", _parties("actors"), Measure.KAPPA),
    Field("targets", _parties("targets"), Measure.KAPPA),
    Field("deadly", _same(_deadly), Measure.KAPPA),
    Field("killed", _people(TollKind.KILLED), Measure.ALPHA),
    Field("wounded", _people(TollKind.WOUNDED), Measure.ALPHA),
)
