"""Keep documents as they were published, each version beside the ones before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, update

from ..errors import DocumentError
from ..types import Document, DocumentId, Original, Span
from . import schema
from .database import add_rows, next_number, parts, stream
from .groups import mark_versions_stale
from .originals import keep_original
from .records import Fetch


def encode(record: object) -> str:
    """A record as JSON, the same for equal records."""
    return msgspec.json.encode(record).decode()


def add_document(
    connection: Connection,
    document: Document,
    *,
    original: Original | None = None,
    fetched: datetime | None = None,
) -> bool:
    """Keep a document, and where it came from; whether it is new.

    A document that was forgotten is refused, and so is one that no database can hold.
    """
    check_document(document)
    headline = document.headline
    row = {
        "id": document.id,
        "address": document.address,
        "source": document.source,
        "text": document.text,
        "headline_start": headline and headline.start,
        "headline_end": headline and headline.end,
        "published": document.published,
        "language": document.language,
        "truncated": document.truncated,
        "author": document.author,
        "agency": document.agency,
        "zone": document.zone,
    }
    new = add_rows(connection, schema.documents, row)
    if new:
        mark_versions_stale(connection, document.id)
    # After the insert: on PostgreSQL it waits for whoever is forgetting this document.
    refuse_forgotten(connection, document)
    fetch = {
        "document": document.id,
        "source": document.source,
        "at": fetched or datetime.now(UTC),
    }
    add_rows(connection, schema.fetches, fetch)
    if original is not None:
        keep_original(connection, document.id, original)
    return new


def make_latest(connection: Connection, document: Document) -> bool:
    """Put a version after those that came since, as when an edit is taken back; whether any did."""
    columns = schema.documents.c
    here = (
        columns.source == document.source,
        columns.address == document.address,
        columns.published.is_not_distinct_from(document.published),
    )
    order = select(columns.id).where(*here).order_by(columns.sequence.desc()).limit(1)
    if connection.scalar(order) == document.id:
        return False
    connection.execute(
        update(schema.documents)
        .where(columns.id == document.id)
        .values(sequence=next_number(connection, schema.documents))
    )
    mark_versions_stale(connection, document.id)
    return True


def check_document(document: Document) -> None:
    """Refuse what SQLite would take and PostgreSQL would not, or what would come back changed."""
    told = (document.author or "", document.agency or "")
    for words in (document.address, document.source, document.text, *told):
        if "\0" in words:
            raise DocumentError(document.address, "it holds a NUL character: convert it to text")
        try:
            words.encode()
        except UnicodeEncodeError as error:
            raise DocumentError(
                ascii(document.address), "it holds half a surrogate pair: decode it again"
            ) from error
    if document.published and document.published.utcoffset() != timedelta(0):
        raise DocumentError(document.address, "its publication time is not in UTC")
    if document.headline and document.headline.end > len(document.text):
        raise DocumentError(document.address, "its headline ends after its text")


def refuse_forgotten(connection: Connection, document: Document) -> None:
    """Keep out what was asked to go."""
    table = schema.tombstones
    row = connection.execute(select(table).where(table.c.document == document.id)).first()
    if row is not None:
        raise DocumentError(
            document.address,
            f"it was forgotten on {row.at:%Y-%m-%d} ({row.reason}) and is not taken in again",
        )


def lock_document(connection: Connection, document: DocumentId) -> Document | None:
    """One document, which nobody else changes before this transaction ends."""
    table = schema.documents
    row = connection.execute(select(table).where(table.c.id == document).with_for_update()).first()
    return None if row is None else make_document(row)


def get_document(connection: Connection, document: DocumentId) -> Document | None:
    """One document by its id."""
    table = schema.documents
    row = connection.execute(select(table).where(table.c.id == document)).first()
    return None if row is None else make_document(row)


def get_documents(connection: Connection, wanted: Collection[DocumentId]) -> tuple[Document, ...]:
    """Some documents by their ids."""
    table = schema.documents
    return tuple(
        make_document(row)
        for ids in parts(wanted)
        for row in connection.execute(select(table).where(table.c.id.in_(ids)))
    )


def make_document(row: Row[Any]) -> Document:
    """The record of a row."""
    headline = None if row.headline_start is None else Span(row.headline_start, row.headline_end)
    return Document(
        address=row.address,
        source=row.source,
        text=row.text,
        headline=headline,
        published=row.published,
        language=row.language,
        truncated=row.truncated,
        author=row.author,
        agency=row.agency,
        zone=row.zone,
    )


def in_order() -> tuple[ColumnElement[Any], ...]:
    """The order of documents that no order of arrival can change: oldest first, undated last."""
    columns = schema.documents.c
    # The two databases sort NULL to different ends.
    return (columns.published.is_(None), columns.published, columns.address, columns.id)


def in_newest_order() -> tuple[ColumnElement[Any], ...]:
    """The order of the versions at one address: the later publication, then the later arrival."""
    columns = schema.documents.c
    return (columns.published.is_(None), columns.published.desc(), columns.sequence.desc())


def find_documents(connection: Connection) -> Iterator[Document]:
    """Every version of every document."""
    for row in stream(connection, select(schema.documents).order_by(*in_order())):
        yield make_document(row)


def find_latest_ids(connection: Connection) -> tuple[DocumentId, ...]:
    """The ids of the latest version at each address of each source, in the order of documents.

    The later publication time decides, then the later arrival: a text that was corrected in place
    keeps its time.
    """
    columns = schema.documents.c
    statement = select(columns.id).where(columns.id.in_(latest_ids())).order_by(*in_order())
    return tuple(map(DocumentId, connection.scalars(statement)))


def find_unread(connection: Connection) -> tuple[DocumentId, ...]:
    """The latest versions that no engine read yet, without those that failed."""
    columns, readings, failures = schema.documents.c, schema.readings.c, schema.failures.c
    done = select(readings.document).where(readings.complete)
    failed = select(failures.document).where(failures.document.is_not(None))
    statement = (
        select(columns.id)
        .where(columns.id.in_(latest_ids()), columns.id.not_in(done), columns.id.not_in(failed))
        .order_by(*in_order())
    )
    return tuple(map(DocumentId, connection.scalars(statement)))


def latest_ids() -> Select[Any]:
    """The ids of the latest versions."""
    table = schema.documents
    place = func.row_number().over(
        partition_by=(table.c.source, table.c.address), order_by=in_newest_order()
    )
    ranked = select(table.c.id, place.label("place")).subquery()
    return select(ranked.c.id).where(ranked.c.place == 1)


def find_successors(
    connection: Connection, documents: Collection[DocumentId]
) -> dict[DocumentId, DocumentId]:
    """The current version of each of some documents that an edit replaced."""
    table = schema.documents
    found = {}
    for document in documents:
        row = connection.execute(select(table).where(table.c.id == document)).first()
        latest = row and latest_at(connection, row.source, row.address)
        if latest is not None and latest.id != document:
            found[document] = latest.id
    return found


def latest_at(connection: Connection, source: str, address: str) -> Document | None:
    """The latest version of a source's document at an address."""
    table = schema.documents
    row = connection.execute(
        select(table)
        .where(table.c.source == source, table.c.address == address)
        .order_by(*in_newest_order())
        .limit(1)
    ).first()
    return None if row is None else make_document(row)


def count_documents(connection: Connection) -> int:
    """How many versions of documents there are."""
    return connection.scalar(select(func.count()).select_from(schema.documents)) or 0


def find_fetches(connection: Connection, document: DocumentId) -> tuple[Fetch, ...]:
    """When a document was first read from each source."""
    table = schema.fetches
    address = schema.documents.c.address
    rows = connection.execute(
        select(table, address)
        .join(schema.documents, schema.documents.c.id == table.c.document)
        .where(table.c.document == document)
        .order_by(table.c.at, table.c.source)
    )
    return tuple(Fetch(DocumentId(row.document), row.source, row.address, row.at) for row in rows)
