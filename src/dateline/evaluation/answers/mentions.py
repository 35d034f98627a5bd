"""Who and what a text names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...pipeline import Engine
from ..rows import MentionsRow, TypedMention
from .documents import survey_rows


def answer(rows: Sequence[MentionsRow], engine: Engine) -> Iterator[MentionsRow]:
    """Every mention of an actor, place, time, quantity or weapon."""
    for row, survey in survey_rows(rows, engine):
        yield MentionsRow(
            id=row.id,
            mentions=tuple(
                TypedMention(
                    start=mention.span.start,
                    end=mention.span.end,
                    quote=mention.span.of(row.text),
                    type=mention.kind.value,
                )
                for mention in survey.mentions
            ),
        )
