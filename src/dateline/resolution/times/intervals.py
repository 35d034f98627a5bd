"""Calendar arithmetic on intervals of days, years known or not."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from ...types import DatePrecision, Day, When

# Stands for an unknown year in arithmetic: a leap year, so that 29 February exists.
ANY_YEAR = 2000


class Stretch(StrEnum):
    """A part of an interval."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_WEEK = "first week"
    LAST_WEEK = "last week"
    FIRST_DAY = "first day"
    LAST_DAY = "last day"
    LAST_TEN = "last ten days"


# First month and number of months.
_MONTHS_OF_YEAR = {
    Stretch.EARLY: (1, 4),
    Stretch.MIDDLE: (5, 4),
    Stretch.LATE: (9, 4),
    Stretch.FIRST_HALF: (1, 6),
    Stretch.SECOND_HALF: (7, 6),
}


def on(day: date) -> When:
    """One day."""
    return When(Day.of(day), Day.of(day), DatePrecision.DAY)


def between(first: date, last: date) -> When:
    """From one day to another, as precise as it is long."""
    return When(Day.of(first), Day.of(last), precision_of((last - first).days + 1))


def precision_of(days: int) -> DatePrecision:
    """UCDP's grade for an interval of so many days."""
    # UCDP calls 2-6 days few days, 7 a week, 8-30 a month; a month may have 31.
    limits = (
        (1, DatePrecision.DAY),
        (6, DatePrecision.FEW_DAYS),
        (7, DatePrecision.WEEK),
        (31, DatePrecision.MONTH),
    )
    return next((precision for limit, precision in limits if days <= limit), DatePrecision.YEAR)


def month(year: int | None, number: int) -> When:
    """A calendar month."""
    last = monthrange(year or ANY_YEAR, number)[1]
    return When(Day(year, number, 1), Day(year, number, last), DatePrecision.MONTH)


def months(year: int, first: int, count: int) -> When:
    """So many calendar months, which may run into the next year."""
    start = date(year, first, 1)
    return between(start, add_months(start, count) - timedelta(days=1))


def year(number: int, *, count: int = 1) -> When:
    """So many calendar years."""
    return When(Day(number, 1, 1), Day(number + count - 1, 12, 31), DatePrecision.YEAR)


def week_of(day: date) -> When:
    """The week from Monday to Sunday that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return between(monday, monday + timedelta(days=6))


def weekend_of(day: date) -> When:
    """The Saturday and Sunday of the week that holds a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return between(saturday, saturday + timedelta(days=1))


def add_months(day: date, count: int) -> date:
    """The same day of another month, or that month's last day."""
    total = day.year * 12 + day.month - 1 + count
    year_number, month_number = total // 12, total % 12 + 1
    return date(year_number, month_number, min(day.day, monthrange(year_number, month_number)[1]))


def add_days(day: Day, count: int) -> Day:
    """A day so many days later; an unknown year stays unknown."""
    moved = date(day.year or ANY_YEAR, day.month, day.day) + timedelta(days=count)
    return Day(day.year and moved.year, moved.month, moved.day)


def length(when: When) -> int | None:
    """The days from first to last, both counted; ``None`` where an end is open."""
    if when.earliest is None or when.latest is None:
        return None
    first, last = (
        date(day.year or ANY_YEAR, day.month, day.day) for day in (when.earliest, when.latest)
    )
    if when.earliest.year is None and last < first:  # from December into January
        last = date(ANY_YEAR + 1, last.month, min(last.day, 28))
    return (last - first).days + 1


def hull(first: When, last: When) -> When:
    """From the start of one interval to the end of another."""
    whole = When(first.earliest, last.latest, last.precision)
    days = length(whole)
    return whole if days is None else replace(whole, precision=precision_of(days))


