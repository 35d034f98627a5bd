"""Find every span in a claim, and the words it covers."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache

from sqlalchemy import Connection, select

from ..types import Claim, ClaimId, Reading, Span
from . import schema
from .records import Evidence

BARE = frozenset({type(None), str, int, float, bool})  # kinds of values that have no parts


def find_spans(record: Claim | Reading) -> list[tuple[str, Span]]:
    """Every span with the field it stands for: ``trigger``, ``actors.0``, ``tolls.1.whose``.

    It walks the record's own fields, so that a field added to a claim cannot be left out. A part's
    own ``span`` bears the part's name: ``actors.0`` rather than ``actors.0.span``.
    """
    found: list[tuple[str, Span]] = []
    for field in fields(record):
        _add_spans(field.name, getattr(record, field.name), found)
    return found


def _add_spans(name: str, value: object, found: list[tuple[str, Span]]) -> None:
    # A list that grows, and no names for what has no parts: as generators within generators this
    # took a quarter of the time of storing a reading.
    kind: type = type(value)
    if kind is Span:
        found.append((name, value))  # type: ignore[arg-type]
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            _add_spans(f"{name}.{position}", part, found)
    else:
        for field, suffix in _parts(kind):
            part = getattr(value, field)
            if type(part) not in BARE:
                _add_spans(name + suffix, part, found)


@cache
def _parts(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record, and what each adds to a name; none of any other kind."""
    # To ask the same few kinds again for each value took half of the time of storing a reading.
    if not is_dataclass(kind):
        return ()
    names = (field.name for field in fields(kind))
    return tuple((name, "" if name == "span" else f".{name}") for name in names)


def make_evidence(claim: Claim, text: str) -> tuple[Evidence, ...]:
    """The words behind every value of a claim about this text."""
    return tuple(
        Evidence(claim.id, field, span, span.of(text)) for field, span in find_spans(claim)
    )


def get_evidence(connection: Connection, claim: ClaimId) -> tuple[Evidence, ...]:
    """The stored words behind every value of a claim."""
    table = schema.evidence
    rows = connection.execute(
        select(table).where(table.c.claim == claim).order_by(table.c.position)
    )
    return tuple(
        Evidence(ClaimId(row.claim), row.field, Span(row.start, row.end), row.quote) for row in rows
    )
