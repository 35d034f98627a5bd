"""Find whom "they", "the group" or "the militiamen" stand for, where that is clear.

A wrong antecedent is worse than none: where two could be meant, it stays open.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...codebook.kinds import Class
from ...types import Confidence, Inter, Mention, MentionKind, Span
from ..grammar.parse import Token
from ..names.phrases import NON_STATE, Phrases
from ..speech.reporting import load_speech

REACH = 2  # sentences back a pronoun reaches
GENERIC_REACH = 12  # sentences back "the militiamen" reaches

_STATE = frozenset("army military navy troop soldier government regime police authority".split())
_KEEPERS = frozenset(
    "guard captor kidnapper abductor attacker assailant hijacker killer jailer torturer".split()
)
_DEFENCES = frozenset({"defense", "defence"})  # "its air defences"
_PLURAL = frozenset({"they", "them", "their", "these", "those"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
# What stands for the speaker: "said it had", "said its forces".
_AS_SPEAKER = frozenset({"nsubj", "poss"})
_SINGULAR = frozenset({"it", "its"})


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """An actor that was named, and how."""

    span: Span
    name: str
    sentence: int
    said_at: int  # where it was named last; its span may be that of an earlier mention
    inter: Inter | None
    is_subject: bool
    is_plural: bool
    is_known: bool
    is_person: bool = False  # one person, whom "he" or "she" can be
    is_many: bool = False  # a force or body, or several: "the army … they"


@dataclass(slots=True)
class Discourse:
    """The actors named so far in a document, in order."""

    named: list[Named] = field(default_factory=list)
    aliases: dict[str, Span] = field(default_factory=dict)  # "the Syrian army (SAA)"

    def same_name(self, name: str, text: str) -> str:
        """A name as it is compared: an acronym that the text explains is what it stands for."""
        full = self.aliases.get(name.removeprefix("the ").removeprefix("The "))
        words = full.of(text) if full else name
        return words.lower().removeprefix("the ")

    def hear(self, phrases: Phrases, number: int) -> None:
        """Take in the actors a sentence names."""
        seen: set[tuple[int, int]] = set()
        for token in phrases.sentence.tokens:
            if token.tag in ("PRP", "PRP$") or (not token.is_name and token.pos != "NOUN"):
                continue
            classes = phrases.classes(token)
            # "Moscow claimed": a capital that speaks is a government.
            speaks = token.dep == "nsubj" and Class.PLACE in classes and self._reports(token.head)
            if not speaks and not classes & {Class.ARMED, Class.BODY, Class.PEOPLE}:
                continue
            if token.dep in ("compound", "amod", "nmod", "punct") or not phrases.can_act(token):
                continue
            if any(child.lemma == "no" for child in token.children):
                continue
            span = phrases.span_of(_called(token))
            self._learn_acronym(token, span)
            if (span.start, span.end) in seen:
                continue
            seen.add((span.start, span.end))
            name = phrases.words(span)
            inter = phrases.names.inter_of(name)
            is_known = phrases.is_known_actor(token) or inter is not None
            if not is_known and is_generic(token, phrases):
                # It stands for another itself: what follows it follows that one.
                stood_for = self._of_group(token, number)
                if stood_for is not None:
                    span, name = stood_for.span, stood_for.name
                    inter, is_known = stood_for.inter, True
            self.named.append(
                Named(
                    span,
                    name,
                    number,
                    token.start,
                    inter,
                    token.dep in ("nsubj", "nsubjpass"),
                    token.tag in ("NNS", "NNPS") or is_known,
                    is_known or speaks,
                    classes == {Class.PEOPLE} and token.tag in ("NN", "NNP"),
                    bool(classes & {Class.ARMED, Class.BODY}) or token.child("conj") is not None,
                )
            )

    def _learn_acronym(self, token: Token, span: Span) -> None:
        for child in token.children:
            if child.dep == "appos" and child.text.isupper() and len(child.text) > 1:
                before = child.index - 1
                if any(part.index == before and part.text in "([" for part in token.children):
                    self.aliases.setdefault(child.text, span)

    def resolve(self, head: Token, phrases: Phrases, number: int) -> Mention | None:
        """The mention of a pronoun or generic group, with its antecedent if that is clear."""
        lemma = head.lemma
        owner = head.child("poss")
        is_force = Class.ARMED in phrases.classes(head) or lemma in _DEFENCES
        if owner is not None and owner.tag == "PRP$" and lemma in _KEEPERS:
            return None  # "executed by their guards": those who hold them
        if owner is not None and owner.tag == "PRP$" and is_force:
            found = self._of_pronoun(owner, phrases, number)  # "its troops"
            return _mention(
                phrases.span_of(head), found, f"“{owner.text}” stands for the last subject"
            )
        if head.tag in ("PRP", "PRP$") or lemma in ("these", "those"):
            found = self._of_pronoun(head, phrases, number)
            return _mention(head.span, found, f"“{head.text}” stands for the last subject")
        full = self.aliases.get(head.text)
        if full is not None and full.end <= head.start:
            because = f"“{head.text}” is explained as this name"
            return Mention(head.span, MentionKind.ACTOR, full, Confidence.HIGH, because)
        if is_generic(head, phrases):
            found = self._of_group(head, number)
            return _mention(phrases.span_of(head), found, f"“{lemma}” fits one named before")
        return None

    def _of_pronoun(self, head: Token, phrases: Phrases, number: int) -> Named | None:
        words = {head.lemma, head.text.lower()}
        speaker = self._speaker_around(head)
        if words & _PERSONAL:
            return self._of_person(head, speaker, number)
        wants_plural = bool(words & _PLURAL)
        if not wants_plural and not words & _SINGULAR:
            return None
        if head.lemma == "it" and head.dep == "nsubjpass":
            return None  # "it was set ablaze" is a thing as often as a group
        if speaker is not None and not speaker.is_person and speaker.said_at < head.start:
            is_one = speaker.is_known or not speaker.is_plural
            if (
                speaker.is_plural or speaker.is_many if wants_plural else is_one
            ) and head.dep in _AS_SPEAKER:
                return speaker
        own_subject = _own_subject(head)
        near = [
            named
            for named in self.named
            if named.said_at != own_subject
            and number - REACH <= named.sentence <= number
            and named.said_at < head.start
            and (named.is_plural if wants_plural else named.is_known or not named.is_plural)
            and (wants_plural or not named.is_person)
        ]
        here = [named for named in near if named.sentence == number and named.is_subject]
        if here:
            return here[-1]
        for back in range(1, REACH + 1):
            said = [named for named in near if named.sentence == number - back]
            subjects = [named for named in said if named.is_subject]
            if subjects:
                return subjects[0]
            if said:
                return said[0] if len({named.name for named in said}) == 1 else None
        return None

    def _of_person(self, head: Token, speaker: Named | None, number: int) -> Named | None:
        """Whom "he" is: who speaks, else the one person who was told of last."""
        if speaker is not None:
            return speaker if speaker.is_person else None
        for back in range(REACH + 1):
            there = [
                named
                for named in self.named
                if named.is_person and named.sentence == number - back
                if named.said_at < head.start
            ]
            if there:
                subjects = [named for named in there if named.is_subject] or there
                return subjects[-1] if len({named.name for named in subjects}) == 1 else None
        return None

    def _speaker_around(self, head: Token) -> Named | None:
        """Who says the clause that a pronoun stands in: "Moscow claimed its forces had won"."""
        token = head
        for governor in head.ancestors():
            if token.dep in ("ccomp", "advcl") and self._reports(governor):
                subject = governor.child("nsubj")
                if subject is None or subject.index > head.index:
                    return None
                return next((named for named in self.named if named.said_at == subject.start), None)
            token = governor
        return None

    @staticmethod
    def _reports(verb: Token) -> bool:
        return verb.pos == "VERB" and load_speech().is_reporting(verb)

    def _of_state(self, head: Token) -> Named | None:
        """ "The army" is the only army named before; else the document's country tells whose."""
        ending = head.text.lower()
        fits = [
            named
            for named in self.named
            if named.said_at < head.start
            and named.inter is Inter.STATE_FORCES
            and named.name.lower().split()[-1] == ending
            and len(named.name.split()) > 1
        ]
        return fits[-1] if len({named.name.lower() for named in fits}) == 1 else None

    def _of_group(self, head: Token, number: int) -> Named | None:
        if head.lemma in _STATE:
            return self._of_state(head)
        fits = [
            named
            for named in self.named
            if named.said_at < head.start
            and named.sentence >= number - GENERIC_REACH
            and named.is_known
            and named.inter in NON_STATE
        ]
        if not fits:
            return None
        distinct = {named.name.lower() for named in fits}
        near = [named for named in fits if named.sentence >= number - REACH]
        if len(distinct) == 1 or (near and len({named.name.lower() for named in near}) == 1):
            return (near or fits)[-1]
        return _dominant(near or fits)


