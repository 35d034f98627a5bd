from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolution.times import intervals
from dateline.resolution.times.intervals import Stretch
from dateline.types import DatePrecision, Day, When


def shown(when: When) -> str:
    return f"{when.earliest} {when.latest} {when.precision.name}"


@pytest.mark.parametrize(
    ("days", "precision"),
    [
        *((1, "DAY"), (2, "FEW_DAYS"), (6, "FEW_DAYS"), (7, "WEEK"), (8, "MONTH"), (31, "MONTH")),
        *((32, "YEAR"), (4000, "YEAR")),
    ],
)
def test_the_longer_the_less_precise(days, precision):
    assert intervals.precision_of(days).name == precision


def test_calendar_units():
    assert shown(intervals.month(2016, 2)) == "2016-02-01 2016-02-29 MONTH"
    assert shown(intervals.month(None, 2)) == "--02-01 --02-29 MONTH"
    assert shown(intervals.months(2014, 12, 3)) == "2014-12-01 2015-02-28 YEAR"
    assert shown(intervals.year(1980, count=10)) == "1980-01-01 1989-12-31 YEAR"
    assert shown(intervals.week_of(date(2018, 9, 1))) == "2018-08-27 2018-09-02 WEEK"
    assert shown(intervals.weekend_of(date(2018, 8, 29))) == "2018-09-01 2018-09-02 FEW_DAYS"


@pytest.mark.parametrize(
    ("stretch", "of_july", "of_2018"),
    [
        (Stretch.EARLY, "2018-07-01 2018-07-10", "2018-01-01 2018-04-30"),
        (Stretch.MIDDLE, "2018-07-11 2018-07-20", "2018-05-01 2018-08-31"),
        (Stretch.LATE, "2018-07-21 2018-07-31", "2018-09-01 2018-12-31"),
        (Stretch.FIRST_HALF, "2018-07-01 2018-07-15", "2018-01-01 2018-06-30"),
        (Stretch.SECOND_HALF, "2018-07-16 2018-07-31", "2018-07-01 2018-12-31"),
        (Stretch.FIRST_WEEK, "2018-07-01 2018-07-07", "2018-01-01 2018-01-07"),
        (Stretch.LAST_WEEK, "2018-07-25 2018-07-31", "2018-12-25 2018-12-31"),
    ],
)
def test_parts_of_a_month_and_a_year(stretch, of_july, of_2018):
    assert shown(intervals.stretch_of(intervals.month(2018, 7), stretch)).startswith(of_july)
    assert shown(intervals.stretch_of(intervals.year(2018), stretch)).startswith(of_2018)


@pytest.mark.parametrize(
    ("stretch", "years"),
    [
        (Stretch.EARLY, "1980 1982"),
        (Stretch.MIDDLE, "1983 1986"),
        (Stretch.LATE, "1987 1989"),
        (Stretch.FIRST_HALF, "1980 1984"),
        (Stretch.SECOND_HALF, "1985 1989"),
        (Stretch.FIRST_WEEK, "1980 1982"),
    ],
)
def test_parts_of_a_decade(stretch, years):
    part = intervals.stretch_of(intervals.year(1980, count=10), stretch)
    assert f"{part.earliest.year} {part.latest.year}" == years


def test_a_day_has_no_parts():
    day = intervals.on(date(2018, 7, 25))
    assert intervals.stretch_of(day, Stretch.LATE) == day
    open_end = When(Day(2018, 7, 25), None, DatePrecision.DAY)
    assert intervals.stretch_of(open_end, Stretch.LATE) == open_end


def test_an_unknown_year_stays_unknown():
    assert intervals.add_days(Day(None, 2, 28), 1) == Day(None, 2, 29)
    assert intervals.add_days(Day(None, 12, 31), 1) == Day(None, 1, 1)
    december, january = (
        When(Day(None, 12, 28), Day(None, 12, 28), DatePrecision.DAY),
        When(Day(None, 1, 3), Day(None, 1, 3), DatePrecision.DAY),
    )
    assert intervals.length(intervals.hull(december, january)) == 7


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-200, 200))
def test_months_there_and_back_end_near_the_day(day, count):
    moved = intervals.add_months(day, count)
    assert abs((intervals.add_months(moved, -count) - day).days) <= 3


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.sampled_from(Stretch), st.integers(0, 900))
def test_a_part_lies_inside_the_whole(day, stretch, days):
    whole = intervals.between(day, date.fromordinal(day.toordinal() + days))
    part = intervals.stretch_of(whole, stretch)
    assert whole.earliest.date.year <= part.earliest.date.year
    assert part.earliest.date <= part.latest.date
