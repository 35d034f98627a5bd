"""Score time expressions: where they stand, and what they stand for.

Overlapping spans are one expression; ``value_f1`` asks for the right value too.
``dates_to_the_day_recall`` looks at days and moments only, cut to the day, which is what the
coding of events needs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..rows import TimeExpression, TimesRow
from .shares import Counts, Share, paired, part_of
from .spans import is_equal, is_touching, pair_spans

DAY = len("2018-07-25")
_DATES = frozenset(["DATE", "TIME"])


@dataclass(frozen=True, slots=True)
class TimesFigures:
    """Spans that overlap, spans that are equal, and the values on those that overlap."""

    relaxed: Share
    strict: Share
    value_f1: float
    value_accuracy: float
    type_accuracy: float
    dates_to_the_day_recall: float


@dataclass(frozen=True, slots=True)
class TimesScores(TimesFigures):
    """The figures over all expressions, and over those that are not the date of the text itself."""

    without_creation_time: TimesFigures


def score(gold: Sequence[TimesRow], predicted: Sequence[TimesRow]) -> TimesScores:
    """Compare time expressions."""
    compared = [_compare(row, said) for row, said in paired(gold, predicted)]
    figures = _measure(compared)
    return TimesScores(
        figures.relaxed,
        figures.strict,
        figures.value_f1,
        figures.value_accuracy,
        figures.type_accuracy,
        figures.dates_to_the_day_recall,
        _measure([_without_creation_time(document) for document in compared]),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """The expressions of one document."""

    gold: tuple[TimeExpression, ...]
    predicted: tuple[TimeExpression, ...]

    def pairs(self) -> tuple[tuple[TimeExpression, TimeExpression], ...]:
        """Coded and predicted."""
        return tuple(
            (self.gold[column], self.predicted[row])
            for row, column in pair_spans(self.predicted, self.gold)
        )


def _compare(row: TimesRow, said: TimesRow | None) -> _Compared:
    """Of the prediction, what begins where the text is coded."""
    end = math.inf if row.annotated_end is None else row.annotated_end
    found = said.times if said else ()
    return _Compared(row.times, tuple(time for time in found if time.start < end))


def _without_creation_time(document: _Compared) -> _Compared:
    skipped = [time for time in document.gold if time.creation_time]
    return _Compared(
        tuple(time for time in document.gold if not time.creation_time),
        tuple(time for time in document.predicted if not is_touching([time], skipped)),
    )


def _measure(documents: Sequence[_Compared]) -> TimesFigures:
    pairs = [pair for document in documents for pair in document.pairs()]
    said = sum(len(document.predicted) for document in documents)
    coded = [time for document in documents for time in document.gold]
    values = sum(_value(gold) == _value(found) for gold, found in pairs)
    types = sum(gold.type == found.type for gold, found in pairs)
    equal = sum(is_equal(gold, found) for gold, found in pairs)
    days = sum(
        _value(gold)[:DAY] == _value(found)[:DAY] for gold, found in pairs if gold.type in _DATES
    )
    return TimesFigures(
        relaxed=Counts(len(pairs), said, len(coded)).share,
        strict=Counts(equal, said, len(coded)).share,
        value_f1=Counts(values, said, len(coded)).share.f1,
        value_accuracy=part_of(values, len(pairs)),
        type_accuracy=part_of(types, len(pairs)),
        dates_to_the_day_recall=part_of(days, sum(time.type in _DATES for time in coded)),
    )


def _value(time: TimeExpression) -> str:
    return time.value or ""
