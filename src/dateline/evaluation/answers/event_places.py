"""Where one event of a sentence was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...analysis.survey import Survey, Told
from ...pipeline import Engine
from ...types import Span
from ..rows import EventPlacesRow, Quoted
from .documents import quoted, survey_rows


def answer(rows: Sequence[EventPlacesRow], engine: Engine) -> Iterator[EventPlacesRow]:
    """The places of the event word that each row asks about."""
    for row, survey in survey_rows(rows, engine):
        told = _told(row.event, survey)
        places = told.places if told else ()
        yield EventPlacesRow(id=row.id, places=tuple(quoted(span, row.text) for span in places))


def _told(event: Quoted | None, survey: Survey) -> Told | None:
    if event is None:
        return None
    asked = Span(event.start, event.end)
    return next((told for told in survey.told if told.span.overlaps(asked)), None)
