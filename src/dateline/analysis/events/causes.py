"""Find the event that a killing or a toll belongs to: "ten people were killed in the shelling"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..grammar.parse import Token

T = TypeVar("T")

_CAUSING = frozenset(
    "in by during from after following amid under with through because when as at of".split()
)
_LINKING_MARKS = frozenset({"when", "as", "after", "while"})


def find_cause(
    consequence: Token, who: Token | None, events: Iterable[tuple[T, Token]]
) -> T | None:
    """Which of the events, each with a word it is told with, brought the consequence about."""
    by_head = {head.index: event for event, head in events if head is not consequence}
    for finder in (_subject, _prepositions, _clauses, _governors, _siblings, _clause_before):
        for token in finder(consequence, who):
            if token.index in by_head:
                return by_head[token.index]
    return None


def _subject(verb: Token, who: Token | None) -> Iterable[Token]:
    """ "The shelling killed ten"; "an attack that killed ten"."""
    for child in verb.children:
        if child.dep in ("nsubj", "agent"):
            head = child.child("pobj") if child.dep == "agent" else child
            if head is not None:
                yield from head.conjuncts()
                yield from (part for part in head.children if part.dep == "compound")
    if verb.dep == "relcl":
        yield verb.head


def _prepositions(verb: Token, who: Token | None) -> Iterable[Token]:
    """ "killed in clashes", "ten dead in market blast"."""
    # "Ten dead in market blast": a state may leave the cause to what it hangs from.
    above = verb.head if verb.pos in ("ADJ", "NOUN", "NUM") else None
    for token in (verb, who, above):
        if token is None:
            continue
        for child in token.children:
            if child.dep in ("prep", "agent") and child.lemma in _CAUSING:
                yield from _below(child)


def _below(preposition: Token) -> Iterable[Token]:
    for child in preposition.children:
        if child.dep in ("pobj", "pcomp"):
            for head in child.conjuncts():
                yield head
                yield from (
                    part for part in head.children if part.dep in ("compound", "acl", "relcl")
                )
        elif child.dep == "prep":
            yield from _below(child)


def _clauses(verb: Token, who: Token | None) -> Iterable[Token]:
    """ "killed when a bomb exploded"."""
    coordinated = [child for child in verb.conjuncts() if child.pos in ("VERB", "AUX")] or [verb]
    for child in (part for token in coordinated for part in token.children):
        if child.dep == "advcl":
            marks = {part.lemma for part in child.children if part.dep in ("mark", "advmod")}
            if any(part.dep == "npadvmod" for part in child.children) and "after" in marks:
                continue  # "a day after militiamen attacked a camp" is when, not why
            if marks & _LINKING_MARKS or not marks:
                yield child
                yield from (part for part in child.children if part.dep in ("dobj", "nsubj"))


def _governors(verb: Token, who: Token | None) -> Iterable[Token]:
    """ "shelled the town, killing ten"; "opened fire and killed ten"."""
    token = verb
    beside: list[Token] = []
    while token.dep in (
        "advcl",
        "conj",
        "xcomp",
        "acl",
        "prep",
        "pcomp",
        "dobj",
        "oprd",
        "ccomp",
        "nsubj",
        "amod",
    ):
        governor = token.head
        if token.dep == "nsubj" and token.pos == "VERB":
            break
        if token.dep == "conj" and any(child.dep == "nsubj" for child in token.children):
            break  # who acts there is somebody else
        if token.dep == "conj" and token.tag == governor.tag == "VBG":
            beside.append(governor)  # "damaging houses and killing a woman": both had one cause
        else:
            yield governor
        if governor.pos in ("VERB", "AUX"):
            yield from (
                child for child in governor.children if child.dep in ("dobj", "nsubj", "nsubjpass")
            )
            for child in governor.children:  # "walked into an ambush and were killed"
                thing = child.child("pobj") if child.lemma in ("into", "in") else None
                if thing is not None and token.dep == "conj":
                    yield thing
            if governor.dep == "relcl":
                yield governor.head  # "battles which left ten dead"
                if governor.head.dep == "pobj":  # "fighting in Aden in which ten were killed"
                    yield governor.head.head.head
        token = governor
    yield from beside


def _clause_before(verb: Token, who: Token | None) -> Iterable[Token]:
    """ "The army bombed a camp; eleven guerrillas died"."""
    token = verb.head if verb.dep == "conj" else verb
    if not any(part.text == ";" for part in token.children):
        return
    for child in token.children:
        if child.dep in ("ccomp", "parataxis", "conj") and child.index < token.index:
            yield child
            yield from (part for part in child.children if part.dep in ("dobj", "nsubj"))


def _siblings(verb: Token, who: Token | None) -> Iterable[Token]:
    """ "killed ten people in an attack" where the phrase hangs from a name in between."""
    for token in verb.subtree():
        if token.dep == "pobj" and token.head.lemma in _CAUSING and token.index > verb.index:
            yield token
