"""Whole events of a text, in a corpus's own kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...pipeline import Engine
from ...resolution.places.areas import contains
from ..maps import KindMap
from ..rows import RecordEvent, RecordsRow
from .circumstances import Told
from .documents import open_rows
from .features import features_of
from .happenings import Happening
from .reportable import load_weights
from .tellings import join_tellings
from .texts import TextView


def answer(rows: Sequence[RecordsRow], engine: Engine, kinds: KindMap) -> Iterator[RecordsRow]:
    """The events of each text that the corpus counts."""
    vocabulary = engine.find_claims.parser.vocabulary
    for row, opened in open_rows(rows, engine):
        text = TextView(opened, Told(opened.read, engine.codebook), kinds, vocabulary)
        yield RecordsRow(id=row.id, events=tuple(_records(text)))


def happenings_of(text: TextView) -> tuple[Happening, ...]:
    """What a text tells that is of the corpus's kinds, in the order told."""
    groups = join_tellings(text.tellings(), contains)
    harms, deeds = text.found_around(groups)
    return tuple(
        Happening(text, group, harms.get(number, []), deeds.get(number, []), len(groups) - 1)
        for number, group in enumerate(groups)
    )


def _records(text: TextView) -> Iterator[RecordEvent]:
    weights = load_weights(text.kinds.reportable) if text.kinds.reportable else None
    for happening in happenings_of(text):
        if weights is None or weights.is_reported(features_of(happening)):
            yield happening.record()
