"""When the days of other calendars are: Easter, the tabular Islamic calendar, the Hebrew one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...time_forms.named_days import Calendar, NamedDay

# As ``date.toordinal`` counts, the first day of the Islamic calendar, 16 July 622 (Julian).
_ISLAMIC_EPOCH = 227_015
# As ``date.toordinal`` counts, the day before 1 Tishri of the Hebrew year 1.
_HEBREW_EPOCH = -1_373_427
_JULIAN_LAG = 13  # days, from 1900 to 2099


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + to_sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_LAG)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar; the one observed may be a day off."""
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(
        _ISLAMIC_EPOCH - 1 + day + months + 354 * (year - 1) + (3 + 11 * year) // 30
    )


def hebrew(year: int, month: int, day: int) -> date:
    """A day of the Hebrew calendar; month 1 is Nisan, 12 the month of Purim, 7 opens the year."""
    months = _months_of(year)
    passed = months[: months.index(month)] if month != 12 else months[: _purim(months)]
    lengths = sum(_length_of(year, number) for number in passed)
    return date.fromordinal(_new_year(year) + lengths + day - 1)


def _is_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _months_of(year: int) -> list[int]:
    """The months from new year on; a leap year has Adar twice, and 13 is the second."""
    return [7, 8, 9, 10, 11, 12, *((13,) if _is_leap(year) else ()), 1, 2, 3, 4, 5, 6]


def _purim(months: list[int]) -> int:
    return months.index(13 if 13 in months else 12)


def _length_of(year: int, month: int) -> int:
    days = _new_year(year + 1) - _new_year(year)
    if month == 8:
        return 30 if days % 10 == 5 else 29
    if month == 9:
        return 29 if days % 10 == 3 else 30
    if month == 12:
        return 30 if _is_leap(year) else 29
    return 29 if month in (2, 4, 6, 10, 13) else 30


def _new_year(year: int) -> int:
    """The first day of a year as ``date.toordinal`` counts, with the delays of the calendar."""
    elapsed = _elapsed(year)
    before, after = _elapsed(year - 1), _elapsed(year + 1)
    delay = 2 if after - elapsed == 356 else 1 if elapsed - before == 382 else 0
    return _HEBREW_EPOCH + elapsed + delay


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of a year, kept off three weekdays."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


# ---- named days ----------------------------------------------------------------------------------


def stretches_of(named: NamedDay, year: int) -> Iterator[tuple[date, date]]:
    """First and last day of a named day in a Gregorian year; an Islamic one may come twice."""
    for first in _starts(named, year):
        if first.year == year:
            yield first, first + timedelta(days=named.days - 1)


def slack_of(named: NamedDay) -> timedelta:
    """How far off the days may be: what is seen of the moon decides, not the table."""
    return timedelta(days=1 if named.calendar is Calendar.ISLAMIC else 0)


def _starts(named: NamedDay, year: int) -> Iterator[date]:
    if named.calendar is Calendar.GREGORIAN:
        yield date(year, named.month, named.day)
    elif named.calendar is Calendar.EASTER:
        yield easter(year) + timedelta(days=named.day)
    elif named.calendar is Calendar.ORTHODOX_EASTER:
        yield orthodox_easter(year) + timedelta(days=named.day)
    elif named.calendar is Calendar.WEEKDAY:
        first = date(year, named.month, 1)
        ahead = (named.weekday - first.weekday()) % 7
        yield first + timedelta(days=ahead + 7 * (named.nth - 1))
    elif named.calendar is Calendar.TABLE:
        yield from (day for day in named.dates if day.year == year)
    elif named.calendar is Calendar.ISLAMIC:
        about = (year - 622) * 33 // 32
        for number in range(about - 1, about + 3):
            yield islamic(number, named.month, named.day)
    else:
        for number in (year + 3760, year + 3761):
            yield hebrew(number, named.month, named.day)
