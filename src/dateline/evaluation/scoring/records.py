"""Score whole events: which were found, and what their slots hold.

A predicted event can be a coded one when their kinds agree or a filler does; the pairing in which
most slots match counts. Half a point goes to dates that overlap, to a place that is right in part,
to tolls whose ranges meet. What is optional costs nothing when missed and counts when found.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from ..measures import best_pairs, kilometres
from ..rows import DateRange, RecordEvent, RecordsRow, RecordToll
from .shares import NOTHING, Counts, Share, paired, part_of, total
from .strings import is_any_same, words

PARTLY = 0.5
OPEN_DAYS = 30  # how far back "on or before" reaches
NEAR_KM = 161  # a hundred miles

# Of equal matches, the one that is wanted; smaller than any difference of points.
OPTIONAL_FILLER = 0.001
OPTIONAL_EVENT = 0.01
KIND = 2


@dataclass(frozen=True, slots=True)
class Coordinates:
    """How near the pins are, of events whose place has coordinates."""

    gold: int
    located: int
    accuracy_161km: float
    median_km: float | None


@dataclass(frozen=True, slots=True)
class RecordsScores:
    """What was found, document by document, event by event, slot by slot.

    Only slots that the coders fill at all have figures; ``all_slots`` is their sum.
    """

    documents: int
    has_event: Share
    event: Share
    all_slots: Share
    slots: dict[str, Share]
    coordinates: Coordinates | None = None


def score(gold: Sequence[RecordsRow], predicted: Sequence[RecordsRow]) -> RecordsScores:
    """Compare predicted events with coded ones."""
    active = _find_active(gold)
    compared = [
        _compare(row.events, said.events if said else ()) for row, said in paired(gold, predicted)
    ]
    pairs = [pair for document in compared for pair in document.all_pairs()]
    counts = {
        name: total(SLOTS[name].compare(pair.predicted, pair.gold) for pair in pairs)
        for name in (*active, EITHER)
    }
    return RecordsScores(
        documents=len(gold),
        has_event=total(document.has_event for document in compared).share,
        event=total(document.found for document in compared).share,
        all_slots=total(counts[name] for name in active).share,
        slots={name: slot.share for name, slot in counts.items()},
        coordinates=_measure_pins(gold, compared),
    )


# ---- pairing -------------------------------------------------------------------------------------

_NO_EVENT = RecordEvent()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A predicted and a coded event; one that has no partner stands beside an empty one."""

    predicted: RecordEvent
    gold: RecordEvent


@dataclass(frozen=True, slots=True)
class _Compared:
    """The events of one document."""

    gold: tuple[RecordEvent, ...]
    pairs: tuple[_Pair, ...]
    extra: tuple[RecordEvent, ...]
    missed: tuple[RecordEvent, ...]  # those that were wanted

    @property
    def found(self) -> Counts:
        right = len(self.pairs)
        return Counts(right, right + len(self.extra), right + len(self.missed))

    @property
    def has_event(self) -> Counts:
        """Whether any event is found where one is; optional ones alone are no question."""
        wanted = any(not event.optional for event in self.gold)
        if self.gold and not wanted:
            return NOTHING
        said = bool(self.pairs or self.extra)
        return Counts(int(wanted and said), int(said), int(wanted))

    def all_pairs(self) -> tuple[_Pair, ...]:
        return (
            *self.pairs,
            *(_Pair(event, _NO_EVENT) for event in self.extra),
            *(_Pair(_NO_EVENT, event) for event in self.missed),
        )


def _compare(gold: Sequence[RecordEvent], predicted: Sequence[RecordEvent]) -> _Compared:
    pairs = best_pairs([[_likeness(event, coded) for coded in gold] for event in predicted])
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    return _Compared(
        gold=tuple(gold),
        pairs=tuple(_Pair(predicted[row], gold[column]) for row, column in pairs),
        extra=tuple(event for row, event in enumerate(predicted) if row not in rows),
        missed=tuple(
            event
            for column, event in enumerate(gold)
            if column not in columns and not event.optional
        ),
    )


