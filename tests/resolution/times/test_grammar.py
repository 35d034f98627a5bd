from __future__ import annotations

from datetime import date

import pytest

from dateline.resolution.times.grammar import senses_of
from dateline.resolution.times.senses import Viewpoint
from dateline.types import DatePrecision, Day, When

TODAY = Viewpoint(date(2018, 9, 1), None, past=True)
NOWHEN = Viewpoint(None, None, past=True)


def days(senses) -> list[str]:
    return [f"{sense.value.earliest} {sense.value.latest}" for sense in senses]


def test_words_without_a_form_are_told_from_words_without_a_day():
    assert senses_of("the offensive", TODAY) is None
    assert senses_of("Tuesday", NOWHEN) == ()


@pytest.mark.parametrize("words", ["999 decades ago", "0000", "30 February 2018", "99/99/2018"])
def test_days_that_no_calendar_has_are_no_sense(words):
    assert senses_of(words, TODAY) == ()


def test_a_day_of_the_year_has_one_sense_on_each_side_of_publication():
    assert days(senses_of("25 July", TODAY)) == ["2018-07-25 2018-07-25", "2019-07-25 2019-07-25"]


def test_a_day_later_has_no_sense_without_any_day():
    assert senses_of("a day later", NOWHEN) == ()


def test_a_day_later_counts_from_the_end_of_what_is_told():
    told = When(Day(2018, 7, 20), Day(2018, 7, 25), DatePrecision.FEW_DAYS)
    view = Viewpoint(date(2018, 9, 1), told, past=True)
    assert days(senses_of("a day later", view)) == ["2018-07-26 2018-07-26"]
