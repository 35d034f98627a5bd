"""Tell harm that no side did from harm of conflict: crashes, floods, illness."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.lexicon import Lexicon
from ..grammar.parse import Token

_BEHIND = frozenset("in by from of during after amid when as".split())
_DYING = frozenset({"die", "perish", "drown"})


def accident_of(harm: Token, lexicon: Lexicon) -> Token | None:
    """The word for the accident, disaster or illness that brought harm about, if it is told so."""
    return next((word for word in _around(harm) if word.lemma in lexicon.accident), None)


def _around(harm: Token) -> Iterator[Token]:
    """What can stand for a cause: subject, "in a crash", "when a bus collided", what it ends."""
    above = list(harm.ancestors())[:2] if harm.dep in ("conj", "advcl") else []
    verbs = [*harm.conjuncts(), *above]
    for verb in verbs:
        for child in verb.children:
            if child.dep in ("nsubj", "advcl"):
                yield from _with_parts(child)
            elif child.dep in ("prep", "agent") and child.lemma in _BEHIND:
                thing = child.child("pobj", "pcomp")
                if thing is not None:
                    yield from _with_parts(thing)
        yield verb


def _with_parts(word: Token) -> Iterator[Token]:
    """ "A highway crash", "the collapse of a mine"."""
    yield word
    yield from (child for child in word.children if child.dep == "compound")


def is_of_nature(harm: Token) -> bool:
    """ "Died of cholera", "died after drinking": nobody did it."""
    if harm.lemma not in _DYING:
        return False
    reasons = {child.lemma for child in harm.children if child.dep in ("prep", "advcl")}
    after = next((child for child in harm.children if child.lemma == "after"), None)
    is_own_doing = after is not None and after.child("pcomp") is not None
    return bool(reasons & {"of", "from"}) or harm.child("advcl") is not None or is_own_doing
