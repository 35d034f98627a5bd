"""Decide which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

READABLE = frozenset({"en"})
# Enough for a sure verdict; identifying a whole long document costs more than parsing a sentence.
SAMPLE = 2_000


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or ``None`` when there are no words to tell by."""
    sample = text[:SAMPLE]
    if not any(map(str.isalpha, sample)):
        return None
    # Capitals are rare in training data and drag English bulletins towards other languages.
    code, _ = _identifier().classify(sample.lower() if sample.isupper() else sample)
    return str(code)
