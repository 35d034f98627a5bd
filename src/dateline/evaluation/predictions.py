"""Turn what Dateline holds about one document into predictions: a row for each joined event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from ..types import Claim, Event, Location, Reading, TollRange, When
from .articles import (
    Corpus,
    Figure,
    Offsets,
    Pin,
    PredictedArticle,
    Prediction,
    TimeRange,
    predict,
)

if TYPE_CHECKING:
    from ..pipeline import Engine


def read_corpus(corpus: Corpus, engine: Engine) -> tuple[PredictedArticle, ...]:
    """What Dateline says about each article of a corpus."""

    def read(text: str, published: datetime | None) -> Iterable[Prediction]:
        told = engine.read_text(text, published=published)
        return predictions_of(told.reading, told.events)

    return predict(corpus, read)


def predictions_of(reading: Reading, events: Iterable[Event]) -> tuple[Prediction, ...]:
    """The events of the reading's document, in the order of their triggers.

    A row stands where the event's fullest claim does; its passages are the evidence.
    """
    claims = {claim.id: claim for claim in reading.claims}
    rows = []
    for event in events:
        told = tuple(claims[claim] for claim in event.claims if claim in claims)
        if told:
            rows.append((told[0].trigger, event.id, _prediction(event, told)))
    return tuple(row for _, _, row in sorted(rows, key=lambda row: row[:2]))


def _prediction(event: Event, told: tuple[Claim, ...]) -> Prediction:
    passages = sorted({claim.evidence for claim in told})
    return Prediction(
        kind=event.kind,
        status=event.status.value,
        background=event.background,
        actors=tuple(party.name for party in event.actors),
        targets=tuple(party.name for party in event.targets),
        through=tuple(party.name for party in event.through),
        places=event.places,
        place_resolved=_pin(event.location),
        time=_time(event.when),
        tolls=tuple(_figure(toll) for toll in event.tolls),
        speaker=event.speakers[0] if event.speakers else None,
        hedged=event.hedged,
        outcome=event.outcome.value if event.outcome else None,
        trigger=Offsets(told[0].trigger.start, told[0].trigger.end),
        evidence=tuple(Offsets(passage.start, passage.end) for passage in passages),
        event=event.id,
    )


def _pin(location: Location | None) -> Pin | None:
    if location is None:
        return None
    return Pin(
        lat=location.latitude,
        lon=location.longitude,
        name=location.name,
        country=location.country,
        precision=int(location.precision),
    )


def _time(when: When | None) -> TimeRange | None:
    if when is None:
        return None
    return TimeRange(
        str(when.earliest) if when.earliest else None, str(when.latest) if when.latest else None
    )


def _figure(toll: TollRange) -> Figure:
    """The best figure as it was given; the range over all claims where no ledger is kept."""
    if not toll.ledger:
        return Figure(toll.kind.value, toll.low, toll.high, toll.whose, cumulative=toll.cumulative)
    value = toll.ledger[0].toll
    return Figure(
        toll.kind.value, value.low, value.high, toll.whose, value.qualifier.value, toll.cumulative
    )
