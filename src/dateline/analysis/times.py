"""Find the words that say when: dates, parts of a day, durations.

Spans only: what they mean is decided in resolution. One pattern reads the text once, so that
the time it takes grows with the length of the text, whatever the text is.
"""

from __future__ import annotations

import re
from functools import cache

from ..time_forms import (
    ANY_MONTH,
    DAY,
    MONTH,
    NUMBER,
    NUMBERS,
    ORDINAL,
    ORDINALS,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    SPACE,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    words,
)
from ..types import Span


def _after(*heads: str) -> str:
    """Look back for one of these words: a pattern that takes no text."""
    return "|".join(
        rf"(?<=\b{''.join(f'[{letter.upper()}{letter}]' for letter in head)}\s)" for head in heads
    )


# ---- around a date -----------------------------------------------------------------------------

# These turn a date into one end of an interval, so they belong to the expression.
_BOUNDS = (
    *("since", "by", "until", "till", "before", "after", "from", "as of", "up to", "through"),
    *("prior to", "starting", "beginning", "no later than", "ever since", "starting on"),
    *("beginning on", "starting in", "beginning in", "as early as", "as late as"),
)
_BOUND = words(_BOUNDS)
_LEADING_BOUND = re.compile(rf"{_BOUND}\s{{1,3}}(?=\S)")
_THE = rf"(?:[Tt](?i:he){SPACE})"
_STAGES = ("early", "late", "earlier", "later", "mid")
_STAGE = words(_STAGES)
_STRETCHES = (
    *("beginning of", "start of", "end of", "middle of", "first half of", "second half of"),
    *("first days of", "last days of", "first week of", "last week of", "early days of"),
    "final days of",
)
_STRETCH = words(_STRETCHES)
_DAYTIME = (
    rf"{_THE}?(?:{_STAGE}{SPACE}|[Ss](?i:mall){SPACE})?(?:{PART}|[Hh](?i:ours))"
    rf"{SPACE}(?i:of|on){SPACE}{_THE}?"
)
_AHEAD = (
    rf"(?:{_DAYTIME}|(?:{_THE}?{_STRETCH}{SPACE}|{_STAGE}(?:-|{SPACE}))"
    rf"(?:(?i:on|in|the){SPACE})?)?"
)
_PART_AFTER = rf"(?:,?{SPACE}(?:{_STAGE}{SPACE})?{PART})?"
_TO = rf"(?:{SPACE}(?i:to|through|thru|until|till){SPACE}|\s?[-\u2013\u2014]\s?)"
_AND = rf"{SPACE}(?i:and){SPACE}"
_COUNTED = rf"{SPACE}(?:[a-z]+s|[A-Z]+S|(?i:people|men|women|children|police|more|others|dead))\b"

# ---- dates -------------------------------------------------------------------------------------

_NUMERIC = (
    r"(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d{2}))(?![/.-]?\d)"
)
_YEAR_AFTER = rf"(?:,?{SPACE}(?:(?i:of){SPACE})?{YEAR}(?!\d))"
_SHORT_YEAR = r"(?:'\d\d|\d\d(?=\s{0,3}(?:$|[.,;:()\u2013\u2014-])))"
_DAY_MONTH = (
    rf"{DAY}(?:{SPACE}|-)(?:(?i:of){SPACE})?"
    rf"(?:{SHORT_MONTH}{SPACE}{_SHORT_YEAR}|{ANY_MONTH}(?:{_YEAR_AFTER}|-(?:{YEAR}|\d\d)(?!\d))?)"
)
# "In July 25 soldiers died" has a month and a toll, "On July 25 soldiers died" has a day.
_MONTH_DAY = (
    rf"(?:(?<![Ii][Nn]\s)|(?!{ANY_MONTH}{SPACE}\d\d?{_COUNTED}))"
    rf"{ANY_MONTH}{SPACE}(?:(?i:the){SPACE})?{DAY}(?![\d:%]|[.,]\d|-[a-z]){_YEAR_AFTER}?"
)
_DATE = rf"(?:{_NUMERIC}|{_DAY_MONTH}|{_MONTH_DAY}){_PART_AFTER}"
_NAMED_DAY = rf"(?:{WEEKDAY}|{SHORT_WEEKDAY}),?{SPACE}(?:(?i:on|the){SPACE})?"


