"""The patterns of dates as texts write them, and of what stands around one."""

from __future__ import annotations

import re

from ...time_forms import (
    ANY_MONTH,
    DAY,
    ISLAMIC_MONTH,
    MONTH,
    NAMED_PLAINLY,
    NAMED_SHORTLY,
    NUMBER,
    ORDINAL,
    ORDINAL_WORD,
    PART,
    SEASON,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    SPACE,
    WEEKDAY,
    YEAR,
    words,
)


def after(*heads: str) -> str:
    """Look back for one of these words: a pattern that takes no text."""
    return "|".join(
        rf"(?<=\b{''.join(f'[{letter.upper()}{letter}]' for letter in head)}\s)" for head in heads
    )


# ---- around a date -----------------------------------------------------------------------------

# These turn a date into one end of an interval, so they belong to the expression.
BOUNDS = (
    *("since", "by", "until", "till", "before", "after", "from", "as of", "up to", "through"),
    *(
        "prior to",
        "ahead of",
        "starting",
        "beginning",
        "no later than",
        "ever since",
        "starting on",
    ),
    *("beginning on", "starting in", "beginning in", "as early as", "as late as"),
)
BOUND = words(BOUNDS)
LEADING_BOUND = re.compile(rf"{BOUND}\s{{1,3}}(?=\S)")
THE = rf"(?:[Tt](?i:he){SPACE})"
STAGES = ("early", "late", "earlier", "later", "mid")
STAGE = words(STAGES)
STRETCHES = (
    *("beginning of", "start of", "end of", "middle of", "first half of", "second half of"),
    *("first days of", "last days of", "first week of", "last week of", "early days of"),
    *("final days of", "first day of", "last day of", "first night of", "last ten days of"),
)
STRETCH = words(STRETCHES)
_DAYTIME = (
    rf"{THE}?(?:{STAGE}{SPACE}|[Ss](?i:mall){SPACE})?(?:{PART}|[Hh](?i:ours))"
    rf"{SPACE}(?:(?i:of|on|from){SPACE}{THE}?|(?=(?i:between){SPACE}))"
)
# "The third day of", "the last Friday of", "the first three months of".
_NTH_OF = (
    rf"{THE}(?:(?:{ORDINAL}|[Ll](?i:ast)){SPACE}(?:(?i:day|night|week)|{WEEKDAY})"
    rf"|(?i:first|last|final|opening){SPACE}(?:{NUMBER}|(?i:few)){SPACE}(?i:days|weeks|months))"
    rf"{SPACE}(?i:of|in){SPACE}{THE}?"
)
# "The week of 4 November", "the eve of Eid", "the holy month of Ramadan", "the year 2012".
_AROUND = (
    rf"(?:{THE}(?i:week|weekend){SPACE}(?:(?i:of|from|to|(?:beginning|starting|ending)"
    rf"(?:{SPACE}on)?){SPACE}){THE}?(?={DAY}\b|{ANY_MONTH}{SPACE}\d)"
    rf"|{THE}?[Ee](?i:ve{SPACE}of){SPACE}{THE}?"
    rf"|{THE}(?:(?i:muslim|islamic|holy|fasting){SPACE}){{0,3}}(?i:month{SPACE}of){SPACE}"
    rf"|{THE}(?i:year){SPACE}(?=\d{{4}}))"
)
AHEAD = (
    rf"(?:{_AROUND}|{_DAYTIME}|{_NTH_OF}|(?:{THE}?{STRETCH}{SPACE}|{STAGE}(?:-|{SPACE}))"
    rf"(?:(?i:on|in|the){SPACE})?)?"
)
# "10:30 GMT", "6 p.m. Kyiv time", "0530 hours".
ZONE = (
    r"(?:\s?(?:GMT|UTC|CES?T|EES?T|ES?T|EDT|MSK|IST|PKT|EAT|[CW]AT|TRT|AFT|MMT)\b"
    rf"|{SPACE}(?:(?i:local)|[A-Z][a-z]+){SPACE}(?i:time)\b)"
)
O_CLOCK = (
    rf"{NUMBER}{SPACE}?o['\u2019]clock"
    rf"(?:{SPACE}(?i:in{SPACE}the){SPACE}{PART}|{SPACE}(?i:at{SPACE}night))?"
)
_PLAIN_CLOCK = (
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?i:[ap]\.m\.|[ap]m\b){ZONE}?"
    rf"|\d{{1,2}}:?\d\d(?:{SPACE}(?i:hours|hrs))?{ZONE}|\d{{1,2}}[:h]\d\d(?!\d)|\d{{1,2}}{SPACE}?o['\u2019]clock)"
)
PART_AFTER = (
    rf"(?:,?{SPACE}(?:(?i:at|around|about|before|after|by|in{SPACE}the){SPACE}){{0,2}}"
    rf"(?:{STAGE}{SPACE})?(?:{PART}|(?i:early{SPACE}hours|small{SPACE}hours)|{_PLAIN_CLOCK}))"
    rf"{{0,2}}(?:{SPACE}(?i:(?:(?:noon|night|morning){SPACE})?prayers?))?"
)
TO = rf"(?:{SPACE}(?i:to|through|thru|until|till|into){SPACE}|\s?[-\u2013\u2014]\s?)"
_AND = rf"{SPACE}(?i:and){SPACE}"
_COUNTED = rf"{SPACE}(?:[a-z]+s|[A-Z]+S|(?i:people|men|women|children|police|more|others|dead))\b"

