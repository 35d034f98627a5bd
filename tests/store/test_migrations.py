"""A store comes up to date by itself, and one from the future is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import MetaData, inspect

from dateline.errors import StoreError
from dateline.store import open_store, store
from dateline.store.database import open_database
from dateline.store.migrations import MIGRATIONS, Migration, find_version, migrate
from dateline.store.schema import tables
from dateline.types import Original

on_sqlite = pytest.mark.parametrize("new_location", ["sqlite"], indirect=True)

# A table, or an index where no table is new.
NEW_BY_VERSION = {
    1: "readings",
    2: "events",
    3: "decisions",
    4: "sources",
    5: "leases",
    6: "groups",
    7: "events_grade",
}


def make_store(location: str, version: int) -> None:
    """A store as an older Dateline left it, with a document."""
    database = open_database(location, create=True)
    with database.writing() as connection:
        migrate(connection, name="the store", to=version)
        connection.exec_driver_sql(
            "INSERT INTO documents (id, address, source, text, truncated)"
            " VALUES ('0123456789', 'a.txt', 'desk', 'Words', false)"
        )
    database.close()


def describe(location: str) -> dict[str, object]:
    """The tables of a database, as it describes them itself."""
    database = open_database(location, create=False)
    with database.reading() as connection:
        inspector = inspect(connection)
        described = {
            table: {
                "columns": [
                    (column["name"], str(column["type"]), column["nullable"])
                    for column in inspector.get_columns(table)
                ],
                "key": inspector.get_pk_constraint(table)["constrained_columns"],
                "references": sorted(
                    (key["constrained_columns"], key["referred_table"], key["referred_columns"])
                    for key in inspector.get_foreign_keys(table)
                ),
                "indexes": sorted(
                    (index["name"], index["column_names"])
                    for index in inspector.get_indexes(table)
                    if not index.get("duplicates_constraint")
                ),
                "unique": [key["column_names"] for key in inspector.get_unique_constraints(table)],
            }
            for table in inspector.get_table_names()
        }
    database.close()
    return described


def name_all(location: str) -> set[object]:
    """The names of a database's tables and indexes."""
    database = open_database(location, create=False)
    with database.reading() as connection:
        inspector = inspect(connection)
        tables = inspector.get_table_names()
        indexes = {index["name"] for table in tables for index in inspector.get_indexes(table)}
    database.close()
    return {*tables, *indexes}


def test_the_migrations_give_the_tables_of_the_schema(new_location):
    migrated, made = new_location(), new_location()
    open_store(migrated).close()
    database = open_database(made, create=True)
    with database.writing() as connection:
        copy = MetaData()
        for table in tables.sorted_tables:
            table.to_metadata(copy)
        copy.create_all(connection)
    database.close()
    assert describe(migrated) == describe(made)


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_an_older_store_comes_up_to_date_and_keeps_what_it_holds(location, version):
    make_store(location, version)
    assert NEW_BY_VERSION[version + 1] not in name_all(location)
    with open_store(location) as opened:
        assert [document.text for document in opened.documents()] == ["Words"]
        assert list(opened.events()) == []
        assert opened.decisions() == ()
    assert set(describe(location)) == set(tables.tables)


@on_sqlite
def test_a_copy_is_made_before_a_file_changes(location, tmp_path):
    make_store(location, 1)
    open_store(location).close()
    (copy,) = tmp_path.glob("*.backup*")
    assert copy.name.endswith(".db.version-1.backup")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "events" not in describe(str(copy))
    assert "documents" in describe(str(copy))


@on_sqlite
def test_a_new_store_and_one_that_is_up_to_date_need_no_copy(location, tmp_path):
    open_store(location).close()
    open_store(location).close()
    assert list(tmp_path.glob("*.backup*")) == []


@on_sqlite
def test_a_store_that_cannot_be_copied_first_is_left_as_it_is(location, monkeypatch):
    make_store(location, 1)
    before = describe(location)
    monkeypatch.setattr("dateline.store.backup.os.open", refuse)
    with pytest.raises(StoreError, match="no copy can be written"):
        open_store(location)
    monkeypatch.undo()
    assert describe(location) == before


def refuse(*_: object) -> int:
    raise OSError("no room")


def test_a_migration_that_fails_leaves_the_version_before_it_whole(location, monkeypatch):
    make_store(location, 2)
    broken = Migration(("CREATE TABLE half (id {words})", "CREATE TABLE documents (id {words})"))
    monkeypatch.setattr(
        store, "migrate", lambda connection, **options: migrate(
            connection, migrations=(*MIGRATIONS[:2], broken), **options
        )
    )  # fmt: skip
    with pytest.raises(Exception, match="already exists"):
        open_store(location)
    monkeypatch.undo()
    assert "half" not in describe(location)
    with open_store(location) as opened:
        assert [document.text for document in opened.documents()] == ["Words"]


def test_a_store_of_a_newer_version_is_refused_and_not_touched(location):
    with open_store(location) as opened, opened.database.writing() as connection:
        connection.exec_driver_sql("UPDATE meta SET version = 99")
    with pytest.raises(StoreError) as caught:
        open_store(location)
    assert str(caught.value).endswith(
        f" has version 99 and this Dateline reads up to version {len(MIGRATIONS)}: "
        "install a newer Dateline, or name another store"
    )


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE cities (name TEXT)",),
        ("CREATE TABLE meta (key TEXT, value TEXT)",),
        (
            "CREATE TABLE meta (format TEXT, version INTEGER)",
            "INSERT INTO meta VALUES ('another program', 1)",
        ),
    ],
    ids=["other tables", "another meta", "another format"],
)
def test_a_database_of_another_program_is_refused_and_not_touched(location, statements):
    database = open_database(location, create=True)
    with database.writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    database.close()
    before = describe(location)
    with pytest.raises(StoreError, match="holds the tables of another program"):
        open_store(location)
    assert describe(location) == before


def test_whoever_comes_second_finds_nothing_to_do(location):
    open_store(location).close()
    database = open_database(location, create=False)
    with database.writing() as connection:
        migrate(connection, name="the store")
        assert find_version(connection, "the store") == len(MIGRATIONS)
    database.close()


def test_originals_that_were_kept_for_each_document_are_kept_by_their_content(location):
    make_store(location, 4)
    database = open_database(location, create=True)
    with database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO documents (id, address, source, text, truncated)"
            " VALUES ('9876543210', 'b.txt', 'desk', 'Others', false)"
        )
        for name in ("0123456789", "9876543210"):
            table = MetaData()
            table.reflect(connection, only=["originals"])
            connection.execute(
                table.tables["originals"].insert(),
                {"document": name, "digest": "d", "bytes": b"<p>"},
            )
    database.close()
    with open_store(location) as opened:
        assert opened.get_original("0123456789") == Original(b"<p>", "", "a.txt", "desk")
        assert opened.get_original("9876543210") == Original(b"<p>", "", "b.txt", "desk")
