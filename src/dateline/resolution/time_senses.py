"""What one expression of time can mean, seen from the day of publication: all senses, weighed.

Each form is a pattern and a function that lists its senses. Nothing is chosen here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from .. import time_forms as forms
from ..types import Candidate, DatePrecision, Day, Reason, When
from . import intervals

Senses = Iterable[Candidate[When]]

STATED = 1.0
NEAREST = 0.7
# One of two readings that the words allow alike; below what it takes to be chosen.
EITHER = 0.4
# Counted from a day that the passage has and the expression has not.
UNANCHORED = 0.3
FARTHER = 0.2
# A weekday that does not fit leaves a year that was only the nearest below acceptance.
WEEKDAY_FITS = 0.3


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where an expression is read."""

    today: date | None  # the day of publication
    anchor: When | None  # the time the passage already tells of
    past: bool  # whether what is told of happened

    @property
    def anchor_day(self) -> date | None:
        """The day that "a day later" counts from, if the passage has one."""
        day = self.anchor and (self.anchor.latest or self.anchor.earliest)
        return day.date if day else None


def sense(points: float, because: str, when: When) -> Candidate[When]:
    """An interval and the one reason for it."""
    return Candidate(when, (Reason(points, because),))


# ---- days, months, years -----------------------------------------------------------------------

_TITLES = {number: name.title() for name, number in forms.MONTHS.items() if len(name) > 4} | {
    5: "May",
    6: "June",
    7: "July",
}
_NAMES = {number: name.title() for name, number in forms.WEEKDAYS.items() if name.endswith("day")}


def _month_number(name: str) -> int:
    return forms.MONTHS[name.rstrip(".").casefold()]


def _weekday_number(name: str) -> int:
    return forms.WEEKDAYS[name.rstrip(".").casefold()]


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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


