"""Figures and times in words: unknown is not nothing."""

import pytest

from dateline.types import DatePrecision, Day, When
from dateline.types.saying import say_figure, say_when


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
