"""Which answers to each slot of a record are given, by what was learned from records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..rows import DateRange, Filler, RecordEvent, RecordToll
from .assurance import assurance_of
from .cast import Cast
from .counts import counts_of
from .days import days_of
from .features import features_of
from .happenings import Happening
from .scenes import Scene, scenes_of
from .weights import Model


def choose(happenings: Sequence[Happening], model: Model) -> Iterator[RecordEvent]:
    """The records of those happenings of one text that a coder would write down."""
    if not happenings:
        return
    records = [happening.record() for happening in happenings]
    cast = Cast(happenings[0].text)
    for scene, record in zip(scenes_of(happenings, records, cast), records, strict=True):
        chance = model.reported.chance(features_of(scene.it))
        if chance >= model.reported.threshold:
            yield fill(scene, record, model, chance)


def fill(scene: Scene, record: RecordEvent, model: Model, chance: float) -> RecordEvent:
    """The record with the likeliest answers, of one that is written with this chance."""

    def of(slot: str) -> tuple[Filler, ...]:
        weights = model.fillers[slot]
        return tuple(
            candidate.names
            for candidate in scene.candidates(slot)
            if chance * weights.chance(scene.features(slot, candidate)) >= weights.threshold
        )

    return replace(
        record,
        actors=of("actors"),
        actor_organizations=of("actor_organizations"),
        targets=of("targets"),
        victims=of("victims"),
        instruments=of("instruments"),
        tolls=_tolls(scene.it, record, model, chance),
        date=_date(scene.it, record, model),
        actor_confidence=_confidence(scene.it, record, model, chance),
    )


def _tolls(
    it: Happening, record: RecordEvent, model: Model, chance: float
) -> tuple[RecordToll, ...]:
    """The likeliest figure of each kind."""
    best: dict[str, tuple[float, RecordToll]] = {}
    for count in counts_of(it, record):
        share = model.tolls.chance(count.features)
        if share > best.get(count.value.kind, (0.0, None))[0]:
            best[count.value.kind] = share, count.value
    return tuple(toll for share, toll in best.values() if chance * share >= model.tolls.threshold)


def _date(it: Happening, record: RecordEvent, model: Model) -> DateRange | None:
    days = days_of(it, record)
    best = max(days, key=lambda day: model.date.chance(day.features), default=None)
    return best.value if best is not None else None


def _confidence(it: Happening, record: RecordEvent, model: Model, chance: float) -> str | None:
    features = assurance_of(it, record)
    best, level = max((w.chance(features), level) for level, w in model.confidence.items())
    return level if chance * best >= model.confidence[level].threshold else None
