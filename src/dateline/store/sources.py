"""Keep what is known of sources, visits and items, so that fetching goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, select

from ..types import Confidence, Source, SourceKind
from . import schema
from .database import printable
from .records import Item, SourceState, Visit

DAY, WEEKS = timedelta(days=1), timedelta(weeks=4)
KNOWN_FOR = 3  # days; on its first a source gives all it has


def set_sources(connection: Connection, sources: Iterable[Source]) -> None:
    """Keep what is said of sources now; of those that are gone, what was said stays."""
    table = schema.sources
    for source in sources:
        row = {**asdict(source), "kind": source.kind.value}
        row["trust"] = source.trust and source.trust.value
        connection.execute(delete(table).where(table.c.name == source.name))
        connection.execute(table.insert().values(row))


def find_sources(connection: Connection) -> tuple[Source, ...]:
    """Every source there ever was, by name."""
    rows = connection.execute(select(schema.sources).order_by(schema.sources.c.name))
    return tuple(map(make_source, rows))


def make_source(row: Row[Any]) -> Source:
    """The record of a row."""
    return Source(
        row.name,
        SourceKind(row.kind),
        row.location,
        row.country,
        row.owner,
        row.lean,
        row.trust and Confidence(row.trust),
    )


def find_states(connection: Connection) -> tuple[SourceState, ...]:
    """How each source is doing, by name."""
    visits, documents = schema.visits, schema.documents
    counted = _count(connection, select(documents.c.source))
    failing = _count(connection, select(visits.c.source).where(visits.c.problem.is_not(None)))
    return tuple(
        SourceState(
            source,
            counted.get(source.name, 0),
            failing.get(source.name, 0),
            own.succeeded if own else None,
            own.problem if own else None,
            *_find_pace(connection, source.name),
        )
        for source in find_sources(connection)
        for own in (get_visit(connection, source.name, source.location),)
    )


def _find_pace(connection: Connection, source: str) -> tuple[int, float | None]:
    """How many documents came within a day of the last, and how many usually did."""
    at = schema.fetches.c.at
    came = schema.fetches.c.source == source
    first, last = connection.execute(select(func.min(at), func.max(at)).where(came)).one()
    if last is None:
        return 0, None
    began = max(first, last - DAY - WEEKS)
    days = (last - DAY - began) / DAY
    until = last - DAY

    def count(*within: ColumnElement[bool]) -> int:
        return connection.scalar(select(func.count()).where(came, *within)) or 0

    before = count(at >= began, at <= until) if days >= KNOWN_FOR else 0
    return count(at > until), before / days if days >= KNOWN_FOR else None


def _count(connection: Connection, names: Select[tuple[str]]) -> dict[str, int]:
    named = names.subquery()
    column = named.c.source
    rows = connection.execute(select(column, func.count()).group_by(column))
    return {row[0]: row[1] for row in rows}


def get_visit(connection: Connection, source: str, address: str) -> Visit | None:
    """The last visit to an address for a source."""
    table = schema.visits
    row = connection.execute(
        select(table).where(table.c.source == source, table.c.address == printable(address))
    ).first()
    return None if row is None else Visit(**row._mapping)


def set_visit(connection: Connection, visit: Visit) -> None:
    """Keep a visit in place of the one before."""
    table = schema.visits
    row = {**asdict(visit), "address": printable(visit.address)}
    row["problem"] = visit.problem and printable(visit.problem)
    connection.execute(
        delete(table).where(table.c.source == row["source"], table.c.address == row["address"])
    )
    connection.execute(table.insert().values(row))


def find_item(connection: Connection, source: str, *, guid: str, address: str) -> Item | None:
    """What is remembered of an item: by what its feed calls it, else by its address."""
    table = schema.items
    for condition in (table.c.guid == guid, table.c.address == address):
        row = connection.execute(
            select(table).where(table.c.source == source, condition).order_by(table.c.guid)
        ).first()
        if row is not None:
            return Item(**row._mapping)
    return None


def find_items(connection: Connection, source: str) -> tuple[Item, ...]:
    """The items of a feed, the oldest first."""
    table = schema.items
    rows = connection.execute(
        select(table).where(table.c.source == source).order_by(table.c.first, table.c.guid)
    )
    return tuple(Item(**row._mapping) for row in rows)


def set_item(connection: Connection, item: Item) -> None:
    """Remember an item; under an address that changes its name there is still one."""
    table = schema.items
    connection.execute(
        delete(table).where(
            table.c.source == item.source,
            (table.c.guid == item.guid) | (table.c.address == item.address),
        )
    )
    connection.execute(table.insert().values(asdict(item)))
