"""Put together expressions of time that stand beside each other and are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...time_forms import ANY_MONTH, MONTH, NAMED, PART, SEASON, WEEKDAY
from ...types import Span

# An expression does not grow beyond this.
LONGEST = 80
# The most that stands between two that are one: " until ", " of the ".
LONGEST_JOINT = 10
_APART = re.compile(r"(?i:after|before|into)$")
_NIGHT = re.compile(r"(?i:overnight|night)$")
_AGO = re.compile(r"(?i:ago)$")
_YEAR = re.compile(r"\d{4}")
# A date or season, which has a year or wants one.
_DATED = re.compile(rf"(?:{ANY_MONTH}|\d(?:st|nd|rd|th)?|{SEASON}|{NAMED})$")
_THAT_YEAR = re.compile(
    r"(?i:(?:last|this|next|that|the\s(?:previous|following|same))\s{1,3}year)$"
)
_FROM_AGO = re.compile(rf"(?i:today|yesterday|this\s(?:week|month)|(?:last\s)?{WEEKDAY})$")
_RANGE = re.compile(r"^(?i:between)\b|[-\u2013/]|\s(?:to|into)\s")
_BETWEEN = re.compile(r"\b[Bb](?i:etween)\s{1,3}$")
_FROM = re.compile(r"\b[Ff](?i:rom)\s{1,3}$")
_STARTS_FROM = re.compile(r"(?i:from)\s")
_SPACE = re.compile(r"\s{1,3}")
# "Monday and Tuesday", "late Friday and early Saturday", "September and October".
_PAIRS = (
    re.compile(rf"(?:^|^(?i:early|late)\s{{1,3}}){WEEKDAY}(?:\s{{1,3}}{PART})?$"),
    re.compile(rf"^{MONTH}$"),
)
_OF = re.compile(r"\s{1,3}(?:(?i:of|in)\s{1,3})?")
_ON = re.compile(r"\s{1,3}(?:(?i:on|of)\s{1,3})?")
_AND = re.compile(r"\s{1,3}(?i:and)\s{1,3}")
_TO = re.compile(r"\s{1,3}(?i:to|until|till|through|into)\s{1,3}|\s?[-\u2013\u2014]\s?")
# What stands ahead of "May" in "between late 2019 and early 2020".
_REACH = 12


def join_times(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """ "Two days after" and "Christmas", "8 November" and "last year" are one expression each."""
    last: Span | None = None
    for span in spans:
        joined = _join(last, span, text) if last else None
        if last and not joined:
            yield last
        last = joined or span
    if last:
        yield last


def _join(first: Span, second: Span, text: str) -> Span | None:
    joint = text[first.end : second.start]
    if (
        len(joint) > LONGEST_JOINT
        or first.end - first.start > LONGEST
        or text[second.end : second.end + 2] in ("'s", "\u2019s")
    ):
        return None
    words, more = first.of(text), second.of(text)
    if _AND.fullmatch(joint) or _TO.fullmatch(joint):
        return _join_ends(first, second, text)
    is_one = (
        (_SPACE.fullmatch(joint) and _APART.search(words))
        or (_OF.fullmatch(joint) and _THAT_YEAR.match(more) and _wants_year(words))
        or (_ON.fullmatch(joint) and _AGO.search(words) and _FROM_AGO.match(more))
        or (_ON.fullmatch(joint) and _NIGHT.search(words) and _RANGE.search(more))
    )
    return first.to(second) if is_one else None


def _wants_year(words: str) -> bool:
    return _DATED.search(words) is not None and not _YEAR.search(words)


def _join_ends(first: Span, second: Span, text: str) -> Span | None:
    """ "Between late 2019 and early 2020", "from late October to early November"."""
    before = text[max(0, first.start - _REACH) : first.start]
    if _AND.fullmatch(text[first.end : second.start]):
        if any(names.search(first.of(text)) and names.match(second.of(text)) for names in _PAIRS):
            return first.to(second)
        opens = _BETWEEN.search(before)
    elif _STARTS_FROM.match(first.of(text)):
        return first.to(second)
    else:
        opens = _FROM.search(before)
    return Span(first.start - len(opens[0]), second.end) if opens else None
