"""Keep the claims that readings found, and the words behind each of their values."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from ..types import Claim, ClaimId, Document, DocumentId, KindId, Reading, Status
from . import schema
from .database import add_rows, parts, stream
from .documents import encode, in_order, latest_ids
from .evidence import make_evidence

CLAIM = msgspec.json.Decoder(Claim)


def add_claims(connection: Connection, reading: Reading, document: Document) -> None:
    """Keep a reading's claims and the words behind them; a claim known already is only linked."""
    links = [
        {"reading": reading.id, "position": position, "claim": claim.id}
        for position, claim in enumerate(reading.claims)
    ]
    if not links:
        return
    rows = [make_claim_row(claim) for claim in reading.claims]
    quotes = [
        {
            "claim": claim.id,
            "position": position,
            "field": evidence.field,
            "start": evidence.span.start,
            "end": evidence.span.end,
            "quote": evidence.quote,
        }
        for claim in reading.claims
        for position, evidence in enumerate(make_evidence(claim, document.text))
    ]
    add_rows(connection, schema.claims, *rows)
    add_rows(connection, schema.evidence, *quotes)
    connection.execute(schema.reading_claims.insert(), links)


def make_claim_row(claim: Claim) -> dict[str, object]:
    """The row of a claim."""
    return {
        "id": claim.id,
        "document": claim.document,
        "kind": claim.kind,
        "status": claim.status.value,
        "background": claim.background,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "body": encode(claim),
    }


def get_claim(connection: Connection, claim: ClaimId) -> Claim | None:
    """One claim by its id, of whatever reading."""
    table = schema.claims
    body = connection.scalar(select(table.c.body).where(table.c.id == claim))
    return None if body is None else CLAIM.decode(body)


def get_claims(connection: Connection, wanted: Collection[ClaimId]) -> dict[ClaimId, Claim]:
    """Some claims by their ids, of whatever reading."""
    table = schema.claims
    claims = (
        CLAIM.decode(row.body)
        for ids in parts(wanted)
        for row in connection.execute(select(table.c.body).where(table.c.id.in_(ids)))
    )
    return {claim.id: claim for claim in claims}


def current_numbers() -> Select[Any]:
    """The number of the current reading of each document that has one."""
    table = schema.readings
    return select(func.max(table.c.sequence)).where(table.c.complete).group_by(table.c.document)


def latest_numbers() -> Select[Any]:
    """The same of the latest version of each document alone."""
    return current_numbers().where(schema.readings.c.document.in_(latest_ids()))


def find_claims(
    connection: Connection,
    *,
    document: DocumentId | None,
    kind: KindId | None,
    status: Status | None,
) -> Iterator[Claim]:
    """The claims of current readings, in the order of documents and of their text.

    A version that a later one replaced is left out, unless it is asked for.
    """
    numbers = latest_numbers() if document is None else current_numbers()
    links, claims, readings = schema.reading_claims, schema.claims, schema.readings
    statement = (
        select(claims.c.body)
        .join(links, links.c.claim == claims.c.id)
        .join(readings, readings.c.id == links.c.reading)
        .join(schema.documents, schema.documents.c.id == claims.c.document)
        .where(readings.c.sequence.in_(numbers))
        .order_by(*in_order(), links.c.position)
    )
    if document is not None:
        statement = statement.where(claims.c.document == document)
    if kind is not None:
        statement = statement.where(claims.c.kind == kind)
    if status is not None:
        statement = statement.where(claims.c.status == status.value)
    for row in stream(connection, statement):
        yield CLAIM.decode(row.body)
