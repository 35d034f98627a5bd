"""Reports that are rejected: "denied claims that", "called the accusation a lie"."""

from __future__ import annotations

from ...types import Status
from ..grammar.parse import Token
from .judgements import Judgement

ASSERTIONS = frozenset(
    "accusation claim allegation report charge suggestion rumour rumor assertion".split()
)
_BRANDING = frozenset("call describe brand label term denounce decry".split())
_FALSE = frozenset(
    "lie fabrication fake false baseless untrue nonsense propaganda disinformation hoax invention "
    "unfounded groundless falsehood".split()
)
_TRUE = frozenset("true truth reality fact correct accurate".split())
_REJECTING = frozenset({"reject", "dismiss", "deny", "refute", "dispute", "rebut"})


def find_rebuttal(token: Token, noun: Token) -> Judgement | None:
    """ "Denied reports that", "dismissed as false claims that"."""
    return find_denial(noun) if token.dep in ("acl", "ccomp", "relcl") else None


def find_denial(noun: Token) -> Judgement | None:
    """Who denies what a report says: "rejected the allegation"."""
    if noun.lemma not in ASSERTIONS:
        return None
    verb = noun.head
    if noun.dep == "nsubj" and _is_untrue(verb):
        because = f"“{noun.text}” are said to be untrue"
        return Judgement(Status.DENIED, verb, because, is_settled=True)
    is_governed = noun.dep in ("dobj", "nsubjpass")
    if noun.dep == "pobj" and verb.lemma == "as":
        verb, is_governed = verb.head, True
    if is_governed and (verb.lemma in _REJECTING or _is_branded(verb)):
        because = f"“{verb.text} {noun.text}” denies it"
        return Judgement(Status.DENIED, verb, because, is_settled=True)
    return None


def _is_untrue(verb: Token) -> bool:
    """ "Claims that … are baseless", "… do not reflect the truth"."""
    said = verb.child("acomp", "attr")
    if verb.lemma == "be" and said is not None:
        untrue = {said.lemma, said.text.lower()} & (_FALSE | {"wrong", "incorrect"})
        is_negated = verb.child("neg") is not None
        return bool(untrue) != is_negated and (bool(untrue) or said.lemma in _TRUE)
    truth = verb.child("dobj") or next(
        (child.child("pobj") for child in verb.children if child.dep == "prep"), None
    )
    return verb.child("neg") is not None and truth is not None and truth.lemma in _TRUE


def _is_branded(verb: Token) -> bool:
    """ "Called the claim a fabrication", "described the reports as fake"."""
    return verb.lemma in _BRANDING and any(part.lemma in _FALSE for part in verb.subtree())
