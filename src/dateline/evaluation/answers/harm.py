"""Who came to harm and what was damaged, sentence by sentence, whatever event it is told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...analysis.arguments import find_arguments, is_passive
from ...analysis.attitudes import Attitudes
from ...analysis.knowledge import Passage
from ...analysis.parse import Sentence, Token
from ...analysis.quantities import find_quantity
from ...analysis.triggers import Found
from ...types import Span
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
        "damaged": "destruction burning",
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
        yield from _behind(token, "on")
    elif token.lemma == "attribute":
        yield from _behind(token, "to")
    elif (token.lemma == "responsible" and token.head.lemma == "be") or (
        token.lemma == "responsibility" and token.head.lemma in ("claim", "admit", "accept")
    ):
        subject = token.head.child("nsubj")
        yield from subject.conjuncts() if subject else ()


def _behind(token: Token, preposition: str) -> Iterator[Token]:
    for child in token.children:
        if child.dep in ("prep", "dative") and child.lemma == preposition:
            thing = child.child("pobj")
            yield from thing.conjuncts() if thing else ()


def find_harm(passage: Passage, attitudes: Attitudes) -> Iterator[Harm]:
    """Everything done to somebody in one sentence, in text order."""
    for token in passage.sentence.tokens:
        kind = _kind_of(token)
        if kind is None or _is_unreal(token):
            continue
        for head in _undergoing(token, attitudes):
            yield from _harms(kind, head, token, passage)


_STATES = {
    "dead": "killed", "killed": "killed", "victim": "killed", "body": "killed", "corpse": "killed",
    "wounded": "wounded", "injured": "wounded", "wound": "wounded", "injure": "wounded",
    "kidnapped": "abducted", "hostage": "abducted",
}  # fmt: skip


def find_named(passage: Passage) -> Iterator[Harm]:
    """Who the victims were: "among the injured are A and B", "the dead man was identified as C"."""
    for token in passage.sentence.tokens:
        kind, names = _named_by(token)
        if kind is None:
            continue
        for name in names:
            for part in (name, *(child for child in name.children if child.dep == "appos")):
                if part.is_name:
                    yield Harm(kind, passage.phrases.span_of(part), token.start, 1, 1, True)


def _named_by(token: Token) -> tuple[str | None, tuple[Token, ...]]:
    """The state of those a verb names, and their names."""
    if token.lemma == "identify":
        named = token.child("nsubjpass") or token.child("dobj")
        return (_state_of(named), tuple(_behind(token, "as"))) if named else (None, ())
    if token.lemma == "be" and token.pos in ("AUX", "VERB"):
        among = [child for child in token.children if child.lemma in ("among", "including")]
        subject, named = token.child("nsubj"), token.child("attr")
        if among:
            group = among[0].child("pobj")
            told = subject or named
            if group is None or told is None:
                return None, ()
            return _state_of(group), tuple(told.conjuncts())
        if subject is not None and named is not None:
            return _state_of(subject), tuple(named.conjuncts())
    return None, ()


def _state_of(people: Token) -> str | None:
    """ "The injured", "one of the wounded", "the dead man": what became of them."""
    words = [people, *people.children]
    words += [part for child in people.children for part in child.children]
    return next((_STATES[word.lemma] for word in words if word.lemma in _STATES), None) or next(
        (_STATES[word.text.lower()] for word in words if word.text.lower() in _STATES), None
    )


def _kind_of(token: Token) -> str | None:
    if token.pos == "VERB":
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
        return arguments.of("of")
    return arguments.of("subject" if token.lemma in _UNDERGOING else "object")


def _harms(kind: str, head: Token, token: Token, passage: Passage) -> Iterator[Harm]:
    phrases = passage.phrases
    counted = phrases.people_in(head)
    if head.tag in ("PRP", "WP", "WDT", "DT") or phrases.is_time(head):
        return
    names = [child for child in counted.children if child.dep == "appos" and child.is_name]
    low, high, is_counted = _figure(head, passage.sentence, counted)
    yield Harm(kind, phrases.span_of(counted), token.start, low, high, is_counted)
    if len(names) > 1 and not counted.is_name:
        for name in names:
            yield Harm(kind, phrases.span_of(name), token.start, 0, 0, False)


def _figure(head: Token, sentence: Sentence, counted: Token) -> tuple[int, int | None, bool]:
    quantity = find_quantity(head, sentence) or find_quantity(counted, sentence)
    if quantity is not None and quantity.low is not None:
        return quantity.low, quantity.high, True
    if counted.tag in ("NN", "NNP"):
        return 1, 1, True
    return MORE_THAN_ONE, None, False
