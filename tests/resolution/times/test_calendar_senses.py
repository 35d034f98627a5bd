from __future__ import annotations

from datetime import date

import pytest

from dateline.resolution.times.calendar_senses import full_year, full_year_after
from dateline.resolution.times.grammar import senses_of
from dateline.resolution.times.senses import Viewpoint


@pytest.mark.parametrize(
    ("digits", "today", "year"),
    [
        ("2018", None, 2018),
        ("89", None, 1989),
        ("14", None, 2014),
        ("89", date(2018, 9, 1), 1989),
        ("18", date(2018, 9, 1), 2018),
        ("19", date(2018, 9, 1), 1919),
    ],
)
def test_two_digits_of_a_year_are_not_after_publication(digits, today, year):
    assert full_year(digits, today) == year


def test_the_last_year_of_a_span_of_years():
    assert full_year_after(2014, "15") == 2015
    assert full_year_after(2014, "2016") == 2016


@pytest.mark.parametrize(
    ("words", "today", "first", "past"),
    [
        ("next July", date(2018, 9, 1), "2019-07-01", False),
        ("this July", date(2018, 9, 1), "2018-07-01", True),
        ("October", date(2018, 9, 1), "2018-10-01", False),
        ("last summer", date(2018, 7, 1), "2017-06-01", True),
        ("this summer", date(2018, 7, 1), "2018-06-01", True),
        ("next winter", date(2018, 7, 1), "2018-12-01", False),
        ("the winter", date(2018, 2, 1), "2017-12-01", True),
        ("last Tuesday", date(2018, 9, 1), "2018-08-28", False),
        ("the last quarter of last year", date(2018, 9, 1), "2017-10-01", True),
        ("'80s", date(2018, 9, 1), "1980-01-01", True),
        ("the 3rd", date(2018, 9, 1), "2018-09-03", False),
    ],
)
def test_the_first_sense_is_the_nearest(words, today, first, past):
    senses = senses_of(words, Viewpoint(today, None, past=past))
    best = max(senses, key=lambda sense: sense.score)
    assert str(best.value.earliest) == first
