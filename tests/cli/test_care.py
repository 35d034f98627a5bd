"""Looking after the store."""

import sqlite3
from contextlib import closing
from pathlib import Path

from dateline.store import open_store


def test_a_whole_store_has_nothing_wrong(run, stored: Path) -> None:
    result = run("doctor")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("nothing is wrong\n")


def test_a_spoiled_store_is_told_line_by_line_with_what_to_do(run, stored: Path) -> None:
    with closing(sqlite3.connect("dateline.db")) as connection:
        connection.execute("UPDATE evidence SET quote = 'another'")
        connection.commit()
    result = run("doctor")
    assert result.exit_code == 1
    assert all("dateline reread" in line for line in result.stdout.splitlines())


def test_a_backup_brings_everything_back(run, stored: Path) -> None:
    before = run("export", "jsonl", "--all").stdout
    assert run("backup", "monday.backup").exit_code == 0
    assert run("restore", "monday.backup", "--store", "new.db").exit_code == 0
    assert run("export", "jsonl", "--all", "--store", "new.db").stdout == before
    assert run("doctor", "--store", "new.db").exit_code == 0


def test_a_store_that_is_there_is_never_overwritten(run, stored: Path) -> None:
    run("backup", "monday.backup")
    assert run("restore", "monday.backup").exit_code == 2
    assert run("backup", "monday.backup").exit_code == 2


def test_a_forgotten_document_and_its_events_are_gone(run, stored: Path) -> None:
    with open_store("dateline.db") as store:
        id = next(found.id for found in store.documents() if found.address == "market.txt")
    result = run("forget", id[:8], "--reason", "names a witness")
    assert result.exit_code == 0
    assert "El Obeid" not in run("events").stdout
    assert b"El Obeid" not in Path("dateline.db").read_bytes()
    assert "names a witness" in run("show", id).stderr
    assert run("doctor").exit_code == 0
    again = run("read", "news", "--published", "2024-05-15")
    assert "market.txt: " in again.stderr


def test_forgetting_needs_a_reason(run, stored: Path) -> None:
    assert run("forget", "3f2a91").exit_code == 2
    result = run("forget", "3f2a91", "--reason", " ")
    assert "--reason is empty" in result.stderr
