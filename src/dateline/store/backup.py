"""Write a store as one portable file, and make a store from it.

The file is JSON Lines and the same for both databases, so that a store can also move from one to
the other: a head with the version, each table with its columns and rows, and a foot that says how
much there must be.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

import msgspec
from sqlalchemy import Connection, MetaData, Table, func, select

from ..errors import StoreError, UsageError
from . import schema
from .database import Database, batches, open_database
from .migrations import MIGRATIONS, find_version, migrate

FORMAT = "dateline backup"


class Head(msgspec.Struct, frozen=True):
    """The first line."""

    format: str
    version: int


class Rows(msgspec.Struct, frozen=True):
    """A line for each batch of a table's rows."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class Foot(msgspec.Struct, frozen=True):
    """The last line: the digest of everything before it."""

    digest: str


def write_backup(connection: Connection, target: Path) -> None:
    """Write everything the store holds to a new file, whole or not at all."""
    with new_file(target) as stream:
        digest = blake2b(digest_size=32)
        for part in make_lines(connection):
            line = msgspec.json.encode(part) + b"\n"
            digest.update(line)
            stream.write(line)
        stream.write(msgspec.json.encode(Foot(digest.hexdigest())) + b"\n")


def make_lines(connection: Connection) -> Iterator[Head | Rows]:
    """The head, and the rows of every table, those that others refer to first."""
    yield Head(FORMAT, len(MIGRATIONS))
    for table in schema.tables.sorted_tables:
        if table is schema.meta:
            continue
        columns = tuple(str(column.name) for column in table.columns)
        statement = select(table).order_by(*table.primary_key.columns)
        for rows in batches(connection, statement):
            yield Rows(str(table.name), columns, tuple(tuple(row) for row in rows))


@contextmanager
def new_file(target: Path) -> Iterator[BinaryIO]:
    """A private file that appears under its name once it is whole and on the disk."""
    if target.exists():
        raise UsageError(f"{target} is there already: name another file")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise StoreError(f"{target} cannot be written ({problem}): name another file") from error


def copy_before_migration(database: Database, version: int) -> Path | None:
    """Copy a SQLite store beside itself before its tables change.

    PostgreSQL changes tables in the transaction of the step and needs no copy to go back; a dump
    of a server's database is for whoever runs it.
    """
    if database.path is None:
        return None
    target = database.path.with_name(f"{database.path.name}.version-{version}.backup")
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with (
            closing(sqlite3.connect(database.path)) as source,
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            source.backup(copy)
        # A copy of the same version from an attempt that failed gives way to this one.
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{database.name} must be brought up to date, and no copy can be written to {target} "
            "first: make room, or make its folder writable"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def find_copies(path: Path | None) -> tuple[Path, ...]:
    """The copies that were made before migrations."""
    return () if path is None else tuple(sorted(path.parent.glob(f"{path.name}.version-*.backup")))


def restore(backup: Path, location: str | Path) -> None:
    """Make a new store from a backup, whole or not at all; one that is there is never touched."""
    if not backup.is_file():
        raise UsageError(f"{backup} is not a file: name a backup made by `dateline backup`")
    database = open_database(location, create=True)
    try:
        database.keep_log()
        with backup.open("rb") as stream, database.writing() as connection:
            if find_version(connection, database.name):
                raise UsageError(
                    f"{database.name} is a store already: restore into a new file or database"
                )
            restore_rows(connection, backup, read_lines(stream, backup), name=database.name)
    except BaseException:
        database.close()
        if database.path is not None and not database.path.stat().st_size:
            database.path.unlink()
        raise
    database.close()


def read_lines(stream: BinaryIO, backup: Path) -> Iterator[Head | Rows]:
    """The lines of a backup, the foot checked instead of given."""
    head, rows = msgspec.json.Decoder(Head), msgspec.json.Decoder(Rows)
    foot = msgspec.json.Decoder(Foot)
    digest = blake2b(digest_size=32)
    try:
        for number, line in enumerate(stream):
            if line.startswith(b'{"digest"'):
                if foot.decode(line).digest == digest.hexdigest() and not stream.read(1):
                    return
                break
            digest.update(line)
            yield rows.decode(line) if number else head.decode(line)
    except msgspec.MsgspecError as error:
        raise StoreError(f"{backup} is no backup made by `dateline backup`") from error
    raise StoreError(f"{backup} is damaged or cut short: use another backup")


def restore_rows(
    connection: Connection, backup: Path, lines: Iterator[Head | Rows], *, name: str
) -> None:
    """Make the tables of the backup's version, fill them, and bring them up to date."""
    head = next(lines)
    if not isinstance(head, Head) or head.format != FORMAT:
        raise StoreError(f"{backup} is no backup made by `dateline backup`")
    if not 0 < head.version <= len(MIGRATIONS):
        raise StoreError(
            f"{backup} has version {head.version} and this Dateline reads up to version "
            f"{len(MIGRATIONS)}: install a newer Dateline"
        )
    migrate(connection, name=name, to=head.version)
    tables = MetaData()
    tables.reflect(connection)
    for part in lines:
        if isinstance(part, Rows):
            fill(connection, tables.tables[part.table], part)
    count_on(connection, tables.tables.values())
    migrate(connection, name=name)


def fill(connection: Connection, table: Table, part: Rows) -> None:
    """Insert rows, each value as the type that its column has in this database."""
    types = [table.c[name].type.python_type for name in part.columns]
    rows = [
        {
            name: None if value is None else msgspec.convert(value, kind, strict=False)
            for name, kind, value in zip(part.columns, types, row, strict=True)
        }
        for row in part.rows
    ]
    connection.execute(table.insert(), rows)


def count_on(connection: Connection, tables: Iterable[Table]) -> None:
    """Let PostgreSQL's counters go on after the restored numbers; SQLite looks for itself."""
    if connection.dialect.name == "sqlite":
        return
    for table in tables:
        if "sequence" in table.c:
            counter = func.pg_get_serial_sequence(table.name, "sequence")
            next_number = func.coalesce(func.max(table.c.sequence), 0) + 1
            connection.execute(select(func.setval(counter, next_number, False)))
