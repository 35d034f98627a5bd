"""The senses of dates, weekdays, months, seasons and years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ... import time_forms as forms
from ...types import Candidate, DatePrecision, Day, Reason, When
from . import intervals
from .senses import (
    EITHER,
    FARTHER,
    NEAREST,
    STATED,
    UNANCHORED,
    WEEKDAY_FITS,
    Viewpoint,
    count_of,
    counted,
    sense,
)

_NAMES = {number: name.title() for name, number in forms.WEEKDAYS.items() if name.endswith("day")}


# What is dated in figures alone is younger: 1445-10-24 is of the Islamic calendar, 1403/02/14 of
# the Persian one.
FIRST_IN_FIGURES = 1600


def _month_number(name: str) -> int:
    return forms.MONTHS[name.rstrip(".").casefold()]


def _weekday_number(name: str) -> int:
    return forms.WEEKDAYS[name.rstrip(".").casefold()]


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_figures(year: int, month: int, day: int) -> date | None:
    return _make_date(year, month, day) if year >= FIRST_IN_FIGURES else None


def full_year(digits: str, today: date | None) -> int:
    """The year that two or four digits mean."""
    if len(digits) == 4:
        return int(digits)
    # Without a day of publication the usual pivot of POSIX: 69-99 are nineteen hundreds.
    latest = today.year if today else 2068
    return latest - (latest - int(digits)) % 100


def _weigh_weekday(name: str | None, day: date) -> tuple[Reason, ...]:
    if not name:
        return ()
    fits = day.weekday() == _weekday_number(name)
    said = f"{day.isoformat()} is a {_NAMES[day.weekday()]}"
    return (Reason(WEEKDAY_FITS if fits else -WEEKDAY_FITS, said),)


def calendar_day_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "25 July", with or without its year."""
    month, day = _month_number(found["month"]), int(found["day"])
    weekday = found.groupdict().get("weekday")
    if found["year"]:
        stated = _make_date(full_year(found["year"], view.today), month, day)
        if stated:
            reason = Reason(STATED, "the words give day, month and year")
            yield Candidate(intervals.on(stated), (reason, *_weigh_weekday(weekday, stated)))
        return
    if not _make_date(intervals.ANY_YEAR, month, day):
        return
    if view.today is None:
        unknown = Day(None, month, day)
        yield sense(
            STATED,
            "the words give day and month, and there is no publication date to tell the year",
            When(unknown, unknown, DatePrecision.DAY),
        )
        return
    # 29 February comes back after eight years at the longest.
    years = range(view.today.year - 8, view.today.year + 9)
    days = [found for found in (_make_date(year, month, day) for year in years) if found]
    for candidate in _nearest(days, view):
        shown = candidate.value.earliest and candidate.value.earliest.date
        weighed = _weigh_weekday(weekday, shown) if shown else ()
        yield Candidate(candidate.value, candidate.reasons + weighed)


def _nearest(days: list[date], view: Viewpoint) -> Iterator[Candidate[When]]:
    """The day on this side of publication, then the one on the other."""
    assert view.today is not None
    before = max((day for day in days if day <= view.today), default=None)
    after = min((day for day in days if day > view.today), default=None)
    for day in filter(None, (before, after)):
        points, because = _weigh_side(day, (before, after), view)
        yield sense(points, because, intervals.on(day))


def _weigh_side(
    day: date, sides: tuple[date | None, date | None], view: Viewpoint
) -> tuple[float, str]:
    before, after = sides
    today = view.today
    assert today is not None
    if view.past:
        chosen, because = before, "the nearest such day up to publication"
    else:
        near = before is None or (after is not None and after - today <= today - before)
        chosen, because = (after if near else before), "the such day nearest to publication"
    return (NEAREST, because) if day == chosen else (FARTHER, "the other side of publication")