def _figure_dates(between: str, *, many: str = "") -> str:
    """A date that begins with a figure; ``many="?"`` where a second one is not needed."""
    return (
        rf"{DAY}(?:{between}){_DAY_MONTH}{_PART_AFTER}|(?:{_NUMERIC}|{_DAY_MONTH}){_PART_AFTER}"
        rf"(?:(?:{between})(?:{_NAMED_DAY})?{_DATE}){many}"
    )


def _month_dates(between: str, *, many: str = "") -> str:
    """A date that begins with a month, in the same way."""
    same_month = rf"{DAY}{_YEAR_AFTER}?(?!{_COUNTED}|{SPACE}{ANY_MONTH})"
    return (
        rf"{_MONTH_DAY}(?<!\d{{4}})(?:{between}){same_month}"
        rf"|{_MONTH_DAY}{_PART_AFTER}(?:(?:{between})(?:{_NAMED_DAY})?{_DATE}){many}"
    )


def _months(between: str) -> str:
    return rf"{ANY_MONTH}(?:{SPACE}{YEAR})?(?:{between}){ANY_MONTH}(?:{SPACE}{YEAR}(?!\d))?"


def _weekdays(between: str) -> str:
    return rf"{WEEKDAY}{_PART_AFTER}(?:{between}){WEEKDAY}{_PART_AFTER}"


_BETWEEN = (
    rf"[Bb](?i:etween){SPACE}(?:{_figure_dates(_AND)}|{_month_dates(_AND)}|{_months(_AND)}"
    rf"|{_weekdays(_AND)}|{YEAR}{_AND}{YEAR})"
)
_TWO_DAYS = rf"{DAY}{_AND}{_DAY_MONTH}"

# "March" and "May" alone are a verb and a modal too: they need a word ahead that wants a month.
# "April", "June" and "August" begin names of people.
_WANTS_DATE = _after(
    *("in", "of", "since", "during", "until", "till", "early", "late", "last", "next", "between"),
    *("from", "through", "by", "this", "before", "after"),
)
_MID = r"(?<=\b[Mm][Ii][Dd]-)"
_CLEAR_MONTHS = ("january", "february", "july", "september", "october", "november", "december")
_MONTH_ALONE = (
    rf"(?:{words(_CLEAR_MONTHS, capital=True)}"
    rf"|{words(('april', 'june', 'august'), capital=True)}(?!{SPACE}[A-Z][a-z])"
    rf"|(?:{_WANTS_DATE}|{_MID}){MONTH}"
    rf"|(?<=[Tt]he\s)M(?:ay|arch)(?={SPACE}[a-z])"
    rf"(?!{SPACE}(?:on|to|for|of|against|from|through|in|by|was|is)\b))"
)
_MONTH_AND_MORE = (
    rf"(?={ANY_MONTH}(?:,?{SPACE}(?:\d|(?i:of|the|to|through|until|till)\b)|\s?[-\u2013\u2014]))"
    rf"(?:{_month_dates(_TO, many='?')}|{_months(_TO)}"
    rf"|{ANY_MONTH}(?:,?{SPACE}(?:(?i:of){SPACE})?|-){YEAR}(?!\d))"
)
_YEAR = (
    rf"(?:{YEAR}[-\u2013]{YEAR}|{_after('from')}{YEAR}{_TO}{YEAR}"
    rf"|(?:{_after('in')}|(?:{_WANTS_DATE}|{_MID}|{_after('the', 'a', 'and', 'to')}|(?<=\())"
    rf"(?!\d{{4}}{_COUNTED}))(?:{YEAR}|\d0)(?:[sS]|(?<=\d{{4}})(?:[-/\u2013]\d\d)?)"
    r"(?![\d%]|[.,:/]\d|-\w))"
)
_SEASON = (
    rf"(?:{_THE}?{SEASON}{SPACE}(?:(?i:of){SPACE})?{YEAR}(?:[-/\u2013]\d\d)?(?!\d)"
    rf"|{_after('the')}{SEASON}(?!{SPACE}(?i:of)))"
)
_THAT_YEAR = rf"(?:(?i:last|this|the){SPACE}(?i:year)|{YEAR})"
_QUARTER = (
    rf"(?:[Qq][1-4]{SPACE}{YEAR}|{_THE}?(?:{ORDINAL}|[Ll](?i:ast)){SPACE}(?i:quarter|half)"
    rf"{SPACE}(?i:of){SPACE}{_THAT_YEAR})"
)

# ---- relative times, amounts -------------------------------------------------------------------

