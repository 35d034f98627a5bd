from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.columns import COLUMNS, EVIDENCE_COLUMNS
from dateline.exports.csv import guard, is_formula, unguard, write_csv, write_evidence
from dateline.types import Party

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("=+-@＝＋－＠'\"“ \t\r\n\ufeff;,a1"), st.characters())
)


def read(rows, write=write_csv, **options):
    stream = StringIO(newline="")
    write(rows, stream, **options)
    return list(csv.DictReader(StringIO(stream.getvalue(), newline="")))


def spelled(cell):
    if cell is None:
        return ""
    return {True: "true", False: "false"}[cell] if isinstance(cell, bool) else str(cell)


@given(TEXTS)
def test_no_text_reaches_a_spreadsheet_as_a_formula(text):
    safe = guard(text)
    assert safe.startswith("'") or not is_formula(safe)
    assert safe.lstrip('"“ \ufeff')[:1] not in tuple("=+-@＝＋－＠\t\r\n")


@given(TEXTS)
def test_the_guard_comes_off_again(text):
    assert unguard(guard(text)) == text


@given(st.lists(TEXTS, min_size=1))
def test_raw_text_is_read_back_as_it_was(row, names):
    told = row(places=tuple(names), actors=(Party(names[0]),))
    (cells,) = read([told], raw=True)
    assert cells["places"] == "; ".join(name.replace(";", ",") for name in names)


@pytest.mark.parametrize(
    "text", ["=1+1", " =1+1", "\t=1", "'=1", '"=1"', "＝1", "@x", "+963", "--07-25", "\rx", "\n"]
)
def test_what_a_spreadsheet_could_run_is_guarded(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", " ", "Oldtown", "a=b", "5 - 3", "|cmd", "2024-03-04"])
def test_other_text_is_left_alone(text):
    assert guard(text) == text


def test_every_column_round_trips(rows):
    ordered = {row.event.id: row for row in rows}
    for cells in read(rows, every=True, raw=True):
        row = ordered[cells["event_id"]]
        assert cells == {column.name: spelled(column.cell(row)) for column in COLUMNS}


def test_every_column_round_trips_in_the_spreadsheet_flavour(rows):
    ordered = {row.event.id: row for row in rows}
    for cells in read(rows, every=True):
        row = ordered[cells["event_id"]]
        for column in COLUMNS:
            value = column.cell(row)
            found = cells[column.name]
            assert (unguard(found) if isinstance(value, str) else found) == spelled(value)


def test_a_negative_longitude_is_never_guarded(row):
    assert read([row()])[0]["longitude"] == "-20.5"


def test_plans_leave_only_when_every_status_is_asked_for(rows):
    assert {cells["status"] for cells in read(rows)} == {"occurred", "ongoing", "failed"}
    everything = read(rows, every=True)
    assert len(everything) == len(rows)
    assert {c["exported_as"] for c in everything if c["status"] == "planned"} == {"out"}


def test_evidence_round_trips(row):
    told = row()
    found = read([told], write_evidence, raw=True)
    assert list(found[0]) == [name for name, _ in EVIDENCE_COLUMNS]
    assert [
        (cells["field"], cells["quote"], int(cells["start"]), int(cells["end"])) for cells in found
    ] == [(words.field, words.quote, words.start, words.end) for words in told.evidence]
