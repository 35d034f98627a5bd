"""The time expressions of a text, with their TIMEX3 types and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...analysis.quantities import NUMBER_WORDS
from ...analysis.times import find_times
from ...pipeline import Engine
from ...resolution.times import TimeResolver
from ...types import DatePrecision, Span, When
from ..rows import TimeExpression, TimesRow

_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM"}
_LENGTH = re.compile(
    r"^(?:(?:for|over|in|within|about|around|nearly|almost|the|last|past|next)\s+)*"
    r"(?P<count>\d+|[a-z]+)[\s-](?P<unit>year|month|week|day|hour|minute)s?(?:[\s-]long)?$",
    re.IGNORECASE,
)
# "Since 2004" names 2004.
_BOUND = re.compile(r"^(?:since|by|from|until|till|before|after|in|over|within)\s+", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}(?::\d{2})|\b[ap]\.?m\b|GMT|UTC", re.IGNORECASE)
_EVERY = re.compile(r"^(?:every|each|daily|weekly|monthly|yearly|annual)", re.IGNORECASE)


def answer(rows: Sequence[TimesRow], engine: Engine) -> Iterator[TimesRow]:
    """Every form of a date or duration, counted from the day of publication."""
    del engine  # times are found and resolved without a parse
    for row in rows:
        resolve = TimeResolver(row.published_at)
        times = (_expression(span, row.text, resolve) for span in find_times(row.text))
        yield TimesRow(id=row.id, times=tuple(times))


def _expression(span: Span, text: str, resolve: TimeResolver) -> TimeExpression:
    words = " ".join(span.of(text).split())
    kind, value = _length(words)
    if value is None:
        named = _BOUND.sub("", words) or words
        # What is told as past may not lie ahead; a plan may.
        when = resolve(named).chosen or resolve(named, past=False).chosen
        kind, value = _kind(words), _value(when)
    return TimeExpression(start=span.start, end=span.end, quote=words, type=kind, value=value)


def _length(words: str) -> tuple[str, str | None]:
    """ "Two years" is P2Y, "several days" PXD."""
    found = _LENGTH.match(words)
    if found is None:
        return "DATE", None
    count, unit = found["count"].lower(), _UNITS[found["unit"].lower()]
    number = int(count) if count.isdigit() else NUMBER_WORDS.get(count)
    if number is None and count not in ("several", "few", "many"):
        return "DATE", None
    figure = "X" if number is None else str(number)
    return "DURATION", f"PT{figure}{unit[1]}" if unit[0] == "T" else f"P{figure}{unit}"


def _kind(words: str) -> str:
    if _EVERY.match(words):
        return "SET"
    return "TIME" if _CLOCK.search(words) else "DATE"


def _value(when: When | None) -> str | None:
    """The day, week, month or year that is named; of an interval the end that is known."""
    day = (when.earliest or when.latest) if when else None
    if when is None or day is None:
        return None
    if day.date is None:
        month = f"XXXX-{day.month:02d}"
        return month if when.precision >= DatePrecision.MONTH else f"{month}-{day.day:02d}"
    if when.precision is DatePrecision.YEAR:
        return f"{day.year:04d}"
    if when.precision is DatePrecision.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    if when.precision is DatePrecision.WEEK:
        year, week, _ = day.date.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day.date.isoformat()