def numeric_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "2018-07-25", "25/07/2018": the order of day and month may be open."""
    first, second, year = int(found["first"]), int(found["second"]), found["year"]
    orders = {(first, second): "day first", (second, first): "month first"}
    if view.day_first is not None and min(first, second) <= 12:
        known = (first, second) if view.day_first else (second, first)
        orders = {known: f"{orders[known]}, as the document's other dates are"}
    days = {
        day: because
        for (day_number, month), because in orders.items()
        if (day := _of_figures(full_year(year, view.today), month, day_number))
    }
    if view.past and view.today and len(days) == 2:
        days = {day: because for day, because in days.items() if day <= view.today} or days
    for day, because in sorted(days.items()):
        alone = len(days) == 1
        if not alone:
            because = f"{because}: the order of day and month is open"
        elif view.day_first is None:
            because = "the only order of day and month that gives a possible day"
        yield sense(STATED if alone else EITHER, because, intervals.on(day))


def iso_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "2018-07-25"."""
    day = _of_figures(int(found["year"]), int(found["month"]), int(found["day"]))
    if day:
        yield sense(STATED, "the words give year, month and day in that order", intervals.on(day))


def month_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "July", "July 2018", "last July"."""
    number, which = _month_number(found["month"]), (found["which"] or "").casefold()
    if found["year"]:
        year = full_year(found["year"], view.today)
        yield sense(STATED, "the words give month and year", intervals.month(year, number))
    elif view.today is None:
        yield sense(
            STATED if not which else UNANCHORED,
            "the words give a month, and there is no publication date to tell the year",
            intervals.month(None, number),
        )
    else:
        yield from _nearest_month(number, which, view)


def _nearest_month(number: int, which: str, view: Viewpoint) -> Iterator[Candidate[When]]:
    today = view.today
    assert today is not None
    this_year = number <= today.month
    if which == "last":
        this_year = number < today.month
    elif which == "this":
        this_year = True
    last = today.year if this_year else today.year - 1
    following = today.year if number > today.month else today.year + 1
    if which == "next":
        yield sense(NEAREST, "the next such month", intervals.month(following, number))
        return
    ahead = (following - today.year) * 12 + number - today.month
    behind = (today.year - last) * 12 + today.month - number
    forward = not view.past and not which and ahead < behind
    chosen, other = (following, last) if forward else (last, following)
    yield sense(NEAREST, "the nearest such month", intervals.month(chosen, number))
    yield sense(FARTHER, "the other side of publication", intervals.month(other, number))


def year_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "2018", "2014-15"."""
    first = int(found["year"])
    last = full_year_after(first, found["last"]) if found["last"] else first
    if last >= first:
        count = last - first + 1
        yield sense(STATED, "the words give the year", intervals.year(first, count=count))


def full_year_after(first: int, digits: str) -> int:
    """The year "15" or "2015" in "2014-15"."""
    return int(digits) if len(digits) == 4 else first - first % 100 + int(digits)


def decade_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "the 1980s"."""
    digits = found["decade"]
    first = int(digits) if len(digits) == 4 else full_year(digits, view.today)
    yield sense(STATED, "the words give the decade", intervals.year(first, count=10))


def quarter_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "the first quarter of 2023"."""
    size = 6 if found["size"].casefold() in {"half", "h"} else 3
    ordinal = found["nth"].casefold()
    number = 12 // size if ordinal == "last" else count_of(ordinal)
    year = _said_year(found["year"], view)
    if year and number is not None and 1 <= number <= 12 // size:
        when = intervals.months(year, (number - 1) * size + 1, size)
        yield sense(STATED, f"part {number} of {12 // size} of {year}", when)