_SPANS = words(("day", "night", "week", "weekend", "fortnight", "month", "year", "decade"))
_ABOUTS = (
    *("about", "around", "nearly", "almost", "over", "under", "just", "only", "exactly"),
    *("barely", "more than", "less than", "at least", "fewer than", "up to", "well over"),
)
_ABOUT = words(_ABOUTS)
_RUNNING = words(("consecutive", "straight", "successive", "full", "whole", "more", "long"))
_COUNT = rf"(?:{NUMBER}(?:{SPACE}(?i:or|to){SPACE}{NUMBER}|-\d{{1,2}})?|{words(VAGUE)})"
_ONE = rf"[Aa][nN]?{SPACE}(?:(?i:full|whole|half){SPACE})?{UNIT}"
_AMOUNT = (
    rf"(?:(?:{_ABOUT}{SPACE})?+(?:{_COUNT}{SPACE}(?:{_RUNNING}{SPACE})?{UNIT}[sS]?|{_ONE})"
    rf"(?!{SPACE}(?i:old)|-(?i:old)))"
)
_APART = (
    rf"{SPACE}{words(('ago', 'earlier', 'later', 'before', 'previously', 'prior', 'after'))}"
    rf"(?!{SPACE}(?i:than|the|a|an|his|her|their|its|being|this|that)\b)"
)
# "A day" alone is how often more than when; any other amount tells how long.
_LENGTH = (
    rf"(?:{UNIT}[sS]{_APART}|{_ONE}{_APART}|(?![Aa][nN]?\s){_AMOUNT}(?:{_APART})?"
    rf"|{_COUNT}-{UNIT}[sS]?(?:-(?i:long))?(?!-(?i:old))|{UNIT}[sS]?-(?i:long)"
    rf"|{words(('for', 'within', 'throughout', 'over'))}{SPACE}"
    rf"(?:{_AMOUNT}|(?:(?i:many|long){SPACE})?{UNIT}[sS]))"
)
_NEARS = ("last", "past", "previous", "next", "coming", "preceding", "following", "recent")
_NEAR = words(_NEARS)
_LAST_FEW = (
    rf"(?:{words(('in', 'over', 'within', 'during', 'for'))}{SPACE})?{_THE}?{_NEAR}{SPACE}"
    rf"(?:(?:(?i:few|several|couple{SPACE}of)|{NUMBER}){SPACE}{UNIT}[sS]?|{_SPANS}[sS]?)"
)
_THIS = words(("this", "last", "next", "the previous", "the following"))
_THAT = words(("that", "the same"))
_NEARBY = (
    rf"(?:{_THIS}{SPACE}(?:{WEEKDAY}{_PART_AFTER}|{PART}|{_SPANS}|{SEASON}|{MONTH}|(?i:quarter))"
    rf"|{_THAT}{SPACE}(?:{PART}|{_SPANS}))"
)
_TODAY = (
    rf"(?:{words(('the day before yesterday', 'the day after tomorrow', 'overnight'))}"
    rf"|{words(('today', 'yesterday', 'tomorrow', 'tonight'))}{_PART_AFTER})"
)
_DAY_AFTER = rf"{_THE}(?:{_SPANS}|{PART}){SPACE}(?i:before|after|earlier)"
_NTH = (
    rf"(?:(?i:for){SPACE})?(?:[Tt](?i:he)|[Aa]){SPACE}{ORDINAL}{SPACE}"
    rf"(?:{_RUNNING}{SPACE})?{_SPANS}(?:{SPACE}(?i:in{SPACE}a{SPACE}row|running))?"
)
_NTH_OF_MONTH = (
    rf"(?:{_after('on', 'since', 'by', 'until', 'from')}){_THE}(?:[12]\d|3[01]|[1-9])"
    rf"(?i:st|nd|rd|th)(?:{SPACE}(?i:of){SPACE}(?i:this|last|the){SPACE}(?i:month))?"
    rf"(?!{SPACE}(?!(?i:and|when|after|as|at|in|by|with|near|while)\b)\w)"
)
_HOURS = rf"(?:{PART}|(?i:early{SPACE}hours|small{SPACE}hours|late{SPACE}hours))"
_NEAR_HOUR = ("at", "before", "after", "around", "by", "until", "since", "near")
_OF_DAY = (
    rf"(?:(?:{words(_NEAR_HOUR)}{SPACE}{PART}"
    rf"|(?:{words(('in', 'during', 'through', 'throughout'))}{SPACE}(?:{_STAGE}{SPACE})?)?"
    rf"{_THE}(?:{_STAGE}{SPACE})?{_HOURS}(?:{SPACE}(?i:of{SPACE}the){SPACE}{PART})?)"
    rf"(?!{SPACE}(?i:of|on)\b))"
)
_ZONE = rf"(?:{SPACE}(?:GMT|UTC|(?i:local{SPACE}time)))"
_CLOCK = (
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?i:[ap]\.m\.|[ap]m\b){_ZONE}?"
    rf"|\d{{1,2}}:?\d\d(?:{SPACE}(?i:hours|hrs))?{_ZONE}"
    rf"|(?:{_after('at', 'around', 'about')})\d{{1,2}}:\d\d)"
)


