"""Who is reported as saying it: reporting verbs, "according to", quotations."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..types import Stance
from .parse import Sentence, Token

_CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "conj", "dep"})
_REPORTING_NOUNS = frozenset({"report", "confirm", "announce", "acknowledge", "describe"})
_NO_SPEAKER = frozenset({"it", "there", "what", "which", "that", "this"})


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One layer of reported speech around an event."""

    stance: Stance
    cue: Token
    speaker: Token | None


@dataclass(frozen=True, slots=True)
class Speech:
    """Reporting words by stance."""

    verbs: Mapping[str, Stance]
    sources: tuple[tuple[str, ...], ...]

    def is_reporting(self, verb: Token) -> bool:
        """Whether a verb reports what somebody says or thinks."""
        return verb.lemma in self.verbs

    def is_saying(self, token: Token) -> bool:
        """Whether a token is a verb under which somebody's words stand."""
        return (
            token.pos == "VERB"
            and self.is_reporting(token)
            and token.child("ccomp", "parataxis") is not None
        )

    def governs(self, verb: Token) -> bool:
        """Whether a verb's clause is what somebody is reported to say."""
        return any(True for _ in self._layers(verb))

    def said_by(self, verb: Token) -> Said | None:
        """The act of speech that a reporting verb tells of."""
        if verb.pos != "VERB" or verb.lemma not in self.verbs or _is_nobody(verb):
            return None
        return Said(self.verbs[verb.lemma], verb, _speaker(verb))

    def around(self, clause: Token, sentence: Sentence) -> tuple[Said, ...]:
        """The layers of reported speech an event's clause stands in, the nearest first."""
        found = [*_claimed(clause), *self._reported(clause), *self._layers(clause)]
        by_cue = {said.cue.index: said for said in reversed(found) if not _is_nobody(said.cue)}
        layers = [said for said in found if by_cue.get(said.cue.index) is said]
        if not layers:
            layers = list(self._according(clause, sentence))
        return tuple(layers)

    def _reported(self, event: Token) -> Iterator[Said]:
        """ "Residents reported clashes"."""
        verb = event.head
        if event.dep == "dobj" and event.pos == "NOUN" and verb.lemma in _REPORTING_NOUNS:
            yield Said(self.verbs[verb.lemma], verb, _speaker(verb))

    def _layers(self, clause: Token) -> Iterator[Said]:
        token = clause
        for governor in clause.ancestors():
            if governor.lemma in self.verbs and governor.pos == "VERB":
                if token.dep == "ccomp" or (
                    token.dep == "xcomp"
                    and governor.lemma in ("claim", "believe", "deny", "report", "allege")
                ):
                    yield Said(self.verbs[governor.lemma], governor, _speaker(governor))
                elif (
                    token.dep in ("pcomp", "prep") and self.verbs[governor.lemma] is Stance.ACCUSES
                ):
                    yield Said(Stance.ACCUSES, governor, _speaker(governor))
            token = governor
        # ", the army said" behind a clause that the parse took for the main one
        root = token
        for child in root.children:
            if child.index > clause.index and self._is_aside(child):
                yield Said(self.verbs[child.lemma], child, _speaker(child))

    def _is_aside(self, verb: Token) -> bool:
        return (
            verb.dep in ("parataxis", "ccomp")
            and verb.lemma in self.verbs
            and verb.child("nsubj") is not None
            and verb.child("dobj", "ccomp") is None
        )

    def _according(self, clause: Token, sentence: Sentence) -> Iterator[Said]:
        tokens = sentence.tokens
        for words in self.sources:
            if not sentence.words.issuperset(words):
                continue
            for token in tokens[: len(tokens) - len(words)]:
                end = token.index + len(words)
                if sentence.lowered[token.index : end] != words:
                    continue
                run = tokens[token.index : end]
                speaker = _governed_by(run[-1], tokens)
                if speaker is not None and _covers(token, clause):
                    yield Said(Stance.SAYS, token, speaker)
                    return


def _claimed(event: Token) -> Iterator[Said]:
    """ "IS claimed the attack", "claimed responsibility for the attack"."""
    for token in (event, *list(event.ancestors())[:4]):
        if token.lemma in ("claim", "admit") and token.pos == "VERB":
            thing = token.child("dobj")
            if token.is_negated:
                return
            if thing is event or (thing is not None and thing.lemma == "responsibility"):
                yield Said(Stance.CLAIMS, token, _speaker(token))
            return


def _covers(cue: Token, clause: Token) -> bool:
    """Whether "according to …" hangs from the clause, or from what that hangs from."""
    return (
        True if cue.head is cue else cue.head.index in _line(clause) or clause.index in _line(cue)
    )


def _line(token: Token) -> set[int]:
    return {token.index, *(ancestor.index for ancestor in token.ancestors())}


def _governed_by(preposition: Token, tokens: tuple[Token, ...]) -> Token | None:
    governed = preposition.child("pobj", "pcomp")
    if governed is not None:
        return governed
    return next(
        (
            token
            for token in tokens[preposition.index + 1 :]
            if token.pos in ("NOUN", "PROPN", "PRON")
        ),
        None,
    )


def _speaker(verb: Token) -> Token | None:
    """Who is the subject of a reporting verb: who says; of a passive, by whom."""
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        agent = verb.child("agent")
        return agent.child("pobj") if agent else None
    subject = verb.child("nsubj")
    if subject is None and verb.dep == "conj" and verb.head.pos == "VERB":
        return _speaker(verb.head)
    if subject is None and verb.dep in ("advcl", "xcomp") and verb.head.pos == "VERB":
        return verb.head.child("nsubj", "nsubjpass")
    if subject is None or subject.lemma in _NO_SPEAKER:
        return None
    return None if _is_nobody(verb) else subject


def _is_nobody(verb: Token) -> bool:
    """ "Nobody has claimed responsibility", "no group claimed the attack"."""
    subject = verb.child("nsubj")
    return subject is not None and subject.is_nobody


@cache
def load_speech() -> Speech:
    """Load the reporting words that come with the package."""
    data = tomllib.loads(
        files(__package__).joinpath("data/speech.toml").read_text(encoding="utf-8")
    )
    verbs = {verb: Stance(name) for name, words in data["verbs"].items() for verb in words.split()}
    return Speech(verbs, tuple(tuple(phrase.split()) for phrase in data["phrases"]["sources"]))
