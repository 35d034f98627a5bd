"""What the words take for granted: "after the attack", "in response to the shelling"."""

from __future__ import annotations

from ..grammar.parse import Token
from .judgements import Judgement, taken_as_fact

PEACE = frozenset("agreement deal accord pact ceasefire truce armistice peace talk".split())
_PAST_GIVEN = frozenset({"after", "following", "despite", "since", "amid", "amidst"})
_ANSWERS = frozenset("response retaliation revenge reprisal reaction retribution answer".split())
_ABOUT = frozenset({"on", "about", "over", "into"})
_TOPICAL = frozenset("resolution report debate inquiry investigation film book article".split())


def is_definite(noun: Token) -> bool:
    """Whether a noun takes its event as known: "the attack", "Sunday's attack"."""
    return any(
        child.dep == "poss" or child.lemma in ("the", "this", "that", "these", "those")
        for child in noun.children
    )


def has_ended(noun: Token) -> bool:
    """ "Ordered the campaign that ended the war": what it did says that it was."""
    clause = noun.child("relcl") if is_definite(noun) else None
    return clause is not None and clause.tag == "VBD" and clause.child("neg") is None


def find_presupposed(token: Token, preposition: Token, governor: Token) -> Judgement | None:
    """ "After an attack", "in response to the shelling": it has happened."""
    if preposition.lemma == "to" and governor.lemma in _ANSWERS:
        return taken_as_fact(governor)
    if preposition.lemma == "for" and governor.lemma in _ANSWERS:
        return taken_as_fact(governor)
    if preposition.lemma in _ABOUT and governor.lemma in _TOPICAL and token.lemma not in PEACE:
        return taken_as_fact(governor)  # "failed to adopt a resolution on the massacre"
    if preposition.lemma == "over" and token.pos == "NOUN" and is_definite(token):
        return taken_as_fact(preposition)
    if preposition.text.lower() in _PAST_GIVEN:
        is_ahead = any(child.lemma in ("will", "shall") for child in governor.children)
        is_open = token.pos in ("VERB", "AUX") or token.lemma in PEACE
        return None if is_ahead and is_open else taken_as_fact(preposition)
    return None
