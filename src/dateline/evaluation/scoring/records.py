"""Score whole events: which were found, and what their slots hold.

A predicted event can be a coded one when their kinds agree or a filler does; the pairing in which
most slots match counts. Half a point goes to dates that overlap, to a place that is right in part,
to tolls whose ranges meet. What is optional costs nothing when missed and counts when found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..measures import best_pairs, kilometres
from ..rows import RecordEvent, RecordsRow
from .record_slots import EITHER, FILLED, SLOTS, find_active
from .shares import NOTHING, Counts, Share, paired, part_of, total

NEAR_KM = 161  # a hundred miles

# Of equal pairs, the one that is wanted; smaller than any difference of points.
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
    active = find_active(gold)
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


def pair_events(
    gold: Sequence[RecordEvent], predicted: Sequence[RecordEvent]
) -> tuple[tuple[int, int], ...]:
    """The pairing of predicted and coded events, by number, in which most slots match."""
    return best_pairs([[_likeness(event, coded) for coded in gold] for event in predicted])


def _compare(gold: Sequence[RecordEvent], predicted: Sequence[RecordEvent]) -> _Compared:
    pairs = pair_events(gold, predicted)
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
