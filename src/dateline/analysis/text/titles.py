"""Bring headlines In Title Case back to mixed case, letter for letter.

A parser takes "Rebels Ambush Army Convoy" for one long name.
"""

from __future__ import annotations

import re
from collections.abc import Container

from ...time_forms import ANY_MONTH
from ...types import Names
from .recase import recase
from .vocabulary import CLOSED, Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Inside a sentence: what has a capital there is a name.
_INSIDE = re.compile(r"(?<=[a-z,] )[^\W\d_][\w'’-]*")
# A place or a month, whatever else the word can be: "In Mindanao", "March 3".
_AFTER = re.compile(r"\b(?:in|at|near|of|off|from|outside|around) $", re.IGNORECASE)
_MONTH = re.compile(rf"{ANY_MONTH}\.? \d")
_LEAST = 5  # words; "Kurdistan Workers' Party" is a name


def is_title(text: str) -> bool:
    """Whether every word that counts begins with a capital, as in a newspaper's headline."""
    words = [word for word in _WORD.findall(text) if len(word) > 3 and word.lower() not in CLOSED]
    return (
        len(words) >= _LEAST - 1
        and all(word[0].isupper() for word in words)
        and (len(text.split()) >= _LEAST)
    )


def recase_title(
    title: str, body: str, names: Names, ordinary: Container[str], vocabulary: Vocabulary
) -> str:
    """Lower what is no name, by what is known of the words and by how the body writes them."""
    inside = set(_INSIDE.findall(body))
    capitals = {word for word in inside if word[0].isupper() and word.lower() not in inside}
    found = recase(title.upper(), names, ordinary, vocabulary)
    if len(found) != len(title):
        return title
    letters = list(title)
    for match in _WORD.finditer(title):
        word, start = match.group(), match.start()
        plain = re.sub(r"['’]s$", "", word)
        is_name = found[start].isupper() or plain in capitals or _is_name(title, match, names)
        is_acronym = plain.isupper() and len(plain) > 1
        if not is_acronym and not (is_name and (not start or plain.lower() not in inside)):
            letters[start] = letters[start].lower()
    return "".join(letters)


def _is_name(title: str, word: re.Match[str], names: Names) -> bool:
    """Whether what stands beside a word makes a name of it."""
    if _MONTH.match(title, word.start()):
        return True
    return bool(_AFTER.search(title[: word.start()])) and names.is_place(word.group())
