"""Find the names and numbers that tell one story from another: of people, streets, firms, ages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from math import sqrt

from ..types import Document, Span

# How far around its passage a claim's story reaches, code points: about five sentences each way.
# On undated reports of crimes, where names are all there is, 400 and 1,500 join as many as 700.
AROUND = 700
# The first words of a text say what all of it is about.
HEAD = 250
# One name in common is met by chance in two short texts; numbers in common are met by chance.
LEAST_SHARED = 2
# A text in capitals throughout tells no name from another word.
MOST_CAPITALS = 0.5

WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
# Years, ages, house numbers; no clock times, decimals or parts of dates.
NUMBER = re.compile(r"(?<![\w:./,-])\d{2,4}(?![\w:/])(?!\s*:)(?![.,]\d)")
POSSESSIVE = re.compile(r"[’']s?$")
SENTENCE_START = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’«»()\[\]–—-]*$")
# "St. Louis", "Lt. Dana", "J. Reed".
TITLE = re.compile(r"\b[A-Z][a-z]{0,3}\.\s$")
LOOK_BACK = 12
LONG_WORD = 4

DATE_WORDS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)


@dataclass(frozen=True, slots=True)
class Story:
    """The names and numbers of a document, in text order.

    ``sure`` are the names that stand within a sentence somewhere: the first word of a sentence has
    a capital whatever it is.
    """

    starts: tuple[int, ...]
    names: tuple[str, ...]
    sure: frozenset[str]

    def around(self, passage: Span) -> frozenset[str]:
        """Those near a passage, and those of the text's first words."""
        first = bisect_left(self.starts, passage.start - AROUND)
        last = bisect_right(self.starts, passage.end + AROUND)
        head = bisect_left(self.starts, HEAD)
        return frozenset((*self.names[:head], *self.names[first:last]))


NO_STORY = Story((), (), frozenset())


def find_story(document: Document, is_common: Callable[[str], bool]) -> Story:
    """The names and numbers of a document, but for words ``is_common`` says many reports share."""
    numbers = [(number.start(), number.group()) for number in NUMBER.finditer(document.text)]
    named = _find_names(document.text, is_common)
    found = sorted(chain(named, numbers))
    inside = (name for start, name in named if not _begins_sentence(document.text, start))
    return Story(
        tuple(start for start, _ in found),
        tuple(name for _, name in found),
        frozenset(chain(inside, (number for _, number in numbers))),
    )


def _find_names(text: str, is_common: Callable[[str], bool]) -> list[tuple[int, str]]:
    words = tuple(WORD.finditer(text))
    if sum(word.group().isupper() for word in words) > MOST_CAPITALS * len(words):
        return []
    ordinary = {fold_word(word.group()) for word in words if not word.group()[0].isupper()}
    return [
        (word.start(), name)
        for word in words
        if word.group()[0].isupper()
        if (name := fold_word(word.group())) not in ordinary
        if len(name) > 1 and name not in DATE_WORDS and not is_common(name)
    ]


def fold_word(word: str) -> str:
    """A word without case and possessive."""
    return POSSESSIVE.sub("", word).casefold()


def long_words(text: str) -> frozenset[str]:
    """The words of a headline that say what it is about."""
    words = (fold_word(word) for word in WORD.findall(text))
    return frozenset(word for word in words if len(word) >= LONG_WORD)


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """How much two stories share, from 0 to 1: the cosine of their sets."""
    shared = left & right
    if sum(not name[0].isdigit() for name in shared) < LEAST_SHARED:
        return 0.0
    return len(shared) / sqrt(len(left) * len(right))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - LOOK_BACK) : start]
    return SENTENCE_START.search(before) is not None and TITLE.search(before) is None
