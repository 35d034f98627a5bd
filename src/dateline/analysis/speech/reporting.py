"""Who is reported as saying it: reporting verbs, "according to", quotations."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ...types import Stance
from ..grammar.parse import Sentence, Token
from ..text.blocks import Part
from ..text.packaged import read_data

if TYPE_CHECKING:
    from ..names.passages import Passage

_REPORTING_NOUNS = frozenset(
    "report confirm announce acknowledge describe document record recount admit".split()
)
# Between a reported event and the object of the verb: "confirmed the death of two in an ambush".
_WITHIN = frozenset({"pobj", "prep", "compound", "conj", "appos", "nmod", "poss"})
_RELATIVE = frozenset({"who", "which", "that"})
_OWNING_UP = frozenset({"claim", "admit", "accept", "take", "assume", "acknowledge"})
_MESSAGES = frozenset("statement report communique communiqué message letter video post".split())
_DASHES = frozenset({"-", "–", "—", "--"})
_NO_SPEAKER = frozenset({"it", "there", "what", "which", "that", "this"})


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One layer of reported speech around an event."""

    stance: Stance
    cue: Token
    speaker: Token | None
    told_in: Passage | None = None  # where it is said, if in another passage


@dataclass(frozen=True, slots=True, eq=False)
class SourcePhrase:
    """The words that introduce a source, and its head word."""

    words: tuple[Token, ...]
    speaker: Token