def _calendar_day(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
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


def _numeric(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "2018-07-25", "25/07/2018": the order of day and month may be open."""
    first, second, year = int(found["first"]), int(found["second"]), found["year"]
    orders = {(first, second): "day first", (second, first): "month first"}
    days = {
        day: because
        for (day_number, month), because in orders.items()
        if (day := _make_date(full_year(year, view.today), month, day_number))
    }
    if view.past and view.today and len(days) == 2:
        days = {day: because for day, because in days.items() if day <= view.today} or days
    for day, because in sorted(days.items()):
        alone = len(days) == 1
        reason = "the only order of day and month that gives a possible day" if alone else because
        yield sense(STATED if alone else EITHER, reason, intervals.on(day))


def _iso(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    day = _make_date(int(found["year"]), int(found["month"]), int(found["day"]))
    if day:
        yield sense(STATED, "the words give year, month and day in that order", intervals.on(day))


def _month(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
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


def _year(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "2018", "2014-15"."""
    first = int(found["year"])
    last = full_year_after(first, found["last"]) if found["last"] else first
    if last >= first:
        count = last - first + 1
        yield sense(STATED, "the words give the year", intervals.year(first, count=count))


def full_year_after(first: int, digits: str) -> int:
    """The year "15" or "2015" in "2014-15"."""
    return int(digits) if len(digits) == 4 else first - first % 100 + int(digits)


def _decade(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    digits = found["decade"]
    first = int(digits) if len(digits) == 4 else full_year(digits, view.today)
    yield sense(STATED, "the words give the decade", intervals.year(first, count=10))


def _quarter(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    size = 6 if found["size"] == "half" else 3
    ordinal = found["nth"].casefold()
    number = 12 // size if ordinal == "last" else _count(ordinal)
    year = _said_year(found["year"], view)
    if year and number is not None and 1 <= number <= 12 // size:
        when = intervals.months(year, (number - 1) * size + 1, size)
        yield sense(STATED, f"part {number} of {12 // size} of {year}", when)


def _said_year(said: str, view: Viewpoint) -> int | None:
    if said.isdecimal():
        return int(said)
    if view.today is None:
        return None
    return view.today.year - (1 if said.startswith("last") else 0)


def _season(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
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


# ---- relative to publication --------------------------------------------------------------------


def _weekday(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "Tuesday", "last Tuesday", "next Tuesday"."""
    if view.today is None:
        return
    which = (found["which"] or "").casefold()
    since = (view.today.weekday() - _weekday_number(found["weekday"])) % 7
    before = view.today - timedelta(days=since or (7 if which in {"last", "the previous"} else 0))
    after = view.today + timedelta(days=(7 - since) % 7 or (7 if which == "next" else 0))
    forward = which == "next" or (not view.past and which not in {"last", "the previous"})
    near, far = (after, before) if forward else (before, after)
    side = "from" if forward else "up to"
    named = f"the nearest {_NAMES[near.weekday()]} {side} publication on {view.today}"
    yield sense(NEAREST, named, intervals.on(near))
    if far != near:
        yield sense(FARTHER, "the other side of publication", intervals.on(far))


_FROM_TODAY = {
    "today": (0, 0),
    "tonight": (0, 0),
    "yesterday": (-1, -1),
    "tomorrow": (1, 1),
    "the day before yesterday": (-2, -2),
    "the day after tomorrow": (2, 2),
    "overnight": (-1, 0),
    "last night": (-1, -1),
    "last evening": (-1, -1),
}


def _from_today(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    if view.today is None:
        return
    first, last = _FROM_TODAY[found["said"].casefold()]
    when = intervals.between(view.today + timedelta(days=first), view.today + timedelta(days=last))
    yield sense(NEAREST, f"counted from publication on {view.today}", when)


def _this(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "this week", "last month", "the following night", "that day"."""
    which, unit = found["which"].casefold(), found["unit"].casefold()
    told = which.removeprefix("the ") in {"that", "same", "previous", "following", "next"} and (
        which != "next"
    )
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(
        which.removeprefix("the "), 0
    )
    yield from _counted(told, view, lambda day: _calendar_unit(day, unit, step))


def _counted(
    from_anchor: bool, view: Viewpoint, count: Callable[[date], When]
) -> Iterator[Candidate[When]]:
    """Count from the day that is meant; from publication only as a guess that is not chosen."""
    if from_anchor and view.anchor_day:
        because = f"counted from {view.anchor_day}, which the passage tells of"
        yield sense(NEAREST, because, count(view.anchor_day))
    elif from_anchor and view.today:
        because = "counted from publication, because the passage gives no other day"
        yield sense(UNANCHORED, because, count(view.today))
    elif view.today:
        yield sense(NEAREST, f"counted from publication on {view.today}", count(view.today))


def _calendar_unit(day: date, unit: str, step: int) -> When:
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


def _count(word: str) -> int | None:
    word = word.casefold()
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    return forms.NUMBERS.get(word) or forms.ORDINALS.get(word)


def _amount(found: re.Match[str], unit: str) -> tuple[int, int]:
    """The fewest and the most of a unit that the words give."""
    low, high = found["low"], found["high"]
    if low == "":  # "the day before"
        return 1, 1
    if low is None or (count := _count(low)) is None:
        couple = low is not None and "couple" in low
        return (2, 2) if couple else _SOME.get(unit, (2, 9))
    return count, (high and _count(high)) or count


def _ago(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "two days ago", "a week earlier", "hours later"."""
    unit, apart = found["unit"].casefold(), found["apart"].casefold()
    sign = 1 if apart in {"later", "after", "afterwards", "from now"} else -1
    low, high = _amount(found, unit)

    def count(day: date) -> When:
        ends = [_moved(day, sign * number, unit) for number in (low, high)]
        first, last = sorted(ends, key=lambda when: str(when.earliest))
        return first if first == last else intervals.hull(first, last)

    yield from _counted(apart not in {"ago", "from now"}, view, count)


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
        return _calendar_unit(day, unit, count)
    return intervals.on(day + timedelta(days=count))


def _days_in(count: int, unit: str) -> int:
    days = {"week": 7, "weekend": 2, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
    if unit in {"minute", "hour"}:
        return ceil(count / (24 if unit == "hour" else 1440))
    return count * days.get(unit, 1)


def _last_few(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "in recent days", "the past 24 hours", "the next two weeks"."""
    near, unit = found["near"].casefold(), found["unit"].casefold()
    single = found["low"] is None and not found["plural"]
    high = 1 if single else _amount(found, unit)[1]
    days = timedelta(days=_days_in(high, unit) - (unit not in {"minute", "hour"}))
    forward = near in {"next", "coming", "following"}
    told = near in {"following", "previous", "preceding"} or (near == "next" and view.past)

    def count(day: date) -> When:
        return intervals.between(*((day, day + days) if forward else (day - days, day)))

    yield from _counted(told, view, count)


def _length(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "for three days": so long, up to the day the passage tells of."""
    unit = found["unit"].casefold()
    days = _days_in(_amount(found, unit)[1], unit)
    yield from _counted(
        True, view, lambda day: intervals.between(day - timedelta(days=max(days - 1, 0)), day)
    )


def _nth(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "for a third day": it ends on the day told of; "on the third day" counts from elsewhere."""
    count, unit = _count(found["nth"]), found["unit"].casefold()
    if not count or not (found["lead"] or found["running"]):
        return
    days = timedelta(days=_days_in(count, unit) - 1)
    yield from _counted(
        view.anchor is not None, view, lambda day: intervals.between(day - days, day)
    )


def _nth_of_month(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """ "the 25th": of the month that publication is nearest to."""
    if view.today is None:
        return
    first = view.today.replace(day=1)
    steps = (-1,) if found["which"] == "last" else (0,) if found["which"] else (-2, -1, 0, 1, 2)
    starts = (intervals.add_months(first, step) for step in steps)
    days = (_make_date(start.year, start.month, int(found["day"])) for start in starts)
    yield from _nearest([day for day in days if day], view)


def _hour(found: re.Match[str], view: Viewpoint) -> Iterator[Candidate[When]]:
    """An hour or part of the day that the passage tells of."""
    if view.anchor:
        yield sense(NEAREST, "an hour of the day that the passage tells of", view.anchor)
    elif view.today:
        when = intervals.between(view.today - timedelta(days=1), view.today)
        yield sense(UNANCHORED, "an hour of a day that the words do not give", when)


# ---- the forms ----------------------------------------------------------------------------------

_S = r"\s"
_MONTH = rf"(?P<month>{forms.ANY_MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:,?\s(?:of\s)?|-)'?(?P<year>\d{4}|\d\d))?"
_NAMED_DAY = rf"(?:(?P<weekday>{forms.WEEKDAY}|{forms.SHORT_WEEKDAY}),?\s(?:on\s|the\s)*)?"
_WHICH = r"(?:(?P<which>this|last|next|the\sprevious|the\sfollowing)\s)?"
_UNIT = rf"(?P<unit>{forms.UNIT})"
_PART = rf"(?P<part>{forms.PART}|hours)"
_ABOUT = (
    r"(?:(?:about|around|nearly|almost|over|under|just|only|exactly|barely|more\sthan|less\sthan"
    r"|at\sleast|fewer\sthan|up\sto|well\sover)\s)?"
)
_AMOUNT = (
    rf"(?P<low>{forms.NUMBER}|{forms.words(forms.VAGUE)}|an?)"
    rf"(?:(?:\s(?:or|to)\s|-)(?P<high>{forms.NUMBER}))?"
)
_RUNNING = r"(?:(?:consecutive|straight|successive|full|whole|half|more|long)\s)?"

_NEAR_PART = (
    r"(?:(?:at|before|after|around|about|by|until|till|since|near|through|throughout|in|during)\s)?"
)
_OF_PART = rf"(?:\shours|\sof\sthe\s{forms.PART})?"
_ZONE = r"(?:\s?(?:gmt|utc|local\stime))"
_CLOCK_12 = rf"\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?{_ZONE}?"
_CLOCK_24 = rf"\d{{1,2}}(?::\d\d|\d\d(?=\D))(?:\s(?:hours|hrs))?{_ZONE}?"

FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Viewpoint], Senses]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?:t[\d:]+z?)?", _iso),
        (r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d\d)", _numeric),
        (rf"{_NAMED_DAY}{_DAY}(?:\s|-)(?:of\s)?{_MONTH}{_YEAR}", _calendar_day),
        (
            rf"{_NAMED_DAY}{_MONTH}\s(?:the\s)?{_DAY}(?:,?\s(?:of\s)?(?P<year>\d{{4}}))?",
            _calendar_day,
        ),
        (rf"{_WHICH}(?:the\s)?{_MONTH}(?:(?:,?\s(?:of\s)?|-)(?P<year>\d{{4}}))?", _month),
        (r"(?P<year>\d{4})(?:[-/](?P<last>\d{4}|\d\d))?", _year),
        (r"(?:the\s)?'?(?P<decade>\d{4}|\d\d)s", _decade),
        (r"q(?P<nth>[1-4])(?P<size>)\s(?P<year>\d{4})", _quarter),
        (
            (
                rf"(?:the\s)?(?P<nth>{forms.ORDINAL}|last)\s(?P<size>quarter|half)\sof\s"
                r"(?P<year>\d{4}|last\syear|this\syear|the\syear)"
            ),
            _quarter,
        ),
        (
            (
                rf"{_WHICH}(?:the\s)?(?P<season>{forms.SEASON})"
                r"(?:\s(?:of\s)?(?P<year>\d{4})(?:[-/](?P<last>\d{4}|\d\d))?)?"
            ),
            _season,
        ),
        (rf"{_WHICH}(?P<weekday>{forms.WEEKDAY})", _weekday),
        (rf"(?P<said>{'|'.join(name.replace(' ', _S) for name in _FROM_TODAY)})", _from_today),
        (
            (
                r"(?P<which>this|that|the\ssame|last|next|the\snext|the\sprevious|the\sfollowing)\s"
                rf"(?P<unit>{forms.UNIT}|{forms.PART}|quarter)"
            ),
            _this,
        ),
        (
            (
                rf"{_ABOUT}(?:{_AMOUNT}\s{_RUNNING})?{_UNIT}s?\s"
                r"(?P<apart>ago|earlier|later|before|previously|prior|afterwards|after)"
            ),
            _ago,
        ),
        (rf"the(?P<low>)(?P<high>)\s{_UNIT}\s(?P<apart>before|after|earlier)", _ago),
        (
            (
                r"(?:(?:in|over|within|during|for)\s)?(?:the\s)?"
                r"(?P<near>last|past|previous|next|coming|preceding|following|recent)\s"
                rf"(?:(?P<low>few|several|couple\sof|{forms.NUMBER})(?P<high>)\s)?{_UNIT}(?P<plural>s?)"
            ),
            _last_few,
        ),
        (
            (
                rf"(?:(?:for|within|throughout|over|in)\s)?{_ABOUT}"
                rf"(?:{_AMOUNT}(?:\s|-){_RUNNING}|(?:many|long)\s)?{_UNIT}s?(?:-long)?"
            ),
            _length,
        ),
        (
            (
                rf"(?P<lead>for\s)?(?:the|a)\s(?P<nth>{forms.ORDINAL})\s{_RUNNING}{_UNIT}"
                r"(?P<running>\sin\sa\srow|\srunning)?"
            ),
            _nth,
        ),
        (
            r"the\s(?P<day>\d{1,2})(?:st|nd|rd|th)(?:\sof\s(?P<which>this|last|the)\smonth)?",
            _nth_of_month,
        ),
        (rf"{_NEAR_PART}(?:the\s)?(?:(?:early|late|small)\s)?{_PART}{_OF_PART}", _hour),
        (rf"{_NEAR_PART}(?:{_CLOCK_12}|{_CLOCK_24})", _hour),
    )
)


def senses_of(expression: str, view: Viewpoint) -> tuple[Candidate[When], ...] | None:
    """All that a plain expression can mean; ``None`` when it has no form known here."""
    for pattern, read in FORMS:
        if found := pattern.fullmatch(expression):
            return tuple(read(found, view))
    return None
