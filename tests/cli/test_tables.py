"""Tables that can be read on 80 columns and searched in a pipe."""

import io
import sys

import pytest

from dateline.cli.tables import Column, find_width, lines_of, print_table

COLUMNS = (Column("event"), Column("kind"), Column("actors", free=True), Column("place", free=True))
ROWS = (
    ("3f2a91bc", "airstrike", "an air force with a long name", "a town"),
    ("77ab01de", "clash", "", "the hills\nabove the river"),
)


def lines(width: int | None) -> list[str]:
    return list(lines_of(COLUMNS, ROWS, width=width))


def test_in_a_pipe_each_record_is_one_aligned_line() -> None:
    assert lines(None) == [
        "event     kind       actors                         place",
        "3f2a91bc  airstrike  an air force with a long name  a town",
        "77ab01de  clash                                     the hills above the river",
    ]


def test_what_fits_stays_on_one_line() -> None:
    assert lines(80) == lines(None)


def test_on_a_narrow_terminal_the_free_columns_stand_below() -> None:
    assert lines(40) == [
        "event     kind",
        "3f2a91bc  airstrike",
        "          actors: an air force with a",
        "          long name · place: a town",
        "77ab01de  clash",
        "          place: the hills above the",
        "          river",
    ]


@pytest.mark.parametrize("width", [20, 40, 60, 80, None])
def test_an_id_is_never_broken(width: int | None) -> None:
    text = "\n".join(lines(width))
    assert "3f2a91bc" in text
    assert "77ab01de" in text


def test_a_table_without_rows_is_its_head() -> None:
    assert list(lines_of(COLUMNS, (), width=None)) == ["event  kind  actors  place"]


def test_a_pipe_has_any_width_unless_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert find_width() is None
    monkeypatch.setenv("COLUMNS", "100")
    assert find_width() == 100


def test_the_head_is_bold_on_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, ROWS)
    assert "\x1b" not in capsys.readouterr().out
