"""A table is looked through before anything is taken in."""

import codecs
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.sources.coded import find_events
from dateline.sources.coded.dates import Order
from dateline.sources.coded.table import name_columns, read_rows
from dateline.tables import LONGEST_CELL

HEADER = "id,date,kind,place"
ROW = "1,2024-05-17,clash,Hajin"


def test_a_table_says_how_many_rows_it_has_and_what_its_columns_are(table) -> None:
    opened = table(HEADER, ROW, "", " , ,,", "#id,#date,#event,#loc", ROW)
    assert opened.rows == 2
    assert opened.shape.name == "own"
    assert [number for number, _ in read_rows(opened)] == [2, 6]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_other_signs_between_columns_are_found(table, sign: str) -> None:
    opened = table(HEADER.replace(",", sign), ROW.replace(",", sign))
    (event,) = find_events(opened)
    assert event.kind == "clash"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("windows-1252", None),
        ("windows-1251", "windows-1251"),
    ],
)
def test_encodings_are_found_or_said(table, encoding: str, said: str | None) -> None:
    place = "Гаджин" if said else "Hajín"
    lines = f"{HEADER}\n1,2024-05-17,clash,{place}\n" + "2,2024-05-17,clash,Hajin\n" * 5
    (event, *_) = find_events(table(lines.encode(encoding), encoding=said))
    assert event.place.words == place


def test_what_no_encoding_is_sure_of_is_asked_for(table) -> None:
    raw = f"{HEADER}\n1,2024-05-17,clash,Гаджин\n".encode("koi8-r")
    with pytest.raises(UsageError, match="it is not UTF-8: say --encoding NAME"):
        table(raw)


def test_an_encoding_that_was_said_and_is_wrong_is_named(table) -> None:
    raw = f"{HEADER}\n1,2024-05-17,clash,Hajín\n".encode("windows-1252")
    with pytest.raises(UsageError, match="cannot be decoded as ascii"):
        table(raw, encoding="ascii")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([], "it is empty"),
        ([""], "it is empty"),
        ([HEADER], "it has no rows below its columns' names"),
        (["id,date,place", "1,2024-05-17,Hajin"], "no column for kind ('kind'); it has id, date"),
        (["id,kind", "1,clash"], "say which it is with --columns date=COLUMN"),
        ([b"PK\x03\x04rest"], "it is a workbook: save its sheet as CSV"),
        ([b"\xd0\xcf\x11\xe0rest"], "it is a workbook"),
        ([HEADER, "1,03/04/2024,clash,Hajin"], "column date: '03/04/2024' (row 2) can be read"),
        (["x" * (LONGEST_CELL + 1)], "its first row cannot be read"),
    ],
)
def test_what_is_no_table_of_events_is_refused_with_what_to_do(
    table, lines: list[str | bytes], problem: str
) -> None:
    with pytest.raises(UsageError) as caught:
        table(*lines)
    assert "coded.csv: " in str(caught.value)
    assert problem in str(caught.value)


def test_a_file_that_is_not_there_is_refused(codebook, tmp_path: Path) -> None:
    from dateline.sources.coded import Description, open_table

    with pytest.raises(UsageError, match=r"nothing\.csv: cannot be read: No such file"):
        open_table(tmp_path / "nothing.csv", codebook, Description())
    with pytest.raises(UsageError, match="cannot be read"):
        open_table(tmp_path / "nothing.csv", codebook, Description(encoding="utf-8"))


def test_columns_that_were_said_must_be_there(table) -> None:
    lines = ("Day,What,Where", "2024-05-17,clash,Hajin")
    opened = table(*lines, columns={"date": ("day",), "kind": ("What",), "place": ("Where",)})
    assert opened.shape.columns["date"] == ("Day",)
    with pytest.raises(UsageError, match="no column 'Dy' for --columns date; did you mean Day"):
        table(*lines, columns={"date": ("Dy",), "kind": ("What",)})
    with pytest.raises(UsageError, match="no column 'Zzz' for --columns kind; it has Day, What"):
        table(*lines, columns={"date": ("Day",), "kind": ("Zzz",)})


def test_what_is_said_of_several_tables_need_not_be_in_each(table) -> None:
    opened = table(HEADER, ROW, columns={"date": ("Day",)}, for_several=True)
    assert opened.shape.columns["date"] == ("date",)


def test_the_order_of_dates_is_shown_by_the_column_or_said(table) -> None:
    lines = (HEADER, "1,03/04/2024,clash,Hajin", '2,"17/04/2024",clash,Hajin', "3")
    assert table(*lines).orders == {"date": Order.DAY_FIRST}
    said = table(HEADER, "1,03/04/2024,clash,Hajin", dates=Order.MONTH_FIRST)
    (event,) = find_events(said)
    assert str(event.when.earliest) == "2024-03-04"


def test_columns_have_a_name_each() -> None:
    assert name_columns(["a", " a  b ", "", "a"]) == ("a", "a b", "column 3", "a (4)")


def test_a_shape_can_be_said(table) -> None:
    with pytest.raises(UsageError, match=r"no column for kind \('type_of_violence'\)"):
        table(HEADER, ROW, shape="ucdp")


def test_a_mark_does_not_become_part_of_the_first_column(table) -> None:
    opened = table(codecs.BOM_UTF8 + HEADER.encode(), ROW)
    assert opened.header[0] == "id"
