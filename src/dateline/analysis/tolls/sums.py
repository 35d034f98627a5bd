"""Tell figures that sum up more than one event from those of one."""

from __future__ import annotations

from ..grammar.parse import Sentence, Token

_WARS = frozenset(
    "war conflict uprising insurgency rebellion insurrection revolution revolt unrest violence "
    "campaign crackdown fighting crisis occupation genocide intifada".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
# "Since the offensive began": what one event did.
_ONE_EVENT = frozenset("offensive attack assault operation raid push advance battle".split())
_BEGINNING = frozenset("begin start launch open".split())
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
    if any(child.lemma == "since" and child.dep == "mark" for child in anchor.children):
        return False  # "the worst attack since eleven people were killed"
    words = " ".join(
        token.text.lower()
        for token in sentence.tokens
        if not _compares(token, sentence) and not _is_recent(token, sentence)
    )
    return any(f" {cue} " in f" {words} " for cue in _CUMULATIVE) or is_of_war(anchor)


def _compares(since: Token, sentence: Sentence) -> bool:
    """ "The deadliest attack since May": it compares, and sums up nothing."""
    if since.lemma != "since" or not since.index:
        return False
    before = sentence.tokens[max(0, since.index - 9) : since.index]
    return any(
        child.tag in ("JJS", "RBS") or child.lemma == "first"
        for noun in before
        if noun.pos == "NOUN"
        for child in noun.children
    )


def _is_recent(since: Token, sentence: Sentence) -> bool:
    """ "Since 22 February", "since Monday", "since the offensive began": it counts one event."""
    if since.lemma != "since":
        return False
    after = sentence.tokens[since.index + 1 : since.index + 4]
    words = [token.lemma for token in after if token.tag != "DT"]
    if words[:1] and words[0] in _DAYS:
        return True
    if len(words) > 1 and {words[0], words[1]} & _MONTHS and any(map(_is_day, after[:2])):
        return not any(_is_year(token.text) for token in after)
    clause = since.head if since.dep == "mark" else None
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    return (
        clause is not None
        and clause.lemma in _BEGINNING
        and subject is not None
        and subject.lemma in _ONE_EVENT
    )


def _is_day(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) <= 2


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


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
