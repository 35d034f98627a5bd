"""Read what stands around a date: bounds, stretches, parts of a day, amounts counted from it.

Each step takes an expression and how to read what is left of it, and gives ``None`` where the
expression is not of its form.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ... import time_forms as forms
from ...types import DatePrecision, Day, When
from . import intervals
from .grammar import CLOCK
from .intervals import Stretch
from .ranges import read_range
from .senses import Found, Read, Viewpoint, changed, count_of

_BOUNDS: tuple[tuple[str, Callable[[When], When]], ...] = (
    (
        r"(?:ever since|since|from|as of|starting(?: on| in)?|beginning(?: on| in)?)",
        lambda when: replace(when, latest=None),
    ),
    (
        "after",
        lambda when: replace(
            when, latest=None, earliest=when.latest and intervals.add_days(when.latest, 1)
        ),
    ),
    (
        r"(?:by|until|till|up to|through|no later than)",
        lambda when: replace(when, earliest=None),
    ),
    (
        r"(?:before|prior to|ahead of)",
        lambda when: replace(
            when, earliest=None, latest=when.earliest and intervals.add_days(when.earliest, -1)
        ),
    ),
    (r"(?:as early as|as late as)", lambda when: when),
)


def read_bound(text: str, view: Viewpoint, read: Read) -> Found:
    """ "since August" has a first day, "by Friday" a last one."""
    for pattern, change in _BOUNDS:
        found = re.match(rf"({pattern}) ", text, re.IGNORECASE)
        if found:
            senses = read(text[found.end() :], view)
            return changed(senses, change, f"{found[1].casefold()}: one end is open")
    return None


_STRETCHES = (
    (r"(?:early|(?:the )?(?:beginning|start|early days|first days) of)", Stretch.EARLY),
    (r"(?:mid|(?:the )?middle of)", Stretch.MIDDLE),
    (r"(?:late|(?:the )?(?:end|last days|final days) of)", Stretch.LATE),
    (r"(?:the )?first half of", Stretch.FIRST_HALF),
    (r"(?:the )?second half of", Stretch.SECOND_HALF),
    (r"(?:the )?first week of", Stretch.FIRST_WEEK),
    (r"(?:the )?last week of", Stretch.LAST_WEEK),
    (r"(?:the )?(?:first (?:day|night)|first) of", Stretch.FIRST_DAY),
    (r"(?:the )?last day of", Stretch.LAST_DAY),
    (r"(?:the )?last ten (?:days|nights) of", Stretch.LAST_TEN),
)
_WITHIN = r"[ -](?:on |in )?"


def read_stretch(text: str, view: Viewpoint, read: Read) -> Found:
    """ "early July", "the end of 2018", "earlier this week"."""
    if found := re.match(rf"(earlier|later){_WITHIN}", text, re.IGNORECASE):
        side = partial(_side, view=view, later=found[1].casefold() == "later")
        return changed(read(text[found.end() :], view), side, found[1].casefold())
    for pattern, stretch in _STRETCHES:
        if found := re.match(rf"{pattern}{_WITHIN}", text, re.IGNORECASE):
            part = partial(intervals.stretch_of, stretch=stretch)
            return changed(read(text[found.end() :], view), part, stretch.value)
    return None


def _side(when: When, view: Viewpoint, *, later: bool) -> When:
    """The part of an interval before or after the day told of, or that of publication."""
    first = when.earliest.date if when.earliest else None
    last = when.latest.date if when.latest else None
    if first is None or last is None:
        return when
    # What is told as past is not later than publication.
    pivots = (view.anchor_for("day"), None if later and view.past else view.today)
    pivot = next((day for day in pivots if day and first <= day <= last), None)
    if pivot is None:
        return when
    end = Day.of(pivot)
    cut = replace(when, earliest=end) if later else replace(when, latest=end)
    return replace(cut, precision=intervals.precision_of(intervals.length(cut) or 1))


_AROUND = "(?:before|after|at|around|about|since|by|until|in|during)"
_STAGE = "(?:early|late|small)"
_PART_BEFORE = re.compile(
    rf"(?:{_AROUND} )?(?:the )?(?:{_STAGE} )?(?:{forms.PART}|hours) "
    rf"(?:(?:of|on|from) (?:the )?|(?=between ))|{CLOCK},? (?:on )?",
    re.IGNORECASE,
)
# "After Friday prayers" is on a Friday.
_PRAYERS = re.compile(
    rf"(?:(?:shortly )?{_AROUND} )?(?P<day>.+?) (?:noon |night |morning )?(?:prayers?|sermon)",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    rf",? (?:{_AROUND} ){{0,2}}(?:the )?(?:{_STAGE} )?(?:{forms.PART}|hours|{CLOCK})$",
    re.IGNORECASE,
)


def read_part_of_day(text: str, view: Viewpoint, read: Read) -> Found:
    """ "Sunday night", "the early hours of 25 July": the day is what counts."""
    if found := _PRAYERS.fullmatch(text):
        return read(found["day"], view)
    if found := _PART_BEFORE.match(text):
        return read(text[found.end() :], view)
    if found := _PART_AFTER.search(text):
        return read(text[: found.start()], view)
    return None


def read_overnight(text: str, view: Viewpoint, read: Read) -> Found:
    """ "Overnight on Friday" runs into Saturday, "overnight into Friday" began on Thursday."""
    found = re.match(r"overnight (into |to |on |from )?(?=\S)", text, re.IGNORECASE)
    if found is None:
        return None
    day = text[found.end() :]
    before, after = (1, 0) if (found[1] or "").strip().casefold() in {"into", "to"} else (0, 1)
    if senses := read_range(day, view, read):
        return senses

    def night(when: When) -> When:
        ends = (
            when.earliest and intervals.add_days(when.earliest, -before),
            when.latest and intervals.add_days(when.latest, after),
        )
        return replace(when, earliest=ends[0], latest=ends[1], precision=DatePrecision.FEW_DAYS)

    return changed(read(day, view), night, "a night is of two days")


_NTH_OF = re.compile(
    rf"the (?P<nth>{forms.ORDINAL}|last) (?P<unit>day|night|week|{forms.WEEKDAY}) (?:of|in) ",
    re.IGNORECASE,
)
# UCDP's few days are two to six.
_FEW = 6
_FEW_OF = re.compile(
    rf"the (?P<end>first|last|final|opening) (?P<count>{forms.NUMBER}|few)"
    r" (?P<unit>day|week|month)s (?:of|in) ",
    re.IGNORECASE,
)


def read_nth_of(text: str, view: Viewpoint, read: Read) -> Found:
    """ "The third day of the month", "the last Friday of May", "the first two weeks of 2019"."""
    if found := _NTH_OF.match(text):
        nth, unit = count_of(found["nth"]), found["unit"].casefold()
        number = forms.WEEKDAYS.get(unit)
        size = 7 if unit == "week" else 1
        if number is not None:
            part = partial(intervals.nth_weekday, weekday=number, nth=nth)
        else:
            part = partial(intervals.nth_part, size=size, nth=nth)
        return changed(read(text[found.end() :], view), part, f"the {found['nth']} {unit} of it")
    if found := _FEW_OF.match(text):
        count, unit = count_of(found["count"]) or _FEW, found["unit"].casefold()
        at_end = found["end"].casefold() in ("last", "final")
        few = partial(intervals.some_of, unit=unit, count=count, at_end=at_end)
        return changed(read(text[found.end() :], view), few, f"{count} {unit}s of it")
    return None


def read_without_full_stop(text: str, view: Viewpoint, read: Read) -> Found:
    """ "On Nov. 8." at the end of a sentence."""
    return read(text[:-1], view) if text.endswith(".") else None