def _likeness(predicted: RecordEvent, gold: RecordEvent) -> float:
    """How many slots match; nought where neither the kind nor any filler does."""
    kind = _credit("kind", predicted, gold)
    shared = sum(_credit(name, predicted, gold) for name in FILLED)
    if not kind and not shared:
        return 0.0
    rest = sum(_credit(name, predicted, gold) for name in ("date", "place", "status", "tolls"))
    return KIND * kind + shared + rest - (OPTIONAL_EVENT if gold.optional else 0)


def _credit(name: str, predicted: RecordEvent, gold: RecordEvent) -> float:
    return SLOTS[name].compare(predicted, gold).correct


# ---- slots ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Values:
    """What a slot of an event holds, and which of it, by index, need not be found."""

    values: tuple[Any, ...]
    optional: frozenset[int] = frozenset()

    def __add__(self, other: _Values) -> _Values:
        moved = frozenset(len(self.values) + index for index in other.optional)
        return _Values(self.values + other.values, self.optional | moved)


@dataclass(frozen=True, slots=True)
class _OneValue:
    """A slot with one value, of which several may be right."""

    choices: Callable[[RecordEvent], Sequence[Any]]
    credit: Callable[[Any, Any], float]

    def is_filled(self, event: RecordEvent) -> bool:
        return bool(self.choices(event))

    def compare(self, predicted: RecordEvent, gold: RecordEvent) -> Counts:
        said, coded = self.choices(predicted), self.choices(gold)
        best = max((self.credit(one, other) for one in said for other in coded), default=0.0)
        return Counts(best, int(bool(said)), int(bool(coded)))


@dataclass(frozen=True, slots=True)
class _ManyValues:
    """A slot with any number of values."""

    values: Callable[[RecordEvent], _Values]
    credit: Callable[[Any, Any], float]

    def is_filled(self, event: RecordEvent) -> bool:
        return bool(self.values(event).values)

    def compare(self, predicted: RecordEvent, gold: RecordEvent) -> Counts:
        said, coded = self.values(predicted), self.values(gold)
        credits = [[self.credit(one, other) for other in coded.values] for one in said.values]
        pairs = best_pairs([_less_optional(row, coded.optional) for row in credits])
        found = sum(column in coded.optional for _, column in pairs)
        return Counts(
            sum((credits[row][column] for row, column in pairs), 0.0),
            len(said.values),
            len(coded.values) - len(coded.optional) + found,
        )


def _less_optional(credits: Sequence[float], optional: frozenset[int]) -> list[float]:
    return [
        credit - OPTIONAL_FILLER if credit and column in optional else credit
        for column, credit in enumerate(credits)
    ]


def _fillers(name: str) -> Callable[[RecordEvent], _Values]:
    def values(event: RecordEvent) -> _Values:
        return _Values(getattr(event, name), frozenset(event.raw.optional_fillers.get(name, ())))

    return values


def _tolls(event: RecordEvent) -> _Values:
    optional = frozenset(index for index, toll in enumerate(event.tolls) if toll.optional)
    return _Values(event.tolls, optional)


def _choices(name: str) -> Callable[[RecordEvent], Sequence[Any]]:
    def choices(event: RecordEvent) -> Sequence[Any]:
        alternatives: Sequence[Any] = getattr(event.raw, f"{name}_alternatives")
        value = getattr(event, name)
        return alternatives or ((value,) if value else ())

    return choices


def _find_active(gold: Sequence[RecordsRow]) -> tuple[str, ...]:
    """The slots that any coded event fills."""
    events = tuple(chain.from_iterable(row.events for row in gold))
    return tuple(
        name
        for name, slot in SLOTS.items()
        if name != EITHER and any(slot.is_filled(event) for event in events)
    )


# ---- points --------------------------------------------------------------------------------------


def weigh_words(predicted: str, gold: str) -> float:
    """A point for the same words."""
    return float(words(predicted) == words(gold))


def weigh_fillers(predicted: Sequence[str], gold: Sequence[str]) -> float:
    """A point when any string for the one names the other."""
    return float(is_any_same(predicted, gold))


