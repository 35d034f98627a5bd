"""Bring bulletins in capitals back to mixed case, letter for letter, so that spans still hold."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...types import Names
from .vocabulary import CLOSED, Vocabulary, given_names

# Share of letters that are capitals above which a block counts as written in capitals. Headlines
# In Title Case stay below 0.4, bulletins are above 0.95; anything between is rare.
CAPITALS = 0.8

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_START = re.compile(
    r"(?:^|(?<!\b[A-Z])[.!?][\"”’)]{0,2}\s+|--\s+|[—–]\s+|(?:^|[.!?\"”]\s)\s*\[[^\]]*\]\s+|[,:]\s+(?=[\"“]))"
    r"[^\w\s]{0,4}([^\W\d_])"
)
# The month stands beside a number, the verb does not.
_MONTH_OF_MAY = re.compile(r"\b\d{1,2} (?P<may>MAY)\b|\b(?P<first>MAY) \d{1,4}\b")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # "U.S."
_POSSESSIVE = re.compile(r"['’][Ss]?$")
_ALWAYS = frozenset(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday "
    "mr mrs dr gen col lt capt maj sgt".split()
)
# They take a capital before a name.
_RANKS = frozenset(
    "president general colonel captain major lieutenant sergeant admiral bishop archbishop father "
    "senator cardinal pope monsignor corporal minister judge mayor governor".split()
)
_OPENERS = frozenset(
    "el la los las le les san santa santo saint al abu bin ibn von van der del da dos".split()
)
_LINKS = frozenset("of the for and de del la los las y".split())
_AREAS = frozenset(
    "department province district municipality state city region county governorate".split()
)
# They stand beside a name and are none of it.
_NO_ENDS = frozenset("members least today yesterday tomorrow tonight".split())
LONGEST_NAME = 6  # words


def is_in_capitals(text: str) -> bool:
    """Whether a stretch of text is written in capitals."""
    letters = [letter for letter in text if letter.isalpha() and letter.lower() != letter.upper()]
    return len(letters) > 20 and sum(map(str.isupper, letters)) > CAPITALS * len(letters)


def recase(
    text: str,
    names: Names,
    ordinary: Container[str] = frozenset(),
    vocabulary: Vocabulary | None = None,
) -> str:
    """Lower a text in capitals, keeping capitals at sentence starts and on names.

    ``ordinary`` are lower-case words that are no names by themselves, whatever the gazetteer says
    ("killing"). The result has the length of the input: a letter whose lower form is longer stays.
    """
    lowered = list(map(_lower, text))
    for match in _SENTENCE_START.finditer(text):
        _capitalise(lowered, text, match.start(1))
    for match in _MONTH_OF_MAY.finditer(text):
        _capitalise(lowered, text, max(match.start("may"), match.start("first")))
    for match in _INITIALS.finditer(text):
        lowered[match.start() : match.end()] = match.group()
    for word in _Bulletin(text, names, ordinary, vocabulary or Vocabulary()).find_names():
        if word.in_capitals:
            lowered[word.start : word.end] = text[word.start : word.end]
        else:
            _capitalise(lowered, text, word.start)
    return "".join(lowered)


@dataclass(slots=True)
class _Word:
    """A word of a bulletin, and what has been found out about it."""

    start: int
    end: int
    text: str  # without a possessive's ending
    lower: str
    is_name: bool = False
    in_capitals: bool = False
    after_gap: bool = True  # something other than a space stands before it


@dataclass(slots=True)
class _Bulletin:
    """A text in capitals, read for its names."""

    text: str
    names: Names
    ordinary: Container[str]
    vocabulary: Vocabulary

    def find_names(self) -> Iterator[_Word]:
        """The words that are names or parts of names, in order."""
        words = list(self._words())
        index = 0
        while index < len(words):
            length = self._known(words[index : index + LONGEST_NAME])
            for word in words[index : index + length]:
                word.is_name = True
                is_acronym = length == 1 or self.names.is_actor(word.text)
                word.in_capitals = is_acronym and _is_acronym(word)
            index += max(length, 1)
        if self.vocabulary.words:
            self._find_surnames(words)
            self._find_openers(words)
        return (word for word in words if word.is_name)

    def _words(self) -> Iterator[_Word]:
        end = 0
        for match in _WORD.finditer(self.text):
            plain = _POSSESSIVE.sub("", match.group())
            is_apart = match.start() != end + 1 or self.text[end] not in " -"
            end = match.end()
            yield _Word(
                match.start(), match.start() + len(plain), plain, plain.lower(), after_gap=is_apart
            )

    def _find_surnames(self, words: list[_Word]) -> None:
        """After a first name an ordinary noun is a surname: "PEDRO CASTRO", "ANA MARIA RIVERA"."""
        given = given_names()
        for before, word in pairwise(words):
            is_person = before.is_name and before.lower in given and not word.after_gap
            if word.is_name or not is_person or not self.vocabulary.is_noun(word.lower):
                continue
            word.is_name = not self._is_ordinary(word.lower) or word.lower in given

    def _find_openers(self, words: list[_Word]) -> None:
        """What leads a name in: "LA LIBERTAD", "GENERAL PEREZ"."""
        for word, following in zip(words[-2::-1], words[:0:-1], strict=False):
            leads = following.is_name and not following.after_gap
            if leads and not word.is_name and word.lower in _OPENERS | _RANKS:
                word.is_name = word.lower in _OPENERS or not self.names.is_demonym(following.text)

    def _known(self, words: list[_Word]) -> int:
        """How many of these words, from the first, make up a name."""
        known = [self._is_known(words[: length + 1]) for length in range(len(words))]
        for last in range(len(words) - 1, 1, -1):
            # A word that adds nothing is not part of it: "SYRIAN ARMY SHELLED".
            if known[last] and not known[last - 1]:
                return last + 1
        return 2 if known[1:2] == [True] else int(known[0])

    def _is_known(self, words: list[_Word]) -> bool:
        if len(words) == 1:
            word = words[0]
            return word.lower == "i" or (word.lower not in self.ordinary and self._is_name(word))
        ends = {words[0].lower, words[-1].lower}
        if any(end in self.ordinary for end in ends) or ends & _NO_ENDS:
            return False
        if self.vocabulary.words and not all(map(self._may_stand_in_name, words)):
            return False
        run = self.text[words[0].start : words[-1].end]
        titled = " ".join(map(_titled, run.split(" ")))
        return (
            self.names.is_actor(run) or self.names.is_actor(titled) or self.names.is_place(titled)
        )

    def _may_stand_in_name(self, word: _Word) -> bool:
        if word.lower in CLOSED:
            return word.lower in _LINKS
        is_verb = self.vocabulary.is_no_noun(word.lower) and not self.vocabulary.is_noun(word.lower)
        return not (is_verb and word.lower.endswith(("ed", "ing")))

    def _is_name(self, word: _Word) -> bool:
        titled = _titled(word.text)
        if word.lower in _ALWAYS or self.names.is_demonym(titled):
            return True
        if len(word.text) <= 2:
            return False
        if not self.vocabulary.words:
            return self._is_named(word, titled)
        if self.vocabulary.is_unknown(word.lower) or word.lower in given_names():
            return True
        if self._is_ordinary(word.lower):
            following = self.text[word.end : word.end + 14].split()
            return bool(following) and following[0].lower() in _AREAS and self.names.is_town(titled)
        is_actor = self.names.is_actor(word.text) or self.names.is_actor(titled)
        return is_actor or self.names.is_town(titled)

    def _is_named(self, word: _Word, titled: str) -> bool:
        return (
            self.names.is_actor(word.text)
            or self.names.is_actor(titled)
            or self.names.is_place(titled)
        )

    def _is_ordinary(self, lower: str) -> bool:
        return lower in self.ordinary or self.vocabulary.is_no_noun(lower)


def _titled(word: str) -> str:
    return word[:1] + "".join(map(_lower, word[1:]))


def _is_acronym(word: _Word) -> bool:
    # An acronym has no vowels to read or is short; it stays in capitals.
    if len(word.text) > 4 or word.lower in _ALWAYS or word.lower in given_names():
        return False
    return not (len(word.text) == 4 and any(letter in "AEIOU" for letter in word.text[1:3]))


def _capitalise(lowered: list[str], text: str, index: int) -> None:
    lowered[index] = text[index]


def _lower(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter
