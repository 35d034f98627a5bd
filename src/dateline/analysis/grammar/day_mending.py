"""Mend parses that take the day ahead of a subject for a part of it."""

from __future__ import annotations

import re

from ...time_forms import MONTHS, WEEKDAYS
from .tokens import Token, hang

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = frozenset({"compound", "nummod", "nmod", "amod", "npadvmod"})


def mend_day(token: Token) -> None:
    """ "On Tuesday militias attacked the police": on that day, and the militias attacked."""
    day_of = token.head
    if token.dep != "pobj" or day_of.lemma not in ("on", "in", "since") or day_of.dep != "prep":
        return
    verb = day_of.head
    day = next((child for child in token.children if _is_day(child)), None)
    if day is None or day.index != day_of.index + 1 or token.tag not in ("NNS", "NNP", "NNPS"):
        return
    is_bare = verb.pos == "VERB" and verb.index > token.index
    if is_bare and verb.child("nsubj", "nsubjpass", "csubj") is None:
        hang(day, day_of, "pobj")
        hang(token, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")


def _is_day(token: Token) -> bool:
    if token.dep not in _BEFORE:
        return False
    word = token.text.casefold()
    is_named = token.is_name and (word in WEEKDAYS or word in MONTHS)
    return is_named or _YEAR.fullmatch(word) is not None
