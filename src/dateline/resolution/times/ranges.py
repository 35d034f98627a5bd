"""Read expressions that go from one day to another."""

from __future__ import annotations

import re
from dataclasses import replace

from ... import time_forms as forms
from ...types import Candidate, When
from . import intervals
from .grammar import CLOCK
from .senses import Found, Read, Viewpoint

# Two ISO dates with a dash between them hold five dashes.
MOST_DASHES = 5
_TO = r"(?: (?:to|through|thru|until|till|into) |\s?-\s?)"
_SHARED_MONTH = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:{_TO}|/|(?:, \d{{1,2}})*,? and )"
    rf"(?P<last>\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{forms.ANY_MONTH}.*)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{forms.ANY_MONTH}) (?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:{_TO}| and )"
    r"(?P<last>\d{1,2}(?:st|nd|rd|th)?)(?P<year>,? \d{4})?",
    re.IGNORECASE,
)


_MONTHS_OF_YEAR = re.compile(
    rf"(?P<first>{forms.ANY_MONTH})(?:, {forms.ANY_MONTH})*,? and (?P<last>{forms.ANY_MONTH})"
    r" (?P<year>\d{4})",
    re.IGNORECASE,
)

_HOUR = re.compile(rf"(?:the )?(?:{CLOCK}|{forms.PART})", re.IGNORECASE)
# "Monday and Tuesday", "late Friday and early Saturday", "September and October".
_PAIR = re.compile(
    rf"(?P<first>(?:early |late )?{forms.WEEKDAY}(?: {forms.PART})?|{forms.MONTH}) and "
    rf"(?P<last>(?:early |late )?{forms.WEEKDAY}(?: {forms.PART})?|{forms.MONTH})",
    re.IGNORECASE,
)


def read_range(text: str, view: Viewpoint, read: Read) -> Found:
    """ "between 10 and 12 October", "from Monday to Wednesday"."""
    if found := _MONTHS_OF_YEAR.fullmatch(text):
        year = found["year"]
        return _joined(found["first"], f"{found['last']} {year}", view, read)
    if found := _PAIR.fullmatch(text):
        return _joined(found["first"], found["last"], view, read)
    inner = re.sub(r"^(?:from|between) ", "", text, flags=re.IGNORECASE)
    if found := _SHARED_MONTH.fullmatch(inner):
        return _joined(found["first"] + " " + _month_of(found["last"]), found["last"], view, read)
    if found := _MONTH_FIRST.fullmatch(inner):
        month, year = found["month"], found["year"] or ""
        return _joined(
            f"{month} {found['first']}{year}", f"{month} {found['last']}{year}", view, read
        )
    between = " and " if text[:8].casefold() == "between " else _TO
    cuts = list(re.finditer(between, inner, re.IGNORECASE))
    for cut in cuts if len(cuts) <= MOST_DASHES else ():
        left, right = inner[: cut.start()], inner[cut.end() :]
        joined = _joined(left, right, view, read)
        if joined is not None:
            return joined
    return None


def _month_of(text: str) -> str:
    """The words of a date after its day."""
    return re.sub(r"^\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?", "", text, flags=re.IGNORECASE)


def _joined(left: str, right: str, view: Viewpoint, read: Read) -> Found:
    """From the one to the other; the first is the nearest such day before the last."""
    last = read(right, view)
    if last is None:
        return None
    if _HOUR.fullmatch(left):  # "from 6 a.m. to noon on Monday" is on that day
        return last
    joined = []
    for candidate in last:
        end = candidate.value.latest
        seen = replace(view, today=end.date if end else None, past=True)
        first = read(left, seen)
        if first is None:
            return None
        best = max(first, key=lambda candidate: candidate.score, default=None)
        if best is not None and _in_order(best.value, candidate.value):
            whole = intervals.hull(best.value, candidate.value)
            joined.append(Candidate(whole, candidate.reasons))
    return tuple(joined)


def _in_order(first: When, last: When) -> bool:
    start, end = first.earliest, last.latest
    if start is None or end is None:
        return False
    return start.date is None or end.date is None or start.date <= end.date