def last_quarter_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "The fourth quarter", of no year: the last that has begun, or of a plan the next."""
    number = count_of(found["nth"])
    if view.today is None or number is None or not 1 <= number <= 4:
        return
    quarters = [intervals.months(view.today.year + step, 3 * number - 2, 3) for step in (-1, 0, 1)]
    begun = [when for when in quarters if when.earliest and _is_by(when.earliest, view.today)]
    chosen = begun[-1] if view.past else quarters[len(begun)] if len(begun) < 3 else None
    if chosen:
        yield sense(NEAREST, f"quarter {number} nearest to publication", chosen)


def _said_year(said: str, view: Viewpoint) -> int | None:
    if said.isdecimal():
        return int(said)
    if view.today is None:
        return None
    return view.today.year - (1 if said.startswith("last") else 0)


def season_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "summer 2019", "last winter"."""
    first, which = forms.SEASONS[found["season"].casefold()], (found["which"] or "").casefold()
    because = f"{found['season']} as it falls north of the equator"
    if found["year"] and (found["last"] or first != 12):
        when = intervals.months(int(found["year"]), first, 3)
        yield sense(STATED, because, when)
    elif found["year"]:  # the winter of 2019 may begin or end in it
        for year in (int(found["year"]) - 1, int(found["year"])):
            yield sense(EITHER, because, intervals.months(year, first, 3))
    elif view.today:
        seasons = [intervals.months(view.today.year + step, first, 3) for step in (-2, -1, 0, 1)]
        index = {"next": 1, "last": -1}.get(which, 0)
        begun = [when for when in seasons if when.earliest and _is_by(when.earliest, view.today)]
        ended = [when for when in seasons if when.latest and _is_by(when.latest, view.today)]
        chosen = {
            1: seasons[len(begun)] if len(begun) < len(seasons) else None,
            -1: ended[-1] if ended else None,
            0: begun[-1] if begun else None,
        }[index]
        if chosen:
            yield sense(NEAREST, because, chosen)


def _is_by(day: Day, today: date) -> bool:
    return day.date is not None and day.date <= today


def weekday_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "Tuesday", "last Tuesday", "the previous Tuesday"."""
    which = (found["which"] or "").casefold()
    if which in {"the previous", "the following"}:
        step = -1 if which == "the previous" else 1
        yield from _told_weekday(found["weekday"], step, view)
        return
    if view.today is None:
        return
    since = (view.today.weekday() - _weekday_number(found["weekday"])) % 7
    before = view.today - timedelta(days=since or (7 if which == "last" else 0))
    after = view.today + timedelta(days=(7 - since) % 7 or (7 if which == "next" else 0))
    forward = which == "next" or (not view.past and which != "last")
    near, far = (after, before) if forward else (before, after)
    side = "from" if forward else "up to"
    named = f"the nearest {_NAMES[near.weekday()]} {side} publication on {view.today}"
    yield sense(NEAREST, named, intervals.on(near))
    if far != near:
        yield sense(FARTHER, "the other side of publication", intervals.on(far))


def weekday_beside_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "The Friday before", of the day that the passage tells of."""
    step = -1 if found["apart"].casefold() == "before" else 1
    yield from _told_weekday(found["weekday"], step, view)


def _told_weekday(name: str, step: int, view: Viewpoint) -> Iterator[Candidate[When]]:
    """The nearest such weekday before or after the day told of, which it never is."""

    def count(day: date) -> When:
        ahead = (_weekday_number(name) - day.weekday()) * step % 7 or 7
        return intervals.on(day + timedelta(days=step * ahead))

    yield from counted(True, view, count)


def weekday_of_week_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "Friday of last week"."""
    if view.today is None:
        return
    step = {"last": -1, "next": 1}.get(found["week"].casefold(), 0)
    monday = view.today - timedelta(days=view.today.weekday()) + timedelta(weeks=step)
    day = monday + timedelta(days=_weekday_number(found["weekday"]))
    yield sense(NEAREST, f"of the week from {monday}", intervals.on(day))


def nth_of_month_senses(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "the 25th": of the month that publication is nearest to."""
    if view.today is None:
        return
    first = view.today.replace(day=1)
    steps = (-1,) if found["which"] == "last" else (0,) if found["which"] else (-2, -1, 0, 1, 2)
    starts = (intervals.add_months(first, step) for step in steps)
    days = (_make_date(start.year, start.month, int(found["day"])) for start in starts)
    yield from _nearest([day for day in days if day], view)
