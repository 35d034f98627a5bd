"""Examine a store, and say of everything that is not as it must be what to do about it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from ..errors import StoreError
from ..types import Claim, Document, DocumentId
from . import schema
from .claims import CLAIM, current_numbers, make_claim_row
from .database import Database, batches, stream
from .decisions import DECISION
from .documents import latest_ids, make_document
from .events import EVENT, make_row
from .evidence import find_spans, make_evidence
from .originals import unpack
from .readings import READING
from .records import Problem

REREAD = "run `dateline reread`"
RESTORE = "restore a backup with `dateline restore`, or read the sources into a new store"
CONSOLIDATE = "run `dateline consolidate` to compute the events again"
FORGET = "run the same `dateline forget` again"


def examine(database: Database) -> tuple[Problem, ...]:
    """Everything that is wrong; nothing is changed."""
    problems: list[Problem] = []
    for check in CHECKS:
        try:
            # A view of its own for each: PostgreSQL answers nothing more after a failure.
            with database.reading() as connection:
                problems.extend(check(connection))
        except (StoreError, msgspec.MsgspecError) as error:
            problem = str(error.__cause__ or error).splitlines()[0]
            problems.append(Problem("store", f"it cannot be read ({problem})", RESTORE))
    return tuple(problems)


def check_file(connection: Connection) -> Iterator[Problem]:
    """SQLite's own look at its pages and references."""
    if connection.dialect.name != "sqlite":
        return
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if found != "ok":
            yield Problem("store", f"the file is damaged ({found})", RESTORE)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        problem = f"row {row[1]} refers to a row of {row[2]} that is not there"
        yield Problem(f"table {row[0]}", problem, RESTORE)


def check_documents(connection: Connection) -> Iterator[Problem]:
    """Whether each document still is the text its id was made from."""
    table = schema.documents
    for row in stream(connection, select(table).order_by(table.c.id)):
        document = make_document(row)
        record = f"document {row.id}"
        if document.id != row.id:
            yield Problem(record, "its text, address or time was changed", RESTORE)
        if document.headline and document.headline.end > len(document.text):
            yield Problem(record, "its headline ends after its text", RESTORE)


def check_originals(connection: Connection) -> Iterator[Problem]:
    """Whether the bytes documents were made from are those that were kept."""
    for row in stream(connection, select(schema.blobs).order_by(schema.blobs.c.digest)):
        try:
            whole = sha256(unpack(row.packing, row.bytes)).hexdigest() == row.digest
        except zlib.error:
            whole = False
        if not whole:
            yield Problem(f"original {row.digest}", "its bytes were changed", RESTORE)


Quote = tuple[str, int, int, str]  # field, start, end, quote


def check_claims(connection: Connection) -> Iterator[Problem]:
    """Whether every value of every claim shows the document's own words."""
    table = schema.claims
    statement = (
        select(schema.documents, table.c.id.label("claim"), table.c.body)
        .join(table, table.c.document == schema.documents.c.id)
        .order_by(table.c.id)
    )
    for rows in batches(connection, statement):
        quotes = read_quotes(connection, [row.claim for row in rows])
        for row in rows:
            claim = CLAIM.decode(row.body)
            yield from compare_claim(row.claim, claim, make_document(row), quotes[row.claim])


def read_quotes(connection: Connection, claims: list[str]) -> dict[str, list[Quote]]:
    """The stored quotes of each of some claims."""
    table = schema.evidence
    quotes: dict[str, list[Quote]] = {claim: [] for claim in claims}
    for row in connection.execute(
        select(table).where(table.c.claim.in_(claims)).order_by(table.c.claim, table.c.position)
    ):
        quotes[row.claim].append((row.field, row.start, row.end, row.quote))
    return quotes


def compare_claim(
    name: str, claim: Claim, document: Document, stored: list[Quote]
) -> Iterator[Problem]:
    """What is wrong with one claim and its quotes."""
    record = f"claim {name}"
    if claim.id != name:
        yield Problem(record, "it was named by another version, or changed", REREAD)
    for field, start, end, quote in stored:
        if document.text[start:end] != quote:
            yield Problem(record, f"{field} at {start}:{end} does not show its quote", REREAD)
    wanted = {
        (evidence.field, evidence.span.start, evidence.span.end)
        for evidence in make_evidence(claim, document.text)
    }
    for field, start, end in sorted(wanted ^ {quote[:3] for quote in stored}):
        yield Problem(record, f"{field} at {start}:{end} has no quote, or a quote too many", REREAD)


