"""Decide which language a text is in."""

from __future__ import annotations

READABLE = frozenset({"en"})
# Enough for a sure verdict; identifying a whole long document costs more than parsing a sentence.
SAMPLE = 1_000
# Words that only English has so often decide first, at one word in eight: the identifier took "Ten
# dead in market blast" for Frisian, and a report on Huế and Quảng Trị for Vietnamese.
ENGLISH_SHARE = 0.125
_ENGLISH = frozenset(
    "the of and to in a is was were on by for with that at from has have had been will as "
    "it".split()
)


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or ``None`` when there are no words to tell by."""
    sample = text[:SAMPLE]
    if not any(map(str.isalpha, sample)):
        return None
    from py3langid import classify  # a model of 0.7 s, of no use to `dateline --help`

    # Capitals are rare in training data and drag English bulletins towards other languages.
    words = sample.lower().split()
    if sum(map(_ENGLISH.__contains__, words)) >= ENGLISH_SHARE * len(words):
        return "en"
    code, _ = classify(sample.lower() if sample.isupper() else sample)
    return str(code)
