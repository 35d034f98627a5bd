"""Values in words: a region never looks like a point, and unknown is not nothing."""

import pytest

from dateline.cli.words import count, say_figure, say_toll, say_when, say_where
from dateline.types import (
    DatePrecision,
    Day,
    Location,
    Qualifier,
    Span,
    Toll,
    TollKind,
    When,
    WherePrecision,
)


def when(first: str | None, last: str | None) -> When:
    return When(
        Day.parse(first) if first else None, Day.parse(last) if last else None, DatePrecision.DAY
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2018-07-25", "2018-07-25", "2018-07-25"),
        ("--07-25", "--07-25", "--07-25"),
        ("2018-07-01", "2018-07-31", "2018-07"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-07-25", "2018-07-27", "2018-07-25/2018-07-27"),
        ("2018-07-25", "2019-07-27", "2018-07-25/2019-07-27"),
        ("--07-01", "--07-31", "--07-01/--07-31"),
        ("2018-07-25", None, "2018-07-25/.."),
        (None, "2018-07-25", "../2018-07-25"),
    ],
)
def test_a_time_is_a_day_a_month_a_year_or_an_interval(
    first: str | None, last: str | None, words: str
) -> None:
    assert say_when(when(first, last)) == words


def test_an_unknown_time_is_blank() -> None:
    assert say_when(None) == ""


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        (WherePrecision.EXACT, "Idlib"),
        (WherePrecision.NEAR, "Idlib (within 12 km)"),
        (WherePrecision.DISTRICT, "Idlib (district)"),
        (WherePrecision.REGION, "Idlib (region)"),
        (WherePrecision.AREA, "Idlib (area)"),
        (WherePrecision.COUNTRY, "Idlib (country)"),
        (WherePrecision.INTERNATIONAL, "Idlib (waters or airspace)"),
    ],
)
def test_a_place_says_how_exactly_it_is_known(precision: WherePrecision, words: str) -> None:
    assert say_where(Location("Idlib", precision, 35.9, 36.6, 12.0, "SY")) == words


def test_a_place_that_could_not_be_found_keeps_its_name() -> None:
    assert say_where(None, ("the mill", "the ford")) == "the mill, the ford (not located)"
    assert say_where(None) == ""


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (9, 9, "9"),
        (9, 12, "9-12"),
        (9, None, "at least 9"),
        (None, 9, "at most 9"),
        (None, None, "no number"),
        (1200, 1200, "1,200"),
    ],
)
def test_a_figure_says_what_bounds_it_has(low: int | None, high: int | None, words: str) -> None:
    assert say_figure(low, high) == words


def test_a_toll_says_that_it_is_about_or_over_a_longer_time() -> None:
    toll = Toll(TollKind.KILLED, Span(0, 1), 50, 50, Qualifier.ABOUT, cumulative=True)
    assert say_toll(toll) == "killed about 50 (more than this event)"


def test_one_thing_is_not_many() -> None:
    assert [count(number, "event") for number in (0, 1, 2000)] == [
        "0 events",
        "1 event",
        "2,000 events",
    ]
