"""Let processes that share a store part the work: what one holds, the others leave to it.

A lease keeps work from being done twice; that nothing is stored twice is the doing of the keys.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, or_, select

from . import schema
from .database import insert_into


def lease(
    connection: Connection, names: Collection[str], *, owner: str, seconds: float
) -> tuple[str, ...]:
    """Take those of some names that are free, expired or held already, for so long; which."""
    if not names:
        return ()
    table = schema.leases
    now = datetime.now(UTC)
    insert = insert_into(connection, table)
    taking = insert.on_conflict_do_update(
        index_elements=[table.c.name],
        set_={"owner": insert.excluded.owner, "until": insert.excluded.until},
        where=or_(table.c.owner == owner, table.c.until <= now),
    )
    until = now + timedelta(seconds=seconds)
    # In one order, so that two who take the same names never wait for each other.
    rows = [{"name": name, "owner": owner, "until": until} for name in sorted(names)]
    connection.execute(taking, rows)
    held = connection.scalars(
        select(table.c.name).where(table.c.name.in_(names), table.c.owner == owner)
    )
    taken = set(held)
    return tuple(name for name in names if name in taken)


def find_owners(connection: Connection, names: Collection[str]) -> tuple[str, ...]:
    """Who holds some names, or did until the lease expired."""
    table = schema.leases
    found = select(table.c.owner).where(table.c.name.in_(names)).distinct()
    return tuple(connection.scalars(found.order_by(table.c.owner)))


def release(connection: Connection, names: Collection[str], *, owner: str) -> None:
    """Give back names that one holds."""
    table = schema.leases
    connection.execute(delete(table).where(table.c.name.in_(names), table.c.owner == owner))
