"""Bringing in what people coded by hand."""

from pathlib import Path

import pytest

from dateline.cli.importing import ORDERS, SHAPES
from dateline.sources.coded import SHAPES as KNOWN_SHAPES
from dateline.sources.coded.dates import Order
from dateline.store import open_store

TABLE = """Day;What;Who;Whom;Where;Country;lat;lon;Dead
17/05/2024;clash;Syrian army;Islamic State;Hajin;Syria;34,69;40,83;9
18/05/2024;night raid;gunmen;civilians;Idlib;Syria;35,93;36,63;2-4
"""
COLUMNS = "date=Day,kind=What,actor=Who,target=Whom,place=Where,killed=Dead"


@pytest.fixture
def table(here: Path) -> Path:
    path = here / "coded.csv"
    path.write_text(TABLE)
    return path


def test_the_choices_are_those_that_there_are() -> None:
    assert SHAPES == KNOWN_SHAPES
    assert tuple(Order) == ORDERS


def test_a_table_of_ones_own_becomes_events(run, table: Path) -> None:
    words = ("import", "events", table, "--coder", "anna", "--columns", COLUMNS)
    result = run(*words, "--kinds", "night raid=offensive")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "anna: 2 rows, 0 unchanged, 2 events, 0 failures\n"
    assert "Islamic State" in run("events").stdout
    exported = run("export", "csv").stdout
    assert "anna/coded.csv#row 2" in exported
    again = run(*words, "--kinds", "night raid=offensive")
    assert again.stderr == "anna: 2 rows, 2 unchanged, 2 events, 0 failures\n"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run, table: Path) -> None:
    result = run("import", "events", table, "--columns", COLUMNS, "--no-consolidate")
    assert result.exit_code == 0
    problem, summary = result.stderr.splitlines()
    assert problem.startswith(
        "coded.csv#row 3: row 3, column What: 'night raid' is no kind of the codebook"
    )
    assert summary == "coded: 2 rows, 0 unchanged, 1 failure"
    assert "coded.csv#row 3" in run("failures").stdout


def test_a_table_of_which_no_row_can_be_read_is_a_failure(run, here: Path) -> None:
    (here / "coded.csv").write_text("date,kind\nsoon,clash\n")
    result = run("import", "events", "coded.csv")
    assert result.exit_code == 1
    assert "1 failure" in result.stderr


def test_a_column_that_is_missing_is_asked_for(run, table: Path) -> None:
    result = run("import", "events", table)
    assert result.exit_code == 2
    assert "no column for kind ('kind'); it has Day, What" in result.stderr
    assert "--columns kind=COLUMN" in result.stderr


def test_an_order_of_dates_can_be_said(run, here: Path) -> None:
    (here / "coded.csv").write_text("date,kind\n03/04/2024,clash\n")
    result = run("import", "events", "coded.csv")
    assert result.exit_code == 2
    assert "say --dates dmy" in result.stderr
    assert run("import", "events", "coded.csv", "--dates", "mdy").exit_code == 0
    assert "2024-03-04" in run("events").stdout


def test_what_a_person_coded_is_shown_with_its_words(run, table: Path) -> None:
    run("import", "events", table, "--coder", "anna", "--columns", COLUMNS)
    with open_store("dateline.db") as store:
        (claim,) = store.claims()
    shown = run("show", claim.id).stdout
    assert "coded by hand by anna" in run("why", claim.document).stdout + shown
    assert "Syrian army" in shown
