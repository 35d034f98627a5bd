"""Find the words that say when: dates, parts of a day, durations.

Spans only: what they mean is decided in resolution. One pattern reads the text once, so that
the time it takes grows with the length of the text, whatever the text is.
"""

from __future__ import annotations

import re

from ..time_forms import (
    ANY_MONTH,
    DAY,
    MONTH,
    NUMBER,
    ORDINAL,
    PART,
    SEASON,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    SPACE,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    words,
)
from ..types import Span

# A sentence without any of these says nothing about time; most sentences end here.
_HINT = re.compile(
    r"\d|day|night|week|month|year|hour|minute|decade|noon|dawn|dusk|morning|evening|sunrise|sunset"
    r"|spring|summer|autumn|winter|fall|fortnight|tomorrow"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    re.IGNORECASE,
)

# ---- ahead of a date ---------------------------------------------------------------------------

# These turn a date into one end of an interval, so they belong to the expression.
_BOUND = words(
    ("since", "by", "until", "till", "before", "after", "from", "as of", "up to", "through")
    + ("prior to", "starting", "beginning", "no later than", "ever since", "starting on")
    + ("beginning on", "starting in", "beginning in", "as early as", "as late as")
)
_STAGE = words(("early", "late", "earlier", "later", "mid"))
_STRETCH = words(
    f"{article}{stretch} of"
    for article in ("the ", "")
    for stretch in ("beginning", "start", "end", "middle", "first half", "second half")
    + ("first days", "last days", "first week", "last week", "early days", "final days")
)
_THE = rf"(?:[Tt](?i:he){SPACE})"
_DAYTIME = rf"{_THE}?(?:{_STAGE}{SPACE})?(?:{PART}|[Hh](?i:ours)){SPACE}(?i:of|on){SPACE}(?:(?i:the){SPACE})?"
_AHEAD = rf"(?:{_DAYTIME}|(?:{_STRETCH}{SPACE}|{_STAGE}(?:-|{SPACE}))(?:(?i:on|in|the){SPACE})?)?"
_PART_AFTER = rf"(?:,?{SPACE}(?:{_STAGE}{SPACE})?{PART})?"
_COUNTED = rf"{SPACE}(?:[a-z]+s|[A-Z]+S|(?i:people|men|women|children|police|more|others|dead))\b"


def _after(*heads: str) -> str:
    """Look back for one of these words: a pattern that takes no text."""
    return "|".join(
        rf"(?<=\b{''.join(f'[{letter.upper()}{letter}]' for letter in head)}\s)" for head in heads
    )


# ---- dates -------------------------------------------------------------------------------------

_NUMERIC = (
    r"(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d{2}))(?![/.-]?\d)"
)
_YEAR_AFTER = rf"(?:,?{SPACE}(?:(?i:of){SPACE})?{YEAR}(?!\d))"
_SHORT_YEAR = r"(?:'\d\d|\d\d(?=\s*(?:$|[.,;:()\u2013\u2014-])))"
_DAY_MONTH = (
    rf"{DAY}(?:{SPACE}|-)(?:(?i:of){SPACE})?"
    rf"(?:{SHORT_MONTH}{SPACE}{_SHORT_YEAR}|{ANY_MONTH}(?:{_YEAR_AFTER}|-(?:{YEAR}|\d\d)(?!\d))?)"
)
# "In July 25 soldiers died" has a month and a toll, "On July 25 soldiers died" has a day.
_MONTH_DAY = (
    rf"(?:(?<![Ii][Nn]\s)|(?!{ANY_MONTH}{SPACE}\d\d?{_COUNTED}))"
    rf"{ANY_MONTH}{SPACE}(?:(?i:the){SPACE})?{DAY}(?![\d:%]|[.,]\d|-[a-z]){_YEAR_AFTER}?"
)
_ANY_WEEKDAY = rf"(?:{WEEKDAY}|{SHORT_WEEKDAY})"
_DATE = (
    rf"(?:(?:{_ANY_WEEKDAY},?{SPACE}(?:(?i:on|the){SPACE})?)?"
    rf"(?:{_NUMERIC}|{_DAY_MONTH}|{_MONTH_DAY}))"
)

