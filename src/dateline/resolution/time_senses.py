"""What the senses of an expression of time are weighed by, and from where they are seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .. import time_forms as forms
from ..types import Candidate, Reason, When

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


def counted(
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


def count_of(word: str) -> int | None:
    """The number that a figure, a number word or an ordinal gives."""
    word = word.casefold()
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    return forms.NUMBERS.get(word) or forms.ORDINALS.get(word)
