"""The slots around a trigger: who and what stands in them, as prepositions and owners have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .parse import Token

_NO_SLOT = frozenset(
    {"according", "because", "due", "owing", "thanks", "prior", "instead", "despite", "including"}
)
_SIDES = frozenset({"front", "entrance", "gate", "doorstep"})


@dataclass(frozen=True, slots=True, eq=False)
class Argument:
    """A head word and the slot it fills: ``subject``, ``object`` or a preposition."""

    slot: str
    head: Token


@dataclass(frozen=True, slots=True, eq=False)
class Arguments:
    """The slots of one trigger, its subject being who acts whatever the voice."""

    clause: Token  # the verb (or noun) whose tense and mood are the event's
    support: Token | None  # a light verb: "launched" of "launched an attack"
    found: tuple[Argument, ...]  # in text order
    is_passive: bool = False
    is_participle: bool = False  # "the prisoners captured on 25 July"

    def of(self, *slots: str) -> tuple[Token, ...]:
        """The heads that fill any of these slots."""
        return tuple(argument.head for argument in self.found if argument.slot in slots)


def prepositions_of(token: Token) -> Iterator[tuple[str, Token]]:
    """Each preposition that hangs from a token, with each thing it governs."""
    for child in token.children:
        if child.text.lower() in _NO_SLOT:
            continue
        if child.dep not in ("prep", "agent", "dative"):
            continue
        # "To" keeps its own tag: "delivered weapons to gangs".
        if child.tag == "TO" or child.pos in ("ADP", "SCONJ", "VERB", "ADV"):
            yield from _governed(child)


def far_against(trigger: Token) -> Iterator[Argument]:
    """ "Against X" hung from a name in between still says whom the trigger is against."""
    waiting = [child for child in trigger.children if child.pos not in ("VERB", "AUX")]
    while waiting:
        token = waiting.pop()
        if token.lemma == "against" and token.pos == "ADP":
            for slot, head in _governed(token):
                yield Argument(slot, head)
        waiting += [child for child in token.children if child.pos not in ("VERB", "AUX")]


def _governed(preposition: Token) -> Iterator[tuple[str, Token]]:
    slot = preposition.lemma
    for child in preposition.children:
        if slot == "at" and child.lemma == "hand" and (agents := _in_hands_of(child)) is not None:
            yield from (("by", head) for head in agents.conjuncts())
            continue
        beyond = _beyond(child) if child.dep == "pobj" else None
        if beyond is not None:
            yield from (("outside", head) for head in beyond.conjuncts())
        elif child.dep in ("pobj", "pcomp"):
            for head in child.conjuncts():
                yield slot, head
        elif child.dep in ("prep", "conj") and child.pos == "ADP":
            # "because of", "up to"; "at Hurayji and against SAA"
            yield from _governed(child)


def _in_hands_of(hands: Token) -> Token | None:
    """ "At the hands of the militants": by them."""
    of = next((child for child in hands.children if child.lemma == "of"), None)
    return of.child("pobj") if of else None


def _beyond(side: Token) -> Token | None:
    """ "In front of the bank", "at the gates of the bank": the bank."""
    if side.lemma not in _SIDES or (side.child("det", "poss", "amod") and side.lemma == "front"):
        return None
    of = next((child for child in side.children if child.lemma in ("of", "to")), None)
    return of.child("pobj") if of else None


def in_slot(slot: str, heads: Iterable[Token]) -> list[Argument]:
    """Heads as the arguments of one slot."""
    return [Argument(slot, head) for head in heads]


def in_order(pairs: list[Argument]) -> tuple[Argument, ...]:
    """Arguments in text order, each once."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for pair in sorted(pairs, key=lambda pair: pair.head.index):
        if (pair.slot, pair.head.index) not in seen:
            seen.add((pair.slot, pair.head.index))
            kept.append(pair)
    return tuple(kept)
