"""Who came to harm and what was damaged, sentence by sentence, whatever event it is told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...analysis.grammar.parse import Sentence, Token
from ...analysis.grammar.subjects import is_passive
from ...analysis.names.passages import Passage
from ...analysis.roles.arguments import find_arguments
from ...analysis.status.attitudes import Attitudes
from ...analysis.tolls.quantities import find_quantity
from ...analysis.triggers.finding import Found
from ...types import Span
from .identities import behind, named_by, names_of
from .sites import sites_of, whole_of
from .words import load_words

_DONE: dict[str, str] = {
    verb: kind
    for kind, verbs in {
        "killed": "kill murder assassinate slay execute massacre behead die perish lynch",
        "wounded": "wound injure hurt maim",
        "abducted": "kidnap abduct",
        "damaged": "damage destroy shatter wreck burn dynamite blow sabotage demolish",
    }.items()
    for verb in verbs.split()
}
_OF: dict[str, str] = {
    noun: kind
    for kind, nouns in {
        "killed": "murder assassination killing death slaying massacre execution",
        "abducted": "kidnapping abduction kidnap",
        "damaged": "destruction burning damage",
    }.items()
    for noun in nouns.split()
}
_UNDERGOING = frozenset("die perish".split())
_UNREAL = frozenset("would could might may can will shall should must".split())
MORE_THAN_ONE = 2


@dataclass(frozen=True, slots=True)
class Harm:
    """One party that came to harm in one sentence."""

    kind: str  # killed, wounded, abducted, damaged
    words: Span
    at: int  # where its verb or noun stands
    low: int
    high: int | None
    is_counted: bool  # a figure was given, or it is one person
    group: Span | None = None  # of a name: the description of those whose names are spelled out


@dataclass(frozen=True, slots=True)
class Deed:
    """Who is said to have done harm, in one sentence."""

    who: Span
    at: int
    is_blame: bool = False  # somebody says so


def find_deeds(passage: Passage, attitudes: Attitudes) -> Iterator[Deed]:
    """Everybody who does harm in one sentence, in text order."""
    phrases = passage.phrases
    for token in passage.sentence.tokens:
        is_deed = token.pos == "VERB" and (
            token.lemma in load_words().deeds or _kind_of(token) is not None
        )
        is_deed = is_deed or (token.pos == "NOUN" and _OF.get(token.lemma) is not None)
        if not is_deed or _is_unreal(token) or token.lemma in _UNDERGOING:
            continue
        arguments = find_arguments(Found((), token, (token,)), attitudes)
        for head in arguments.of("by" if token.pos == "NOUN" else "subject"):
            doer = phrases.people_in(head)
            if doer.tag not in ("PRP", "WP", "WDT", "DT", "CD") and phrases.can_act(doer):
                yield Deed(phrases.span_of(doer), token.start)


def find_blame(passage: Passage) -> Iterator[Deed]:
    """Whom somebody holds to have done it: "blamed X", "X is responsible", "attributed to X"."""
    phrases = passage.phrases
    for token in passage.sentence.tokens:
        for head in _blamed(token):
            doer = phrases.people_in(head)
            if doer.tag not in ("PRP", "WP", "WDT", "DT", "CD") and phrases.can_act(doer):
                yield Deed(phrases.span_of(doer), token.start, is_blame=True)


def _blamed(token: Token) -> Iterator[Token]:
    if token.pos == "VERB" and token.lemma in ("blame", "accuse", "suspect", "implicate"):
        relation = "nsubjpass" if is_passive(token) else "dobj"
        accused = token.child(relation)
        yield from accused.conjuncts() if accused else ()
        yield from behind(token, "on")
    elif token.lemma == "attribute":
        yield from behind(token, "to")
    elif (token.lemma == "responsible" and token.head.lemma == "be") or (
        token.lemma == "responsibility" and token.head.lemma in ("claim", "admit", "accept")
    ):
        subject = token.head.child("nsubj")
        yield from subject.conjuncts() if subject else ()


def find_harm(passage: Passage, attitudes: Attitudes) -> Iterator[Harm]:
    """Everything done to somebody in one sentence, in text order."""
    for token in passage.sentence.tokens:
        if not _is_unreal(token):
            for site in sites_of(token, passage.phrases):
                yield Harm("damaged", passage.phrases.span_of(site), token.start, 1, 1, True)
        kind = _kind_of(token)
        if kind is None or _is_unreal(token):
            continue
        for head in _undergoing(token, attitudes):
            yield from _harms(kind, head, token, passage)


def find_named(passage: Passage) -> Iterator[Harm]:
    """Who the victims were: "among the injured are A and B", "the dead man was identified as C"."""
    span_of = passage.phrases.span_of
    for token in passage.sentence.tokens:
        kind, names = named_by(token)
        if kind is None:
            continue
        for name in names:
            if name.is_name:
                yield Harm(kind, span_of(name), token.start, 1, 1, True)
            for part in names_of(name):
                group = None if name.is_name else span_of(name)
                yield Harm(kind, span_of(part), token.start, 1, 1, True, group)


def _kind_of(token: Token) -> str | None:
    if token.pos == "VERB":
        if token.lemma == "shoot" and any(child.lemma == "dead" for child in token.children):
            return "killed"
        if token.lemma == "blow" and not any(child.lemma == "up" for child in token.children):
            return None
        return _DONE.get(token.lemma)
    return _OF.get(token.lemma) if token.pos == "NOUN" else None


def _is_unreal(token: Token) -> bool:
    return any(
        child.dep == "neg" or (child.dep == "aux" and child.lemma in _UNREAL) or child.lemma == "to"
        for child in token.children
        if child.index < token.index
    )


def _undergoing(token: Token, attitudes: Attitudes) -> tuple[Token, ...]:
    arguments = find_arguments(Found((), token, (token,)), attitudes)
    if token.pos == "NOUN":
        if token.lemma == "damage":
            return arguments.of("to")
        return arguments.of("of") or _owners(token)
    return arguments.of("subject" if token.lemma in _UNDERGOING else "object")


def _owners(noun: Token) -> tuple[Token, ...]:
    """Whose death or kidnapping it is: "Ruiz' assassination"."""
    owner = noun.child("poss")
    return tuple(owner.conjuncts()) if owner is not None and owner.is_name else ()


def _harms(kind: str, head: Token, token: Token, passage: Passage) -> Iterator[Harm]:
    phrases = passage.phrases
    counted = whole_of(phrases.people_in(head))
    if head.tag in ("PRP", "WP", "WDT", "DT") or phrases.is_time(head):
        return
    low, high, is_counted = _figure(head, passage.sentence, counted)
    group = phrases.span_of(counted)
    yield Harm(kind, group, token.start, low, high, is_counted)
    if not counted.is_name:
        for name in names_of(counted):
            yield Harm(kind, phrases.span_of(name), token.start, 0, 0, False, group)


def _figure(head: Token, sentence: Sentence, counted: Token) -> tuple[int, int | None, bool]:
    quantity = find_quantity(head, sentence) or find_quantity(counted, sentence)
    if quantity is not None and quantity.low is not None:
        return quantity.low, quantity.high, True
    if counted.tag in ("NN", "NNP"):
        return 1, 1, True
    return MORE_THAN_ONE, None, False
