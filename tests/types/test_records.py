from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.types import (
    Claim,
    Confidence,
    DatePrecision,
    Day,
    Document,
    DocumentId,
    Event,
    EventId,
    KindId,
    Span,
    Status,
    When,
    WherePrecision,
    fingerprint,
)

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (5, 4)])
def test_a_span_has_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_prints_as_its_ends() -> None:
    assert str(Span(3, 9)) == "3:9"


@given(SPANS, SPANS)
def test_two_spans_overlap_when_they_share_a_character(left: Span, right: Span) -> None:
    shared = set(range(left.start, left.end)) & set(range(right.start, right.end))
    assert left.overlaps(right) == bool(shared)
    assert left.covers(right) == set(range(left.start, left.end)).issuperset(
        range(right.start, right.end)
    )


@given(SPANS, SPANS)
def test_the_stretch_of_two_spans_covers_both(left: Span, right: Span) -> None:
    assert left.to(right) == right.to(left)
    assert left.to(right).covers(left)
    assert left.to(right).covers(right)


def test_a_fingerprint_keeps_borders_and_none_apart() -> None:
    names = {fingerprint("a|b", "c"), fingerprint("a", "b|c"), fingerprint("a", "b|c", None)}
    assert len(names) == 3


def test_the_same_text_at_another_address_is_another_document() -> None:
    one = Document("a.txt", "folder", "Rebels shelled Marib.")
    assert one.id == replace(one, source="elsewhere").id
    assert one.id != replace(one, address="b.txt").id
    assert one.id != replace(one, published=datetime(2024, 5, 1, tzinfo=UTC)).id


@pytest.mark.parametrize(
    ("zone", "local"),
    [
        (None, "2024-05-03T22:30"),
        ("+00:00", "2024-05-03T22:30"),
        ("+03:00", "2024-05-04T01:30"),
        ("-09:30", "2024-05-03T13:00"),
    ],
)
def test_the_local_time_of_publication_is_by_the_clock_of_its_zone(
    zone: str | None, local: str
) -> None:
    moment = datetime(2024, 5, 3, 22, 30, tzinfo=UTC)
    document = Document("a.txt", "desk", "Words", published=moment, zone=zone)
    assert document.local is not None
    assert document.local.strftime("%Y-%m-%dT%H:%M") == local
    assert document.local == moment
    assert Document("a.txt", "desk", "Words", zone=zone).local is None


def test_every_field_of_a_claim_takes_part_in_its_id() -> None:
    claim = Claim(DocumentId("d"), Span(0, 9), Span(0, 3), KindId("clash"), Status.OCCURRED)
    assert claim.id == replace(claim).id
    assert claim.id != replace(claim, confidence=Confidence.LOW).id


@pytest.mark.parametrize("words", ["2018-07-25", "--07-25"])
def test_a_day_is_written_as_it_is_read(words: str) -> None:
    assert str(Day.parse(words)) == words


def test_a_day_without_a_year_is_no_date() -> None:
    assert Day(None, 7, 25).date is None
    assert Day.of(date(2018, 7, 25)).date == date(2018, 7, 25)


@pytest.mark.parametrize(("where_prec", "geo_precision"), [(1, 1), (2, 2), (3, 3), (4, 3), (7, 3)])
def test_acleds_precision_follows_from_ucdps(where_prec: int, geo_precision: int) -> None:
    assert WherePrecision(where_prec).geo_precision == geo_precision


def test_events_are_ordered_by_day_or_first_report_undated_last() -> None:
    def event(name: str, **values: object) -> Event:
        return replace(
            Event(EventId(name), KindId("clash"), Status.OCCURRED, False, (), ()), **values
        )

    day = Day(2024, 5, 2)
    on_the_second = event("b", when=When(day, day, DatePrecision.DAY))
    reported_first = event("c", first_reported=datetime(2024, 5, 1, tzinfo=UTC))
    undated = event("a")
    told = sorted((undated, on_the_second, reported_first), key=lambda event: event.order)
    assert [event.id for event in told] == ["c", "b", "a"]
