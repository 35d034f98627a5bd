"""Tell figures that sum up more than one event from those of one."""

from __future__ import annotations

from .parse import Sentence, Token

_WARS = frozenset(
    "war conflict uprising insurgency rebellion insurrection revolution revolt unrest violence "
    "campaign crackdown fighting crisis occupation genocide intifada".split()
)
_CUMULATIVE = (
    "since",
    "so far",
    "to date",
    "this year",
    "in total",
    "total of",
    "overall",
    "altogether",
)


def is_cumulative(anchor: Token, sentence: Sentence) -> bool:
    """ "since August", "so far this year", "in the war": more than this event is counted."""
    words = " ".join(
        token.text.lower() for token in sentence.tokens if not _compares(token, sentence)
    )
    return any(f" {cue} " in f" {words} " for cue in _CUMULATIVE) or is_of_war(anchor)


def _compares(since: Token, sentence: Sentence) -> bool:
    """ "The deadliest attack since May": it compares, and sums up nothing."""
    if since.lemma != "since" or not since.index:
        return False
    before = sentence.tokens[since.index - 1]
    return any(child.tag in ("JJS", "RBS") or child.lemma == "first" for child in before.children)


def is_of_war(verb: Token) -> bool:
    """ "Has killed", "have died in the conflict": what a whole war did is no event of it."""
    if not any(child.dep == "aux" and child.lemma == "have" for child in _with_head(verb)):
        return False
    reasons = [child.child("pobj") for child in verb.children if child.dep in ("prep", "agent")]
    found = [
        *reasons,
        verb.child("nsubj"),
        verb.head.child("nsubj") if verb.dep == "conj" else None,
    ]
    return any(thing is not None and thing.lemma in _WARS for thing in found)


def _with_head(verb: Token) -> list[Token]:
    return [*verb.children, *(verb.head.children if verb.dep == "conj" else ())]
