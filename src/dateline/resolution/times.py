"""Decide which days an expression of time means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from .. import time_forms as forms
from ..types import Candidate, Confidence, DatePrecision, Day, Reason, Resolution, When
from . import intervals
from .intervals import Stretch
from .time_grammar import CLOCK, senses_of
from .time_senses import Viewpoint, count_of

# Below this a day is a guess. The points of a sense say what it rests on: stated in full 1.0,
# nearest to publication 0.7, either of two orders 0.4, counted from an unknown day 0.3.
ACCEPT = 0.5
# Longer than any expression found in a text; what is longer is not read at all.
LONGEST = 120
# Two ISO dates with a dash between them hold five dashes.
MOST_DASHES = 5
AFTER_PUBLICATION = -1.0

Senses = tuple[Candidate[When], ...] | None


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


def _read(text: str, view: Viewpoint) -> Senses:
    """The senses of an expression: plain, or by what stands around it."""
    for step in (
        senses_of,
        _counted_from,
        _overnight,
        _part_of_day,
        _range,
        _bound,
        _nth_of,
        _stretch,
        _without_full_stop,
    ):
        senses = step(text, view)
        if senses is not None:
            return senses
    return None


def _changed(senses: Senses, change: Callable[[When], When], because: str) -> Senses:
    if senses is None:
        return None
    reason = Reason(0.0, because)
    return tuple(
        Candidate(change(candidate.value), (*candidate.reasons, reason)) for candidate in senses
    )


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


def _bound(text: str, view: Viewpoint) -> Senses:
    """ "since August" has a first day, "by Friday" a last one."""
    for pattern, change in _BOUNDS:
        found = re.match(rf"({pattern}) ", text, re.IGNORECASE)
        if found:
            senses = _read(text[found.end() :], view)
            return _changed(senses, change, f"{found[1].casefold()}: one end is open")
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


def _stretch(text: str, view: Viewpoint) -> Senses:
    """ "early July", "the end of 2018", "earlier this week"."""
    if found := re.match(rf"(earlier|later){_WITHIN}", text, re.IGNORECASE):
        side = partial(_side, view=view, later=found[1].casefold() == "later")
        return _changed(_read(text[found.end() :], view), side, found[1].casefold())
    for pattern, stretch in _STRETCHES:
        if found := re.match(rf"{pattern}{_WITHIN}", text, re.IGNORECASE):
            part = partial(intervals.stretch_of, stretch=stretch)
            return _changed(_read(text[found.end() :], view), part, stretch.value)
    return None


def _side(when: When, view: Viewpoint, *, later: bool) -> When:
    """The part of an interval before or after the day of publication, where that lies in it."""
    first, last = when.earliest and when.earliest.date, when.latest and when.latest.date
    if not (view.today and first and last and first <= view.today <= last):
        return when
    today = Day.of(view.today)
    cut = replace(when, earliest=today) if later else replace(when, latest=today)
    return replace(cut, precision=intervals.precision_of(intervals.length(cut) or 1))


_AROUND = "(?:before|after|at|around|about|since|by|until|in|during)"
_STAGE = "(?:early|late|small)"
_PART_BEFORE = re.compile(
    rf"(?:{_AROUND} )?(?:the )?(?:{_STAGE} )?(?:{forms.PART}|hours) "
    rf"(?:(?:of|on|from) (?:the )?|(?=between ))|{CLOCK},? (?:on )?",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    rf",? (?:{_AROUND} ){{0,2}}(?:the )?(?:{_STAGE} )?(?:{forms.PART}|hours|{CLOCK})$",
    re.IGNORECASE,
)


def _part_of_day(text: str, view: Viewpoint) -> Senses:
    """ "Sunday night", "the early hours of 25 July": the day is what counts."""
    if found := _PART_BEFORE.match(text):
        return _read(text[found.end() :], view)
    if found := _PART_AFTER.search(text):
        return _read(text[: found.start()], view)
    return None


def _overnight(text: str, view: Viewpoint) -> Senses:
    """ "Overnight on Friday" runs into Saturday, "overnight into Friday" began on Thursday."""
    found = re.match(r"overnight (into |to |on |from )?(?=\S)", text, re.IGNORECASE)
    if found is None:
        return None
    day = text[found.end() :]
    before, after = (1, 0) if (found[1] or "").strip().casefold() in {"into", "to"} else (0, 1)
    if senses := _range(day, view):
        return senses

    def night(when: When) -> When:
        ends = (
            when.earliest and intervals.add_days(when.earliest, -before),
            when.latest and intervals.add_days(when.latest, after),
        )
        return replace(when, earliest=ends[0], latest=ends[1], precision=DatePrecision.FEW_DAYS)

    return _changed(_read(day, view), night, "a night is of two days")


_NTH_OF = re.compile(
    rf"the (?P<nth>{forms.ORDINAL}|last) (?P<unit>day|night|week|{forms.WEEKDAY}) (?:of|in) ",
    re.IGNORECASE,
)
_FEW_OF = re.compile(
    rf"the (?P<end>first|last|final|opening) (?P<count>{forms.NUMBER}) (?P<unit>day|week|month)s"
    r" (?:of|in) ",
    re.IGNORECASE,
)


def _nth_of(text: str, view: Viewpoint) -> Senses:
    """ "The third day of the month", "the last Friday of May", "the first two weeks of 2019"."""
    if found := _NTH_OF.match(text):
        nth, unit = count_of(found["nth"]), found["unit"].casefold()
        number = forms.WEEKDAYS.get(unit)
        size = 7 if unit == "week" else 1
        if number is not None:
            part = partial(intervals.nth_weekday, weekday=number, nth=nth)
        else:
            part = partial(intervals.nth_part, size=size, nth=nth)
        return _changed(_read(text[found.end() :], view), part, f"the {found['nth']} {unit} of it")
    if found := _FEW_OF.match(text):
        count, unit = count_of(found["count"]) or 1, found["unit"].casefold()
        at_end = found["end"].casefold() in ("last", "final")
        few = partial(intervals.some_of, unit=unit, count=count, at_end=at_end)
        return _changed(_read(text[found.end() :], view), few, f"{count} {unit}s of it")
    return None


_COUNTED_FROM = re.compile(r"(?P<amount>.{1,40}? (?:before|after)) (?P<day>.+)", re.IGNORECASE)


def _counted_from(text: str, view: Viewpoint) -> Senses:
    """ "Two days after Christmas", "the week before 5 June": the day is in the words."""
    found = _COUNTED_FROM.fullmatch(text)
    if found is None:
        return None
    senses = _read(found["day"], view)
    best = max(senses or (), key=lambda candidate: candidate.score, default=None)
    if best is None:
        return None
    return senses_of(found["amount"], replace(view, anchor=best.value))


def _without_full_stop(text: str, view: Viewpoint) -> Senses:
    return _read(text[:-1], view) if text.endswith(".") else None


# ---- from one day to another --------------------------------------------------------------------

_TO = r"(?: (?:to|through|thru|until|till|into) |\s?-\s?)"
_SHARED_MONTH = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:{_TO}| and )"
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


def _range(text: str, view: Viewpoint) -> Senses:
    """ "between 10 and 12 October", "from Monday to Wednesday"."""
    if found := _MONTHS_OF_YEAR.fullmatch(text):
        year = found["year"]
        return _joined(found["first"], f"{found['last']} {year}", view)
    inner = re.sub(r"^(?:from|between) ", "", text, flags=re.IGNORECASE)
    if found := _SHARED_MONTH.fullmatch(inner):
        return _joined(found["first"] + " " + _month_of(found["last"]), found["last"], view)
    if found := _MONTH_FIRST.fullmatch(inner):
        month, year = found["month"], found["year"] or ""
        return _joined(f"{month} {found['first']}{year}", f"{month} {found['last']}{year}", view)
    between = " and " if text[:8].casefold() == "between " else _TO
    cuts = list(re.finditer(between, inner, re.IGNORECASE))
    for cut in cuts if len(cuts) <= MOST_DASHES else ():
        left, right = inner[: cut.start()], inner[cut.end() :]
        joined = _joined(left, right, view)
        if joined is not None:
            return joined
    return None


def _month_of(text: str) -> str:
    """The words of a date after its day."""
    return re.sub(r"^\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?", "", text, flags=re.IGNORECASE)


def _joined(left: str, right: str, view: Viewpoint) -> Senses:
    """From the one to the other; the first is the nearest such day before the last."""
    last = _read(right, view)
    if last is None:
        return None
    joined = []
    for candidate in last:
        end = candidate.value.latest
        seen = replace(view, today=end.date if end else None, past=True)
        first = _read(left, seen)
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
