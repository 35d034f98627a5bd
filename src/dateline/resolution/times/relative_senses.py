"""The senses of times counted from publication or from the passage: days ago, durations, hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from ...types import Candidate, DatePrecision, When
from . import intervals
from .senses import NEAREST, UNANCHORED, Viewpoint, count_of, counted, sense

FROM_TODAY = {
    "today": (0, 0),
    "tonight": (0, 0),
    "yesterday": (-1, -1),
    "tomorrow": (1, 1),
    "the day before yesterday": (-2, -2),
    "the day after tomorrow": (2, 2),
    "overnight": (-1, 0),
    "last night": (-1, -1),
    "the night before last": (-2, -2),
    "last evening": (-1, -1),
}


def from_today_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "yesterday", "overnight"."""
    if view.today is None:
        return
    first, last = FROM_TODAY[found["said"].casefold()]
    when = intervals.between(view.today + timedelta(days=first), view.today + timedelta(days=last))
    yield sense(NEAREST, f"counted from publication on {view.today}", when)


def this_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "this week", "last month", "the following night", "that day"."""
    which, unit = found["which"].casefold(), found["unit"].casefold()
    bare = which.removeprefix("the ")
    told = bare in {"that", "same", "previous", "following", "next"} and which != "next"
    told = told or (which == "the" and view.anchor_for(unit) is not None)
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(bare, 0)
    if unit == "weekend" and which in {"this", "the"} and view.past and not told:
        step = _last_weekend(view)
    yield from counted(told, view, lambda day: calendar_unit(day, unit, step), unit)


def _last_weekend(view: Viewpoint) -> int:
    """Until Saturday comes, a weekend that is told of as past is the one before."""
    return -1 if view.today and view.today.weekday() < 5 else 0


def same_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "The same month last year": what the passage tells of, years before."""
    unit, of = found["unit"].casefold(), found["of"].casefold()
    start = view.anchor_for(unit) or view.today
    if start is None:
        return
    if of.isdecimal():
        year = int(of)
    else:
        count = count_of(of.split()[0]) or 1
        base = view.today if of == "last year" and view.today else start
        year = base.year - count
    moved = intervals.add_months(start, 12 * (year - start.year))
    if unit in {"month", "quarter", "week", "day"}:
        when = calendar_unit(moved, unit, 0)
    elif view.anchor and view.anchor_for(unit) and view.anchor.precision == DatePrecision.MONTH:
        when = intervals.month(moved.year, moved.month)
    else:
        when = intervals.year(moved.year)
    yield sense(NEAREST, f"as told of {start}, in {year}", when)


def day_of_event_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "The night of the attack": the day that the passage gives the event."""
    yield from counted(True, view, intervals.on)


def calendar_unit(day: date, unit: str, step: int) -> When:
    """The week, month, year or other unit that holds a day, or one so many steps away."""
    if unit == "week":
        return intervals.week_of(day + timedelta(weeks=step))
    if unit == "weekend":
        return intervals.weekend_of(day + timedelta(weeks=step))
    if unit == "fortnight":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=2 * step)
        return intervals.between(monday, monday + timedelta(days=13))
    if unit == "month":
        moved = intervals.add_months(day, step)
        return intervals.month(moved.year, moved.month)
    if unit == "quarter":
        moved = intervals.add_months(day, 3 * step)
        return intervals.months(moved.year, (moved.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return intervals.year(day.year + step)
    if unit == "decade":
        return intervals.year((day.year // 10 + step) * 10, count=10)
    return intervals.on(day + timedelta(days=step))  # a day, or a part of one


# ---- amounts ------------------------------------------------------------------------------------

# How many "several days" are: UCDP's "few days" are 2-6; beyond a week people say "weeks".
_SOME = {"minute": (2, 59), "hour": (2, 23), "day": (2, 6), "night": (2, 6), "week": (2, 4)} | {
    "month": (2, 11),
    "year": (2, 9),
}


def _amount(found: re.Match[str], unit: str) -> tuple[int, int]:
    """The fewest and the most of a unit that the words give."""
    low, high = found["low"], found["high"]
    if low == "":  # "the day before"
        return 1, 1
    if low is None or (count := count_of(low)) is None:
        couple = low is not None and "couple" in low
        return (2, 2) if couple else _SOME.get(unit, (2, 9))
    return count, (high and count_of(high)) or count


def ago_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "two days ago", "a week earlier", "hours later"."""
    unit, apart = found["unit"].casefold(), found["apart"].casefold()
    sign = 1 if apart in {"later", "after", "afterwards", "into", "from now"} else -1
    low, high = _amount(found, unit)

    def count(day: date) -> When:
        ends = [_moved(day, sign * number, unit) for number in (low, high)]
        first, last = sorted(ends, key=lambda when: str(when.earliest))
        return first if first == last else intervals.hull(first, last)

    yield from counted(apart not in {"ago", "from now"}, view, count, unit)


def _moved(day: date, count: int, unit: str) -> When:
    """So many units away from a day, no more exact than the unit is."""
    if unit in {"minute", "hour"}:
        days = abs(count) / (24 if unit == "hour" else 1440)
        # Less than half a day ago is told as the same day.
        near, far = int(days), 0 if days < 0.5 else ceil(days)
        steps = sorted(step if count > 0 else -step for step in (near, far))
        return intervals.between(*(day + timedelta(days=step) for step in steps))
    if unit in {"week", "weekend", "fortnight"}:
        middle = day + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        return intervals.between(middle - timedelta(days=3), middle + timedelta(days=3))
    if unit in {"month", "year", "decade"}:
        return calendar_unit(day, unit, count)
    return intervals.on(day + timedelta(days=count))


def _days_in(count: int, unit: str) -> int:
    days = {"week": 7, "weekend": 2, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
    if unit in {"minute", "hour"}:
        return ceil(count / (24 if unit == "hour" else 1440))
    return count * days.get(unit, 1)


def last_few_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "in recent days", "the past 24 hours", "the next two weeks"."""
    near, unit = found["near"].casefold(), found["unit"].casefold()
    single = found["low"] is None and not found["plural"]
    high = 1 if single else _amount(found, unit)[1]
    days = timedelta(days=_days_in(high, unit) - (unit not in {"minute", "hour"}))
    forward = near in {"next", "coming", "following"}
    told = near in {"following", "previous", "preceding"} or (near == "next" and view.past)

    def count(day: date) -> When:
        return intervals.between(*((day, day + days) if forward else (day - days, day)))

    yield from counted(told, view, count)


def length_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "for three days": so long, up to the day the passage tells of."""
    unit = found["unit"].casefold()
    days = _days_in(_amount(found, unit)[1], unit)
    yield from counted(
        True, view, lambda day: intervals.between(day - timedelta(days=max(days - 1, 0)), day)
    )


def nth_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "for a third day": it ends on the day told of; "on the third day" counts from elsewhere."""
    count, unit = count_of(found["nth"]), found["unit"].casefold()
    in_a_row = re.search("consecutive|straight|successive", found[0], re.IGNORECASE)
    if not count or not (found["lead"] or found["running"] or in_a_row):
        return
    days = timedelta(days=_days_in(count, unit) - 1)
    yield from counted(
        view.anchor is not None, view, lambda day: intervals.between(day - days, day)
    )


def hour_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """An hour or part of the day that the passage tells of."""
    if view.anchor:
        yield sense(NEAREST, "an hour of the day that the passage tells of", view.anchor)
    elif view.today:
        when = intervals.between(view.today - timedelta(days=1), view.today)
        yield sense(UNANCHORED, "an hour of a day that the words do not give", when)
