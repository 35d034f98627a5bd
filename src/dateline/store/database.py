"""Reach a database by path or URL, in transactions, with errors a person can act on."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    Table,
    create_engine,
    event,
    func,
    make_url,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)

from ..errors import StoreError

# Another process holds the write lock for one document at a time, milliseconds; half a minute
# means that something is wrong with it.
BUSY_SECONDS = 30

# Rows that travel from the database at a time; texts of a few kilobytes make this a megabyte.
BATCH = 200

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Value = TypeVar("Value")

# A server that is there answers within a second or two; without a limit the wait has no end.
CONNECT_SECONDS = 10

DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}

# What a database says when a person can do something about it, in lower case, and what to do.
REMEDIES = (
    ("readonly", "it is read-only", "make the file and its folder writable, or copy the store"),
    ("read-only", "it is read-only", "name a server that takes writes"),
    ("not a database", "it is not a SQLite database", "name another file"),
    ("is locked", "another process keeps it busy", "wait until that is done, and try again"),
    ("disk is full", "the disk is full", "make room and try again; nothing was half written"),
    ("malformed", "the file is damaged", "restore a backup with `dateline restore`"),
    ("disk i/o error", "the disk cannot be read or written", "check the disk, restore a backup"),
    ("unable to open", "it cannot be opened", "check the path and its permissions"),
    ("password", "the server refuses this user and password", "check both in the URL"),
    ("no pg_hba", "the server refuses this address", "ask whoever runs the server"),
    ("connection refused", "no server answers there", "start it, or check host and port"),
    ("no such file", "no server answers there", "start it, or check host and port"),
    ("resolve host", "there is no such host", "check the host in the URL"),
    ("name or service not known", "there is no such host", "check the host in the URL"),
    ("timeout", "the server does not answer in time", "check host and port"),
    ('database "', "there is no such database", "create it, or check its name in the URL"),
    ('role "', "the server knows no such user", "check the user in the URL"),
    ("permission denied", "this user may not do that", "grant the rights, or name another user"),
    ("invalid connection", "the URL holds an unknown option", "check what follows its `?`"),
)

# Bugs of ours, not of the database; they keep their traceback.
BUGS = (IntegrityError, DataError, NotSupportedError, ProgrammingError)

# PostgreSQL counts these among the mistakes in a statement; a person can mend them all the same.
NO_BUGS = ("permission denied", "invalid connection")


@dataclass(frozen=True, slots=True)
class Database:
    """An open database: its name for people, and its file where it has one."""

    engine: Engine
    name: str
    path: Path | None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the store, however long the reading takes."""
        options = {} if self.path else {"isolation_level": "REPEATABLE READ"}
        with (
            explained(self.name),
            self.engine.execution_options(**options).connect() as connection,
        ):
            yield connection

    def ask(
        self,
        find: Callable[Concatenate[Connection, Asked], Answer],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Answer:
        """What a question finds in one view of the store."""
        with self.reading() as connection:
            return find(connection, *args, **kwargs)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        # SQLite: take the lock before reading, or two writers who both read first cannot go on.
        with (
            explained(self.name),
            self.engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection,
        ):
            yield connection

    @contextmanager
    def outside_transactions(self) -> Iterator[Connection]:
        """For the few statements that no transaction may hold."""
        # With isolation_level SQLAlchemy would hand SQLite's transactions back to the driver.
        options = {"begin": None} if self.path else {"isolation_level": "AUTOCOMMIT"}
        with (
            explained(self.name),
            self.engine.execution_options(**options).connect() as connection,
        ):
            yield connection

    def keep_log(self) -> None:
        """Have a new SQLite file log ahead, so that readers and the writer never wait."""
        if self.path is not None:
            with self.outside_transactions() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn what a database complains about into one line with a remedy."""
    try:
        yield
    except BUGS as error:
        if not any(words in str(error.orig) for words in NO_BUGS):
            raise
        raise StoreError(explain(name, error)) from error
    except DBAPIError as error:
        raise StoreError(explain(name, error)) from error


def explain(name: str, error: DBAPIError) -> str:
    """One line: which store, why, what to do."""
    complaint = str(error.orig).strip().lower()
    for words, reason, remedy in REMEDIES:
        if words in complaint:
            return f"{name}: {reason}: {remedy}"
    first_line = complaint.splitlines()[0] if complaint else type(error.orig).__name__
    return f"{name}: the database failed ({first_line}): run `dateline doctor`"


def open_database(location: str | Path, *, create: bool) -> Database:
    """Reach the database at a path or URL, without looking into it."""
    url = make_location(location)
    name = show(url)
    if url.get_backend_name() == "sqlite":
        path = prepare_file(url, name, create=create)
        engine = create_engine(url)
        event.listen(engine, "connect", set_up_sqlite)
        event.listen(engine, "begin", begin_sqlite)
        return Database(engine, name, path)
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(CONNECT_SECONDS)})
    try:
        engine = create_engine(url)
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{name} needs a driver that is not installed: pip install 'dateline[postgres]'"
        ) from error
    return Database(engine, name, None)


def make_location(location: str | Path) -> URL:
    """The URL of a path or URL, with the driver Dateline uses."""
    if isinstance(location, Path) or "://" not in location:
        return URL.create(DRIVERS["sqlite"], database=str(Path(location).expanduser()))
    scheme, _, rest = location.partition("://")
    backend = scheme.partition("+")[0]
    if backend not in DRIVERS:
        raise StoreError(
            f"{backend} is not a database Dateline can use: name a path or a postgresql:// URL"
        )
    try:
        return make_url(f"{DRIVERS[backend]}://{rest}")
    except (ArgumentError, ValueError):
        # Without the cause: its text may hold the password.
        raise StoreError(
            "the store's URL cannot be read: write postgresql://USER@HOST:PORT/DATABASE"
        ) from None


def show(url: URL) -> str:
    """A location as people may see it: no password, and no options, which may hold one."""
    if url.get_backend_name() == "sqlite":
        return url.database or "the store"
    return URL.create(
        "postgresql", url.username, None, url.host, url.port, url.database
    ).render_as_string()


def prepare_file(url: URL, name: str, *, create: bool) -> Path:
    """Make the folder and an empty private file, unless they are there."""
    database = url.database or ""
    if database in {"", ":memory:"} or "mode=memory" in url.render_as_string():
        raise StoreError("a store in memory would lose what was read: name a file")
    path = Path(database.removeprefix("file:").partition("?")[0])
    if path.is_dir():
        raise StoreError(f"{name} is a folder: name a file in it, such as {path / 'dateline.db'}")
    if path.exists():
        return path
    if not create:
        raise StoreError(f"{name} does not exist: read something into it first, or check --store")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives its side files the mode of the main one.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise StoreError(
            f"{name} cannot be created ({problem}): check the path and its permissions"
        ) from error
    return path


def set_up_sqlite(connection: Any, _record: object) -> None:
    """Make each connection durable, strict and forgetful."""
    # The driver would begin and commit by rules of its own; begin_sqlite does it.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begin for real, and for writing at once where writing is meant."""
    statement = connection.get_execution_options().get("begin", "BEGIN")
    if statement is not None:
        connection.exec_driver_sql(statement)


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insertion that can say what to do with a key that is there already."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return make(table)


def add_rows(connection: Connection, table: Table, *rows: Mapping[str, object]) -> bool:
    """Insert rows, leaving those whose key is there already as they are; whether any was new."""
    if not rows:
        return False
    # Without the option PostgreSQL's driver counts what came back, not what went in.
    options = {"preserve_rowcount": True}
    statement = insert_into(connection, table).on_conflict_do_nothing()
    return connection.execute(statement, rows, execution_options=options).rowcount > 0


def batches(
    connection: Connection, statement: Select[*tuple[Any, ...]]
) -> Iterator[Sequence[Row[*tuple[Any, ...]]]]:
    """The rows of an answer of any size, some at a time; its cursor ends with the iterator."""
    # On the statement: given to the connection, the option would stay for all that follow.
    answer = connection.execute(statement, execution_options={"yield_per": BATCH})
    with closing(answer):
        yield from answer.partitions()


def stream(
    connection: Connection, statement: Select[*tuple[Any, ...]]
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows of an answer of any size, one after the other."""
    for rows in batches(connection, statement):
        yield from rows


def printable(words: str) -> str:
    """Words any database can hold: what failed may have a name that is no text at all."""
    return words.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")


def parts(values: Collection[Value]) -> Iterator[Sequence[Value]]:
    """Values in parts that fit one question: SQLite takes no more than some thousands."""
    every = tuple(values)
    for at in range(0, len(every), BATCH):
        yield every[at : at + BATCH]


def next_number(connection: Connection, table: Table) -> ColumnElement[int]:
    """The number the table would give to its next row."""
    if connection.dialect.name == "sqlite":
        return select(func.max(table.c.sequence) + 1).scalar_subquery()
    return func.nextval(func.pg_get_serial_sequence(table.name, "sequence"))
