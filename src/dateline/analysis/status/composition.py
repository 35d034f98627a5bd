"""Decide whether what a trigger tells of happened, by composing what governs it.

A verb's own negation, modal and tense come first; then everything that governs it, from the inside
out: "the failure of efforts to sign an accord" is a failed agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...types import Status
from ..grammar.parse import Sentence, Token
from ..grammar.slots import Arguments
from ..speech.reporting import Speech
from .attitudes import Attitudes, Bearing
from .governing import FAILING_VERBS, Governors
from .hedging import Hedging
from .judgements import REALISED, Judgement, as_fact, ended, inside, judged
from .moods import Moods, forestalled, has_to, shares_mood
from .presuppositions import has_ended

_ENDING_VERBS = FAILING_VERBS | {"expire", "lapse"}
# What an event does: that it did not kill anybody does not say that it was not.
_EFFECTS = frozenset(
    "kill wound injure leave hit destroy cause force drive spark trigger displace claim go".split()
)
# Real people come to harm in exercises.
_HARM = frozenset("kill die wound injure hurt crash explode".split())
# What is called for a day to come: "called a rally for Friday".
_CONVENED = frozenset(
    "rally protest demonstration march strike stoppage walkout hartal bandh meeting summit session "
    "talk".split()
)
_OPEN = frozenset({Status.PLANNED, Status.DEMANDED})
_CLIMBS = 12  # a parse can be deep, a sentence's meaning is not


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Judge triggers in a sentence."""

    attitudes: Attitudes
    speech: Speech
    moods: Moods
    governors: Governors
    hedging: Hedging

    @classmethod
    def of(cls, attitudes: Attitudes, speech: Speech) -> StatusReader:
        """A reader that rests on these words."""
        moods = Moods(attitudes, speech)
        governors = Governors(attitudes, speech, moods)
        return cls(attitudes, speech, moods, governors, Hedging(attitudes, speech))

    def __call__(self, head: Token, arguments: Arguments, sentence: Sentence) -> Judgement:
        """Judge one trigger."""
        judgement = self._judged(head, arguments)
        if judgement.tried:
            judgement = ended(judgement)
        clause = arguments.clause
        if (before := forestalled(clause)) is not None:
            return Judgement(Status.FAILED, before, f"“{before.text}” it could be done")
        failing = self._failing(sentence, clause)
        if failing is not None and judgement.status in REALISED | {Status.PLANNED}:
            because = f"“{failing.text}” says it came to nothing"
            return Judgement(Status.FAILED, failing, because)
        supposing = self._supposing(sentence, clause)
        if supposing is not None and judgement.status in REALISED | _OPEN:
            because = f"“{supposing.text}” makes it a condition"
            return Judgement(Status.HYPOTHETICAL, supposing, because)
        if judgement.status not in REALISED or judgement.is_settled:
            return judgement
        staged = self._staged(sentence, clause)
        if staged is not None:
            return Judgement(Status.HYPOTHETICAL, staged, f"it is part of a “{staged.text}”")
        if sentence.tokens[-1].text == "?":
            return Judgement(Status.HYPOTHETICAL, sentence.tokens[-1], "it is asked, not told")
        return judgement

    def hedges(self, head: Token, arguments: Arguments, sentence: Sentence) -> tuple[Token, ...]:
        """Words that hold back from asserting the event: "reportedly", "suspected"."""
        return self.hedging(head, arguments, sentence)

    def _judged(self, head: Token, arguments: Arguments) -> Judgement:
        clause = arguments.clause
        if clause is head and head.pos not in ("VERB", "AUX"):
            return self._climb(head, self.moods.modified(head) or as_fact())
        if arguments.support is None:
            return self._climb(clause, self.moods.of_verb(clause))
        judgement = self.moods.of_predicate(clause)
        is_subject = head.dep in ("nsubj", "nsubjpass")
        if judgement.status is Status.NEGATED and is_subject and clause.lemma in _EFFECTS:
            judgement = as_fact()
        judgement = self._supported(arguments.support, judgement)
        if judgement.status is Status.NEGATED and clause.child("neg") and _any_of(head):
            return self._climb(clause, judgement)  # "did not conduct any attacks"
        return self._climb(clause, inside(self.moods.modified(head), judgement))

    def _supported(self, support: Token, judgement: Judgement) -> Judgement:
        """ "The talks collapsed", "called off the meeting", "pledged aid"."""
        if judgement.status not in REALISED:
            return judgement
        particles = {child.lemma for child in support.children if child.dep == "prt"}
        if (support.lemma in _ENDING_VERBS and not support.child("dobj")) or (
            support.lemma == "break" and particles & {"down", "off"}
        ):
            return Judgement(Status.FAILED, support, f"it “{support.text}”")
        called = support.child("dobj") if support.lemma == "call" else None
        if called is not None and called.lemma in _CONVENED and "off" not in particles:
            because = f"“{support.text}” sets it for a day to come"
            return Judgement(Status.PLANNED, support, because)  # "called a rally for Friday"
        bearing = self.attitudes.of_verb(support)
        noun = support.child("dobj")
        if noun is not None and has_ended(noun):
            return judgement
        if bearing in (None, Bearing.REAL, Bearing.TRIED, Bearing.ONGOING):
            return judgement
        return judged(bearing, support, f"“{support.text}” governs it")

    def _climb(self, token: Token, judgement: Judgement) -> Judgement:
        """Compose with each governing word, from the inside out."""
        for _ in range(_CLIMBS):
            conditional = self.moods.conditional(token)
            if conditional is not None:
                judgement = inside(judgement, conditional)
            governor = token.head
            if governor is token:
                break
            outer = self.governors(token, governor)
            if outer is not None:
                if outer.is_settled:
                    if outer.status not in REALISED:
                        return outer
                    return inside(judgement, outer)
                judgement = inside(judgement, outer)
            if _is_border(token):
                break
            token = governor
        return judgement

    # ---- phrases anywhere in the sentence ----

    def _failing(self, sentence: Sentence, clause: Token) -> Token | None:
        """ "In vain", where it belongs to the clause or what governs it."""
        for start, _ in _runs(sentence, self.attitudes.failing):
            cue = sentence.tokens[start]
            governors = {token.index for token in _predicates(clause)}
            above = [cue.head, *list(cue.head.ancestors())[:2]]
            if any(token.index in governors for token in above):
                return cue
        return None

    def _supposing(self, sentence: Sentence, clause: Token) -> Token | None:
        """ "Provided that", "in case", "as long as" before the clause."""
        for start, end in _runs(sentence, self.attitudes.supposing):
            cue = sentence.tokens[start]
            if clause.index < end:
                continue
            if any(ancestor.index in range(start, end) for ancestor in clause.ancestors()):
                return cue
            between = sentence.tokens[end : clause.index]
            if any(ancestor is clause for ancestor in cue.ancestors()) and not any(
                token.text == "," for token in between
            ):
                return cue
        return None

    def _staged(self, sentence: Sentence, clause: Token) -> Token | None:
        """ "In the exercise", "in a war game", "in the film"."""
        if clause.lemma in _HARM or not sentence.words.intersection(self.attitudes.staged):
            return None
        for token in (clause, *clause.ancestors()):
            for child in token.children:
                if child.dep == "prep" and child.lemma in ("in", "during"):
                    noun = child.child("pobj")
                    if noun is not None and noun.lemma in self.attitudes.staged:
                        return noun
            if _is_border(token):
                break
        return None


