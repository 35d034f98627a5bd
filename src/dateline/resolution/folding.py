"""Fold the spellings of a place's name together: "Deir Ezzor", "Deir ez-Zor", "Dayr az-Zawr".

Folding only says that two spellings may be the same name. An exact match is always asked for first,
and a change of language ("Kiev", "Aleppo") is an alias in the data, not a rule here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A document asks for the same few names again and again.
REMEMBERED = 20_000

# Letters that Unicode does not take apart into a base and a mark.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h",
     "ə": "a", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y"}
)  # fmt: skip

# Spaces, hyphens, full stops, commas and slashes part words; any other sign, such as the many ways
# to write ayn and hamza, is nothing.
BORDERS = re.compile(r"[\s\-‐-―_./,()]+")
SIGNS = re.compile(r"\W+")

# The Arabic article as its own word: plain, or drawn to the sun letter after it ("ash-Shaafah").
ARTICLES = frozenset({"al", "el", "ul", "il", "the"})
SUN_ARTICLE = re.compile(r"[aeu](sh|dh|th|[nrsdtz])")

# The article written into the word ("Ezzor", "Arraqqa"): a vowel and a doubled sun letter. A first
# word must keep five letters, or "Assam" and "Essen" would lose their heads.
FUSED_ARTICLE = re.compile(r"[ae]([nrsdtz])(?=\1)")
FIRST_WORD_KEEPS = 5

# In order: what is heard alike and written differently gets one spelling.
SOUNDS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?<=..)[aie]h$", "a"),  # Raqqah, Hasakeh
        (r"([wy])\1+", r"\1"),  # Qayyarah, Fawwar
        (r"q", "k"),
        (r"dzh|dj", "j"),
        (r"dh", "d"),
        (r"gh", "g"),
        (r"ou|oo", "u"),  # Darfour
        (r"ee", "i"),
        (r"aw(?![aeiou])|au", "o"),  # Zawr
        (r"ay(?![aeiou])|ai|ei|ey(?![aeiou])", "e"),  # Dayr, Deir
        (r"uw(?=[aeiou])|u(?=[aei])", "w"),  # Suweida, Soueida, Sweida
        (r"iy|yi|y(?![aeiou])", "i"),  # Qamishly
        (r"^e", "i"),  # Edlib
        (r"(.)\1+", r"\1"),
        (r"^(?:al)?bu(?=[^aeiouwy]\w{3})", "abu"),  # Bu Kamal, Albu Kamal, al-Bukamal
    )
)


@lru_cache(REMEMBERED)
def fold(name: str) -> str:
    """One spelling for all ways to write a name; folding twice changes nothing."""
    folded = "".join(find_words(name))
    # One rule makes room for another ("Boukamal" becomes "Bukamal"): go on until none applies.
    while (again := fold_sounds(folded)) != folded:
        folded = again
    return folded


def find_words(name: str) -> list[str]:
    """The words in small plain letters, without the articles before them."""
    words = [word for word in BORDERS.split(strip_marks(name)) if word]
    kept: list[str] = []
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if following and is_article(word, following):
            continue
        stem = FUSED_ARTICLE.sub("", word, count=1) if FUSED_ARTICLE.match(word) else word
        kept.append(stem if kept or len(stem) >= FIRST_WORD_KEEPS else word)
    return kept


def strip_marks(name: str) -> str:
    """Small letters without accents, signs and marks; borders between words stay."""
    if name.isascii():
        bare = name.lower()
    else:
        apart = unicodedata.normalize("NFKD", name.casefold()).casefold().translate(LETTERS)
        bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(SIGNS.sub("", word) for word in BORDERS.split(bare))


def is_article(word: str, following: str) -> bool:
    """Whether a word is an article of the one that follows: "as" is one in "as-Suwayda" alone."""
    if word in ARTICLES:
        return True
    sun = SUN_ARTICLE.fullmatch(word)
    return sun is not None and following.startswith(sun[1])


def fold_sounds(word: str) -> str:
    """Apply each rule once, in order."""
    for pattern, spelling in SOUNDS:
        word = pattern.sub(spelling, word)
    return word