@dataclass(frozen=True, slots=True)
class Speech:
    """Reporting words by stance."""

    verbs: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    sources: tuple[tuple[str, ...], ...]
    heads: frozenset[str]
    quoting: frozenset[str]
    wishes: frozenset[str]
    held: frozenset[str]

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

    def around(
        self, clause: Token, sentence: Sentence, *, is_support: bool = False
    ) -> tuple[Said, ...]:
        """The layers of reported speech an event's clause stands in, the nearest first.

        ``is_support``: the verb only supports the event ("claimed" of "claimed the attack").
        """
        claimed = _claimed(clause, is_support=is_support)
        found = [*claimed, *self._reported(clause, is_support), *self._layers(clause)]
        by_cue = {said.cue.index: said for said in reversed(found) if not _is_nobody(said.cue)}
        layers = [said for said in found if by_cue.get(said.cue.index) is said]
        if not layers:
            layers = [*self._according(clause, sentence), *self._headed(clause, sentence)][:1]
        return tuple(layers)

    def _headed(self, clause: Token, sentence: Sentence) -> Iterator[Said]:
        """ "Army: rebels attacked convoy", "Gunmen kill 15 in Katsina - police"."""
        if sentence.part is not Part.HEADLINE:
            return
        tokens = sentence.tokens
        for mark in tokens[1:-1]:
            if mark.text == ":" and mark.index <= 4 and clause.index > mark.index:
                speaker = tokens[mark.index - 1]
            elif mark.text in _DASHES and len(tokens) - mark.index <= 4 < mark.index:
                speaker = tokens[-1]
            else:
                continue
            if speaker.lemma in self.heads and clause.index != speaker.index:
                yield Said(Stance.SAYS, mark, speaker)
                return

    def _reported(self, event: Token, is_support: bool) -> Iterator[Said]:
        """ "Residents reported clashes", "confirmed the death of two soldiers in an ambush"."""
        if is_support and event.lemma in _REPORTING_NOUNS:
            thing = event.child("dobj")
            # Who announces a truce makes it; who announces the capture of a town tells of it.
            if thing is not None and (event.lemma != "announce" or _is_known(thing)):
                yield Said(self.verbs[event.lemma], event, speaker_of(event))
            return
        if event.pos not in ("NOUN", "PROPN"):
            return
        thing = event
        while thing.dep in _WITHIN and thing.head is not thing:
            thing = thing.head
        verb = thing.head
        is_reported = thing.dep == "dobj" and verb.pos == "VERB" and verb.lemma in _REPORTING_NOUNS
        if is_reported and not (verb.lemma == "admit" and thing is not event):
            yield Said(self.verbs[verb.lemma], verb, speaker_of(verb))

    def _layers(self, clause: Token) -> Iterator[Said]:
        token = clause
        for governor in clause.ancestors():
            if governor.lemma in self.verbs and governor.pos == "VERB":
                if token.dep == "ccomp" or (
                    token.dep == "xcomp"
                    and governor.lemma in ("claim", "believe", "deny", "report", "allege")
                ):
                    yield Said(self.verbs[governor.lemma], governor, speaker_of(governor))
                elif (
                    token.dep in ("pcomp", "prep") and self.verbs[governor.lemma] is Stance.ACCUSES
                ):
                    yield Said(Stance.ACCUSES, governor, speaker_of(governor))
            elif token.dep in ("acl", "relcl") and is_that_clause(token):
                if governor.lemma in self.nouns:
                    yield self.of_word(governor)
                elif (verb := self._strayed_from(token)) is not None:
                    yield Said(self.verbs[verb.lemma], verb, speaker_of(verb))
            token = governor
        # ", the army said" behind a clause that the parse took for the main one
        for child in token.children:
            if self.is_aside(child) and (child.index > clause.index or child.dep != "ccomp"):
                yield Said(self.verbs[child.lemma], child, speaker_of(child))

    def _strayed_from(self, clause: Token) -> Token | None:
        """ "Announced in a memo that he would go": the parse hangs the clause from the memo."""
        noun = clause.head
        verb = noun.head.head
        is_near = noun.dep == "pobj" and verb.pos == "VERB" and self.is_reporting(verb)
        return verb if is_near and verb.child("ccomp", "dobj") is None else None

    def clause_strayed(self, verb: Token) -> Token | None:
        """The clause of a reporting verb that the parse hangs from a noun in between."""
        for preposition in verb.children:
            noun = preposition.child("pobj") if preposition.dep == "prep" else None
            clause = noun.child("relcl", "acl") if noun is not None else None
            if clause is not None and is_that_clause(clause) and self._strayed_from(clause) is verb:
                return clause
        return None

    def of_word(self, noun: Token) -> Said:
        """ "The claim that", and who denies or confirms it: "rejected claims that"."""
        verb = noun.head
        if noun.dep == "pobj" and verb.lemma == "as":  # "dismissed as false claims that"
            verb = verb.head
        if noun.dep in ("dobj", "pobj") and verb.pos == "VERB" and verb.lemma in self.verbs:
            return Said(self.verbs[verb.lemma], verb, speaker_of(verb))
        return Said(self.nouns.get(noun.lemma, Stance.SAYS), noun, _owner(noun))

    def is_aside(self, verb: Token) -> bool:
        """ "…, the army said, …", "As Reuters reported, …"."""
        is_as = verb.dep == "advcl" and any(
            child.lemma == "as" and child.dep in ("mark", "advmod") for child in verb.children
        )
        return (
            (verb.dep in ("parataxis", "ccomp") or is_as)
            and verb.pos == "VERB"
            and verb.lemma in self.verbs
            and verb.child("nsubj") is not None
            and verb.child("dobj", "ccomp") is None
        )

    def _according(self, clause: Token, sentence: Sentence) -> Iterator[Said]:
        for phrase in self.phrases_in(sentence):
            if _covers(phrase.words[0], clause):
                yield Said(Stance.SAYS, phrase.words[0], phrase.speaker)
                return

    def phrases_in(self, sentence: Sentence) -> Iterator[SourcePhrase]:
        """ "According to …": the phrases of a sentence that introduce a source."""
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
                if speaker is not None:
                    yield SourcePhrase(run, speaker)


def _claimed(event: Token, *, is_support: bool) -> Iterator[Said]:
    """ "IS claimed the attack", "responsibility was claimed by IS", "admitted carrying it out"."""
    below = event
    for token in (event, *list(event.ancestors())[:5]):
        if token.lemma in _OWNING_UP and token.pos == "VERB":
            thing = token.child("nsubjpass" if token.child("nsubjpass") else "dobj")
            is_owned = thing is not None and thing.lemma == "responsibility"
            is_event = thing is not None and (thing is event or (token is event and is_support))
            is_claimed = token.lemma in ("claim", "admit") and (
                is_event or (below.dep == "xcomp" and token is not event)
            )
            if (is_owned or is_claimed) and not token.is_negated:
                yield Said(Stance.CLAIMS, token, speaker_of(token))
            return
        below = token


