"""Whether each event of a text happened, by its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...analysis.survey import Told
from ...pipeline import Engine
from ...types import Status
from ..rows import EventFactuality, FactualityRow
from .documents import quoted, survey_rows

# A failed try, a denial and a negation say that it did not happen; what is demanded, threatened or
# supposed may or may not; what is planned lies ahead.
_LABELS = {
    Status.OCCURRED: "happened",
    Status.ONGOING: "happened",
    Status.FAILED: "negated",
    Status.NEGATED: "negated",
    Status.DENIED: "negated",
    Status.PLANNED: "future",
    Status.THREATENED: "uncertain",
    Status.DEMANDED: "future",
    Status.HYPOTHETICAL: "uncertain",
}


def answer(rows: Sequence[FactualityRow], engine: Engine) -> Iterator[FactualityRow]:
    """Every event word with its label and who says so."""
    for row, survey in survey_rows(rows, engine):
        yield FactualityRow(id=row.id, events=tuple(_event(told, row.text) for told in survey.told))


def _event(told: Told, text: str) -> EventFactuality:
    label = _LABELS[told.status]
    return EventFactuality(
        start=told.span.start,
        end=told.span.end,
        quote=told.span.of(text),
        label="uncertain" if told.is_hedged and label == "happened" else label,
        speaker=quoted(told.speaker, text) if told.speaker else None,
    )
