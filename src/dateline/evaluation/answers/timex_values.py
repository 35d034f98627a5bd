"""TIMEX3 values of resolved times: days, weeks, quarters, parts of a day, hours."""

from __future__ import annotations

import re
from datetime import date

from ...types import DatePrecision, When

_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "tonight": "NI",
    "overnight": "NI",
    "nightfall": "NI",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
    "sunset": "EV",
    "noon": "12:00",
    "midday": "12:00",
    "midnight": "24:00",
}
_PART = re.compile(rf"\b(?:{'|'.join(_PARTS)}|early\shours|small\shours)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:(?::|\.(?=\d\d\s?[ap]))?(?P<minute>\d\d))?(?!\d)"
    r"\s?(?:(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:hours|hrs))?(?P<zone>\s?\(?(?:gmt|utc)\b)?",
    re.IGNORECASE,
)
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def moment_of(words: str, when: When | None, today: date | None) -> str | None:
    """A part of a day or an hour, on the day that is meant; ``None`` where no part is named."""
    hour = _hour(words)
    part = _PART.search(words)
    if hour is None and part is None:
        return None
    one_day = when is not None and when.precision == DatePrecision.DAY and when.earliest
    named = when.earliest.date if one_day and when and when.earliest else None
    if named is None and part and part[0].lower() == "overnight" and when and when.earliest:
        named = when.earliest.date
    day = named or today
    shown = day.isoformat() if day else "XXXX-XX-XX"
    return f"{shown}T{hour or _PARTS.get(part[0].lower() if part else '', 'MO')}"


def _hour(words: str) -> str | None:
    for found in _CLOCK.finditer(words):
        if not (found["half"] or found["zone"] or (found["minute"] and ":" in found[0])):
            continue
        hour, half = int(found["hour"]), (found["half"] or "").lower()
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        zone = "Z" if found["zone"] else ""
        return f"{hour:02d}:{found['minute'] or '00'}{zone}"
    return None


def value_of(words: str, when: When | None) -> str | None:
    """The day, week, month or year that is named; of an interval the end that is known."""
    day = (when.earliest or when.latest) if when else None
    if when is None or day is None:
        return None
    if day.date is None:
        month = f"XXXX-{day.month:02d}"
        return month if when.precision >= DatePrecision.MONTH else f"{month}-{day.day:02d}"
    if "consecutive" in words or "straight" in words or "running" in words:
        day = when.latest or day  # "a third day in a row" is the last of them
    return _named_unit(words.lower(), day.date or date.max) or _by_precision(day.date, when)


def _named_unit(words: str, day: date | None) -> str | None:
    """What a unit in the words asks for: a quarter, a half, a season, a weekend, a decade."""
    if day is None:
        return None
    if re.search(r"\bquarter\b|^q[1-4]\b", words):
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if re.search(
        r"\b(?:first|second|1st|2nd|last) half of (?:\d{4}|(?:the|this|last) year)", words
    ):
        return f"{day.year:04d}-H{1 if day.month <= 6 else 2}"
    if season := next((name for name in _SEASONS if re.search(rf"\b{name}\b", words)), None):
        return f"{day.year:04d}-{_SEASONS[season]}"
    if "weekend" in words:
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}-WE"
    if re.search(r"\d0s\b|\bdecade\b", words):
        return f"{day.year // 10:03d}"
    if re.search(r"\bcentury\b", words):
        return f"{day.year // 100:02d}"
    return None


def _by_precision(day: date | None, when: When) -> str | None:
    if day is None:
        return None
    if when.precision is DatePrecision.YEAR:
        return f"{day.year:04d}"
    if when.precision is DatePrecision.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    if when.precision is DatePrecision.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day.isoformat()
