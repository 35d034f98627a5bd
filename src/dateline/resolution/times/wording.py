"""Put an expression of time in plainer words that mean the same."""

from __future__ import annotations

import re
from collections.abc import Callable

from ... import time_forms as forms
from .senses import Found, Read, Viewpoint, count_of

_ORDINAL = forms.words(forms.ORDINALS)
_PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    # "The fifth of May", "May the fifth".
    (
        rf"(?:the )?(?P<nth>{_ORDINAL}) of (?P<rest>{forms.ANY_MONTH}.*)",
        lambda found: f"{count_of(found['nth'])} {found['rest']}",
    ),
    (
        rf"(?P<month>{forms.ANY_MONTH}) (?:the )?(?P<nth>{_ORDINAL})(?P<rest>(?:,? .*)?)",
        lambda found: f"{found['month']} {count_of(found['nth'])}{found['rest']}",
    ),
    (r"half an hour (?P<rest>.+)", lambda found: f"30 minutes {found['rest']}"),
    (r"half a day (?P<rest>.+)", lambda found: f"12 hours {found['rest']}"),
    (r"half a year (?P<rest>.+)", lambda found: f"6 months {found['rest']}"),
    # "The holy month of Ramadan", "the month of October", "the year 2012".
    (
        (
            r"(?P<head>.*?)(?:the )?(?:(?:muslim|islamic|holy|fasting) )*(?:month of|year(?: of)?)"
            rf" (?P<rest>(?:{forms.ANY_MONTH}|{forms.NAMED}|\d{{4}}).*)"
        ),
        lambda found: found["head"] + found["rest"],
    ),
    (rf"this past (?P<rest>{forms.WEEKDAY}.*)", lambda found: found["rest"]),
    (
        rf"this past (?P<rest>weekend|{forms.SEASON}|{forms.MONTH})",
        lambda found: f"last {found['rest']}",
    ),
    (r"this past (?P<rest>.+)", lambda found: f"the past {found['rest']}"),
    (
        (
            r"(?:this|the) coming"
            rf" (?P<rest>(?:{forms.WEEKDAY}|weekend|{forms.SEASON}|{forms.MONTH}).*)"
        ),
        lambda found: f"next {found['rest']}",
    ),
    # "A year on, ..."
    (rf"(?P<amount>.* {forms.UNIT}s?) on", lambda found: f"{found['amount']} later"),
    # "Tuesday the 5th".
    (rf"{forms.WEEKDAY},? (?P<rest>the \d{{1,2}}(?:st|nd|rd|th))", lambda found: found["rest"]),
    (r"in the (?:days|weeks) (?:that followed|after)", lambda _: "in the following days"),
    (r"(?:in )?the ensuing (?P<unit>.+)", lambda found: f"in the following {found['unit']}"),
    (r"the other (?:day|night)", lambda _: "in recent days"),
)
_PLAINER = tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _PATTERNS)
_OF_YEAR = re.compile(
    rf"(?P<base>(?:(?!\d{{4}}).)*?(?:{forms.ANY_MONTH}|\d(?:st|nd|rd|th)?|{forms.SEASON}"
    rf"|{forms.NAMED})),? (?:of |in )?(?P<which>last|this|next|the previous|the following|that"
    r"|the same|the) year",
    re.IGNORECASE,
)
_YEARS_FROM_TODAY = {"last": -1, "this": 0, "next": 1}
_YEARS_FROM_TOLD = {"the previous": -1, "the following": 1, "that": 0, "the same": 0, "the": 0}


def read_plainer(text: str, view: Viewpoint, read: Read) -> Found:
    """ "The fifth of May" as "5 May", "October last year" as "October 2023"."""
    if found := _OF_YEAR.fullmatch(text):
        year = _year_of(found["which"].casefold(), view)
        return read(f"{found['base']} {year}", view) if year else None
    for pattern, plain in _PLAINER:
        if found := pattern.fullmatch(text):
            return read(plain(found), view)
    return None


def _year_of(which: str, view: Viewpoint) -> int | None:
    if which in _YEARS_FROM_TODAY:
        return view.today.year + _YEARS_FROM_TODAY[which] if view.today else None
    told = view.anchor_for("year") or view.today
    return told.year + _YEARS_FROM_TOLD[which] if told else None