def weigh_dates(predicted: DateRange, gold: DateRange) -> float:
    """A point for the same days, half a point for some of them."""
    if predicted == gold:
        return 1.0
    one, other = _days(predicted), _days(gold)
    if one is None or other is None:
        return 0.0
    return PARTLY if one[0] <= other[1] and other[0] <= one[1] else 0.0


def _days(dates: DateRange) -> tuple[date, date] | None:
    """First and last day; ``None`` for what is no date."""
    try:
        end = date.fromisoformat(dates.end or dates.start or "")
        start = date.fromisoformat(dates.start) if dates.start else end - timedelta(OPEN_DAYS)
    except ValueError:
        return None
    return start, end


def weigh_places(predicted: Sequence[str | None], gold: Sequence[str | None]) -> float:
    """A point for the deepest place with its country, half a point for any other level.

    The deepest place alone is as good, where nothing else is given.
    """
    names = [words(name) for name in predicted if name]
    levels = [words(name) for name in gold if name]
    if not names or not levels:
        return 0.0
    if len(names) == 1:
        right = levels[-1] == names[0]
    else:
        right = len(levels) > 1 and levels[0] in names and levels[-1] in names
    if right:
        return 1.0
    return PARTLY if any(level in names for level in levels) else 0.0


def weigh_tolls(predicted: RecordToll, gold: RecordToll) -> float:
    """A point for the same figure, half a point for ranges that meet."""
    if predicted.kind != gold.kind:
        return 0.0
    if (predicted.low, predicted.high) == (gold.low, gold.high):
        return 1.0
    (low, high), (other_low, other_high) = _range(predicted), _range(gold)
    return PARTLY if low <= other_high and other_low <= high else 0.0


def _range(toll: RecordToll) -> tuple[float, float]:
    return toll.low or 0, math.inf if toll.high is None else toll.high


EITHER = "actors_or_organizations"  # who did it, whichever slot it stands in
FILLED = ("actors", "actor_organizations", "targets", "victims", "instruments")

_ACTORS, _ORGANIZATIONS = _fillers("actors"), _fillers("actor_organizations")

SLOTS: dict[str, _OneValue | _ManyValues] = {
    "kind": _OneValue(_choices("kind"), weigh_words),
    "status": _OneValue(_choices("status"), weigh_words),
    "date": _OneValue(_choices("date"), weigh_dates),
    "place": _OneValue(_choices("place"), weigh_places),
    "actors": _ManyValues(_ACTORS, weigh_fillers),
    "actor_organizations": _ManyValues(_ORGANIZATIONS, weigh_fillers),
    "actor_confidence": _OneValue(_choices("actor_confidence"), weigh_words),
    "targets": _ManyValues(_fillers("targets"), weigh_fillers),
    "victims": _ManyValues(_fillers("victims"), weigh_fillers),
    "instruments": _ManyValues(_fillers("instruments"), weigh_fillers),
    "tolls": _ManyValues(_tolls, weigh_tolls),
    "outcome": _OneValue(_choices("outcome"), weigh_words),
    EITHER: _ManyValues(lambda event: _ACTORS(event) + _ORGANIZATIONS(event), weigh_fillers),
}


# ---- pins ----------------------------------------------------------------------------------------


def _measure_pins(gold: Sequence[RecordsRow], compared: Sequence[_Compared]) -> Coordinates | None:
    """How far the pins of the pairs are; ``None`` where the corpus has none."""
    wanted = sum(_point(event) is not None for row in gold for event in row.events)
    if not wanted:
        return None
    distances = sorted(
        kilometres(here, there)
        for document in compared
        for pair in document.pairs
        if (here := _point(pair.gold)) and (there := _point(pair.predicted))
    )
    near = sum(distance <= NEAR_KM for distance in distances)
    middle = round(distances[len(distances) // 2], 1) if distances else None
    return Coordinates(wanted, len(distances), part_of(near, wanted), middle)


def _point(event: RecordEvent) -> tuple[float, float] | None:
    return None if event.lat is None or event.lon is None else (event.lat, event.lon)
