"""Find every span in a claim, and the words it covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from sqlalchemy import Connection, select

from ..types import Claim, ClaimId, Reading, Span
from . import schema
from .records import Evidence


def find_spans(record: Claim | Reading) -> Iterator[tuple[str, Span]]:
    """Every span with the field it stands for: ``trigger``, ``actors.0``, ``tolls.1.whose``.

    It walks the record's own fields, so that a field added to a claim cannot be left out. A part's
    own ``span`` bears the part's name: ``actors.0`` rather than ``actors.0.span``.
    """
    for field in fields(record):
        yield from _find_spans(field.name, getattr(record, field.name))


def _find_spans(name: str, value: object) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield name, value
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            yield from _find_spans(f"{name}.{position}", part)
    else:
        kind: type = type(value)
        for field, suffix in _parts(kind):
            yield from _find_spans(name + suffix, getattr(value, field))


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
