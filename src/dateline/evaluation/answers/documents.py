"""Read the texts of coded rows as documents, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from ...analysis.grammar.parse import Sentence
from ...analysis.opening import Opened
from ...analysis.survey import Survey
from ...pipeline import Engine
from ...pipeline.reading.engine import DocumentReading
from ...resolution.actors.choosing import ActorContext
from ...types import Actor, Document, Location, Span
from ..rows import Quoted, Row
from .harm import Deed, Harm, find_blame, find_deeds, find_harm, find_named
from .identities import spelled_out

R = TypeVar("R", bound=Row)
T = TypeVar("T")
BATCH = 32  # rows; parsing many at one go is faster, and changes nothing


def document_of(row: Row) -> Document:
    """A row's text as it was published. Coded texts are English whatever their length."""
    return Document(row.id, "corpus", row.text, published=row.published_at, language="en")


def read_rows(rows: Sequence[R], engine: Engine) -> Iterator[tuple[R, DocumentReading]]:
    """Each row with its claims, joined into events."""
    for batch in batches(rows):
        documents = [document_of(row) for row in batch]
        for row, document, reading in zip(
            batch, documents, engine.read_each(documents), strict=True
        ):
            yield row, engine.join(document, reading)


@dataclass(frozen=True)
class OpenText:
    """A text with its reading, its sentences, and where every place in it is."""

    read: DocumentReading
    sentences: tuple[Sentence, ...]
    harms: tuple[tuple[Harm, ...], ...]  # of each passage
    deeds: tuple[tuple[Deed, ...], ...]
    members: tuple[tuple[Span, Span], ...]  # of groups that it names one by one
    actors: Mapping[Span, Actor]  # whom the doers were resolved to
    cased: str  # capitals brought back
    places: Mapping[Span, Location]
    filed: Location | None  # where the dateline says it was written


def open_rows(rows: Sequence[R], engine: Engine) -> Iterator[tuple[R, OpenText]]:
    """Each row with its claims, joined, and with its sentences."""
    for batch in batches(rows):
        documents = [document_of(row) for row in batch]
        opened_each = engine.find_claims.open(documents)
        for row, document, opened in zip(batch, documents, opened_each, strict=True):
            yield row, _open(document, opened, engine)


def _open(document: Document, opened: Opened, engine: Engine) -> OpenText:
    findings = engine.find_claims.read(opened)
    reading = engine.resolve(document, findings, digest=engine.digest)
    context = engine.resolve.context_of(document, findings)

    def locate(span: Span) -> Location | None:
        words = " ".join(span.of(opened.cased).split())
        return engine.resolve.places(words, context=context).chosen

    located = {span: locate(span) for span in dict.fromkeys(findings.places)}
    places = {span: place for span, place in located.items() if place is not None}
    filed = next(filter(None, map(locate, findings.filed)), None)
    knowledge = engine.find_claims.knowledge
    passages = tuple(opened.passages(knowledge))
    harms = tuple(
        (*find_harm(passage, knowledge.attitudes), *find_named(passage)) for passage in passages
    )
    deeds = tuple(
        (*find_deeds(passage, knowledge.attitudes), *find_blame(passage)) for passage in passages
    )
    members = tuple(
        (passage.phrases.span_of(group), passage.phrases.span_of(name))
        for passage in passages
        for group, name in spelled_out(passage.sentence.tokens)
    )
    day = document.published.date() if document.published else None
    acting = ActorContext(context.countries, day, filed.country if filed else None)
    doers = {deed.who for found in deeds for deed in found}
    resolved = {
        span: engine.resolve.actors(" ".join(span.of(opened.cased).split()), context=acting).chosen
        for span in sorted(doers)
    }
    actors = {span: actor for span, actor in resolved.items() if actor is not None}
    return OpenText(
        engine.join(document, reading),
        opened.sentences,
        harms,
        deeds,
        members,
        actors,
        opened.cased,
        places,
        filed,
    )


def survey_rows(rows: Sequence[R], engine: Engine) -> Iterator[tuple[R, Survey]]:
    """Each row with everything it names and tells, coded or not."""
    for batch in batches(rows):
        surveys = engine.survey_each([document_of(row) for row in batch])
        yield from zip(batch, surveys, strict=True)


def quoted(span: Span, text: str) -> Quoted:
    """A span with its words."""
    return Quoted(start=span.start, end=span.end, quote=span.of(text))


def batches(texts: Sequence[T]) -> Iterator[list[T]]:
    """Texts to be read at one go."""
    rest = iter(texts)
    while batch := list(islice(rest, BATCH)):
        yield batch
