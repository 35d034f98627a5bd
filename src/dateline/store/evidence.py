"""Find every span in a claim, and the words it covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

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
    elif is_dataclass(value):
        for field in fields(value):
            inner = name if field.name == "span" else f"{name}.{field.name}"
            yield from _find_spans(inner, getattr(value, field.name))


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
