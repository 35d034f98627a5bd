"""When two strings that fill a slot name the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

HALF = 0.5

_WORD = re.compile(r"[^\W_]+")
_DROPPED = frozenset("a an her his its several some that the their these this those".split())
_PREPOSITIONS = frozenset(
    "against and at by during for from in near of on that to under which who with".split()
)
_GROUPS = frozenset("dozens element elements group groups member members number people".split())


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a string in lower case, without articles and what stands for them."""
    return tuple(word for word in _WORD.findall(text.lower()) if word not in _DROPPED)


def head_of(text: str) -> str:
    """The word that says what it is; nothing where there are no words.

    It is the word before the first preposition, else the last. Of "members of the Red Front" it
    is that of "Red Front".
    """
    return _head(words(text))


def _head(found: tuple[str, ...]) -> str:
    for index, word in enumerate(found[1:], 1):
        if word in _PREPOSITIONS:
            inside = found[index + 1 :]
            if word == "of" and found[index - 1] in _GROUPS and inside:
                return _head(inside)
            return found[index - 1]
    return found[-1] if found else ""


@lru_cache(maxsize=50_000)
def is_same(one: str, other: str) -> bool:
    """Whether they have the same words, the same head, or half of their words in common."""
    left, right = words(one), words(other)
    if not left or not right:
        return False
    return left == right or _head(left) == _head(right) or dice(left, right) >= HALF


def dice(one: Iterable[str], other: Iterable[str]) -> float:
    """How much of two sets of words is shared, from 0 to 1; one of them must have some."""
    left, right = set(one), set(other)
    return 2 * len(left & right) / (len(left) + len(right))


def is_any_same(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any string of the one names what any of the others does."""
    rights = tuple(others)
    return any(is_same(left, right) for left in some for right in rights)
