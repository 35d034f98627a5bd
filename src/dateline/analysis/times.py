"""Find the words that say when: dates, parts of a day, durations.

Spans only: what they mean is decided in resolution. One pattern reads the text once, so that
the time it takes grows with the length of the text, whatever the text is.
"""

from __future__ import annotations

import re
from functools import cache

from ..time_forms import (
    ANY_MONTH,
    NAMED_DAYS,
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
from ..types import Span
from .date_patterns import (
    A_SEASON,
    A_YEAR,
    AHEAD,
    BETWEEN,
    BOUND,
    BOUNDS,
    DATE,
    LEADING_BOUND,
    MONTH_ALONE,
    MONTH_AND_MORE,
    NAMED_DAY,
    NAMED_DAY_ALONE,
    PART_AFTER,
    QUARTER,
    STAGES,
    STRETCHES,
    TO,
    TWO_DAYS,
    figure_dates,
    weekdays,
)
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
    NTH_OF_MONTH,
    OF_DAY,
    OF_UNIT,
    RUNNING,
    SAME,
    TODAY,
)

# Between the words of one expression.
MOST_SPACES = 3
# Nothing more is tried unless the first words can begin an expression, so that most of a text,
# or a flood of one word, is passed over at the cost of one look.
_AFTER_ARTICLE = words(
    {
        *(*PARTS, *ORDINALS, *SEASONS, *UNITS, *STAGES, *NEARS),
        *(stretch.split()[0] for stretch in STRETCHES),
        *("same", "small", "hours", "full", "half", "whole", "few", "couple", "number"),
    }
)
_OPENERS = {
    *(*WEEKDAYS, *ORDINALS, *SEASONS, *PARTS, *UNITS, *STAGES, *NEARS),
    *(words[0] for words in map(str.split, (*BOUNDS, *STRETCHES, *ABOUTS, *VAGUE))),
    *("hours", "small", "this", "that", "today", "yesterday", "tomorrow", "tonight", "overnight"),
    *("between", "near", "within", "during", "throughout", "q", "half"),
} - {"a"}
_NAMES = words({name.split()[0] for name in NAMED_DAYS}, capital=True).replace("'", "['\u2019]")
_LOOSE = {"in", "for", "over", "at", "around", "about"}
_GATE = (
    r"(?=\d{4}|\d{1,3}(?:\s{1,3}[A-Za-z]|\s?[-\u2013\u2014]\s?\w|[/.:]\d|[A-Za-z])"
    rf"|(?i:the|an?){SPACE}(?:\d|{_AFTER_ARTICLE})"
    rf"|{words(_LOOSE)}{SPACE}(?:\d|{words({*_OPENERS, *NUMBERS, 'the', 'many', 'long'})})"
    rf"|{ANY_MONTH}|{_NAMES}|{words(name for name in NUMBERS if len(name) > 2)}"
    rf"(?:-|{SPACE}(?:{UNIT}|{RUNNING}|(?i:or|to)))"
    rf"|{words(_OPENERS - _LOOSE)})"
)


@cache
def _time() -> re.Pattern[str]:
    # Compiled on first use, because it takes a tenth of a second. Where two forms can start at
    # the same word the longer stands first.
    figures = rf"(?=\d)(?:{TWO_DAYS}|{figure_dates(TO, many='?')}|{A_YEAR})"
    dated = (
        rf"(?=\D)(?:{MONTH_AND_MORE}|{MONTH_ALONE}|{QUARTER}|{A_SEASON}|{NAMED_DAY}{DATE}"
        rf"|{DAY_OF_WEEK}|{weekdays(TO)}|{WEEKDAY}{PART_AFTER}|{SAME}|{NEARBY}|{TODAY}"
        rf"|{NTH_OF_MONTH}|{NAMED_DAY_ALONE})"
    )
    ahead = rf"(?:(?=\D)(?:{BOUND}{SPACE})?+{AHEAD})?+"
    relative = (
        rf"(?=\D)(?:{DAY_AFTER}|{DAY_OF_EVENT}|{NTH}|{LAST_FEW}|{OF_DAY})|{LENGTH}"
        rf"|(?=\d){CLOCK_AND_DAY}"
    )
    return re.compile(
        rf"(?<!\w)(?<!\d[.,:/-])(?<![$£€-]){_GATE}"
        rf"(?:{BETWEEN}|(?=\D)(?:{BOUND}{SPACE})?{OF_UNIT}|{ahead}(?:{figures}|{dated})|{relative})(?!\w)"
    )


# "Two days after Christmas" and "the week before 5 June" are one expression.
_COUNTS_FROM = re.compile(r"(?i:after|before)$")


def find_times(text: str, *, offset: int = 0) -> tuple[Span, ...]:
    """The expressions of time in a text, in order, none overlapping another.

    Offsets count from ``offset``, so that a sentence can be given with its place in the document.
    """
    spans: list[Span] = []
    for found in _time().finditer(text):
        span = Span(_start(found, text), found.end())
        if spans and _counts_from(spans[-1], span, text):
            spans[-1] = spans[-1].to(span)
        else:
            spans.append(span)
    return tuple(Span(offset + span.start, offset + span.end) for span in spans)


def _counts_from(first: Span, second: Span, text: str) -> bool:
    between = text[first.end : second.start]
    return (
        len(between) <= MOST_SPACES
        and between.isspace()
        and _COUNTS_FROM.search(text, first.start, first.end) is not None
        and not _owns(text, second.end)
    )


def _owns(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "\u2019s")


def _start(found: re.Match[str], text: str) -> int:
    """Where a time begins: "from Friday's attack" says when the attack was, not from when on."""
    if _owns(text, found.end()):
        bound = LEADING_BOUND.match(text, found.start(), found.end())
        return bound.end() if bound else found.start()
    return found.start()