def check_claim_columns(connection: Connection) -> Iterator[Problem]:
    """Whether the columns that filters use say what the claims say, and a reading found each."""
    table, links = schema.claims, schema.reading_claims
    found = select(links.c.claim).where(links.c.claim == table.c.id).exists()
    for row in stream(connection, select(table, found.label("found")).order_by(table.c.id)):
        record = f"claim {row.id}"
        columns = make_claim_row(CLAIM.decode(row.body))
        if any(row._mapping[name] != value for name, value in columns.items() if name != "id"):
            yield Problem(record, "its columns differ from the claim", REREAD)
        if not row.found:
            yield Problem(record, "no reading holds it", REREAD)


def check_readings(connection: Connection) -> Iterator[Problem]:
    """Whether every reading was finished and points into its text."""
    table = schema.readings
    statement = (
        select(table, schema.documents.c.text)
        .join(schema.documents, schema.documents.c.id == table.c.document)
        .order_by(table.c.id)
    )
    for row in stream(connection, statement):
        record = f"reading {row.id}"
        reading = READING.decode(row.body)
        if not row.complete:
            yield Problem(record, f"it was broken off (document {row.document})", REREAD)
        if reading.id != row.id or reading.digest != row.digest:
            yield Problem(record, "its columns differ from the reading", REREAD)
        for field, span in find_spans(reading):
            if span.end > len(row.text):
                yield Problem(record, f"{field} at {span} lies outside the text", REREAD)


def check_unread(connection: Connection) -> Iterator[Problem]:
    """Latest versions that were neither read nor recorded as a failure, as after a kill."""
    table, readings, failures = schema.documents, schema.readings, schema.failures
    statement = (
        select(table.c.id, table.c.address)
        .where(
            table.c.id.in_(latest_ids()),
            ~select(readings.c.id).where(readings.c.document == table.c.id).exists(),
            ~select(failures.c.address).where(failures.c.document == table.c.id).exists(),
        )
        .order_by(table.c.id)
    )
    for row in connection.execute(statement):
        yield Problem(f"document {row.id}", f"{row.address} was never read", REREAD)


def check_events(connection: Connection) -> Iterator[Problem]:
    """Whether every event rests on the claims of current readings, as its columns say."""
    table, members = schema.events, schema.event_claims
    links = schema.reading_claims
    current = set(
        connection.scalars(
            select(links.c.claim)
            .join(schema.readings, schema.readings.c.id == links.c.reading)
            .where(schema.readings.c.sequence.in_(current_numbers()))
        )
    )
    stored: dict[str, list[str]] = {}
    for row in connection.execute(select(members).order_by(members.c.event, members.c.position)):
        stored.setdefault(row.event, []).append(row.claim)
    for row in stream(connection, select(table).order_by(table.c.id)):
        record = f"event {row.id}"
        event = EVENT.decode(row.body)
        if any(row._mapping[name] != value for name, value in make_row(event).items()):
            yield Problem(record, "its columns differ from the event", CONSOLIDATE)
        if list(event.claims) != stored.get(row.id, []):
            yield Problem(record, "its claims differ from the event's", CONSOLIDATE)
        elif not current.issuperset(event.claims):
            yield Problem(record, "it rests on readings that were replaced", CONSOLIDATE)


def check_decisions(connection: Connection) -> Iterator[Problem]:
    """Whether every decision is as it was made and points at words of its document."""
    table = schema.decisions
    statement = (
        select(table, schema.documents.c.text)
        .join(schema.documents, schema.documents.c.id == table.c.document)
        .order_by(table.c.sequence)
    )
    for row in connection.execute(statement):
        record = f"decision {row.id}"
        decision = DECISION.decode(row.body)
        if decision.id != row.id:
            yield Problem(record, "it was named by another version, or changed", RESTORE)
        if decision.span.end > len(row.text):
            yield Problem(record, f"its words at {decision.span} lie outside the text", RESTORE)


def check_forgotten(connection: Connection) -> Iterator[Problem]:
    """Whether anything is left of what was forgotten."""
    gone = schema.tombstones.c.document
    kept: tuple[ColumnElement[str], ...] = (
        schema.documents.c.id,
        schema.claims.c.document,
        schema.readings.c.document,
        schema.originals.c.document,
        schema.failures.c.document,
    )
    left = {
        DocumentId(document)
        for column in kept
        for document in connection.scalars(select(column).where(column.in_(select(gone))))
    }
    for document in sorted(left):
        yield Problem(f"document {document}", "it was forgotten and is still here", FORGET)


CHECKS: tuple[Callable[[Connection], Iterator[Problem]], ...] = (
    check_file,
    check_documents,
    check_originals,
    check_claims,
    check_claim_columns,
    check_readings,
    check_unread,
    check_events,
    check_decisions,
    check_forgotten,
)
