"""What must go, goes: from the tables, and from the pages of the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from dateline.errors import DocumentError, StoreError, UsageError
from dateline.store import open_store
from dateline.types import Decision, Event, EventId, Failure, Original, Party, Span, Verb

NUMBERS = count(1)

on_sqlite = pytest.mark.parametrize("new_location", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("new_location", ["postgresql"], indirect=True)


@pytest.fixture
def word() -> str:
    """A word that stands nowhere else, not even in what another test left on the server."""
    return f"Zyxw{next(NUMBERS)}tania"


@pytest.fixture
def marked(document, word):
    """The example with that word."""
    return replace(document, text=document.text + f" Nothing was heard from {word}.")


@pytest.fixture
def filled(store, document, marked, read, word):
    """A store with two documents, one event of each and one of both."""
    store.add(
        document,
        read(document),
        original=Original(document.text.encode(), ".html", "a.html", "desk"),
    )
    store.add(
        marked,
        read(marked),
        original=Original(f"<p>{word}</p>".encode(), ".html", "a.html", "desk"),
    )
    store.add(marked, replace(read(marked, "engine 2"), passed_over=()))
    store.add_failure(Failure(marked.address, "read", f"{word} is unknown", marked.id))
    store.add_decision(
        Decision(
            Verb.CORRECT, "r", datetime(2024, 3, 6, tzinfo=UTC), marked.id, Span(0, 4), old=word
        )
    )
    kept, gone = read(document).claims[0].id, read(marked).claims[0].id
    example = Event(
        EventId("a" * 24), read(document).claims[0].kind, read(document).claims[0].status, False,
        (kept,), (document.id,), actors=(Party("The Northern Front"),),
    )  # fmt: skip
    store.set_events(
        [
            example,
            replace(example, id=EventId("b" * 24), claims=(gone,), documents=(marked.id,)),
            replace(
                example,
                id=EventId("c" * 24),
                claims=(kept, gone),
                documents=(document.id, marked.id),
                places=(word,),
            ),
        ]
    )
    return store


def find_word(folder: Path, word: str) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and word.encode() in path.read_bytes()
    ]


def test_a_forgotten_document_leaves_only_its_tombstone(filled, document, marked, rows, word):
    forgotten = filled.forget(marked.id[:8], reason="the family asked")
    assert forgotten.tombstone.document == marked.id
    assert filled.tombstones() == (forgotten.tombstone,)
    assert forgotten.decisions == 1
    assert list(filled.documents()) == [document]
    assert filled.failures() == ()
    assert filled.decisions() == ()
    assert word not in repr(rows(filled))
    assert filled.doctor() == ()


def test_events_that_rest_on_it_alone_go_and_the_others_are_bare(filled, document, marked, read):
    forgotten = filled.forget(marked.id, reason="the family asked")
    assert forgotten.removed == ("b" * 24,)
    assert forgotten.bare == ("c" * 24,)
    bare = filled.get_event("c" * 24)
    assert bare.claims == (read(document).claims[0].id,)
    assert bare.documents == (document.id,)
    assert bare.actors == bare.places == ()
    assert filled.get_event("a" * 24).actors == (Party("The Northern Front"),)


@on_sqlite
def test_no_byte_of_a_sqlite_store_holds_the_word_any_more(filled, marked, word):
    folder = filled.database.path.parent
    assert find_word(folder, word)
    filled.forget(marked.id, reason="the family asked")
    assert find_word(folder, word) == []


@on_postgresql
def test_no_table_file_of_postgresql_holds_the_word_any_more(filled, marked, server, word):
    with filled.database.reading() as connection:
        database = connection.scalar(
            text("SELECT oid FROM pg_database WHERE datname = current_database()")
        )
    folder = server.folder / "base" / str(database)
    server.run("CHECKPOINT")
    assert find_word(folder, word)
    filled.forget(marked.id, reason="the family asked")
    server.run("CHECKPOINT")
    assert find_word(folder, word) == []


def test_a_forgotten_document_is_refused_when_it_comes_again(filled, marked, read):
    filled.forget(marked.id, reason="the family asked")
    with pytest.raises(DocumentError, match=r"was forgotten on .* \(the family asked\)"):
        filled.add(marked, read(marked))
    with pytest.raises(UsageError, match="was forgotten"):
        filled.get_document(marked.id)
    assert len(list(filled.documents())) == 1


def test_forgetting_twice_keeps_the_first_tombstone(filled, marked):
    first = filled.forget(marked.id, reason="the family asked")
    again = filled.forget(marked.id[:6], reason="another reason")
    assert again.tombstone == first.tombstone
    assert (again.removed, again.bare, again.decisions) == ((), (), 0)


@on_sqlite
def test_the_copies_that_may_still_hold_it_are_named(filled, marked):
    path = filled.database.path
    copy = path.with_name(f"{path.name}.version-1.backup")
    copy.write_bytes(b"")
    assert filled.forget(marked.id, reason="the family asked").copies == (copy,)


@on_sqlite
def test_a_reader_that_holds_old_pages_is_reported(filled, marked, monkeypatch, word):
    path = filled.database.path
    monkeypatch.setattr("dateline.store.database.BUSY_SECONDS", 0)
    with open_store(path) as store, open_store(path) as reader:
        with reader.database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM documents").scalar()
            with pytest.raises(StoreError, match="run the same `dateline forget` again"):
                store.forget(marked.id, reason="the family asked")
        store.forget(marked.id, reason="the family asked")
    filled.close()
    assert find_word(path.parent, word) == []
