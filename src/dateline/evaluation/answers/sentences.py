"""The kinds that sentences tell of, in a corpus's labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...pipeline import Engine
from ...types import Claim, Span, Status
from ..maps import KindMap, map_for
from ..rows import LabelledSentence, SentencesRow
from .circumstances import Told
from .documents import read_rows
from .main_code import main_label

_TOLD = frozenset({Status.OCCURRED, Status.ONGOING, Status.FAILED})


def answer(
    rows: Sequence[SentencesRow], engine: Engine, kinds: KindMap | None = None
) -> Iterator[SentencesRow]:
    """The labels of each sentence; the sentences of a document are read together.

    Without a map it is the packaged one that knows most of the labels that the corpus uses. Where
    every row of the corpus has one label, each gets the one that the map ranks first.
    """
    used = {label for row in rows for label in _used(row)}
    kinds = kinds or map_for(used)
    documents = [_as_document(row, kinds) for row in rows]
    is_single = bool(kinds.main) and all(len([*_used(row)]) == 1 for row in rows)
    for row, (document, read) in zip(rows, read_rows(documents, engine), strict=True):
        told = Told(read, engine.codebook)
        labels = [
            _labels(_within(read.claims, span), span, told, kinds, used, is_single)
            for span in _spans(row, document.text)
        ]
        if row.sentences is None:
            yield SentencesRow(id=row.id, labels=labels[0])
        else:
            said = zip(row.sentences, labels, strict=True)
            yield SentencesRow(
                id=row.id,
                sentences=tuple(
                    LabelledSentence(text=sentence.text, labels=found) for sentence, found in said
                ),
            )


def _as_document(row: SentencesRow, kinds: KindMap) -> SentencesRow:
    """A row whose text holds all its sentences, each a paragraph of its own."""
    published = row.published or kinds.published
    if row.sentences is None:
        return replace(row, published=published)
    text = "\n\n".join(sentence.text for sentence in row.sentences)
    return SentencesRow(id=row.id, text=text, published=published)


def _spans(row: SentencesRow, text: str) -> Iterator[Span | None]:
    if row.sentences is None:
        yield Span(0, len(text)) if text else None
        return
    start = 0
    for sentence in row.sentences:
        end = start + len(sentence.text)
        yield Span(start, end) if end > start else None
        start = end + 2


def _used(row: SentencesRow) -> Iterator[str]:
    yield from row.labels
    for sentence in row.sentences or ():
        yield from sentence.labels


def _within(claims: Sequence[Claim], span: Span | None) -> tuple[Claim, ...]:
    """The claims of a passage that are told as tried or done."""
    if span is None:
        return ()
    return tuple(c for c in claims if span.covers(c.trigger) and c.status in _TOLD)


def _labels(
    claims: Sequence[Claim],
    span: Span | None,
    told: Told,
    kinds: KindMap,
    used: set[str],
    is_single: bool,
) -> tuple[str, ...]:
    if is_single and span is not None:
        label = main_label(claims, span.of(told.read.document.text), told, kinds, used)
        return (label,) if label is not None else ()
    found = (label for claim in claims for label in told.labels_of((claim,), kinds, used))
    return tuple(dict.fromkeys(found))
