"""Keep what reviewers decided; rows are only ever added."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from ..errors import UsageError
from ..types import Decision, DecisionId, DocumentId
from . import schema
from .database import add_rows
from .documents import encode, get_document

DECISION = msgspec.json.Decoder(Decision)


def add_decision(connection: Connection, decision: Decision) -> bool:
    """Keep a decision; whether it is new."""
    document = get_document(connection, decision.document)
    if document is None:
        raise UsageError(f"no document {decision.document}: a decision needs one that is kept")
    if decision.span.end > len(document.text):
        raise UsageError(f"the decision's words at {decision.span} lie outside the document")
    row = {
        "id": decision.id,
        "document": decision.document,
        "verb": decision.verb.value,
        "body": encode(decision),
    }
    return add_rows(connection, schema.decisions, row)


def find_decisions(connection: Connection, document: DocumentId | None) -> tuple[Decision, ...]:
    """The decisions, or those about one document, in the order they came."""
    table = schema.decisions
    statement = select(table.c.body).order_by(table.c.sequence)
    if document is not None:
        statement = statement.where(table.c.document == document)
    return tuple(DECISION.decode(body) for body in connection.scalars(statement))


def get_decision(connection: Connection, decision: DecisionId) -> Decision | None:
    """One decision by its id."""
    table = schema.decisions
    body = connection.scalar(select(table.c.body).where(table.c.id == decision))
    return None if body is None else DECISION.decode(body)
