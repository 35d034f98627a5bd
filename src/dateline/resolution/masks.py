"""See through names that are written to look like others: letters of two alphabets, hidden marks.

A name in one alphabet alone is what it says, whatever it looks like. What is written is kept
exactly: only the look-up asks for the name that a reader sees.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..types import Candidate, Reason, Resolution

T = TypeVar("T")

UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
# Letters drawn as others on purpose: full width, in circles, as in formulas.
DRAWN = "\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001d400-\U0001d7ff"
OTHER = "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic
SUSPECT = re.compile(f"{UNSEEN.pattern}|[{DRAWN}{OTHER}]")
MIXED = re.compile(rf"\b(?=\w*[A-Za-z\u00c0-\u024f])(?=\w*[{OTHER}])\w+")
LOOKALIKES = str.maketrans(
    # Cyrillic, then Greek, after Unicode's table of confusables (UTS 39).
    "аеорсухѕіјһԁԛԝѵӏкАВЕКМНОРСТУХЅІЈԚԜαοινκρυχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ",
    "aeopcyxsijhdqwvlkABEKMHOPCTYXSIJQWaoivkpuxyABEZHIKMNOPTYXcj",
)

HIDDEN_MARKS = "it is written with marks that are not seen"
TWO_ALPHABETS = "it is written with letters of two alphabets"
DRAWN_LETTERS = "it is written with letters drawn in another way"


def unmask(name: str) -> str | None:
    """The name that a reader sees; ``None`` where that is the one that is written."""
    if name.isascii() or not SUSPECT.search(name):
        return None
    seen = UNSEEN.sub("", unicodedata.normalize("NFKC", name))
    seen = MIXED.sub(lambda word: _of_one_alphabet(word[0]), seen)
    return seen if seen != unicodedata.normalize("NFC", name) else None


def _of_one_alphabet(word: str) -> str:
    latin = word.translate(LOOKALIKES)
    return word if re.search(f"[{OTHER}]", latin) else latin


def plainly(name: str) -> str:
    """The name to look up."""
    return unmask(name) or name


def find_masks(name: str) -> tuple[str, ...]:
    """What is odd about how a name is written."""
    signs = (
        (UNSEEN.search(name), HIDDEN_MARKS),
        (MIXED.search(UNSEEN.sub("", name)), TWO_ALPHABETS),
        (re.search(f"[{DRAWN}]", name), DRAWN_LETTERS),
    )
    return tuple(because for found, because in signs if found)


def resolve_plainly(name: str, resolve: Callable[[str], Resolution[T]]) -> Resolution[T]:
    """Resolve the name that a reader sees, and say so."""
    plain = unmask(name)
    if plain is None:
        return resolve(name)
    found = resolve(plain)
    because = f"{'; '.join(find_masks(name))}, and taken for {plain!r}"
    candidates = tuple(
        Candidate(candidate.value, (*candidate.reasons, Reason(0.0, because)))
        for candidate in found.candidates
    )
    said = f"{found.because}; {because}" if found.because else because
    return replace(found, name=name, candidates=candidates, because=said)
