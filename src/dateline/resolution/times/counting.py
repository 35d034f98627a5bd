"""Read times counted from a day that stands in the words: "two days after Christmas"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from ... import time_forms as forms
from ...types import DatePrecision, When
from . import intervals
from .grammar import senses_of
from .relative_senses import calendar_unit
from .senses import NEAREST, Found, Read, Viewpoint, changed, count_of, sense

_COUNTED_FROM = re.compile(
    r"(?P<amount>.{1,40}? (?P<apart>before|after|into)) (?P<day>.+)", re.IGNORECASE
)


def read_counted_from(text: str, view: Viewpoint, read: Read) -> Found:
    """ "Two days after Christmas", "three weeks into Ramadan": the day is in the words."""
    found = _COUNTED_FROM.fullmatch(text)
    if found is None:
        return None
    end = "last" if found["apart"].casefold() == "after" else "first"
    day = _best(read(f"the {end} day of {found['day']}", view)) or _best(read(found["day"], view))
    if day is None or day.earliest is None or day.latest is None:
        return None
    ends = [
        senses_of(found["amount"], replace(view, anchor=When(end, end, DatePrecision.DAY)))
        for end in dict.fromkeys((day.earliest, day.latest))
    ]
    last = _best(ends[-1])
    return changed(ends[0], lambda when: intervals.hull(when, last or when), "from end to end")


def _best(senses: Found) -> When | None:
    best = max(senses or (), key=lambda candidate: candidate.score, default=None)
    return best.value if best else None


_AGO_FROM = re.compile(
    rf"(?P<amount>.{{1,40}}? ago),? (?:on )?(?P<day>(?P<before>last )?(?P<weekday>{forms.WEEKDAY})"
    r"|today|yesterday|this (?P<unit>week|month))",
    re.IGNORECASE,
)
_UNIT_OF = re.compile(rf"(?P<count>.+) (?P<unit>{forms.UNIT})s? ago", re.IGNORECASE)


def read_ago_from(text: str, view: Viewpoint, read: Read) -> Found:
    """ "A year ago today" is one day, "two weeks ago on Friday" one of its week."""
    found = _AGO_FROM.fullmatch(text)
    amount = _UNIT_OF.fullmatch(found["amount"]) if found else None
    count = count_of(amount["count"]) if amount else None
    if found is None or amount is None or count is None or view.today is None:
        return None
    day = _days_back(view.today, count, amount["unit"].casefold())
    if day is None:
        return None
    if found["weekday"]:
        week = intervals.week_of(day)
        of_week = partial(
            intervals.nth_weekday, weekday=forms.WEEKDAYS[found["weekday"].casefold()]
        )
        return (sense(NEAREST, f"of the week around {day}", of_week(week, nth=1)),)
    if found["unit"]:
        return (sense(NEAREST, f"around {day}", calendar_unit(day, found["unit"].casefold(), 0)),)
    step = 1 if found["day"].casefold() == "yesterday" else 0
    return (sense(NEAREST, f"to the day from {view.today}", intervals.on(day - timedelta(step))),)


def _days_back(today: date, count: int, unit: str) -> date | None:
    if unit in {"day", "week", "fortnight"}:
        return today - timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    if unit in {"month", "year"}:
        return intervals.add_months(today, -count * (12 if unit == "year" else 1))
    return None


_WEEK_AROUND = re.compile(
    r"the (?P<unit>week|weekend) (?P<how>of|beginning|starting|from|ending|to)(?: on)?(?: the)?"
    r" (?P<day>.*\d.*)",
    re.IGNORECASE,
)


def read_week_around(text: str, view: Viewpoint, read: Read) -> Found:
    """ "The week of 4 November", "the week ending 10 November"."""
    found = _WEEK_AROUND.fullmatch(text)
    if found is None:
        return None
    widen = partial(_week_around, unit=found["unit"].casefold(), how=found["how"].casefold())
    return changed(read(found["day"], view), widen, f"the {found['unit']} {found['how']} it")


def _week_around(when: When, *, unit: str, how: str) -> When:
    day = when.earliest.date if when.earliest else None
    if day is None or when.precision > DatePrecision.FEW_DAYS:
        return when
    if unit == "weekend":
        return when if when.precision > DatePrecision.DAY else intervals.weekend_of(day)
    if how == "of":
        return intervals.week_of(day)
    first = day - timedelta(days=6) if how in {"ending", "to"} else day
    return intervals.between(first, first + timedelta(days=6))


_EVE = re.compile(r"(?:the )?eve of (?:the )?(?P<day>.+)", re.IGNORECASE)


def read_eve(text: str, view: Viewpoint, read: Read) -> Found:
    """ "The eve of Eid al-Fitr" is the day before."""
    found = _EVE.fullmatch(text)
    if found is None:
        return None

    def day_before(when: When) -> When:
        first = when.earliest and intervals.add_days(when.earliest, -1)
        return replace(
            when, earliest=first, latest=when.latest and intervals.add_days(when.latest, -1)
        )

    return changed(read(f"the first day of {found['day']}", view), day_before, "the day before it")