# ---- dates -------------------------------------------------------------------------------------

_NUMERIC = (
    r"(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d{2}))(?![/.-]?\d)"
)
_YEAR_AFTER = rf"(?:,?{SPACE}(?:(?i:of){SPACE})?{YEAR}(?!\d))"
_SHORT_YEAR = r"(?:'\d\d|\d\d(?=\s{0,3}(?:$|[.,;:()\u2013\u2014-])))"
DAY_MONTH = (
    rf"{DAY}(?:{SPACE}|-)(?:(?i:of){SPACE})?"
    rf"(?:{SHORT_MONTH}{SPACE}{_SHORT_YEAR}|{ANY_MONTH}(?:{_YEAR_AFTER}|-(?:{YEAR}|\d\d)(?!\d))?)"
)
# "In July 25 soldiers died" has a month and a toll, "On July 25 soldiers died" has a day.
MONTH_DAY = (
    rf"(?:(?<![Ii][Nn]\s)|(?!{ANY_MONTH}{SPACE}\d\d?{_COUNTED}))"
    rf"{ANY_MONTH}{SPACE}(?:(?i:the){SPACE})?{DAY}(?![\d:%]|[.,]\d|-[a-z]){_YEAR_AFTER}?"
)
ORDINAL_DAY = (
    rf"(?:{THE}?{ORDINAL_WORD}{SPACE}(?i:of){SPACE}{ANY_MONTH}"
    rf"|{ANY_MONTH}{SPACE}(?:(?i:the){SPACE})?{ORDINAL_WORD}){_YEAR_AFTER}?"
)
DATE = rf"(?:{_NUMERIC}|{DAY_MONTH}|{MONTH_DAY}){PART_AFTER}"
NAMED_DAY = rf"(?:{WEEKDAY}|{SHORT_WEEKDAY}),?{SPACE}(?:(?i:on|the){SPACE})?"


def figure_dates(between: str, *, many: str = "") -> str:
    """A date that begins with a figure; ``many="?"`` where a second one is not needed."""
    return (
        rf"{DAY}(?:{between}|/|(?:,{SPACE}{DAY})+,?{_AND}){DAY_MONTH}{PART_AFTER}|(?:{_NUMERIC}|{DAY_MONTH}){PART_AFTER}"
        rf"(?:(?:{between})(?:{NAMED_DAY})?{DATE}){many}"
    )


def _month_dates(between: str, *, many: str = "") -> str:
    """A date that begins with a month, in the same way."""
    same_month = rf"{DAY}{_YEAR_AFTER}?(?!{_COUNTED}|{SPACE}{ANY_MONTH})"
    return (
        rf"{MONTH_DAY}(?<!\d{{4}})(?:{between}){same_month}"
        rf"|{MONTH_DAY}{PART_AFTER}(?:(?:{between})(?:{NAMED_DAY})?{DATE}){many}"
    )


def _months(between: str) -> str:
    return rf"{ANY_MONTH}(?:{SPACE}{YEAR})?(?:{between}){ANY_MONTH}(?:{SPACE}{YEAR}(?!\d))?"


def weekdays(between: str) -> str:
    """From one day of the week to another."""
    stage = rf"(?:{STAGE}{SPACE}(?:(?i:on){SPACE})?)?"
    return rf"{WEEKDAY}{PART_AFTER}(?:{between}){stage}{WEEKDAY}{PART_AFTER}"


BETWEEN = (
    rf"[Bb](?i:etween){SPACE}(?:{figure_dates(_AND)}|{_month_dates(_AND)}|{_months(_AND)}"
    rf"|{weekdays(_AND)}|{YEAR}{_AND}{YEAR})"
)
TWO_DAYS = rf"{DAY}{_AND}{DAY_MONTH}"

