"""A row is looked at by its columns; what is wrong with it names row and column."""

import pytest

from dateline.sources.coded import CodedEvent, find_events
from dateline.tables import LONGEST_CELL
from dateline.types import Failure

from .conftest import UCDP, only, problem, ucdp_row


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("date,kind", "2024,", "row 2, column kind: is blank"),
        ("date,kind", "2024,xyzzy", "row 2, column kind: 'xyzzy' is no kind of the codebook"),
        ("date,kind,status", "2024,clash,done", "column status: 'done' is no status: occurred"),
        ("date,kind", "soon,clash", "column date: 'soon' is not a date: write it like 2018-09-01"),
        (
            "date,date_end,kind",
            "2024-05-17,2024-05-16,clash",
            "column date_end: '2024-05-16' is before '2024-05-17'",
        ),
        (
            "date,kind,date_prec",
            "2024,clash,9",
            "column date_prec: '9' is none of the codes",
        ),
        ("date,kind,lat,lon", "2024,clash,91,0", "column lat: '91' is beyond 90 degrees"),
        ("date,kind,lat,lon", "2024,clash,1,-181", "column lon: '-181' is beyond 180 degrees"),
        ("date,kind,lat,lon", "2024,clash,1,", "column lat: stands alone"),
        ("date,kind,lat,lon", "2024,clash,,1", "column lon: stands alone"),
        ("date,kind,lat,lon", "2024,clash,0,0.0", "column lat: 0, 0 lies in the Atlantic"),
        ("date,kind,lat,lon", "2024,clash,N33,E36", "column lat: 'N33' is not in degrees"),
        ("date,kind,killed", "2024,clash,some", "column killed: 'some' is not a number"),
        (
            "date,kind,killed,killed_high",
            "2024,clash,9,3",
            "column killed_high: 3 is below",
        ),
        (
            "date,kind,actor,actor_inter",
            "2024,clash,X,army",
            "column actor_inter: 'army' is no",
        ),
        ("date,kind", "2024,clash,more", "row 2 has 3 cells, and there are 2 columns"),
        ("date,kind,id", '2024,"clash\n2024,clash', "is a quotation mark left open?"),
        ("date,kind", f"2024,{'clash ' * 40}x", "'clash clash clash clash clash clash clash"),
    ],
)
def test_a_bad_row_is_a_failure_that_names_row_and_column(
    table, header: str, row: str, expected: str
) -> None:
    assert expected in problem(table(header, row))


def test_a_cell_in_a_failure_is_cut(table) -> None:
    assert len(problem(table("date,kind", f"2024,{'raid ' * 99_999}x"))) < 400


def test_an_id_that_stands_twice_is_a_failure_of_the_second(table) -> None:
    first, second = find_events(table("id,date,kind", "1,2024,clash", "1,2024,shelling"))
    assert isinstance(first, CodedEvent)
    assert second == Failure(
        "coded.csv#1", "extract", "row 3, column id: '1' is the id of row 2 already"
    )


def test_a_row_that_cannot_be_parsed_is_a_failure_and_the_rest_goes_on(table) -> None:
    long = "x" * (LONGEST_CELL + 1)
    failure, event = find_events(table("date,kind", f"2024,{long}", "2024,clash"))
    assert "row 2 cannot be read" in failure.problem
    assert event.kind == "clash"


def test_what_programs_write_for_unknown_is_blank(table) -> None:
    event = only(table("date,kind,killed,lat,lon,country,actor", "2024,clash,NA,nan,.,NA,-"))
    assert (event.figures, event.location, event.actors) == ((), None, ())
    assert event.country == "NA"
    assert [cell.column for cell in event.cells] == ["date", "kind", "country"]


@pytest.mark.parametrize(
    ("row", "said", "address"),
    [
        ("7,2024,clash", {}, "coded.csv#7"),
        (",2024,clash", {}, "coded.csv#row 2"),
        ("7,2024,clash", {"coder": "anna"}, "anna/coded.csv#7"),
        (",2024,clash", {"coder": "anna"}, "anna/coded.csv#row 2"),
    ],
)
def test_a_row_is_filed_under_its_coder_its_file_and_its_id(table, row, said, address) -> None:
    assert only(table("id,date,kind", row, **said)).address == address


def test_who_codes_with_a_data_sets_ids_keeps_them(table) -> None:
    assert only(table(ucdp_row(), coder="anna")).address == "anna#500001"


def test_ids_of_two_files_of_a_data_set_are_one_events(table) -> None:
    rows = [only(table(",".join(UCDP), ucdp_row(), name=name)) for name in ("may.csv", "june.csv")]
    assert {event.address for event in rows} == {"UCDP#500001"}
