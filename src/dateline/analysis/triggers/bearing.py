"""Leave out what companies, courts and families do where a text does not bear on conflict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...codebook.kinds import Class
from ..grammar.lexicon import Lexicon
from ..grammar.parse import Sentence, Token
from ..names.phrases import Phrases

# Words of strife in a hundred. Of 60 texts of business news one is above it, of 588 of local news
# 9 in 100; of 1,300 texts on Latin America's wars 84 in 100, of 45 on Syria and Iraq 78.
LEAST = 0.01
SHORT = 40  # words; a shorter text says too little of what it is about


def is_remote(sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a text has next to no words of strife."""
    words = [token for sentence in sentences for token in sentence.tokens if token.text.isalpha()]
    strife = sum(token.lemma in lexicon.strife for token in words)
    return len(words) >= SHORT and strife < LEAST * len(words)


def is_public(head: Token, phrases: Phrases) -> bool:
    """Whether a party is a state, an armed side, an office or a crowd, as its words say."""
    head, lexicon = phrases.people_in(head), phrases.lexicon
    if head.lemma in lexicon.commerce | lexicon.law:
        return False
    if phrases.is_known_actor(head) or phrases.classes(head) & {Class.ARMED, Class.BODY}:
        return True
    if phrases.is_known_place(head):
        return phrases.is_capital(head)
    return head.lemma in lexicon.office or any(
        child.lemma.rstrip(".") in lexicon.office for child in head.children
    )


def is_any_public(heads: Iterable[Token], phrases: Phrases) -> bool:
    """Whether one of the parties is public."""
    return any(is_public(head, phrases) for head in heads)
