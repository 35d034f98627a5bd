"""Words that hold back from asserting an event: "reportedly", "could not be confirmed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..grammar.parse import Sentence, Token
from ..grammar.slots import Arguments
from ..grammar.subjects import is_passive
from ..speech.reporting import Speech
from .attitudes import Attitudes

_SUPPOSING = frozenset({"believe", "suspect", "presume", "appear", "seem", "think"})
# "Are said to have attacked": nobody in particular says so.
_HEARSAY = frozenset("say report rumour rumor allege claim understand assume".split())
_VERIFYING = frozenset("confirm verify corroborate authenticate".split())
_ASSERTED = frozenset(
    "claim report account allegation information it this that which assertion statement news "
    "rumour rumor detail incident figure number".split()
)


@dataclass(frozen=True, slots=True)
class Hedging:
    """Find what holds back from asserting an event."""

    attitudes: Attitudes
    speech: Speech

    def __call__(self, head: Token, arguments: Arguments, sentence: Sentence) -> tuple[Token, ...]:
        """The hedges of one event, each once."""
        clause = arguments.clause
        found = [*self._beside(head, arguments), *self._above(clause)]
        unverified = find_unverified(sentence)
        if unverified is not None and unverified is not clause:
            found.append(unverified)
        return tuple(dict.fromkeys(found))

    def _beside(self, head: Token, arguments: Arguments) -> Iterator[Token]:
        clause = arguments.clause
        agents = [child for child in clause.children if child.dep == "agent"]
        for token in (head, clause, *agents, *arguments.of("subject", "by")):
            yield from self._hedges_of(token, "advmod", "amod")
            if token.dep == "conj":
                yield from self._hedges_of(token.head, "advmod")

    def _above(self, clause: Token) -> Iterator[Token]:
        below = clause
        for verb in (clause, *clause.ancestors()):
            if verb is not clause and verb.pos == "VERB":
                if verb.lemma in _SUPPOSING or _is_hearsay(verb, below):
                    yield verb
                subject = verb.child("nsubj")
                if subject is not None and below.dep == "ccomp" and self.speech.is_reporting(verb):
                    yield from self._hedges_of(subject, "amod")
            if verb.dep in ("ROOT", "conj", "relcl"):
                return
            below = verb

    def _hedges_of(self, token: Token, *relations: str) -> Iterator[Token]:
        for child in token.children:
            if child.text.lower() in self.attitudes.hedges and child.dep in relations:
                yield child


def find_unverified(sentence: Sentence) -> Token | None:
    """ "The claim could not be independently verified": the verb that says so."""
    if not sentence.words.intersection(_VERIFYING):
        return None
    for token in sentence.tokens:
        if token.lemma not in _VERIFYING or token.pos != "VERB":
            continue
        is_negated = any(
            child.dep == "neg" or child.lemma in ("never", "cannot") for child in token.children
        )
        thing = token.child("nsubjpass" if is_passive(token) else "dobj")
        is_known = thing is not None and thing.lemma in _ASSERTED
        if is_negated and (is_known or (thing is None and is_passive(token))):
            return token
    return None


def _is_hearsay(verb: Token, below: Token) -> bool:
    return verb.lemma in _HEARSAY and below.dep == "xcomp" and is_passive(verb)
