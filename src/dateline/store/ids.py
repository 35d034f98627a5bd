"""Find the record that the first characters of an id name."""

from __future__ import annotations

import re

from sqlalchemy import Column, Connection, Select, select

from ..errors import UsageError
from ..types import EventId
from . import schema
from .events import find_redirects
from .records import Found, RecordKind

# Shorter ones are ambiguous in any store of size, and a date or a number typed by mistake fits.
SHORTEST = 6

# As many as fit on a line or two.
SHOWN = 5

IDS: tuple[tuple[RecordKind, Column[str]], ...] = (
    (RecordKind.DOCUMENT, schema.documents.c.id),
    (RecordKind.READING, schema.readings.c.id),
    (RecordKind.CLAIM, schema.claims.c.id),
    (RecordKind.EVENT, schema.events.c.id),
    (RecordKind.EVENT, schema.event_redirects.c.old),
    (RecordKind.DECISION, schema.decisions.c.id),
)


def find_id(connection: Connection, prefix: str, kind: RecordKind | None) -> Found:
    """The one record, of any kind or of one, whose id begins with these characters.

    An event that was merged away is found as the event it became.
    """
    wanted = check_prefix(prefix)
    columns = [(found, column) for found, column in IDS if kind in {None, found}]
    found = {
        resolve(connection, Found(kind, id))
        for kind, column in columns
        for id in connection.scalars(starting_with(column, wanted).limit(SHOWN + 1))
    }
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(f"{prefix} is ambiguous: {name_candidates(found)}")
    raise UsageError(explain_unknown(connection, wanted, kind))


def check_prefix(prefix: str) -> str:
    """A prefix as ids are written."""
    wanted = prefix.strip().lower()
    if len(wanted) < SHORTEST:
        raise UsageError(f"{prefix!r} is too short: give at least {SHORTEST} characters of the id")
    if not re.fullmatch(r"[0-9a-f]+", wanted):
        raise UsageError(f"{prefix!r} is not an id: ids are made of 0-9 and a-f")
    return wanted


def starting_with(column: Column[str], prefix: str) -> Select[str]:
    """The ids between a prefix and the next one, which an index can find; "g" follows "f"."""
    return select(column).where(column >= prefix, column < prefix + "g").order_by(column)


def resolve(connection: Connection, found: Found) -> Found:
    """Lead a merged event's id to what it became."""
    if found.kind is not RecordKind.EVENT:
        return found
    return Found(found.kind, find_redirects(connection).get(EventId(found.id), found.id))


def name_candidates(found: set[Found]) -> str:
    """The records a prefix could mean, so that the next try can be longer."""
    names = sorted(str(candidate) for candidate in found)
    more = " and more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def explain_unknown(connection: Connection, prefix: str, kind: RecordKind | None) -> str:
    """Why nothing was found; a forgotten document has left its tombstone."""
    table = schema.tombstones
    forgotten = connection.execute(
        select(table).where(table.c.document.in_(starting_with(table.c.document, prefix)))
    ).first()
    if forgotten is not None and kind in {None, RecordKind.DOCUMENT}:
        return (
            f"document {forgotten.document} was forgotten on {forgotten.at:%Y-%m-%d} "
            f"({forgotten.reason})"
        )
    return f"no {kind or 'record'} has an id that begins with {prefix}"
