"""Say figures and times in the words that every layer prints."""

from __future__ import annotations

from calendar import monthrange

from .resolution import Day, When


def say_figure(low: int | None, high: int | None) -> str:
    """A range: "9", "9-12", "at least 9", "at most 12", "no number"."""
    if low is None:
        return "no number" if high is None else f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"


def say_when(when: When | None) -> str:
    """A day, a month, a year, or an ISO 8601 interval, ``..`` where it is open."""
    if when is None:
        return ""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return str(first)
    if first.year is not None and first.year == last.year:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year:04d}"
        if _is_month(first, last, first.year):
            return f"{first.year:04d}-{first.month:02d}"
    return f"{first}/{last}"


def _is_month(first: Day, last: Day, year: int) -> bool:
    return (
        first.month == last.month
        and first.day == 1
        and last.day == monthrange(year, first.month)[1]
    )
