from __future__ import annotations

import re

from dateline.time_forms import DAY, MONTHS, NUMBERS, WEEKDAYS, YEAR, words


def test_words_match_in_any_case_and_the_longest_first():
    pattern = re.compile(words(("sept", "september", "the day")))
    assert pattern.match("September")[0] == "September"
    assert pattern.match("SEPT")[0] == "SEPT"
    assert pattern.match("THE  day")[0] == "THE  day"
    assert pattern.match("mid") is None


def test_words_can_ask_for_a_capital():
    pattern = re.compile(words(("march", "may"), capital=True))
    assert pattern.match("May")
    assert pattern.match("MAY")
    assert pattern.match("may") is None


def test_days_and_years_are_no_other_figures():
    assert re.fullmatch(DAY, "31st")
    assert re.fullmatch(DAY, "05")
    assert not re.fullmatch(DAY, "32")
    assert re.fullmatch(YEAR, "1989")
    assert not re.fullmatch(YEAR, "2189")


def test_the_calendar_is_whole():
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(7))
    assert NUMBERS["twenty"] == 20
