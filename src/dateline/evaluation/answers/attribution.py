"""Who says what in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...pipeline import Engine
from ..rows import Attributed, AttributionRow
from .documents import quoted, survey_rows


def answer(rows: Sequence[AttributionRow], engine: Engine) -> Iterator[AttributionRow]:
    """Every act of speech or thought: its source, its cue and what is said."""
    for row, survey in survey_rows(rows, engine):
        yield AttributionRow(
            id=row.id,
            attributions=tuple(
                Attributed(
                    source=(quoted(said.source, row.text),) if said.source else (),
                    cue=(quoted(said.cue, row.text),),
                    content=tuple(quoted(span, row.text) for span in said.content),
                )
                for said in survey.quotations
            ),
        )