# "March" and "May" alone are a verb or a modal too: they need a word ahead that wants a month.
# "April", "June" and "August" begin names of people.
_WANTS_DATE = _after(
    *("in", "of", "since", "during", "until", "till", "early", "late", "last", "next", "between"),
    *("from", "through", "by", "this", "before", "after"),
)
_MID = r"(?<=\b[Mm][Ii][Dd]-)"
_MONTH_ALONE = (
    rf"(?:{words(('january', 'february', 'july', 'september', 'october', 'november', 'december'), capital=True)}"
    rf"|{words(('april', 'june', 'august'), capital=True)}(?!{SPACE}[A-Z][a-z])"
    rf"|(?:{_WANTS_DATE}|{_MID}){MONTH}"
    rf"|(?<=[Tt]he\s)M(?:ay|arch)(?={SPACE}[a-z])"
    rf"(?!{SPACE}(?:on|to|for|of|against|from|through|in|by|was|is)\b))"
)
_MONTH = rf"(?:{ANY_MONTH}(?:,?{SPACE}(?:(?i:of){SPACE})?|-){YEAR}(?!\d)|{_MONTH_ALONE})"
_YEAR = (
    rf"(?:(?:{_after('in')}|(?:{_WANTS_DATE}|{_MID}|{_after('the', 'a', 'and', 'to')}|(?<=\())"
    rf"(?!\d{{4}}{_COUNTED}))(?:(?:{YEAR}|'?\d0)s|{YEAR}(?:[-/\u2013]\d\d)?)(?![\d%]|[.,:/]\d|-\w))"
)
_SEASON = (
    rf"(?:{_THE}?{SEASON}{SPACE}(?:(?i:of){SPACE})?{YEAR}(?:[-/\u2013]\d\d)?(?!\d)"
    rf"|{_after('the')}{SEASON}(?!{SPACE}(?i:of)))"
)
_QUARTER = (
    rf"(?:[Qq][1-4]{SPACE}{YEAR}|{_THE}?(?:{ORDINAL}|[Ll](?i:ast)){SPACE}(?i:quarter|half){SPACE}(?i:of){SPACE}"
    rf"(?:(?i:last|this|the){SPACE}(?i:year)|{YEAR}))"
)


def _pairs(between: str) -> str:
    """Two dates with this between them."""
    sides = (
        (f"{_DATE}{_PART_AFTER}", f"{_DATE}{_PART_AFTER}"),
        (DAY, _DAY_MONTH),
        (_MONTH_DAY, f"{DAY}{_YEAR_AFTER}?"),
        (f"{ANY_MONTH}(?:{SPACE}{YEAR})?", f"{ANY_MONTH}(?:{SPACE}{YEAR})?"),
        (f"{WEEKDAY}{_PART_AFTER}", f"{WEEKDAY}{_PART_AFTER}"),
    )
    return f"(?:{'|'.join(f'{left}{between}{right}' for left, right in sides)})"


_TO = rf"(?:{SPACE}(?i:to|through|thru|until|till){SPACE}|\s?[-\u2013\u2014]\s?)"
_RANGE = _pairs(_TO)
_YEARS = rf"{_after('from')}{YEAR}{_TO}{YEAR}|{YEAR}[-\u2013]{YEAR}"
_AND = rf"{SPACE}(?i:and){SPACE}"
_BETWEEN = rf"[Bb](?i:etween){SPACE}(?:{_pairs(_AND)}|{YEAR}{_AND}{YEAR})"
_TWO_DAYS = rf"{DAY}{_AND}{_DAY_MONTH}"

# ---- relative times, amounts -------------------------------------------------------------------

