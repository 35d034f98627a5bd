"""Find the dateline of a dispatch: the opening words that say where and when it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...time_forms import ANY_MONTH, DAY, SHORT_WEEKDAY, WEEKDAY
from ...types import Span

# A dateline opens the body; a headline and a few lines of credits may stand before it.
REACH = 1_500


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a dispatch says it was written."""

    span: Span  # all of it, with the dash that ends it
    place: Span
    within: Span | None = None  # the region or country it names behind the place
    date: Span | None = None
    agency: Span | None = None

    @property
    def places(self) -> tuple[Span, ...]:
        """The places it names, the smaller first."""
        return (self.place, self.within) if self.within else (self.place,)


_WORD = r"[A-Z][\w'\u2019.-]{0,20}"
_NAME = rf"{_WORD}(?:[ /](?:de|del|la|el|al|ez|of|and|{_WORD})){{0,4}}"
_DATE = (
    rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s)?"
    rf"(?:{DAY}\s{ANY_MONTH}(?:,?\s(?:\d{{4}}|\d\d))?|{ANY_MONTH}\s{DAY}(?:,?\s\d{{4}})?)"
)
# A line of its own near the top: "February 3, 2009", "Published: Tuesday, 3 February 2009".
_DATED_LINE = re.compile(
    r"^[ \t]*(?:(?:Published|Posted|Date|Dated|Updated)(?:\son)?:?[ \t]+)?"
    rf"(?P<date>(?:{WEEKDAY},?\s)?"
    rf"(?:{DAY}\s{ANY_MONTH},?\s\d{{4}}|{ANY_MONTH}\s{DAY},?\s\d{{4}}|\d{{4}}-\d\d-\d\d))"
    r"(?:,?[ \t]+\d{1,2}[:.]\d\d\b.{0,20})?[ \t.]*$",
    re.MULTILINE | re.IGNORECASE,
)
_AGENCY = r"(?:\((?P<agency>[^()\n]{2,60})\)|/(?P<slashed>[A-Z][\w -]{1,30})/)"
_OPENING = re.compile(
    rf"^[ \t]{{0,4}}(?P<place>{_NAME})"
    rf"(?:,\s(?!{ANY_MONTH}\b)(?P<within>{_NAME})|\s\((?P<inside>{_NAME})\)(?=,\s{_DATE}\s\())?(?:[,.]?\s(?P<date>{_DATE})\.?)?"
    rf"(?:[,.]?\s{_AGENCY})?(?:[,.]?\s(?P<late>{_DATE}))?"
    r"[.,]?\s{0,2}(?P<dash>--|[\u2014\u2013-]|:|\.(?<=/\.)|(?<=\d{4})\.)[ \t]",
    re.MULTILINE,
)
# What editors put before a dash in capitals.
_LABELS = frozenset(
    (
        *("ANALYSIS", "BREAKING", "CORRECTED", "CORRECTION", "EXCLUSIVE", "EXPLAINER", "FACTBOX"),
        *("ARMY", "MILITARY", "MONITOR", "OFFICIAL", "OFFICIALS", "POLICE", "REPORT", "WATCHDOG"),
        *("INTERVIEW", "LIVE", "NEWS", "OPINION", "TIMELINE", "UPDATE", "URGENT", "VIDEO", "WATCH"),
    )
)


def find_dateline(text: str) -> Dateline | None:
    """The dateline, if the text has one.

    A name and a dash alone are one only in capitals before mixed-case text: in a text that is
    all capitals, and in mixed case, a date or an agency must stand there too.
    """
    for found in _OPENING.finditer(text[:REACH]):
        if _is_dateline(found, text):
            return Dateline(
                Span(*found.span()),
                Span(*found.span("place")),
                _span(found, "within") or _span(found, "inside"),
                _span(found, "date") or _span(found, "late"),
                _span(found, "agency") or _span(found, "slashed"),
            )
    return None


def find_written(text: str, dateline: Dateline | None) -> Span | None:
    """The date on which a text says it was written: in its dateline, or on a line of its own.

    Where several lines are dates, they are the headings of a chronicle.
    """
    if dateline is not None and dateline.date is not None:
        return dateline.date
    alone = list(_DATED_LINE.finditer(text))
    if len(alone) != 1 or alone[0].start() > REACH:
        return None
    return Span(*alone[0].span("date"))


def _span(found: re.Match[str], group: str) -> Span | None:
    return Span(*found.span(group)) if found[group] else None


def _is_dateline(found: re.Match[str], text: str) -> bool:
    place = found["place"]
    if place.split()[0].rstrip(".:") in _LABELS:
        return False
    if found["date"] or found["late"] or found["agency"] or found["slashed"]:
        return True
    if found["dash"] == ":" and (found["within"] or found["inside"] or " " in place):
        return False  # "AL QAEDA: a history"
    following = text[found.end() : found.end() + 60]
    return place.isupper() and len(place) > 2 and not following.isupper()