# Nothing more is tried unless the first words can begin an expression, so that most of a text,
# or a flood of one word, is passed over at the cost of one look.
_AFTER_ARTICLE = words(
    {
        *(*PARTS, *ORDINALS, *SEASONS, *UNITS, *_STAGES, *_NEARS),
        *(stretch.split()[0] for stretch in _STRETCHES),
        *("same", "small", "hours", "full", "half", "whole", "few", "couple", "number"),
    }
)
_OPENERS = {
    *(*WEEKDAYS, *ORDINALS, *SEASONS, *PARTS, *UNITS, *_STAGES, *_NEARS),
    *(words[0] for words in map(str.split, (*_BOUNDS, *_STRETCHES, *_ABOUTS, *VAGUE))),
    *("hours", "small", "this", "that", "today", "yesterday", "tomorrow", "tonight", "overnight"),
    *("between", "near", "within", "during", "throughout", "q"),
} - {"a"}
_LOOSE = {"in", "for", "over", "at", "around", "about"}
_GATE = (
    r"(?=\d{4}|\d{1,3}(?:\s{1,3}[A-Za-z]|\s?[-\u2013\u2014]\s?\w|[/.:]\d|[A-Za-z])"
    rf"|(?i:the|an?){SPACE}(?:\d|{_AFTER_ARTICLE})"
    rf"|{words(_LOOSE)}{SPACE}(?:\d|{words({*_OPENERS, *NUMBERS, 'the', 'many', 'long'})})"
    rf"|{ANY_MONTH}|{words(name for name in NUMBERS if len(name) > 2)}"
    rf"(?:-|{SPACE}(?:{UNIT}|{_RUNNING}|(?i:or|to)))"
    rf"|{words(_OPENERS - _LOOSE)})"
)


@cache
def _time() -> re.Pattern[str]:
    # Compiled on first use, because it takes a tenth of a second. Where two forms can start at
    # the same word the longer stands first.
    figures = rf"(?=\d)(?:{_TWO_DAYS}|{_figure_dates(_TO, many='?')}|{_YEAR})"
    dated = (
        rf"(?=\D)(?:{_MONTH_AND_MORE}|{_MONTH_ALONE}|{_QUARTER}|{_SEASON}|{_NAMED_DAY}{_DATE}"
        rf"|{_weekdays(_TO)}|{WEEKDAY}{_PART_AFTER}|{_NEARBY}|{_TODAY}|{_NTH_OF_MONTH})"
    )
    ahead = rf"(?:(?=\D)(?:{_BOUND}{SPACE})?+{_AHEAD})?+"
    relative = rf"(?=\D)(?:{_DAY_AFTER}|{_NTH}|{_LAST_FEW}|{_OF_DAY})|{_LENGTH}|(?=\d){_CLOCK}"
    return re.compile(
        rf"(?<!\w)(?<!\d[.,:/-])(?<![$£€-]){_GATE}"
        rf"(?:{_BETWEEN}|{ahead}(?:{figures}|{dated})|{relative})(?!\w)"
    )


def find_times(text: str, *, offset: int = 0) -> tuple[Span, ...]:
    """The expressions of time in a text, in order, none overlapping another.

    Offsets count from ``offset``, so that a sentence can be given with its place in the document.
    """
    return tuple(
        Span(offset + _start(found, text), offset + found.end()) for found in _time().finditer(text)
    )


def _start(found: re.Match[str], text: str) -> int:
    """Where a time begins: "from Friday's attack" says when the attack was, not from when on."""
    if text[found.end() : found.end() + 2] in ("'s", "\u2019s"):
        bound = _LEADING_BOUND.match(text, found.start(), found.end())
        return bound.end() if bound else found.start()
    return found.start()
