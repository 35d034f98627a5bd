from __future__ import annotations

from datetime import date

import pytest

from dateline.resolution.times.intervals import on
from dateline.resolution.times.senses import NEAREST, UNANCHORED, Viewpoint, count_of, counted
from dateline.types import DatePrecision, Day, When

TODAY = date(2018, 9, 1)


@pytest.mark.parametrize(
    ("word", "count"),
    [("three", 3), ("a", 1), ("third", 3), ("12", 12), ("25th", 25), ("Several", None)],
)
def test_numbers_in_words_and_figures(word, count):
    assert count_of(word) == count


def test_a_count_from_publication_stands_and_one_from_nothing_is_a_guess():
    (sure,) = counted(False, Viewpoint(TODAY, None, past=True), on)
    (guess,) = counted(True, Viewpoint(TODAY, None, past=True), on)
    assert (sure.score, guess.score) == (NEAREST, UNANCHORED)


def test_an_anchor_without_a_year_is_no_day_to_count_from():
    told = When(Day(None, 7, 25), Day(None, 7, 25), DatePrecision.DAY)
    view = Viewpoint(None, told, past=True)
    assert view.anchor_for("day") is None
    assert list(counted(True, view, on)) == []