def _is_known(noun: Token) -> bool:
    return any(child.dep == "poss" or child.lemma == "the" for child in noun.children)


def is_that_clause(verb: Token) -> bool:
    """Whether a clause opens with a "that" that is none of its parts."""
    that = any(
        child.lemma == "that" and child.dep in ("mark", "dobj", "det") and child.index < verb.index
        for child in verb.children
    )
    subject = verb.child("nsubj", "nsubjpass")
    return that and subject is not None and subject.lemma not in _RELATIVE


def _owner(noun: Token) -> Token | None:
    """Whose word it is: "the army's claim", "a statement by the army"."""
    own = noun.child("poss")
    if own is not None:
        return own
    for child in noun.children:
        if child.dep == "prep" and child.lemma in ("by", "from", "of"):
            return child.child("pobj")
    return None


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


def speaker_of(verb: Token) -> Token | None:
    """Who is the subject of a reporting verb: who says; of a passive, by whom."""
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        agent = verb.child("agent")
        return agent.child("pobj") if agent else None
    subject = verb.child("nsubj")
    if subject is not None and subject.lemma in _RELATIVE and verb.dep == "relcl":
        return verb.head  # "the mayor, who said"
    if subject is not None and subject.lemma in _MESSAGES:
        return _owner(subject) or subject  # "a statement by the army said"
    if subject is None:
        subject = _left_out(verb)
    if subject is None or subject.lemma in _NO_SPEAKER or _is_nobody(verb):
        return None
    return subject


def _left_out(verb: Token) -> Token | None:
    """Who speaks where the verb has no subject: "adding that", "a statement saying that"."""
    governor = verb.head
    if verb.dep == "conj" and governor.pos == "VERB":
        return speaker_of(governor)
    if verb.dep in ("advcl", "xcomp") and governor.pos == "VERB":
        return governor.child("nsubj", "nsubjpass")
    if verb.dep == "pcomp" and governor.head.pos == "VERB":
        clause = governor.head
        if governor.lemma == "as":  # "quoted a general as saying", "was quoted as saying"
            return clause.child("dobj", "nsubjpass")
        return clause.child("nsubj", "nsubjpass")  # "ended the day by saying"
    if verb.dep == "acl" and verb.tag in ("VBN", "VBD") and verb.child("ccomp"):
        return governor  # "the firm, an old one, announced that": a clause taken for a participle
    if verb.dep == "acl" and verb.tag == "VBG" and governor.pos in ("NOUN", "PROPN"):
        issuer = _owner(governor)
        if issuer is None and governor.dep == "dobj" and governor.lemma in _MESSAGES:
            issuer = governor.head.child("nsubj")
        return issuer or governor
    return None


def _is_nobody(verb: Token) -> bool:
    """ "Nobody has claimed responsibility", "no group claimed the attack"."""
    subject = verb.child("nsubj")
    return subject is not None and subject.is_nobody


@cache
def load_speech() -> Speech:
    """Load the reporting words that come with the package."""
    data = tomllib.loads(read_data("speech.toml"))
    quoting = data["quoting"]
    return Speech(
        verbs=_stances(data["verbs"]),
        nouns=_stances(data["nouns"]),
        sources=tuple(tuple(phrase.split()) for phrase in data["phrases"]["sources"]),
        heads=frozenset(data["speaking"]["heads"].split()),
        quoting=frozenset(quoting["verbs"].split()),
        wishes=frozenset(quoting["wishes"].split()),
        held=frozenset(quoting["nouns"].split()),
    )


def _stances(table: Mapping[str, str]) -> dict[str, Stance]:
    return {word: Stance(name) for name, words in table.items() for word in words.split()}
