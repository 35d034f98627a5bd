"""A backup is whole, portable, and makes the same store again."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.errors import StoreError, UsageError
from dateline.store import open_store, restore
from dateline.types import Decision, Event, EventId, Original, Span, Verb


@pytest.fixture
def filled(store, document, read):
    """A store with a row in every table that takes part in a backup."""
    claim = read(document).claims[0]
    undated = replace(document, published=None, address="undated.txt", headline=None)
    store.add(document, read(document), original=Original(b"\x00\xff", ".html", "a.html", "desk"))
    store.add(document, read(document, "engine 2", claims=1))
    store.add_document(undated)
    event = Event(EventId("a" * 24), claim.kind, claim.status, False, (claim.id,), (document.id,))
    store.set_events([event, replace(event, id=EventId("b" * 24))])
    store.set_events([event], {EventId("b" * 24): EventId("a" * 24)})
    store.add_decision(
        Decision(Verb.ACCEPT, "r", datetime(2024, 3, 6, tzinfo=UTC), document.id, Span(0, 4))
    )
    return store


def test_a_restored_store_is_the_same_row_by_row(filled, new_location, tmp_path, rows):
    filled.backup(tmp_path / "store.backup")
    target = new_location()
    restore(tmp_path / "store.backup", target)
    with open_store(target) as again:
        assert rows(again) == rows(filled)
        assert again.doctor() == filled.doctor()


def test_a_restored_store_counts_on(filled, new_location, tmp_path, document, read):
    filled.backup(tmp_path / "store.backup")
    target = new_location()
    restore(tmp_path / "store.backup", target)
    with open_store(target) as again:
        again.add(document, read(document, "engine 3"))
        assert again.current_reading(document.id).digest == "engine 3"


def test_a_store_can_move_from_one_database_to_the_other(filled, tmp_path, server, rows):
    filled.backup(tmp_path / "store.backup")
    if filled.database.path is None:
        target = str(tmp_path / "moved.db")
    else:
        name = f"moved_{os.getpid()}"
        server.run(f"CREATE DATABASE {name}")
        target = server.url(name)
    restore(tmp_path / "store.backup", target)
    with open_store(target) as moved:
        assert rows(moved) == rows(filled)


def test_two_backups_of_one_store_have_the_same_bytes(filled, tmp_path):
    filled.backup(tmp_path / "one")
    filled.backup(tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o600


def test_nothing_is_written_over(filled, new_location, tmp_path, document, read):
    target = tmp_path / "store.backup"
    filled.backup(target)
    with pytest.raises(UsageError, match="is there already"):
        filled.backup(target)
    other = new_location()
    with open_store(other) as store:
        store.add(document, read(document))
    with pytest.raises(UsageError, match="is a store already"):
        restore(target, other)
    with open_store(other) as store:
        assert len(list(store.current_readings())) == 1


def test_a_backup_that_cannot_be_written_says_so(filled, tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        filled.backup(tmp_path / "no such folder" / "store.backup")


def cut(lines: list[bytes]) -> list[bytes]:
    return lines[:-1]


def change(lines: list[bytes]) -> list[bytes]:
    return [line.replace(b"dispatch.txt", b"dispatch.doc") for line in lines]


def go_on(lines: list[bytes]) -> list[bytes]:
    return [*lines, lines[-2]]


def not_ours(lines: list[bytes]) -> list[bytes]:
    return [b"id,kind\n", b"1,clash\n"]


def other_format(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b"dateline backup", b"another backup"), *lines[1:]]


def newer(lines: list[bytes]) -> list[bytes]:
    return [b'{"format":"dateline backup","version":99}\n', *lines[1:]]


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (cut, "damaged or cut short"),
        (change, "damaged or cut short"),
        (go_on, "damaged or cut short"),
        (not_ours, "is no backup"),
        (other_format, "is no backup"),
        (newer, "install a newer Dateline"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_backup_that_is_not_whole_makes_no_store(filled, new_location, tmp_path, spoil, problem):
    good, bad = tmp_path / "good.backup", tmp_path / "bad.backup"
    filled.backup(good)
    bad.write_bytes(b"".join(spoil(good.read_bytes().splitlines(keepends=True))))
    target = new_location()
    with pytest.raises(StoreError, match=problem):
        restore(bad, target)
    with open_store(target) as store:
        assert list(store.documents()) == []


def test_a_backup_that_is_missing_is_named(tmp_path):
    with pytest.raises(UsageError, match="is not a file"):
        restore(tmp_path / "none.backup", tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()