def stretch_of(when: When, stretch: Stretch) -> When:
    """The early, middle or late part of an interval; a single day has none."""
    days = length(when)
    if when.earliest is None or when.latest is None or days is None or days <= 2:
        return when
    # A month's parts are its first ten days, its next ten and the rest; a year's parts end with
    # a month; anything else has plain thirds.
    third = 10 if 28 <= days <= 31 else days // 3
    if days > 366 and when.earliest.year and when.latest.year:
        return _years_of(when.earliest.year, when.latest.year, stretch)
    if 365 <= days <= 366 and when.earliest.year and stretch in _MONTHS_OF_YEAR:
        return months(when.earliest.year, *_MONTHS_OF_YEAR[stretch])
    first, last = {
        Stretch.EARLY: (0, third - 1),
        Stretch.MIDDLE: (third, 2 * third - 1),
        Stretch.LATE: (2 * third, days - 1),
        Stretch.FIRST_HALF: (0, days // 2 - 1),
        Stretch.SECOND_HALF: (days // 2, days - 1),
        Stretch.FIRST_WEEK: (0, min(6, days - 1)),
        Stretch.LAST_WEEK: (max(days - 7, 0), days - 1),
        Stretch.FIRST_DAY: (0, 0),
        Stretch.LAST_DAY: (days - 1, days - 1),
        Stretch.LAST_TEN: (max(days - 10, 0), days - 1),
    }[stretch]
    return part_of(when, first, last)


def part_of(when: When, first: int, last: int) -> When:
    """From one day of an interval to another, counted from 0 at its first."""
    assert when.earliest is not None
    start, end = add_days(when.earliest, first), add_days(when.earliest, last)
    return When(start, end, precision_of(last - first + 1))


def nth_part(when: When, *, size: int, nth: int | None) -> When:
    """The nth day, week or other part of so many days; the last one without ``nth``."""
    days = length(when)
    if when.earliest is None or days is None:
        return when
    skipped = max(days - size, 0) if nth is None else (nth - 1) * size
    return when if skipped >= days else part_of(when, skipped, min(skipped + size, days) - 1)


def nth_weekday(when: When, *, weekday: int, nth: int | None) -> When:
    """The nth such day of the week in an interval of known years; the last without ``nth``."""
    first = when.earliest.date if when.earliest else None
    last = when.latest.date if when.latest else None
    if first is None or last is None:
        return when
    days = [*range((weekday - first.weekday()) % 7, (last - first).days + 1, 7)]
    wanted = -1 if nth is None else nth - 1
    return when if not days or wanted >= len(days) else part_of(when, days[wanted], days[wanted])


def some_of(when: When, *, unit: str, count: int, at_end: bool) -> When:
    """The first or last so many days, weeks or months of an interval."""
    days, first, last = length(when), when.earliest, when.latest
    if days is None or first is None or last is None:
        return when
    size = count * (7 if unit == "week" else 1)
    if unit == "month":
        size = _days_of_months(first, last, count, at_end=at_end)
    if size >= days:
        return when
    return part_of(when, days - size, days - 1) if at_end else part_of(when, 0, size - 1)


def _days_of_months(first: Day, last: Day, count: int, *, at_end: bool) -> int:
    if first.date is None or last.date is None:
        return 30 * count
    if at_end:
        end = last.date + timedelta(days=1)
        return (end - add_months(end, -count)).days
    return (add_months(first.date, count) - first.date).days


def _years_of(first: int, last: int, stretch: Stretch) -> When:
    """The early, middle or late years of several."""
    total = last - first + 1
    third = max(total // 3, 1)
    if stretch in (Stretch.EARLY, Stretch.FIRST_WEEK):
        return year(first, count=third)
    if stretch in (Stretch.LATE, Stretch.LAST_WEEK):
        return year(last - third + 1, count=third)
    if stretch == Stretch.MIDDLE:
        return year(first + third, count=max(total - 2 * third, 1))
    half = max(total // 2, 1)
    return year(first if stretch == Stretch.FIRST_HALF else last - half + 1, count=half)
