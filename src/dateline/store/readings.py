"""Keep what each engine found in each document; the newest complete reading is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, select, update

from ..errors import DocumentError
from ..types import Claim, Document, DocumentId, Reading, ReadingId
from . import schema
from .claims import CLAIM, add_claims, latest_numbers
from .database import batches, next_number
from .documents import encode, in_order, latest_at, make_document
from .evidence import find_spans
from .groups import mark_stale

READING = msgspec.json.Decoder(Reading)


def add_reading(
    connection: Connection, reading: Reading, document: Document, *, complete: bool
) -> bool:
    """Keep a reading of a document, and make it the current one; whether anything changed.

    A reading that was there and had been replaced by a later one becomes current again, as when a
    correction is taken back. One that was broken off gives way to the complete one. What a person
    coded by hand is not replaced by what the engine finds.
    """
    check_spans(reading, document)
    newest = newest_of(connection, document.id)
    if newest is not None and (newest.id == reading.id or is_by_hand(newest, reading)):
        return False
    table = schema.readings
    known = connection.execute(select(table).where(table.c.id == reading.id)).first()
    if known is not None and known.complete:
        make_newest(connection, reading.id)
        mark_stale(connection, document.id)
        return True
    if known is not None:
        if not complete:
            return False
        remove_reading(connection, reading.id)
    row = {
        "id": reading.id,
        "document": document.id,
        "digest": reading.digest,
        "complete": complete,
        "body": encode(replace(reading, claims=())),
    }
    connection.execute(table.insert().values(row))
    add_claims(connection, reading, document)
    mark_stale(connection, document.id)
    return True


def is_by_hand(newest: Row[Any], reading: Reading) -> bool:
    """Whether a person coded what an engine now reads."""
    return reading.coder is None and coder_of(newest) is not None


def coder_of(row: Row[Any]) -> str | None:
    """The person who coded a document by hand."""
    return READING.decode(row.body).coder


def check_spans(reading: Reading, document: Document) -> None:
    """Refuse a reading whose quotes would not be the document's words."""
    if reading.document != document.id:
        raise ValueError(f"a reading of {reading.document} beside document {document.id}")
    if any(claim.document != document.id for claim in reading.claims):
        raise ValueError(f"a reading of {document.id} holds a claim of another document")
    for field, span in find_spans(reading):
        if span.end > len(document.text):
            raise DocumentError(
                document.address, f"its reading has {field} at {span}, outside the text"
            )


def make_newest(connection: Connection, reading: ReadingId) -> None:
    """Give a reading the highest number, so that it is current."""
    table = schema.readings
    number = next_number(connection, table)
    connection.execute(update(table).where(table.c.id == reading).values(sequence=number))


def remove_reading(connection: Connection, reading: ReadingId) -> None:
    """Take away a reading that was broken off, and the claims only it found."""
    links = schema.reading_claims
    found = connection.scalars(select(links.c.claim).where(links.c.reading == reading)).all()
    connection.execute(delete(links).where(links.c.reading == reading))
    connection.execute(delete(schema.readings).where(schema.readings.c.id == reading))
    kept = select(links.c.claim).union(select(schema.event_claims.c.claim))
    for table, column in (
        (schema.evidence, schema.evidence.c.claim),
        (schema.claims, schema.claims.c.id),
    ):
        connection.execute(delete(table).where(column.in_(found), column.not_in(kept)))


def newest_of(connection: Connection, document: DocumentId) -> Row[Any] | None:
    """The row of a document's current reading."""
    table = schema.readings
    return connection.execute(
        select(table)
        .where(table.c.document == document, table.c.complete)
        .order_by(table.c.sequence.desc())
        .limit(1)
    ).first()


def find_unread_by(
    connection: Connection, digest: str, documents: Sequence[DocumentId]
) -> tuple[Document, ...]:
    """Those of some documents whose current reading is not by this digest, nor by a person.

    A reading that a later one replaced does not count: reading again makes it current again.
    """
    table = schema.readings
    newest = (
        select(func.max(table.c.sequence))
        .where(table.c.document.in_(documents), table.c.complete)
        .group_by(table.c.document)
    )
    rows = connection.execute(select(table).where(table.c.sequence.in_(newest)))
    done = {row.document for row in rows if row.digest == digest or coder_of(row) is not None}
    wanted = [document for document in documents if document not in done]
    columns = schema.documents.c
    found = connection.execute(select(schema.documents).where(columns.id.in_(wanted)))
    made = {row.id: make_document(row) for row in found}
    return tuple(made[document] for document in wanted if document in made)


def current_reading(connection: Connection, document: DocumentId) -> Reading | None:
    """The newest complete reading of a document."""
    newest = newest_of(connection, document)
    return None if newest is None else make_readings(connection, [(newest.id, newest.body)])[0]


def find_readings(connection: Connection, document: DocumentId) -> tuple[Reading, ...]:
    """Every reading of a document, the oldest first."""
    table = schema.readings
    rows = connection.execute(
        select(table).where(table.c.document == document).order_by(table.c.sequence)
    )
    return make_readings(connection, [(row.id, row.body) for row in rows])


def get_reading(connection: Connection, reading: ReadingId) -> Reading | None:
    """One reading by its id."""
    table = schema.readings
    row = connection.execute(select(table).where(table.c.id == reading)).first()
    return None if row is None else make_readings(connection, [(row.id, row.body)])[0]


def make_readings(connection: Connection, stored: Iterable[tuple[str, str]]) -> tuple[Reading, ...]:
    """The records of some ids and bodies, with their claims."""
    bodies = dict(stored)
    links = schema.reading_claims
    statement = (
        select(links.c.reading, schema.claims.c.body)
        .join(schema.claims, schema.claims.c.id == links.c.claim)
        .where(links.c.reading.in_(bodies))
        .order_by(links.c.reading, links.c.position)
    )
    claims: dict[str, list[Claim]] = {}
    for found in connection.execute(statement):
        claims.setdefault(found.reading, []).append(CLAIM.decode(found.body))
    return tuple(
        replace(READING.decode(body), claims=tuple(claims.get(reading, ())))
        for reading, body in bodies.items()
    )


def find_current(connection: Connection) -> Iterator[tuple[Document, Reading]]:
    """The latest version of every document that was read, with its current reading."""
    table = schema.readings
    statement = (
        select(schema.documents, table.c.id.label("reading"), table.c.body)
        .join(table, table.c.document == schema.documents.c.id)
        .where(table.c.sequence.in_(latest_numbers()))
        .order_by(*in_order())
    )
    for rows in batches(connection, statement):
        readings = make_readings(connection, [(row.reading, row.body) for row in rows])
        for row, reading in zip(rows, readings, strict=True):
            yield make_document(row), reading


def find_current_of(
    connection: Connection, documents: Iterable[DocumentId]
) -> tuple[tuple[Document, Reading], ...]:
    """Those of some documents that are the latest version and were read, with their readings."""
    table = schema.documents
    found = []
    for document in documents:
        row = connection.execute(select(table).where(table.c.id == document)).first()
        if row is None:
            continue
        latest = latest_at(connection, row.source, row.address)
        reading = current_reading(connection, document)
        if latest is not None and latest.id == document and reading is not None:
            found.append((latest, reading))
    return tuple(found)
