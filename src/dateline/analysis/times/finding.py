"""Find the words that say when: dates, parts of a day, durations.

Spans only: what they mean is decided in resolution. One pattern reads the text once, so that
the time it takes grows with the length of the text, whatever the text is.
"""

from __future__ import annotations

import re
from functools import cache

from ...time_forms import (
    ANY_MONTH,
    NAMED,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    SPACE,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    words,
)
from ...types import Span
from .date_patterns import (
    A_SEASON,
    A_YEAR,
    AHEAD,
    BETWEEN,
    BOUND,
    BOUNDS,
    DATE,
    ISLAMIC_DAY,
    LEADING_BOUND,
    MONTH_ALONE,
    MONTH_AND_MORE,
    NAMED_DAY,
    NAMED_DAY_ALONE,
    ORDINAL_DAY,
    PART_AFTER,
    QUARTER,
    SHORT_DAY_ALONE,
    STAGES,
    STRETCHES,
    TO,
    TWO_DAYS,
    figure_dates,
    weekdays,
)
from .joins import join_times
from .relative_patterns import (
    ABOUTS,
    CLOCK_AND_DAY,
    DAY_AFTER,
    DAY_OF_EVENT,
    DAY_OF_WEEK,
    LAST_FEW,
    LENGTH,
    NEARBY,
    NEARS,
    NTH,
    NTH_DAY,
    NTH_OF_MONTH,
    OF_DAY,
    OF_UNIT,
    RUNNING,
    SAME,
    TODAY,
)

# Nothing more is tried unless the first words can begin an expression, so that most of a text,
# or a flood of one word, is passed over at the cost of one look.
_AFTER_ARTICLE = words(
    {
        *(*PARTS, *ORDINALS, *SEASONS, *UNITS, *STAGES, *NEARS),
        *(stretch.split()[0] for stretch in STRETCHES),
        *("same", "small", "hours", "full", "half", "whole", "few", "couple", "number", "eve"),
        *(
            "weekend",
            "holy",
            "muslim",
            "islamic",
            "fasting",
            "coming",
            "ensuing",
            "other",
            *WEEKDAYS,
        ),
    }
)
_OPENERS = {
    *(*WEEKDAYS, *ORDINALS, *SEASONS, *PARTS, *UNITS, *STAGES, *NEARS),
    *(words[0] for words in map(str.split, (*BOUNDS, *STRETCHES, *ABOUTS, *VAGUE))),
    *("hours", "small", "this", "that", "today", "yesterday", "tomorrow", "tonight", "overnight"),
    *("between", "near", "within", "during", "throughout", "half", "eve"),
} - {"a"}
_LOOSE = {"in", "for", "over", "at", "around", "about"}
_GATE = (
    r"(?=\d{4}|\d{1,3}(?:\s{1,3}[A-Za-z]|\s?[-\u2013\u2014]\s?\w|[/.:,]\s?\d|[A-Za-z])|'\d0s|[QqHh][1-4]\s"
    rf"|(?i:the|an?){SPACE}(?:\d|{_AFTER_ARTICLE})"
    rf"|{words(_LOOSE)}{SPACE}(?:\d|{words({*_OPENERS, *NUMBERS, 'the', 'many', 'long'})})"
    rf"|{ANY_MONTH}|{NAMED}|{words(name for name in NUMBERS if len(name) > 2)}"
    rf"(?:-|{SPACE}(?:{UNIT}|{RUNNING}|(?i:or|to)|o['\u2019]clock))"
    rf"|{words(_OPENERS - _LOOSE)})"
)


@cache
def _time() -> re.Pattern[str]:
    # Compiled on first use, because it takes some tenths of a second. Where two forms can start at
    # the same word the longer stands first.
    figures = (
        rf"(?=\d)(?:{TWO_DAYS}|(?<=[Oo]f\s[Tt]he\s){NTH_DAY}|{ISLAMIC_DAY}"
        rf"|{figure_dates(TO, many='?')}"
        rf"|{A_YEAR})"
    )
    dated = (
        rf"(?=\D)(?:{ORDINAL_DAY}{PART_AFTER}|(?<=[\s-])'\d0s|{MONTH_AND_MORE}"
        rf"|{MONTH_ALONE}|{QUARTER}|{A_SEASON}|{NAMED_DAY}{DATE}"
        rf"|{DAY_OF_WEEK}|{NTH_OF_MONTH}|{weekdays(TO)}|{WEEKDAY}{PART_AFTER}|{SAME}|{NEARBY}|{TODAY}"
        rf"|{NAMED_DAY_ALONE}|{SHORT_DAY_ALONE})"
    )
    ahead = rf"(?:(?=\D)(?:{BOUND}{SPACE})?+{AHEAD})?+"
    relative = (
        rf"(?=\D)(?:{DAY_AFTER}|{DAY_OF_EVENT}|{NTH}|{LAST_FEW}|{OF_DAY})|{LENGTH}"
        rf"|{CLOCK_AND_DAY}"
    )
    return re.compile(
        rf"(?<!\w)(?<!\d[.,:/-])(?<![$£€-]){_GATE}(?<![Ee]very\s)(?<![Ee]ach\s)(?<!Black\s)(?<!Bloody\s)"
        rf"(?:{BETWEEN}|(?=\D)(?:{BOUND}{SPACE})?{OF_UNIT}|{ahead}(?:{figures}|{dated})|{relative})(?!\w)"
    )


def find_times(text: str, *, offset: int = 0) -> tuple[Span, ...]:
    """The expressions of time in a text, in order, none overlapping another.

    Offsets count from ``offset``, so that a sentence can be given with its place in the document.
    """
    spans = (Span(_start(found, text), found.end()) for found in _time().finditer(text))
    joined = join_times(spans, text)
    return tuple(Span(offset + span.start, offset + span.end) for span in joined)


def _owns(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "\u2019s")


def _start(found: re.Match[str], text: str) -> int:
    """Where a time begins: "from Friday's attack" says when the attack was, not from when on."""
    if _owns(text, found.end()):
        bound = LEADING_BOUND.match(text, found.start(), found.end())
        return bound.end() if bound else found.start()
    return found.start()
