"""The slots of an event: what each holds, and how many points it is worth beside a coded one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from ..measures import best_pairs
from ..rows import DateRange, RecordEvent, RecordsRow, RecordToll
from .shares import Counts
from .strings import is_any_same, words

PARTLY = 0.5
OPEN_DAYS = 30  # how far back "on or before" reaches

# Of equal matches, the one that is wanted; smaller than any difference of points.
OPTIONAL_FILLER = 0.001


@dataclass(frozen=True, slots=True)
class _Values:
    """What a slot of an event holds, and which of it, by index, need not be found."""

    values: tuple[Any, ...]
    optional: frozenset[int] = frozenset()

    def __add__(self, other: _Values) -> _Values:
        moved = frozenset(len(self.values) + index for index in other.optional)
        return _Values(self.values + other.values, self.optional | moved)


@dataclass(frozen=True, slots=True)
class OneValue:
    """A slot with one value, of which several may be right."""

    choices: Callable[[RecordEvent], Sequence[Any]]
    credit: Callable[[Any, Any], float]

    def is_filled(self, event: RecordEvent) -> bool:
        """Whether the event has anything there."""
        return bool(self.choices(event))

    def compare(self, predicted: RecordEvent, gold: RecordEvent) -> Counts:
        """The points of the best choice, of one for each event that has any."""
        said, coded = self.choices(predicted), self.choices(gold)
        best = max((self.credit(one, other) for one in said for other in coded), default=0.0)
        return Counts(best, int(bool(said)), int(bool(coded)))


@dataclass(frozen=True, slots=True)
class ManyValues:
    """A slot with any number of values."""

    values: Callable[[RecordEvent], _Values]
    credit: Callable[[Any, Any], float]

    def is_filled(self, event: RecordEvent) -> bool:
        """Whether the event has anything there."""
        return bool(self.values(event).values)

    def compare(self, predicted: RecordEvent, gold: RecordEvent) -> Counts:
        """The points of the best pairs; what is optional is to be said only where it is."""
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


def find_active(gold: Sequence[RecordsRow]) -> tuple[str, ...]:
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


# ---- the table -----------------------------------------------------------------------------------

EITHER = "actors_or_organizations"  # who did it, whichever slot it stands in
FILLED = ("actors", "actor_organizations", "targets", "victims", "instruments")

_ACTORS, _ORGANIZATIONS = _fillers("actors"), _fillers("actor_organizations")

SLOTS: dict[str, OneValue | ManyValues] = {
    "kind": OneValue(_choices("kind"), weigh_words),
    "status": OneValue(_choices("status"), weigh_words),
    "date": OneValue(_choices("date"), weigh_dates),
    "place": OneValue(_choices("place"), weigh_places),
    "actors": ManyValues(_ACTORS, weigh_fillers),
    "actor_organizations": ManyValues(_ORGANIZATIONS, weigh_fillers),
    "actor_confidence": OneValue(_choices("actor_confidence"), weigh_words),
    "targets": ManyValues(_fillers("targets"), weigh_fillers),
    "victims": ManyValues(_fillers("victims"), weigh_fillers),
    "instruments": ManyValues(_fillers("instruments"), weigh_fillers),
    "tolls": ManyValues(_tolls, weigh_tolls),
    "outcome": OneValue(_choices("outcome"), weigh_words),
    EITHER: ManyValues(lambda event: _ACTORS(event) + _ORGANIZATIONS(event), weigh_fillers),
}
