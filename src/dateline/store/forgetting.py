"""Forget a document: its words leave every table, and every page of the file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Column, Connection, Delete, delete, func, or_, select, update

from ..errors import StoreError
from ..types import ClaimId, Document, DocumentId, Event, EventId
from . import schema
from .database import Database, add_rows
from .documents import lock_document
from .events import EVENT, make_row, remove_events, set_members
from .groups import groups_of, mark_linked_stale, remove_groups
from .ids import check_prefix, find_id, starting_with
from .originals import clear_failed, remove_originals
from .records import Forgotten, RecordKind, Tombstone


def forget(
    connection: Connection, document: DocumentId, *, reason: str, copies: tuple[Path, ...]
) -> Forgotten:
    """Remove a document and all that came from it, in the caller's transaction."""
    tombstone = add_tombstone(connection, document, reason)
    known = lock_document(connection, document)
    if known is None:
        return Forgotten(tombstone, copies=copies)
    decisions = connection.scalar(
        select(func.count()).where(schema.decisions.c.document == document)
    )
    removed, bare = release_events(connection, document)
    mark_linked_stale(connection, document)
    remove_groups(connection, [row.name for row in groups_of(connection, [document])])
    remove_originals(connection, schema.originals.c.document, known.id)
    clear_failed(connection, known.address)
    for statement in removals(known):
        connection.execute(statement)
    return Forgotten(tombstone, removed, bare, decisions or 0, copies)


def find_document(connection: Connection, prefix: str) -> DocumentId:
    """The document to forget, which may have been forgotten before."""
    table = schema.tombstones
    earlier = connection.scalars(starting_with(table.c.document, check_prefix(prefix))).all()
    if len(earlier) == 1:
        return DocumentId(earlier[0])
    return DocumentId(find_id(connection, prefix, RecordKind.DOCUMENT).id)


def add_tombstone(connection: Connection, document: DocumentId, reason: str) -> Tombstone:
    """Say that the document is gone; the first reason and time stay."""
    table = schema.tombstones
    row = {"document": document, "reason": reason, "at": datetime.now(UTC)}
    add_rows(connection, table, row)
    return next(
        tombstone for tombstone in find_tombstones(connection) if tombstone.document == document
    )


def find_tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """What was forgotten, the oldest first."""
    table = schema.tombstones
    rows = connection.execute(select(table).order_by(table.c.at, table.c.document))
    return tuple(Tombstone(DocumentId(row.document), row.reason, row.at) for row in rows)


def release_events(
    connection: Connection, document: DocumentId
) -> tuple[tuple[EventId, ...], tuple[EventId, ...]]:
    """Remove the events that rest on nothing else, and empty those that do of their words."""
    table, members = schema.events, schema.event_claims
    gone = set(
        connection.scalars(select(schema.claims.c.id).where(schema.claims.c.document == document))
    )
    touched = (
        select(members.c.event)
        .join(schema.claims, schema.claims.c.id == members.c.claim)
        .where(schema.claims.c.document == document)
    )
    bodies = connection.scalars(
        select(table.c.body).where(table.c.id.in_(touched)).order_by(table.c.id)
    ).all()
    emptied = [strip(EVENT.decode(body), document, gone) for body in bodies]
    removed = tuple(event.id for event in emptied if not event.claims)
    bare = tuple(event for event in emptied if event.claims)
    remove_events(connection, removed)
    for event in bare:
        connection.execute(update(table).where(table.c.id == event.id).values(make_row(event)))
    set_members(connection, bare)
    return removed, tuple(event.id for event in bare)


def strip(event: Event, document: DocumentId, gone: Iterable[ClaimId]) -> Event:
    """The event with its id and its other claims, and none of its words: any may be forgotten."""
    return Event(
        id=event.id,
        kind=event.kind,
        status=event.status,
        background=event.background,
        claims=tuple(claim for claim in event.claims if claim not in set(gone)),
        documents=tuple(other for other in event.documents if other != document),
    )


def removals(document: Document) -> Iterable[Delete]:
    """What to delete, in an order that leaves no reference hanging."""
    claims = select(schema.claims.c.id).where(schema.claims.c.document == document.id)
    readings = select(schema.readings.c.id).where(schema.readings.c.document == document.id)
    yield delete(schema.evidence).where(schema.evidence.c.claim.in_(claims))
    yield delete(schema.reading_claims).where(schema.reading_claims.c.reading.in_(readings))
    columns: tuple[Column[str], ...] = (
        schema.claims.c.document,
        schema.readings.c.document,
        schema.fetches.c.document,
        schema.decisions.c.document,
        schema.stale.c.document,
        schema.documents.c.id,
    )
    for column in columns:
        yield delete(column.table).where(column == document.id)
    for table in (schema.items, schema.visits):
        yield delete(table).where(table.c.address == document.address)
    failures = schema.failures.c
    yield delete(schema.failures).where(
        or_(failures.document == document.id, failures.address == document.address)
    )


def scrub(database: Database) -> None:
    """Write the file anew, so that no free page and no log holds what was removed.

    On PostgreSQL the tables are written anew; its write-ahead log and its backups keep the words
    until whoever runs the server lets them go.
    """
    with database.outside_transactions() as connection:
        if database.path is None:
            names = ", ".join(schema.tables.tables)
            connection.exec_driver_sql(f"VACUUM FULL {names}")
            return
        connection.exec_driver_sql("VACUUM")
        busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
    if busy:
        raise StoreError(
            f"{database.name}: the document is removed, but another process still holds old pages "
            "of the file: stop it, and run the same `dateline forget` again"
        )
