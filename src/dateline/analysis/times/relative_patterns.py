"""The patterns of times counted from another, of amounts, and of hours."""

from __future__ import annotations

from ...time_forms import (
    MONTH,
    NAMED,
    NUMBER,
    ORDINAL,
    PART,
    SEASON,
    SPACE,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    words,
)
from .date_patterns import (
    DATE,
    DAY_MONTH,
    MONTH_DAY,
    NAMED_DAY,
    O_CLOCK,
    PART_AFTER,
    STAGE,
    STRETCH,
    THE,
    TO,
    ZONE,
    after,
)

# ---- relative times, amounts -------------------------------------------------------------------

_SPANS = words(("day", "night", "week", "weekend", "fortnight", "month", "year", "decade"))
ABOUTS = (
    *("about", "around", "nearly", "almost", "over", "under", "just", "only", "exactly"),
    *("barely", "more than", "less than", "at least", "fewer than", "up to", "well over"),
)
_ABOUT = words(ABOUTS)
RUNNING = words(("consecutive", "straight", "successive", "full", "whole", "more", "long"))
_COUNT = (
    rf"(?<!\b[Aa]s\s)(?:{NUMBER}(?:{SPACE}(?i:or|to){SPACE}{NUMBER}|-\d{{1,2}})?|{words(VAGUE)})"
)
_ONE = rf"[Aa][nN]?{SPACE}(?:(?i:full|whole|half){SPACE})?{UNIT}"
_AMOUNT = (
    rf"(?:(?:{_ABOUT}{SPACE})?+(?:{_COUNT}{SPACE}(?:{RUNNING}{SPACE})?{UNIT}[sS]?|{_ONE}"
    rf"|[Hh](?i:alf{SPACE}an?{SPACE}(?:hour|day|year)))"
    rf"(?!{SPACE}(?i:old)|-(?i:old)))"
)
_A_FEW = rf"(?:{_ABOUT}{SPACE})?+[Aa]{SPACE}(?i:few|(?:couple|number){SPACE}of)"
_BESIDE = words(("earlier", "later", "previously", "prior"))
# "Three days after the attack" counts from the attack.
_APART = (
    rf"{SPACE}(?:(?i:ago|from{SPACE}now)|{_BESIDE}"
    rf"(?!{SPACE}(?i:than|this|that)\b)|{words(('before', 'after'))}(?!{SPACE}(?i:being)\b)"
    rf"|(?i:into)(?={SPACE}(?:(?i:the|a|an|his|her|their|its|this)\b|[A-Z]))|(?i:on)(?=,))"
)
# "A day" alone is how often more than when; any other amount tells how long.
LENGTH = (
    rf"(?:{UNIT}[sS]{_APART}|{_ONE}{_APART}|(?![Aa][nN]?\s){_AMOUNT}(?:{_APART})?"
    rf"|{_A_FEW}{SPACE}{UNIT}[sS](?:{_APART})?|{_COUNT}-{UNIT}[sS]?(?:-(?i:long))?(?!-(?i:old))|{UNIT}[sS]?-(?i:long)"
    rf"|{words(('for', 'within', 'throughout', 'over'))}{SPACE}"
    rf"(?:{_AMOUNT}|(?:(?i:many|long){SPACE})?{UNIT}[sS]))"
)
NEARS = ("last", "past", "previous", "next", "coming", "preceding", "following", "recent")
_NEAR = words(NEARS)
LAST_FEW = (
    rf"(?:{words(('in', 'over', 'within', 'during', 'for'))}{SPACE})?{THE}?{_NEAR}{SPACE}"
    rf"(?:(?:(?i:few|several|couple{SPACE}of)|{NUMBER}){SPACE}{UNIT}[sS]?|{_SPANS}[sS]?)(?!{SPACE}(?i:of)\b)"
)
_THIS = words(
    (
        *("this", "last", "next", "the previous", "the following", "the next"),
        *("this past", "this coming", "the coming"),
    )
)
_THAT = words(("that", "the same"))
NEARBY = (
    rf"(?:{_THIS}{SPACE}(?:{WEEKDAY}{PART_AFTER}|{PART}|{_SPANS}|{SEASON}|{MONTH}|{NAMED}"
    rf"|(?i:quarter))"
    rf"|{_THAT}{SPACE}(?:{PART}|{_SPANS})|{THE}(?i:weekend)(?!{SPACE}(?i:of)))"
)
# "The same month last year".
SAME = (
    rf"{THE}(?i:same){SPACE}(?i:period|time|day|week|month|quarter){SPACE}(?:(?i:of|in){SPACE})?"
    rf"(?:(?i:last{SPACE}year|the{SPACE}previous{SPACE}year)|{YEAR}(?!\d)"
    rf"|(?:[Aa]|{NUMBER}){SPACE}(?i:years?){SPACE}(?i:ago|earlier|before))"
)
# "Friday of last week".
DAY_OF_WEEK = rf"{WEEKDAY}{SPACE}(?:(?i:of){SPACE})?(?i:last|this|next){SPACE}(?i:week)"
_OVERNIGHT = (
    rf"[Oo](?i:vernight)(?:{SPACE}(?:(?i:on|into|from|to){SPACE})?"
    rf"(?:{WEEKDAY}(?:{TO}{WEEKDAY})?|(?:{NAMED_DAY})?(?:{DAY_MONTH}|{MONTH_DAY})))?"
)
TODAY = (
    rf"(?:{words(('the day before yesterday', 'the day after tomorrow'))}|{_OVERNIGHT}"
    rf"|{words(('today', 'yesterday', 'tomorrow', 'tonight'))}{PART_AFTER})"
)
# "Earlier in the day", "the end of the month".
OF_UNIT = (
    rf"(?:(?:{THE}?{STRETCH}|{STAGE}{SPACE}(?i:in)){SPACE}|{after('end', 'ended', 'ending')})"
    rf"(?i:the){SPACE}(?i:day|night|week|month|quarter|year|decade)(?!{SPACE}(?i:of|after|before))"
)
DAY_AFTER = (
    rf"{THE}(?:(?i:night{SPACE}before{SPACE}last)"
    rf"|(?:{_SPANS}|{PART}|{WEEKDAY}){SPACE}(?i:before|after|earlier)"
    rf"|(?i:days{SPACE}(?:that{SPACE}followed|after)(?=[,.])"
    rf"|ensuing{SPACE}(?:days|hours|weeks|months)|other{SPACE}(?:day|night)))"
)
NTH = (
    rf"(?:(?i:for){SPACE})?(?:[Tt](?i:he)|[Aa]){SPACE}{ORDINAL}{SPACE}"
    rf"(?:{RUNNING}{SPACE})?{_SPANS}(?:{SPACE}(?i:in{SPACE}a{SPACE}row|running))?"
)
NTH_DAY = (
    r"(?:[12]\d|3[01]|[1-9])"
    rf"(?i:st|nd|rd|th)(?:{SPACE}(?i:of){SPACE}(?i:this|last|the){SPACE}(?i:month))?"
    rf"(?!{SPACE}(?!(?i:and|when|after|as|at|in|by|with|near|while)\b)\w)"
)
NTH_OF_MONTH = (
    rf"(?:{after('on', 'since', 'by', 'until', 'from')}|{WEEKDAY},?{SPACE}){THE}{NTH_DAY}"
)
_HOURS = rf"(?:{PART}|(?i:early{SPACE}hours|small{SPACE}hours|late{SPACE}hours))"
_NEAR_HOUR = ("at", "before", "after", "around", "by", "until", "since", "near")
OF_DAY = (
    rf"(?:(?:{words(_NEAR_HOUR)}{SPACE}{PART}"
    rf"|(?:{words(('in', 'during', 'through', 'throughout'))}{SPACE}(?:{STAGE}{SPACE})?)?"
    rf"{THE}(?:{STAGE}{SPACE})?{_HOURS}(?:{SPACE}(?i:of{SPACE}the){SPACE}{PART})?)"
    rf"(?!{SPACE}(?i:of|on)\b))"
)
_CLOCK = (
    rf"(?:{O_CLOCK}|\d{{1,2}}(?:[:.]\d\d)?\s?(?i:[ap]\.m\.|[ap]m\b){ZONE}?"
    rf"|\d{{1,2}}:?\d\d(?:{SPACE}(?i:hours|hrs))?{ZONE}"
    rf"|(?:{after('at', 'around', 'about', 'by', 'before', 'after', 'until', 'from')})"
    rf"(?:\d{{1,2}}[:h]\d\d|[0-2]\d[0-5]\d{SPACE}(?i:hours|hrs)))"
)
CLOCK_AND_DAY = (
    rf"{_CLOCK}(?:,?{SPACE}(?:(?i:on){SPACE})?"
    rf"(?:{words(('today', 'yesterday', 'tomorrow'))}|(?:{NAMED_DAY})?{DATE}|{WEEKDAY}))?"
)
# "The night of the attack", whose day the passage tells.
DAY_OF_EVENT = (
    rf"{THE}(?i:day|night|morning|evening|afternoon){SPACE}(?i:of)"
    rf"(?={SPACE}(?i:the|his|her|their|its|that|this){SPACE}(?!(?i:night|week|month|year|day)\b)[a-z])"
)
