"""At which building or vehicle a bomb went off, and whose windows it broke."""

from __future__ import annotations

from collections.abc import Iterator

from ...analysis.grammar.lexicon import load_lexicon
from ...analysis.grammar.parse import Token
from ...analysis.names.phrases import Phrases
from ...codebook.kinds import Class

_EXPLODING = frozenset(
    "explode detonate place plant go hurl throw toss lob explosion blast".split()
)
_AT = frozenset("at near outside inside beside against in under by before behind opposite".split())
_SIDES = frozenset("front entrance gate doorstep vicinity door".split())
_OPEN = frozenset(
    "place site location ground land field position square intersection post base frontline "
    "foothold plateau plain summit".split()
)
# Damage to these is damage to the building that they are part of.
_PARTS = frozenset(
    "window door facade façade wall roof gate front entrance pane floor part".split()
)


def sites_of(token: Token, phrases: Phrases) -> Iterator[Token]:
    """The buildings beside which something exploded or was placed to explode."""
    if token.lemma not in _EXPLODING or (token.lemma == "go" and not _goes_off(token)):
        return
    charges = [child for child in token.children if child.dep in ("dobj", "prep", "agent")]
    for child in (*token.children, *(c for charge in charges for c in charge.children)):
        if child.dep != "prep" or child.lemma not in _AT:
            continue
        thing = child.child("pobj")
        for site in thing.conjuncts() if thing else ():
            whole = whole_of(site, _SIDES)
            if _is_building(whole, child.lemma if whole is site else "before", phrases):
                yield whole


def whole_of(part: Token, parts: frozenset[str] = _PARTS) -> Token:
    """ "The bank" of "the windows of the bank"."""
    behind = next((c for c in part.children if c.dep == "prep" and c.lemma == "of"), None)
    whole = behind.child("pobj") if behind is not None and part.lemma in parts else None
    return whole if whole is not None else part


def _goes_off(verb: Token) -> bool:
    return any(child.lemma == "off" for child in verb.children)


def _is_building(head: Token, preposition: str, phrases: Phrases) -> bool:
    lexicon = load_lexicon()
    if head.lemma in lexicon.areas | lexicon.weapon | _OPEN or phrases.is_time(head):
        return False
    sort = lexicon.class_of(head.lemma)
    if preposition in ("in", "by", "under") and sort is not Class.PLACE and sort is not Class.THING:
        return False
    return sort in (Class.PLACE, Class.THING, Class.BODY)
