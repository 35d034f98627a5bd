"""Decide which days an expression of time means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from ...types import Candidate, Confidence, Day, Reason, Resolution, When
from . import counting as counting
from . import frames as frames
from .grammar import senses_of
from .ranges import read_range
from .senses import Found, Viewpoint
from .wording import read_plainer

# Below this a day is a guess. The points of a sense say what it rests on: stated in full 1.0,
# nearest to publication 0.7, either of two orders 0.4, counted from an unknown day 0.3.
ACCEPT = 0.5
# Longer than any expression found in a text; what is longer is not read at all.
LONGEST = 120
AFTER_PUBLICATION = -1.0


@dataclass(frozen=True, slots=True)
class TimeResolver:
    """Resolve expressions of time in one document, from the day it was published."""

    published: datetime | None = None
    day_first: bool | None = None  # the order of dates in figures, where the document shows it

    def __call__(
        self, expression: str, *, anchor: When | None = None, past: bool = True
    ) -> Resolution[When]:
        """The days an expression means.

        ``anchor`` is the time the passage already tells of: "a day later" counts from it.
        ``past`` says that what is told of happened, so that it cannot lie after publication.
        """
        today = self.published.date() if self.published else None
        view = Viewpoint(today, anchor, past, self.day_first)
        senses = _read(_plain(expression), view) if len(expression) <= LONGEST else None
        if senses is None:
            return Resolution(expression, because="no form of a date or duration known here")
        weighed = (_weigh_future(candidate, view) for candidate in senses)
        candidates = tuple(sorted(weighed, key=lambda candidate: -candidate.score))
        return _choose(expression, candidates, view)


def _choose(
    expression: str, candidates: tuple[Candidate[When], ...], view: Viewpoint
) -> Resolution[When]:
    best = candidates[0] if candidates else None
    if best is None:
        missing = "publication date" if view.today is None else "day to count from"
        because = f"it names no day by itself, and there is no {missing}"
    elif best.score < ACCEPT or (len(candidates) > 1 and candidates[1].score == best.score):
        against = min(best.reasons, key=lambda reason: reason.points)
        because = f"not certain enough: {against.because}"
    else:
        confidence = Confidence.HIGH if best.score >= 1 else Confidence.MEDIUM
        because = best.reasons[0].because
        return Resolution(expression, candidates, best.value, confidence, because)
    return Resolution(expression, candidates, None, Confidence.LOW, because)


def _weigh_future(candidate: Candidate[When], view: Viewpoint) -> Candidate[When]:
    """What happened cannot lie after publication, and what goes on is known up to it."""
    today, when = view.today, candidate.value
    if today is None or not view.past:
        return candidate
    if _is_after(when.earliest, today) or (when.earliest is None and _is_after(when.latest, today)):
        reason = Reason(AFTER_PUBLICATION, "told as past, but after the day of publication")
        return Candidate(when, (*candidate.reasons, reason))
    if _is_after(when.latest, today):
        reason = Reason(0.0, "told as past, so it ends with the day of publication")
        cut = replace(when, latest=Day.of(today))
        return Candidate(cut, (*candidate.reasons, reason))
    return candidate


def _is_after(day: Day | None, today: date) -> bool:
    return day is not None and day.date is not None and day.date > today


# ---- what stands around a date -----------------------------------------------------------------


def _plain(expression: str) -> str:
    """One space between words, one sort of dash, no preposition that adds nothing."""
    text = re.sub(r"\s+", " ", expression.strip(" \t\r\n,;:()"))
    text = re.sub(r"[\u2010-\u2015]", "-", text).replace("\u2019", "'")
    return re.sub(r"^(?:on|in|during|at) (?=\S)", "", text, flags=re.IGNORECASE)


_STEPS = (
    read_plainer,
    counting.read_ago_from,
    counting.read_week_around,
    counting.read_eve,
    counting.read_counted_from,
    frames.read_overnight,
    frames.read_part_of_day,
    read_range,
    frames.read_bound,
    frames.read_nth_of,
    frames.read_stretch,
    frames.read_without_full_stop,
)


def _read(text: str, view: Viewpoint) -> Found:
    """The senses of an expression: plain, or by what stands around it."""
    if (plain := senses_of(text, view)) is not None:
        return plain
    for step in _STEPS:
        senses = step(text, view, _read)
        if senses is not None:
            return senses
    return None