def _any_of(noun: Token) -> bool:
    return any(child.lemma == "any" for child in noun.children)


def _runs(sentence: Sentence, phrases: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int]]:
    """Where phrases stand in a sentence, in the order of the list."""
    for words in phrases:
        if not sentence.words.issuperset(words):
            continue
        for start in range(len(sentence.lowered) - len(words) + 1):
            if sentence.lowered[start : start + len(words)] == words:
                yield start, start + len(words)


def _predicates(clause: Token) -> Iterator[Token]:
    """A clause and the verbs whose success is its own: "tries in vain to counter-attack"."""
    yield clause
    for ancestor in clause.ancestors():
        if clause.dep not in ("xcomp", "ccomp", "conj", "advcl", "dobj", "nsubj", "acl"):
            return
        yield ancestor
        clause = ancestor


def _is_border(token: Token) -> bool:
    """Beyond a relative clause, an adverbial clause or a coordinated clause lies another event."""
    if token.dep == "relcl":
        return not has_to(token)  # "a deal to exchange prisoners" is the deal's
    if token.dep == "parataxis" or (token.dep == "amod" and token.pos == "VERB"):
        return True
    if token.dep == "advcl":
        return token.tag != "VB" and not has_to(token)
    if token.dep == "conj":
        infinitives = token.tag == "VB" and token.head.tag == "VB"
        return token.pos in ("VERB", "AUX") and not shares_mood(token) and not infinitives
    return token.dep == "acl" and token.tag != "VB" and not has_to(token)
