"""Read the texts of coded rows as documents, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from ...analysis.survey import Survey
from ...pipeline import Engine
from ...pipeline.engine import DocumentReading
from ...types import Document, Span
from ..rows import Quoted, Row

R = TypeVar("R", bound=Row)
BATCH = 32  # rows; parsing many at one go is faster, and changes nothing


def document_of(row: Row) -> Document:
    """A row's text as it was published. Coded texts are English whatever their length."""
    return Document(row.id, "corpus", row.text, published=row.published_at, language="en")


def read_rows(rows: Sequence[R], engine: Engine) -> Iterator[tuple[R, DocumentReading]]:
    """Each row with its claims, joined into events."""
    for batch in _batches(rows):
        documents = [document_of(row) for row in batch]
        for row, document, reading in zip(
            batch, documents, engine.read_each(documents), strict=True
        ):
            yield row, engine.join(document, reading)


def survey_rows(rows: Sequence[R], engine: Engine) -> Iterator[tuple[R, Survey]]:
    """Each row with everything it names and tells, coded or not."""
    for batch in _batches(rows):
        surveys = engine.survey_each([document_of(row) for row in batch])
        yield from zip(batch, surveys, strict=True)


def quoted(span: Span, text: str) -> Quoted:
    """A span with its words."""
    return Quoted(start=span.start, end=span.end, quote=span.of(text))


def _batches(rows: Sequence[R]) -> Iterator[list[R]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch
