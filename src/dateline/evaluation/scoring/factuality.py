"""Score whether events happened, in four classes, on the events that are coded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..rows import EventFactuality, FactualityRow
from .shares import paired, part_of, part_or_none, rounded
from .spans import is_overlapping, pair_spans

HAPPENED, NEGATED, UNCERTAIN, FUTURE = CLASSES = ("happened", "negated", "uncertain", "future")

_TIMES = {"FUTURE": FUTURE, "NON_FUTURE": HAPPENED}


@dataclass(frozen=True, slots=True)
class ClassShare:
    """Precision, recall and F1 of a class, and how many events are of it."""

    precision: float
    recall: float
    f1: float
    gold: int


@dataclass(frozen=True, slots=True)
class Speakers:
    """Whoever an event is told by, where one is coded, and the share of them found."""

    gold: int
    recall: float | None


@dataclass(frozen=True, slots=True)
class FactualityScores:
    """How the classes came out.

    ``macro_f1`` is the mean over classes, in which an event without prediction is missed.
    """

    events: int
    coverage: float
    macro_f1: float
    macro_f1_covered: float
    classes: dict[str, ClassShare]
    claimed_happened_but_was_not: int
    speakers: Speakers


def score(gold: Sequence[FactualityRow], predicted: Sequence[FactualityRow]) -> FactualityScores:
    """Compare classes and speakers."""
    compared = [pair for row, said in paired(gold, predicted) for pair in _pairs(row, said)]
    labels = [
        (label, label_of(found) if found else None)
        for coded, found in compared
        if (label := label_of(coded))
    ]
    covered = [(coded, said) for coded, said in labels if said]
    classes = _score_classes(labels)
    return FactualityScores(
        events=len(labels),
        coverage=part_of(len(covered), len(labels)),
        macro_f1=_macro_f1(classes),
        macro_f1_covered=_macro_f1(_score_classes(covered)),
        classes=classes,
        claimed_happened_but_was_not=sum(said == HAPPENED != coded for coded, said in labels),
        speakers=_score_speakers(compared),
    )


def label_of(event: EventFactuality) -> str | None:
    """The class of an event; ``None`` where the coder left it open."""
    if event.label in CLASSES:
        return event.label
    if event.polarity == "NEG":
        return NEGATED
    if event.certainty in ("POSSIBLE", "PROBABLE"):
        return UNCERTAIN
    if (event.certainty, event.polarity) != ("CERTAIN", "POS"):
        return None
    return _TIMES.get(event.time or "")


_Pair = tuple[EventFactuality, EventFactuality | None]
_Labels = tuple[str, str | None]  # coded, predicted


def _pairs(row: FactualityRow, said: FactualityRow | None) -> Iterator[_Pair]:
    events = said.events if said else ()
    found = {column: events[index] for index, column in pair_spans(events, row.events)}
    for column, coded in enumerate(row.events):
        yield coded, found.get(column)


def _score_classes(labels: Sequence[_Labels]) -> dict[str, ClassShare]:
    there = {coded for coded, _ in labels}
    return {name: _score_class(name, labels) for name in CLASSES if name in there}


def _score_class(name: str, labels: Sequence[_Labels]) -> ClassShare:
    right = sum(coded == said == name for coded, said in labels)
    predicted = sum(said == name for _, said in labels)
    gold = sum(coded == name for coded, _ in labels)
    return ClassShare(
        part_of(right, predicted), part_of(right, gold), part_of(2 * right, predicted + gold), gold
    )


def _macro_f1(classes: dict[str, ClassShare]) -> float:
    figures = [share.f1 for share in classes.values()]
    return rounded(sum(figures) / len(figures)) if figures else 0.0


def _score_speakers(compared: Sequence[_Pair]) -> Speakers:
    told = [(coded.speaker, found) for coded, found in compared if coded.speaker]
    heard = sum(
        bool(found and found.speaker and is_overlapping(found.speaker, speaker))
        for speaker, found in told
    )
    return Speakers(len(told), part_or_none(heard, len(told)))
