"""Keep why a document could not be read, until it can."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, select

from ..types import DocumentId, Failure
from . import schema
from .database import printable
from .originals import clear_failed
from .records import Visit


def add_failure(connection: Connection, failure: Failure) -> bool:
    """Keep a failure in place of the address's last one; whether it differs from that."""
    table = schema.failures
    row = {
        "address": printable(failure.address),
        "step": failure.step,
        "problem": printable(failure.problem),
        "document": failure.document,
    }
    known = connection.execute(select(table).where(table.c.address == row["address"])).first()
    if known is not None and known._mapping == row:
        return False
    connection.execute(delete(table).where(table.c.address == row["address"]))
    connection.execute(table.insert().values(row))
    return True


def clear_failure(connection: Connection, address: str) -> None:
    """Forget a failure, and what it kept, once its address has succeeded."""
    table = schema.failures
    connection.execute(delete(table).where(table.c.address == printable(address)))
    clear_failed(connection, address)


def note_visit(connection: Connection, visit: Visit, *, step: str) -> None:
    """Keep a visit's problem as the failure of its address, or clear the one that was there."""
    if visit.problem is None:
        clear_failure(connection, visit.address)
    else:
        add_failure(connection, Failure(visit.address, step, visit.problem))


def get_failure(connection: Connection, address: str) -> Failure | None:
    """The failure of an address that has not succeeded since."""
    table = schema.failures
    row = connection.execute(select(table).where(table.c.address == printable(address))).first()
    return None if row is None else _make_failure(row)


def find_failures(connection: Connection) -> tuple[Failure, ...]:
    """What failed and has not succeeded since, by address."""
    table = schema.failures
    return tuple(map(_make_failure, connection.execute(select(table).order_by(table.c.address))))


def _make_failure(row: Row[Any]) -> Failure:
    return Failure(row.address, row.step, row.problem, row.document and DocumentId(row.document))
