"""Dates are read as they are written, and only in an order that something shows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.sources.coded.dates import Order, OrderEvidence, make_when, read_days, widen
from dateline.types import DatePrecision, Day


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-05-17", "2024-05-17", "2024-05-17"),
        ("2024/5/7", "2024-05-07", "2024-05-07"),
        ("2024-05-17 00:00:00.000", "2024-05-17", "2024-05-17"),
        ("2024-05-17T10:30Z", "2024-05-17", "2024-05-17"),
        ("17 May 2024", "2024-05-17", "2024-05-17"),
        ("17-May-2024", "2024-05-17", "2024-05-17"),
        ("Sept 3, 2024", "2024-09-03", "2024-09-03"),
        ("May 2024", "2024-05-01", "2024-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("17/05/2024", "2024-05-17", "2024-05-17"),
        ("17.05.2024", "2024-05-17", "2024-05-17"),
        ("--07-25", "--07-25", "--07-25"),
    ],
)
def test_a_date_is_read(words: str, first: str, last: str) -> None:
    assert read_days(words, Order.DAY_FIRST) == (Day.parse(first), Day.parse(last))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_date_in_figures_is_read_in_either_order(day: date) -> None:
    whole = (Day.of(day), Day.of(day))
    assert read_days(f"{day.day}/{day.month}/{day.year}", Order.DAY_FIRST) == whole
    assert read_days(f"{day.month}/{day.day:02}/{day.year}", Order.MONTH_FIRST) == whole


@pytest.mark.parametrize(
    "words",
    [
        "yesterday",
        "17/05/24",
        "31/04/2024",
        "2024-13-01",
        "45429",
        "17 Mai 2024",
        "--02-31",
        "0000",
    ],
)
def test_what_is_no_date_is_refused_with_its_words(words: str) -> None:
    with pytest.raises(ValueError, match="is not a date") as caught:
        read_days(words, Order.DAY_FIRST)
    assert repr(words) in str(caught.value)


def decide(*words: str) -> Order | None:
    evidence = OrderEvidence("Day")
    for row, value in enumerate(words, start=2):
        evidence.add(value, row)
    return evidence.decide()


@pytest.mark.parametrize(
    ("words", "order"),
    [
        (["03/04/2024", "17/05/2024"], Order.DAY_FIRST),
        (["03/04/2024", "05/17/2024 10:00"], Order.MONTH_FIRST),
        (["05/05/2024"], None),
        (["2024-05-17", "May 2024"], None),
    ],
)
def test_one_day_over_twelve_shows_the_order_of_a_column(words: list[str], order: Order) -> None:
    assert decide(*words) == order


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["2024-05-17", "03/04/2024"], "'03/04/2024' (row 3) can be read day first or month first"),
        (["17/05/2024", "05/17/2024"], "'17/05/2024' (row 2) has the day first, '05/17/2024'"),
    ],
)
def test_an_order_that_nothing_shows_is_asked_for(words: list[str], problem: str) -> None:
    with pytest.raises(UsageError) as caught:
        decide(*words)
    assert problem in str(caught.value)
    assert "say --dates dmy" in str(caught.value)


@pytest.mark.parametrize(
    ("days", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5)]
)
def test_precision_follows_from_the_length_of_a_time(days: int, precision: int) -> None:
    first = date(2024, 3, 1)
    last = first + timedelta(days=days - 1)
    assert make_when(Day.of(first), Day.of(last)).precision == precision


def test_a_day_without_its_year_is_a_day() -> None:
    day = Day.parse("--07-25")
    assert make_when(day, day).precision is DatePrecision.DAY
    assert widen(day, 2) == make_when(day, day)


@pytest.mark.parametrize(
    ("code", "first", "last", "precision"),
    [
        (1, "2024-02-15", "2024-02-15", 1),
        (2, "2024-02-12", "2024-02-18", 3),
        (3, "2024-02-01", "2024-02-29", 4),
    ],
)
def test_acleds_precision_widens_its_date(code: int, first: str, last: str, precision: int) -> None:
    when = widen(Day.parse("2024-02-15"), code)
    assert (str(when.earliest), str(when.latest), when.precision) == (first, last, precision)
