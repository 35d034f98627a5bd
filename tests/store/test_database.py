"""A database that cannot be used is named in one line, with a remedy and without a password."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from dateline.errors import StoreError
from dateline.store import open_store

PASSWORD = "correct-horse"


def refusal(location, **options) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(location, **options)
    message = str(caught.value)
    assert "\n" not in message
    assert PASSWORD not in message
    return message


def test_a_new_store_and_its_folder_are_private(tmp_path):
    path = tmp_path / "new" / "folder" / "dateline.db"
    open_store(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_side_files_are_private_too(tmp_path, document):
    with open_store(tmp_path / "dateline.db") as store:
        store.add_document(document)
        side = [path for path in tmp_path.iterdir() if path.suffix != ".db"]
        assert {stat.S_IMODE(path.stat().st_mode) for path in side} == {0o600}


def test_a_path_and_its_url_are_the_same_store(tmp_path, document):
    path = tmp_path / "dateline.db"
    with open_store(path) as store:
        store.add_document(document)
    with open_store(f"sqlite:///{path}") as store:
        assert list(store.documents()) == [document]


def test_a_store_is_durable_and_checks_references(tmp_path):
    with open_store(tmp_path / "dateline.db") as store, store.database.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    full = 2
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_a_store_that_is_not_there_is_only_made_when_asked(tmp_path):
    message = refusal(tmp_path / "typo.db", create=False)
    assert message.endswith("does not exist: read something into it first, or check --store")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_store(tmp_path):
    assert "is a folder: name a file in it" in refusal(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot be created" in refusal(tmp_path / "file" / "dateline.db")


def test_a_file_of_another_kind_is_no_store(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Not a database. " * 100)
    assert refusal(path) == f"{path}: it is not a SQLite database: name another file"


def test_a_damaged_file_says_to_restore_a_backup(tmp_path, document, read):
    path = tmp_path / "dateline.db"
    with open_store(path) as store:
        store.add(document, read(document))
    pages = bytearray(path.read_bytes())
    pages[100:4096] = os.urandom(3996)
    path.write_bytes(pages)
    assert "dateline restore" in refusal(path)


def test_a_read_only_store_says_so(tmp_path, document):
    path = tmp_path / "dateline.db"
    open_store(path).close()
    with open_store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert list(store.documents()) == []
        with pytest.raises(StoreError, match="it is read-only: make the file"):
            store.add_document(document)


def test_a_store_that_stays_busy_says_so(tmp_path, document, monkeypatch):
    monkeypatch.setattr("dateline.store.database.BUSY_SECONDS", 0)
    path = tmp_path / "dateline.db"
    with open_store(path) as store:
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process keeps it busy"):
            store.add_document(document)
        other.close()


def test_a_store_in_memory_is_refused():
    for location in (":memory:", "sqlite://", "sqlite:///:memory:"):
        assert "name a file" in refusal(location)


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        (f"mysql://user:{PASSWORD}@host/db", "mysql is not a database Dateline can use"),
        (f"postgresql://user:{PASSWORD}@host:port/db", "cannot be read"),
        (f"postgresql://user:{PASSWORD}@127.0.0.1:1/db", "no server answers there"),
        (f"postgresql://127.0.0.1:1/db?password={PASSWORD}", "no server answers there"),
        (f"postgres://user:{PASSWORD}@/db?host=/no/such/folder", "no server answers there"),
        (f"postgresql://user:{PASSWORD}@/db?flavour=mint", "unknown option"),
    ],
)
def test_a_url_that_leads_nowhere_says_why(location, problem):
    assert problem in refusal(location)


def test_a_database_that_is_not_on_the_server_is_named(server):
    message = refusal(server.url("no_such_database"))
    assert "there is no such database: create it" in message
    assert "/no_such_database" in message


def test_a_user_the_server_does_not_know_is_named(server):
    assert "no such user" in refusal(server.url("postgres", user=f"nobody:{PASSWORD}"))


def test_a_wrong_password_is_refused_and_never_shown(server):
    server.run("CREATE DATABASE guarded")
    server.run("CREATE ROLE guard LOGIN PASSWORD 'another one'")
    message = refusal(server.url("guarded", user=f"guard:{PASSWORD}"))
    assert "the server refuses this user and password" in message
    assert "password" in refusal(server.url("guarded", user="guard"))


def test_a_user_without_rights_is_told_to_get_them(server):
    server.run("CREATE DATABASE strict")
    server.run("CREATE ROLE reader LOGIN")
    assert "grant the rights" in refusal(server.url("strict", user="reader"))


def test_the_name_of_a_store_holds_no_password(server):
    server.run("CREATE DATABASE named")
    with open_store(server.url("named", user=f"postgres:{PASSWORD}")) as store:
        assert store.name == "postgresql://postgres@/named"
        assert PASSWORD not in repr(store)


def test_a_driver_that_is_not_installed_says_what_to_install():
    program = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from dateline.store import open_store\n"
        "open_store('postgresql://host/db')"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stderr.splitlines()[-1].endswith("pip install 'dateline[postgres]'")


def test_naming_the_store_does_not_load_the_database_library():
    program = "import sys, dateline.store; print('sqlalchemy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout == "False\n"
