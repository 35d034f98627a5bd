from __future__ import annotations

import re

from dateline.exports.columns import COLUMNS, COUNTED, EVIDENCE_COLUMNS, describe_toll
from dateline.types import (
    Contradiction,
    Disputed,
    DocumentId,
    LedgerEntry,
    Qualifier,
    Span,
    Toll,
    TollKind,
    TollRange,
    Voice,
)


def cell(row, name):
    return next(column for column in COLUMNS if column.name == name).cell(row)


def toll(whose=None, low=1, best=1, high=1, *, kind=TollKind.KILLED, cumulative=False):
    return TollRange(kind, whose, low, best, high, cumulative, "")


def test_column_names_suit_every_statistics_program():
    names = [column.name for column in COLUMNS]
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,31}", name) for name in names)
    assert len(set(names)) == len(names)


def test_every_column_says_what_it_holds():
    assert all(column.holds.endswith(".") for column in COLUMNS)
    assert all(holds.endswith(".") for _, holds in EVIDENCE_COLUMNS)


def test_every_sort_of_toll_has_columns():
    assert set(COUNTED) == set(TollKind)


def test_unknown_is_blank(rows):
    bare = next(row for row in rows if row.event.id == "b2")
    known = {column.name for column in COLUMNS if column.cell(bare) is not None}
    assert known == {
        "event_id", "kind", "status", "exported_as", "background", "hedged", "confidence",
        "document_count", "claim_count", "source_count", "independent_source_count",
        "document_ids", "claim_ids", "addresses", "quote", "grade",
    }  # fmt: skip


def test_coordinates_never_go_without_their_precision(rows):
    for row in rows:
        has_point = cell(row, "latitude") is not None
        for name in ("where_prec", "geo_precision", "radius_km"):
            assert (cell(row, name) is not None) == has_point


def test_parties_and_their_codes_stand_in_one_order(row):
    assert cell(row(), "actors") == "Red Front; gunmen, masked"
    assert cell(row(), "actor_ids") == "red; "
    assert cell(row(), "actor_inters") == "2; "
    assert cell(row(), "target_ids") is None
    assert cell(row(), "target_inters") == "7"


def test_the_sides_add_up(row):
    told = row(tolls=(toll("soldiers", 2, 2, 3), toll("rebels", 5, 6, 7)))
    assert [cell(told, f"killed_{bound}") for bound in ("low", "best", "high")] == [7, 8, 10]


def test_a_total_that_names_no_side_holds_its_parts(row):
    told = row(tolls=(toll(None, 10, 10, 10), toll("children", 4, 4, 4)))
    assert cell(told, "killed_best") == 10


def test_one_open_side_leaves_the_total_open(row):
    told = row(tolls=(toll("soldiers", 2, 2, None), toll("rebels", 5, 6, 7)))
    assert cell(told, "killed_high") is None
    assert cell(told, "killed_low") == 7


def test_a_toll_without_a_number_or_of_more_than_this_event_is_not_added(row):
    told = row(tolls=(toll("rebels", None, None, None), toll(None, 900, 900, 900, cumulative=True)))
    assert cell(told, "killed_best") is None
    assert cell(told, "tolls") == (
        "killed rebels: no number, killed: 900-900, best 900 (counts more than this event)"
    ).replace(", killed:", "; killed:")


def test_an_open_range_says_so():
    assert describe_toll(toll("villagers", 30, 30, None)) == "killed villagers: 30-more, best 30"


def test_a_day_without_a_year_keeps_it_unknown(rows):
    july = next(row for row in rows if row.event.id == "z9")
    assert cell(july, "date_start") == "--07-25"


def test_times_are_iso_in_utc(row):
    assert cell(row(), "first_reported") == "2024-03-05T12:00:00Z"


def test_the_quote_is_the_passage(row):
    told = row()
    assert cell(told, "quote") == told.evidence[0].quote


def test_the_ledger_says_who_gives_which_figure_and_which_are_left_out(row):
    open_figure = Toll(TollKind.KILLED, Span(0, 1), 12, None, Qualifier.AT_LEAST)
    about = Toll(TollKind.KILLED, Span(0, 1), 20, 20, Qualifier.ABOUT)
    entries = (
        LedgerEntry(about, "River League", ()),
        LedgerEntry(open_figure, "a doctor; on duty", (), "it has risen"),
    )
    killed = TollRange(TollKind.KILLED, "villagers", 20, 20, 20, False, "", entries)
    over = TollRange(TollKind.KILLED, None, 20, 20, 20, True, "", entries[:1])
    assert cell(row(tolls=(killed, over)), "ledger") == (
        "killed villagers about 20: River League; "
        "killed villagers at least 12: a doctor, on duty (left out: it has risen); "
        "killed about 20 (counts more than this event): River League"
    )


def test_independent_sources_are_counted_apart_from_sources(row):
    told = row(voices=(Voice((DocumentId("a"), DocumentId("b")), ("Daily", "Herald")),))
    assert cell(told, "source_count") == 2
    assert cell(told, "independent_source_count") == 1
    assert cell(told, "sources") == "Daily; Herald"


def test_contradictions_are_sentences(row):
    found = Contradiction(Disputed.BLAME, (), "who did it is disputed: A (B); B (A)")
    assert cell(row(contradictions=(found,)), "contradictions") == (
        "who did it is disputed: A (B), B (A)"
    )