# "March" and "May" alone are a verb and a modal too: they need a word ahead that wants a month.
# "April", "June" and "August" begin names of people.
_WANTS_DATE = after(
    *("in", "of", "since", "during", "until", "till", "early", "late", "last", "next", "between"),
    *("from", "through", "by", "this", "before", "after"),
)
_WANTS_NAME = after(
    *("on", "into", "at", "for", "the", "a", "an", "over", "throughout", "and", "to")
)
_MID = r"(?<=\b[Mm][Ii][Dd]-)"
_CLEAR_MONTHS = ("january", "february", "july", "september", "october", "november", "december")
MONTH_ALONE = (
    rf"(?:{words(_CLEAR_MONTHS, capital=True)}"
    rf"|{words(('april', 'june', 'august'), capital=True)}(?!{SPACE}[A-Z][a-z])"
    rf"|(?:{_WANTS_DATE}|{_MID})(?:{MONTH}|{SHORT_MONTH}(?=\s?[,;)]|\s[a-z]|\s*$|(?<=\.)\s))"
    rf"|(?<=[Tt]he\s)M(?:ay|arch)(?={SPACE}[a-z])"
    rf"(?!{SPACE}(?:on|to|for|of|against|from|through|in|by|was|is)\b))"
)
MONTH_AND_MORE = (
    rf"(?={ANY_MONTH}(?:,?{SPACE}(?:\d|(?i:of|the|to|through|until|till|and)\b)|,{SPACE}[A-Z]"
    r"|\s?[-\u2013\u2014]))"
    rf"(?:{ANY_MONTH}(?:,{SPACE}{ANY_MONTH}){{0,4}},?{_AND}{ANY_MONTH}{SPACE}{YEAR}(?!\d)"
    rf"|{_month_dates(TO, many='?')}|{_months(TO)}"
    rf"|{ANY_MONTH}(?:,?{SPACE}(?:(?i:of){SPACE})?|-){YEAR}(?!\d))"
)
_WANTS_YEAR = after("throughout", "the", "a", "and", "to", "year", "circa")
A_YEAR = (
    rf"(?:{YEAR}[-\u2013]{YEAR}|{after('from')}{YEAR}{TO}{YEAR}"
    rf"|(?:{after('in')}|(?:{_WANTS_DATE}|{_MID}|{_WANTS_YEAR}|(?<=\())"
    rf"(?!\d{{4}}{_COUNTED}))(?:{YEAR}|'?\d0)(?:[sS]|(?<=\d{{4}})(?:[-/\u2013]\d\d)?)"
    r"(?![\d%]|[.,:/]\d|-\w))"
)
_IN = after("in", "since", "during", "by", "until")
A_SEASON = (
    rf"(?:{THE}?{SEASON}{SPACE}(?:(?i:of){SPACE})?{YEAR}(?:[-/\u2013](?:\d\d)?\d\d)?(?!\d)"
    rf"|(?:{after('the', 'early', 'late')}){SEASON}(?!{SPACE}(?i:of)(?!{SPACE}(?i:last|this)\s))"
    rf"|(?:{_IN}){words(('spring', 'summer', 'autumn', 'winter'))}(?!{SPACE}[A-Z]))"
)
# "On Fri."; more than the days of the week begin with such letters.
SHORT_DAY_ALONE = (
    rf"(?:{after('on', 'since', 'until', 'early', 'late', 'last', 'by')}){SHORT_WEEKDAY}"
    rf"(?!{SPACE}[A-Z]|[-'\u2019])"
)
# "10 Muharram", "1 Ramadan 1445".
ISLAMIC_DAY = rf"{DAY}{SPACE}(?:(?i:of){SPACE})?{ISLAMIC_MONTH}(?:,?{SPACE}1[34]\d\d(?!\d))?"
# "The Ramadan truce", "during Eid", "Good Friday"; no Tariq Ramadan and no Easter Island.
NAMED_DAY_ALONE = (
    rf"(?:{NAMED_PLAINLY}|(?:{_WANTS_DATE}|{_WANTS_NAME}){NAMED_SHORTLY}(?!{SPACE}[A-Z][a-z]))"
    rf"{_YEAR_AFTER}?{PART_AFTER}"
)
_THAT_YEAR = rf"(?:(?i:last|this|the){SPACE}(?i:year)|{YEAR})"
QUARTER = (
    rf"(?:(?:[Qq][1-4]|[Hh][12]){SPACE}{YEAR}|{THE}?(?:{ORDINAL}|[Ll](?i:ast)){SPACE}(?i:quarter|half)"
    rf"{SPACE}(?i:of){SPACE}{_THAT_YEAR}"
    rf"|{THE}(?:{ORDINAL}){SPACE}(?i:quarter)(?!{SPACE}(?i:of|final|century))"
    rf"|{words(('first', 'second', 'third', 'fourth'))}-(?i:quarter)(?!-))"
)