def _called(head: Token) -> Token:
    """ "The Somali group al-Shabaab": the name that follows says who it is."""
    name = head.child("appos") if head.pos == "NOUN" else None
    if name is None or not name.is_name:
        return head
    first = min(part.index for part in name.subtree())
    return name if first == head.index + 1 else head


def _own_subject(head: Token) -> int | None:
    """Where the subject of a pronoun's own clause stands: "A urged them" is never A."""
    if head.dep not in ("dobj", "pobj", "dative"):
        return None
    verb = head.head if head.dep != "pobj" else head.head.head
    subject = verb.child("nsubj", "nsubjpass")
    while subject is None and verb.dep == "conj":  # "rolled in and drove them out"
        verb = verb.head
        subject = verb.child("nsubj", "nsubjpass")
    return subject.start if subject else None


def is_generic(head: Token, phrases: Phrases) -> bool:
    """Whether it names a group only by what it is: "the militiamen", "the army"."""
    if head.pos != "NOUN" or head.lemma not in phrases.lexicon.generic:
        return False
    if phrases.is_known_actor(head):
        return False
    definite = any(
        child.dep == "det" and child.lemma in ("the", "this", "these", "those")
        for child in head.children
    )
    bare = not any(
        child.dep in ("amod", "compound", "poss", "nummod", "nmod") for child in head.children
    )
    named = any(child.dep == "prep" and child.lemma == "of" for child in head.children)
    return definite and bare and not named


def _dominant(fits: list[Named]) -> Named | None:
    """The actor named most, if it is named far more than any other."""
    counts: dict[str, int] = {}
    for named in fits:
        counts[named.name.lower()] = counts.get(named.name.lower(), 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]:
        return None
    return next(named for named in reversed(fits) if named.name.lower() == ranked[0][0])


def _mention(span: Span, named: Named | None, because: str) -> Mention:
    if named is None:
        return Mention(
            span, MentionKind.ACTOR, None, Confidence.LOW, "nobody named before fits for sure"
        )
    return Mention(span, MentionKind.ACTOR, named.span, Confidence.MEDIUM, because)