_SPANS = words(("day", "night", "week", "weekend", "fortnight", "month", "year", "decade"))
_UNITS = rf"{UNIT}[sS]?"
_VAGUE = words(VAGUE)
_ABOUT = words(
    ("about", "around", "nearly", "almost", "over", "under", "just", "only", "exactly", "barely")
    + ("more than", "less than", "at least", "fewer than", "up to", "well over")
)
_RUNNING = words(("consecutive", "straight", "successive", "full", "whole", "more", "long"))
_AMOUNT = (
    rf"(?:(?:{_ABOUT}{SPACE})?(?:{NUMBER}(?:{SPACE}(?i:or|to){SPACE}{NUMBER}|-\d{{1,2}})?|{_VAGUE})"
    rf"{SPACE}(?:{_RUNNING}{SPACE})?{_UNITS}(?!{SPACE}(?i:old)|-(?i:old)))"
)
_ONE = rf"(?:(?:{_ABOUT}{SPACE})?[Aa][nN]?{SPACE}(?:(?i:full|whole|half){SPACE})?{UNIT})"
_APART = words(("ago", "earlier", "later", "before", "previously", "prior", "afterwards", "after"))
_AGO = (
    rf"(?:{_AMOUNT}|{_ONE}|{UNIT}[sS]){SPACE}{_APART}"
    rf"(?!{SPACE}(?i:than|the|a|an|his|her|their|its|being|this|that)\b)"
)
_NEAR = words(("last", "past", "previous", "next", "coming", "preceding", "following", "recent"))
_LAST_FEW = (
    rf"(?:{words(('in', 'over', 'within', 'during', 'for'))}{SPACE})?{_THE}?{_NEAR}{SPACE}"
    rf"(?:(?:(?i:few|several|couple{SPACE}of)|{NUMBER}){SPACE}{_UNITS}|{_SPANS}[sS]?)"
)
_THIS = words(("this", "that", "the same", "last", "next", "the previous", "the following"))
_NEARBY = rf"{_THIS}{SPACE}(?:{WEEKDAY}{_PART_AFTER}|{PART}|{_SPANS}|{SEASON}|{MONTH}|(?i:quarter))"
_DAY_AFTER = rf"{_THE}(?:{_SPANS}|{PART}){SPACE}(?i:before|after|earlier)"
_TODAY = (
    rf"(?:{words(('the day before yesterday', 'the day after tomorrow', 'overnight'))}"
    rf"|{words(('today', 'yesterday', 'tomorrow', 'tonight'))}{_PART_AFTER})"
)
_LENGTH = (
    rf"(?:{words(('for', 'within', 'throughout', 'over'))}{SPACE}"
    rf"(?:{_AMOUNT}|{_ONE}|(?:(?i:many|long){SPACE})?{UNIT}[sS])"
    rf"|{_AMOUNT}|(?:{NUMBER}|{_VAGUE})-{UNIT}s?(?:-(?i:long))?(?!-(?i:old))|{UNIT}[sS]?-(?i:long))"
)
_NTH = (
    rf"(?:(?i:for){SPACE})?(?:[Tt](?i:he)|[Aa]){SPACE}{ORDINAL}{SPACE}"
    rf"(?:{_RUNNING}{SPACE})?{_SPANS}(?:{SPACE}(?i:in{SPACE}a{SPACE}row|running))?"
)
_NTH_OF_MONTH = (
    rf"(?:{_after('on', 'since', 'by', 'until', 'from')}){_THE}(?:[12]\d|3[01]|[1-9])(?i:st|nd|rd|th)"
    rf"(?:{SPACE}(?i:of){SPACE}(?i:this|last|the){SPACE}(?i:month))?"
    rf"(?!{SPACE}(?!(?i:and|when|after|as|at|in|by|with|near|while)\b)\w)"
)
_OF_DAY = (
    rf"(?:(?i:at|before|after|around|by|until|since|near|till){SPACE}{PART}"
    rf"|(?i:in|during|through|throughout){SPACE}{_THE}(?:{_STAGE}{SPACE})?(?:{PART}|(?i:hours))"
    rf"(?:{SPACE}(?i:hours))?|{_THE}(?i:early|small){SPACE}(?i:hours)(?:{SPACE}(?i:of{SPACE}the){SPACE}{PART})?)"
)
_ZONE = rf"(?:{SPACE}(?:GMT|UTC|(?i:local{SPACE}time)))"
_CLOCK = (
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?i:[ap]\.m\.|[ap]m\b){_ZONE}?"
    rf"|\d{{1,2}}:?\d\d(?:{SPACE}(?i:hours|hrs))?{_ZONE}"
    rf"|(?:{_after('at', 'around', 'about')})\d{{1,2}}:\d\d)"
)

# The longest form stands first where two could start at the same word.
_DATED = (
    rf"{_RANGE}|{_YEARS}|{_TWO_DAYS}|{_DATE}{_PART_AFTER}|{_QUARTER}|{_SEASON}|{_MONTH}|{_YEAR}"
    rf"|{WEEKDAY}{_PART_AFTER}|{_NEARBY}|{_TODAY}|{_NTH_OF_MONTH}"
)
_RELATIVE = rf"{_AGO}|{_DAY_AFTER}|{_NTH}|{_LAST_FEW}|{_LENGTH}|{_CLOCK}|{_OF_DAY}"
_TIME = re.compile(
    rf"(?<!\w)(?<!\d[.,:/-])(?<![$£€-])(?:{_BETWEEN}|(?:{_BOUND}{SPACE})?{_AHEAD}(?:{_DATED})|{_RELATIVE})(?!\w)"
)


def find_times(text: str, *, offset: int = 0) -> tuple[Span, ...]:
    """The expressions of time in a text, in order, none overlapping another.

    Offsets count from ``offset``, so that a sentence can be given with its place in the document.
    """
    if not _HINT.search(text):
        return ()
    return tuple(
        Span(offset + found.start(), offset + found.end()) for found in _TIME.finditer(text)
    )
