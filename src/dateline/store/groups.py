"""Keep what each document tells under what it is found by, and which documents must be looked at.

What is filed serves to compute events again; it is no part of what they say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
)

from ..types import DocumentId, EventId
from . import schema
from .database import insert_into, parts
from .records import GroupKey, GroupRow


def set_groups(connection: Connection, rows: Iterable[GroupRow]) -> None:
    """File groups in place of all that were filed."""
    for table in (schema.group_keys, schema.groups):
        connection.execute(delete(table))
    _insert(connection, tuple(rows))


def add_groups(connection: Connection, rows: Collection[GroupRow]) -> None:
    """File groups; what was filed under their names is replaced."""
    remove_groups(connection, [row.name for row in rows])
    _insert(connection, rows)


def _insert(connection: Connection, rows: Collection[GroupRow]) -> None:
    table = schema.groups
    for some in parts(rows):
        connection.execute(table.insert(), [_make_row(row) for row in some])
        numbers = dict(
            connection.execute(
                select(table.c.name, table.c.sequence).where(
                    table.c.name.in_([row.name for row in some])
                )
            ).all()
        )
        keys = [_make_key(row, key, numbers[row.name]) for row in some for key in row.keys]
        if keys:
            connection.execute(schema.group_keys.insert(), keys)


def _make_row(row: GroupRow) -> dict[str, object]:
    return {
        "name": row.name,
        "document": row.document,
        "component": row.component,
        "event": row.event,
        "first_day": row.first,
        "last_day": row.last,
        "is_point": row.is_point,
        "gist": row.gist,
    }


def _make_key(row: GroupRow, key: GroupKey, number: int) -> dict[str, object]:
    return {
        "key": key.key,
        "last_day": row.last,
        "first_day": row.first,
        "grouped": number,
        "is_name": key.is_name,
        "is_wide": key.is_wide,
    }


def remove_groups(connection: Connection, names: Collection[str]) -> None:
    """Take groups out of the files."""
    table, keys = schema.groups, schema.group_keys
    for some in parts(names):
        numbers = select(table.c.sequence).where(table.c.name.in_(some))
        connection.execute(delete(keys).where(keys.c.grouped.in_(numbers)))
        connection.execute(delete(table).where(table.c.name.in_(some)))


def groups_of(connection: Connection, documents: Collection[DocumentId]) -> tuple[GroupRow, ...]:
    """What some documents tell, without the keys."""
    return tuple(_find(connection, schema.groups.c.document, documents))


def groups_in(connection: Connection, components: Collection[str]) -> tuple[GroupRow, ...]:
    """What is linked under some names, without the keys."""
    return tuple(_find(connection, schema.groups.c.component, components))


def _find(
    connection: Connection, column: ColumnElement[str], values: Collection[str]
) -> Iterator[GroupRow]:
    table = schema.groups
    for some in parts(values):
        statement = select(table).where(column.in_(some)).order_by(table.c.name)
        yield from map(_make_record, connection.execute(statement))


def find_near(connection: Connection, row: GroupRow) -> tuple[GroupRow, ...]:
    """All that may be one happening with a group, and some that may not: without the keys."""
    table, keys = schema.groups, schema.group_keys
    if not row.keys:
        return ()
    conditions: list[ColumnElement[bool]] = [keys.c.key.in_([key.key for key in row.keys])]
    if row.first is not None and row.last is not None:
        meets = and_(keys.c.last_day >= row.first, keys.c.first_day <= row.last)
        conditions.append(or_(keys.c.last_day.is_(None), meets))
    if row.is_point:
        conditions.append(or_(~keys.c.is_wide, ~table.c.is_point))
    # As in blocking: of names two must be shared, of other keys one.
    weight = func.sum(case((keys.c.is_name, 1), else_=2))
    near = (
        select(keys.c.grouped)
        .join(table, table.c.sequence == keys.c.grouped)
        .where(*conditions)
        .group_by(keys.c.grouped)
        .having(weight >= 2)
    )
    statement = select(table).where(table.c.sequence.in_(near)).order_by(table.c.name)
    return tuple(map(_make_record, connection.execute(statement)))


def _make_record(row: Row[Any]) -> GroupRow:
    return GroupRow(
        row.name,
        DocumentId(row.document),
        row.component,
        EventId(row.event),
        row.first_day,
        row.last_day,
        row.is_point,
        row.gist,
    )


def mark_stale(connection: Connection, document: DocumentId) -> None:
    """Have a document looked at when events are computed."""
    _mark(connection, [document])


def mark_versions_stale(connection: Connection, document: DocumentId) -> None:
    """Have a document looked at, and the versions that it takes the place of."""
    table = schema.documents
    here = table.alias("here")
    versions = (
        select(table.c.id)
        .join(here, and_(here.c.source == table.c.source, here.c.address == table.c.address))
        .where(here.c.id == document)
    )
    _mark(connection, connection.scalars(versions).all())


def mark_linked_stale(connection: Connection, document: DocumentId) -> None:
    """Have all that is linked with what a document tells looked at."""
    table = schema.groups
    components = select(table.c.component).where(table.c.document == document)
    linked = connection.scalars(
        select(table.c.document).where(table.c.component.in_(components)).distinct()
    )
    _mark(connection, [other for other in linked if other != document])


def _mark(connection: Connection, documents: Collection[str]) -> None:
    """Count what happens to documents: who computes events must not lose what happens meanwhile."""
    table = schema.stale
    insert = insert_into(connection, table)
    counting = insert.on_conflict_do_update(
        index_elements=[table.c.document], set_={"times": table.c.times + 1}
    )
    if rows := [{"document": document, "times": 1} for document in sorted(documents)]:
        connection.execute(counting, rows)


def find_stale(connection: Connection) -> dict[DocumentId, int]:
    """The documents to look at, and how often something happened to them."""
    table = schema.stale
    rows = connection.execute(select(table).order_by(table.c.document))
    return {DocumentId(row.document): row.times for row in rows}


def clear_stale(connection: Connection, seen: Mapping[DocumentId, int]) -> None:
    """Documents that were looked at; not those to which something happened since."""
    table = schema.stale
    looked_at = delete(table).where(
        table.c.document == bindparam("seen"), table.c.times == bindparam("often")
    )
    if rows := [{"seen": document, "often": times} for document, times in seen.items()]:
        connection.execute(looked_at, rows)


def get_joined(connection: Connection) -> str | None:
    """By what code and data the events were computed the last time."""
    return connection.scalar(select(schema.joined.c.digest))


def set_joined(connection: Connection, digest: str) -> None:
    """Say by what code and data all events were computed."""
    connection.execute(delete(schema.joined))
    connection.execute(schema.joined.insert().values(digest=digest))
