"""The senses of days that have a name: Ramadan, Good Friday, New Year's Eve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...time_forms.named_days import SHORTEST_MONTH, Calendar, NamedDay, days_named
from ...types import Candidate, DatePrecision, Day, When
from . import intervals
from .calendars import islamic, slack_of, stretches_of
from .senses import FARTHER, NEAREST, STATED, UNANCHORED, Viewpoint, count_of, sense

LONGEST_MONTH = 31


def named_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """When a named day is, in the year that is stated or the one nearest to publication."""
    days = days_named(found["named"])
    which = (found["which"] or "").casefold()
    part = _Part(found["nth"] or "", found["part"] or "")
    if found["year"]:
        stated = _sorted(days, [int(found["year"])], part)
        points = STATED if len(stated) == 1 else UNANCHORED
        for when in stated:
            yield sense(points, _because(days, "the words give the year"), when)
    elif view.today is not None:
        years = range(view.today.year - 1, view.today.year + 2)
        yield from _nearest(_sorted(days, years, part), view.today, which, days, view)
    else:
        yield from _without_year(days)


def islamic_day_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "10 Muharram", of the Islamic year that is stated or the one nearest to publication."""
    months = [day for day in days_named(found["named"]) if day.days >= SHORTEST_MONTH]
    for month in months:
        day = replace(month, day=int(found["day"]), days=1)
        if found["year"]:
            first = islamic(int(found["year"]), day.month, day.day)
            when = _widened(first, first, slack_of(day))
            yield sense(STATED, _because((day,), "the words give the Islamic year"), when)
        elif view.today is not None:
            years = range(view.today.year - 1, view.today.year + 2)
            stretches = _sorted((day,), years, _Part("", ""))
            yield from _nearest(stretches, view.today, "", (day,), view)


@dataclass(frozen=True, slots=True)
class _Part:
    """ "The third day of", "the last week of"; without ``nth`` the whole."""

    nth: str
    unit: str

    def of(self, first: date, last: date) -> tuple[date, date]:
        """The part of a stretch; the whole of one that is shorter."""
        size = 7 if self.unit.casefold() == "week" else 1
        if self.nth.casefold() == "last":
            return max(first, last - timedelta(days=size - 1)), last
        start = first + timedelta(days=((count_of(self.nth) or 1) - 1) * size)
        if not self.nth or start > last:
            return first, last
        return start, min(last, start + timedelta(days=size - 1))


def _sorted(days: tuple[NamedDay, ...], years: range | list[int], part: _Part) -> list[When]:
    found = [
        (*part.of(*stretch), slack_of(day))
        for day in days
        for year in years
        for stretch in stretches_of(day, year)
    ]
    return [_widened(*stretch) for stretch in sorted(found)]


def _widened(first: date, last: date, slack: timedelta) -> When:
    when = intervals.between(first - slack, last + slack)
    # A month of thirty days is no longer for the doubt at its ends.
    is_month = (last - first).days < LONGEST_MONTH
    return replace(when, precision=min(when.precision, DatePrecision.MONTH)) if is_month else when


def _nearest(
    whens: list[When], today: date, which: str, days: tuple[NamedDay, ...], view: Viewpoint
) -> Iterator[Candidate[When]]:
    """The last one that has begun, or for a plan the next; "last" has ended, "next" not begun."""
    begun = [when for when in whens if _first(when) <= today]
    coming = [when for when in whens if _first(when) > today]
    if which == "last":
        begun = [when for when in begun if _last(when) < today]
    forward = which == "next" or (not view.past and which in {"", "this"} and not _on(begun, today))
    near, far = (coming[:1], begun[-1:]) if forward else (begun[-1:], coming[:1])
    for when in near:
        yield sense(NEAREST, _because(days, f"the nearest to publication on {today}"), when)
    for when in far:
        yield sense(FARTHER, "the other side of publication", when)


def _on(begun: list[When], today: date) -> bool:
    return bool(begun) and _last(begun[-1]) >= today


def _because(days: tuple[NamedDay, ...], because: str) -> str:
    if len(days) > 1:
        because = f"{because}, of {' and '.join(day.names[0] for day in days)}"
    if any(day.calendar is Calendar.ISLAMIC for day in days):
        because += "; by the tabular calendar, give or take a day"
    return because


def _without_year(days: tuple[NamedDay, ...]) -> Iterator[Candidate[When]]:
    """Without publication the year stays open, and a feast that moves has then no day."""
    for day in days:
        if day.calendar is Calendar.GREGORIAN:
            first = date(intervals.ANY_YEAR, day.month, day.day)
            last = first + timedelta(days=day.days - 1)
            precision = intervals.precision_of(day.days)
            because = "a day of every year, and there is no publication date to tell which"
            yield sense(STATED, because, When(_of_any_year(first), _of_any_year(last), precision))


def _of_any_year(day: date) -> Day:
    return Day(None, day.month, day.day)


def _first(when: When) -> date:
    return (when.earliest and when.earliest.date) or date.max


def _last(when: When) -> date:
    return (when.latest and when.latest.date) or date.max
