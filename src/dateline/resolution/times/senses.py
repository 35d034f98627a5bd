"""What the senses of an expression of time are weighed by, and from where they are seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ... import time_forms as forms
from ...types import Candidate, DatePrecision, Reason, When

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
# Of an interval coarser than this, "so many units later" is no interval of the unit.
_COARSEST = {"year": DatePrecision.YEAR, "decade": DatePrecision.YEAR} | dict.fromkeys(
    ("month", "quarter", "period"), DatePrecision.MONTH
)


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where an expression is read."""

    today: date | None  # the day of publication
    anchor: When | None  # the time the passage already tells of
    past: bool  # whether what is told of happened
    day_first: bool | None = None  # the order in which the document writes dates in figures

    def anchor_for(self, unit: str) -> date | None:
        """The day that "a day later" counts from, if the passage has one that is exact enough."""
        when = self.anchor
        if when is None or when.precision > _COARSEST.get(unit, DatePrecision.WEEK):
            return None
        day = when.latest or when.earliest
        return day.date if day else None


# What an expression can mean; ``None`` where it has no form known here.
Found = tuple[Candidate[When], ...] | None
Read = Callable[[str, Viewpoint], Found]


def sense(points: float, because: str, when: When) -> Candidate[When]:
    """An interval and the one reason for it."""
    return Candidate(when, (Reason(points, because),))


def changed(senses: Found, change: Callable[[When], When], because: str) -> Found:
    """The same senses with their intervals changed, and why."""
    if senses is None:
        return None
    reason = Reason(0.0, because)
    return tuple(
        Candidate(change(candidate.value), (*candidate.reasons, reason)) for candidate in senses
    )


def counted(
    from_anchor: bool, view: Viewpoint, count: Callable[[date], When], unit: str = "day"
) -> Iterator[Candidate[When]]:
    """Count from the day that is meant; from publication only as a guess that is not chosen."""
    if from_anchor and (anchor := view.anchor_for(unit)):
        because = f"counted from {anchor}, which the passage tells of"
        yield sense(NEAREST, because, count(anchor))
    elif from_anchor and view.today:
        because = "counted from publication, because the passage gives no other day"
        yield sense(UNANCHORED, because, count(view.today))
    elif view.today:
        yield sense(NEAREST, f"counted from publication on {view.today}", count(view.today))


def count_of(word: str) -> int | None:
    """The number that a figure, a number word or an ordinal gives."""
    word = word.casefold()
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    return forms.NUMBERS.get(word) or forms.ORDINALS.get(word)
