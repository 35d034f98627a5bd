"""What columns mean is told by the header, and by the user."""

import pytest

from dateline.errors import UsageError
from dateline.sources.coded.shapes import (
    FIELDS,
    SHAPES,
    find_shape,
    is_headerless,
    load_shapes,
    parse_columns,
)


def test_every_shape_names_only_fields_that_there_are() -> None:
    assert tuple(load_shapes()) == SHAPES
    for shape in load_shapes().values():
        assert set(shape.columns) <= set(FIELDS)


def test_the_columns_of_ucdp_are_forty_nine() -> None:
    shape = load_shapes()["ucdp"]
    assert len(shape.header) == len(set(shape.header)) == 49
    assert {column for columns in shape.columns.values() for column in columns} <= {*shape.header}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("EVENT_ID_CNTY event_date event_type sub_event_type", "acled"),
        ("id type_of_violence date_start date_end best", "ucdp"),
        ("id date kind", "own"),
        ("event_id kind status date_start date_end killed_best", "own"),
    ],
)
def test_the_header_tells_the_shape(header: str, name: str) -> None:
    assert find_shape(header.split()).name == name


def test_a_first_row_of_ucdp_that_is_an_event_is_known() -> None:
    row = ["500001", "x", "2024", "1", "Clear", "3", *["x"] * 43]
    assert is_headerless(row)
    assert not is_headerless(["id", *row[1:]])
    assert not is_headerless(row[:-1])
    assert not is_headerless([*row[:5], "state-based", *row[6:]])


def test_columns_are_said_as_field_and_column() -> None:
    assert parse_columns(("date=Day, kind=What", "actor=Who,actor=And who")) == {
        "date": ("Day",),
        "kind": ("What",),
        "actor": ("Who", "And who"),
    }


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("date", "--columns 'date' names no column: write it like date=Day"),
        ("date=", "names no column"),
        ("dat=Day", "--columns dat: there is no such field; did you mean date?"),
        ("zzz=Day", "there is no such field; there are id, kind"),
    ],
)
def test_what_names_no_column_or_field_is_refused(said: str, problem: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_columns((said,))
    assert problem in str(caught.value)
