"""Bring bulletins in capitals back to mixed case, letter for letter, so that spans still hold."""

from __future__ import annotations

import re
from collections.abc import Container

from ..types import Names

# Share of letters that are capitals above which a block counts as written in capitals. Headlines
# In Title Case stay below 0.4, bulletins are above 0.95; anything between is rare.
CAPITALS = 0.8

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+|--\s+|[—–]\s+|\]\s+|[\"“])\W{0,4}([^\W\d_])")
# The month stands beside a number, the verb does not.
_MONTH_OF_MAY = re.compile(r"\b\d{1,2} (?P<may>MAY)\b|\b(?P<first>MAY) \d{1,4}\b")
_ALWAYS = frozenset(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday "
    "mr mrs dr gen col lt capt maj sgt".split()
)
LONGEST_NAME = 5  # words


def is_in_capitals(text: str) -> bool:
    """Whether a stretch of text is written in capitals."""
    letters = [letter for letter in text if letter.isalpha() and letter.lower() != letter.upper()]
    return len(letters) > 20 and sum(map(str.isupper, letters)) > CAPITALS * len(letters)


def recase(text: str, names: Names, ordinary: Container[str] = frozenset()) -> str:
    """Lower a text in capitals, keeping capitals at sentence starts and on known names.

    ``ordinary`` are lower-case words that are no names by themselves, whatever the gazetteer says
    ("killing"). The result has the length of the input: a letter whose lower form is longer stays.
    """
    lowered = list(map(_lower, text))
    for match in _SENTENCE_START.finditer(text):
        _capitalise(lowered, text, match.start(1))
    for match in _MONTH_OF_MAY.finditer(text):
        _capitalise(lowered, text, max(match.start("may"), match.start("first")))
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words):
        length = _known(text, words[index : index + LONGEST_NAME], names, ordinary)
        for word in words[index : index + length]:
            if length == 1 or names.is_actor(word.group()):
                _restore(lowered, text, word)
            else:
                _capitalise(lowered, text, word.start())
        index += max(length, 1)
    return "".join(lowered)


def _known(text: str, words: list[re.Match[str]], names: Names, ordinary: Container[str]) -> int:
    """How many of these words, from the first, make up a known name."""
    known = [_is_known(text, words[: length + 1], names, ordinary) for length in range(len(words))]
    for last in range(len(words) - 1, 1, -1):
        # A word that adds nothing is not part of it: "SYRIAN ARMY SHELLED".
        if known[last] and not known[last - 1]:
            return last + 1
    return 2 if known[1:2] == [True] else int(known[0])


def _is_known(
    text: str, words: list[re.Match[str]], names: Names, ordinary: Container[str]
) -> bool:
    run = text[words[0].start() : words[-1].end()]
    if len(words) == 1:
        return run.lower() not in ordinary and _is_name(run, names)
    if words[0].group().lower() in ordinary or words[-1].group().lower() in ordinary:
        return False
    titled = " ".join(map(_titled, run.split(" ")))
    return names.is_actor(run) or names.is_actor(titled) or names.is_place(titled)


def _is_name(word: str, names: Names) -> bool:
    titled = _titled(word)
    if word.lower() in _ALWAYS or names.is_demonym(titled):
        return True
    if len(word) <= 2:
        return False
    return names.is_actor(word) or names.is_actor(titled) or names.is_place(titled)


def _titled(word: str) -> str:
    return word[:1] + "".join(map(_lower, word[1:]))


def _restore(lowered: list[str], text: str, word: re.Match[str]) -> None:
    # An acronym has no vowels to read or is short; it stays in capitals.
    run = word.group()
    if len(run) <= 4 and run.lower() not in _ALWAYS and not _reads_as_word(run):
        lowered[word.start() : word.end()] = run
    else:
        _capitalise(lowered, text, word.start())


def _reads_as_word(run: str) -> bool:
    return len(run) == 4 and any(letter in "AEIOU" for letter in run[1:3])


def _capitalise(lowered: list[str], text: str, index: int) -> None:
    lowered[index] = text[index]


def _lower(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter
