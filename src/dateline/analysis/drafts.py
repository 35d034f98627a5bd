"""A claim in the making, and what drafts of one sentence are to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..codebook.kinds import Role
from ..types import Mention, Status
from .arguments import Arguments
from .judgements import Judgement
from .parse import Token
from .roles import LAUNCHING, Filler
from .speech import Said
from .tolls import FoundToll, is_consequence
from .triggers import Entry, Found

_MEDIATED = frozenset({"agreement", "talks", "ceasefire", "release"})


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making."""

    found: Found | None  # None: a bare toll ("ten dead")
    entry: Entry
    head: Token
    arguments: Arguments
    fillers: tuple[Filler, ...]
    judgement: Judgement
    tolls: list[FoundToll] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    times: list[Mention] = field(default_factory=list)
    said: tuple[Said, ...] = ()
    hedges: tuple[Token, ...] = ()
    folded: list[Draft] = field(default_factory=list)
    owner: Draft | None = None  # the draft it was folded into

    @property
    def is_folded(self) -> bool:
        """Whether it is told as part of another event."""
        return self.owner is not None

    @property
    def top(self) -> Draft:
        """The draft that is told: itself, or what it was folded into."""
        return self.owner.top if self.owner is not None else self

    def heads(self, role: Role) -> list[Token]:
        """The heads in a role, in text order."""
        return [filler.head for filler in self.fillers if filler.role is role]

    @property
    def words(self) -> tuple[Token, ...]:
        """The trigger's words."""
        return self.found.tokens if self.found else (self.head,)

    def tokens(self) -> tuple[Token, ...]:
        """The trigger's words, what supports them, and the words of what was folded into it."""
        own = self.words
        support = (self.arguments.support,) if self.arguments.support else ()
        return (*own, *support, *(token for other in self.folded for token in other.tokens()))


def has_tolls(draft: Draft) -> bool:
    """Whether people can come to harm, be taken or freed by an event of this kind."""
    return draft.entry.kind.family not in ("diplomacy",) and draft.entry.kind.id not in (
        "deployment",
        "preparation",
    )


def who_suffers(draft: Draft, tolls: tuple[FoundToll, ...]) -> Token | None:
    """Who came to harm by a draft: whoever was counted, else its target."""
    counted = next((toll.who for toll in tolls if toll.anchor is draft.head and toll.who), None)
    return counted or next(iter(draft.heads(Role.TARGET)), None)


def fold(part: Draft, whole: Draft) -> None:
    """Tell one draft as part of another; what is part of each other stays apart."""
    whole = whole.top
    if part.is_folded or whole is part:
        return
    part.owner = whole
    whole.folded.append(part)
    if not whole.said:
        whole.said = part.said


def fold_same_event(drafts: list[Draft]) -> None:
    """A verb and its object or subject can tell one event: "repelled an attack", "shells hit"."""
    _fold_superlatives(drafts)
    for noun in drafts:
        if noun.found is None or noun.found.is_verb:
            continue
        for verb in drafts:
            if verb is noun or verb.found is None or not verb.found.is_verb or verb.is_folded:
                continue
            if noun.is_folded or noun.entry.kind.family != verb.entry.kind.family:
                continue
            if noun.head in verb.arguments.of("object"):
                _fold_object(noun, verb)
            elif noun.entry.kind.force and noun.head in verb.arguments.of("subject"):
                fold(verb, noun)  # "mortar fire hit a school", "drones struck a depot"
    for launch in (draft for draft in drafts if draft.arguments.is_passive):
        if launch.found is None or launch.head.lemma not in LAUNCHING:
            continue
        weapons = set(launch.arguments.of("object"))
        for verb in drafts:
            is_apart = verb is not launch and not launch.is_folded and not verb.is_folded
            is_one = is_apart and launch.entry.kind.family == verb.entry.kind.family
            if is_one and weapons & set(verb.arguments.of("subject")):
                fold(verb, launch)  # "missiles launched by Russia struck a hospital"


def _fold_superlatives(drafts: list[Draft]) -> None:
    """ "A bomb killed 68 in the deadliest attack since May": the attack is the bomb's."""
    for draft in drafts:
        if draft.found is None or draft.found.is_verb or not _is_superlative(draft.head):
            continue
        above = {ancestor.index for ancestor in draft.head.ancestors()}
        for other in drafts:
            is_told = other.head.index in above or other.head.head.index in above
            if other is not draft and other.entry.kind.force and is_told:
                fold(draft, other)
                break


def _is_superlative(noun: Token) -> bool:
    return any(
        child.tag == "JJS" or any(part.tag == "RBS" for part in child.children)
        for child in noun.children
    )


def _fold_object(noun: Draft, verb: Draft) -> None:
    if verb.head.lemma == "launch" and noun.entry.kind.force:
        fold(verb, noun)  # "launched the assault with drones" is an assault
        return
    if verb.entry.pattern.status is not None:
        noun.judgement = verb.judgement
        verb.owner = noun
        noun.fillers += tuple(
            filler
            for filler in verb.fillers
            if filler.head is not noun.head and filler.role is Role.TARGET
        )
    elif noun.entry.kind.force:
        _fold_into(noun, verb)


def _fold_into(noun: Draft, verb: Draft) -> None:
    fold(noun, verb)
    verb.fillers = tuple(
        filler
        for filler in verb.fillers
        if filler.head is not noun.head or filler.role is Role.INSTRUMENT
    )


def told_within(part: Draft, drafts: list[Draft]) -> bool:
    """ "Accepted a peace plan": the plan is a word of the phrase that tells the same kind."""
    return any(
        part is not whole
        and part.entry.kind is whole.entry.kind
        and any(part.head is word for word in whole.words)
        for whole in drafts
    )


def relate_mediation(drafts: list[Draft]) -> None:
    """Who mediates an agreement or talks named beside it is between their sides."""
    for mediation in (draft for draft in drafts if draft.entry.kind.id == "mediation"):
        for draft in drafts:
            if draft.entry.kind.id not in _MEDIATED:
                continue
            draft.fillers += tuple(
                Filler(head, Role.THROUGH, "who mediates") for head in mediation.heads(Role.ACTOR)
            )
            if not mediation.heads(Role.TARGET):
                mediation.fillers += tuple(
                    Filler(filler.head, Role.TARGET, "between whom it mediates")
                    for filler in draft.fillers
                    if filler.role in (Role.ACTOR, Role.TARGET)
                )


def is_no_event(draft: Draft, drafts: list[Draft]) -> str | None:
    """Why a draft is no claim of its own beside the others, or ``None``."""
    cue = draft.judgement.cue
    is_backing = draft.entry.kind.family == "diplomacy"  # "fighters backed by Turkey"
    if (
        draft.arguments.is_participle
        and not draft.places
        and (draft.head.dep == "amod" or is_backing)
    ):
        return "it only describes who is meant"
    if cue is not None and cue.lemma in ("capable", "able", "capability", "ability", "capacity"):
        return f"“{cue.text}” speaks of an ability"
    if draft.entry.kind.id == "deployment":
        launched = draft.arguments.of("object")
        if any(other.head in launched and other.entry.kind.force for other in drafts):
            return "what is launched is told as an attack"
    is_flight = draft.entry.kind.id == "displacement" and draft.head.dep == "conj"
    if is_flight and any(o.head is draft.head.head and o.entry.kind.force for o in drafts):
        return "who did it got away"  # "stabbed a man and fled"
    if draft.entry.kind.id == "offer" and _is_ready_for_force(draft, drafts):
        return "what they are ready for is told"
    if draft.entry.kind.id == "preparation":
        below = {token.index for token in draft.head.subtree()}
        for other in drafts:
            if (
                other is not draft
                and other.head.index in below
                and other.judgement.status is Status.PLANNED
            ):
                return f"it prepares “{other.head.text}”, which is coded as planned"
    return None


def _is_ready_for_force(offer: Draft, drafts: list[Draft]) -> bool:
    """ "Is ready to attack" offers nothing."""
    ready = offer.head.child("acomp")
    return ready is not None and any(
        other.entry.kind.force and other.head.head is ready for other in drafts
    )


def lent(draft: Draft) -> Iterable[Filler]:
    """What a draft's parts say that it leaves out: who did it, to whom."""
    # Who was killed in a shelling is its target only where nothing else was.
    parts = sorted(draft.folded, key=lambda part: is_consequence(part.head))
    named = {filler.head.index for filler in draft.fillers}
    for role in (Role.ACTOR, Role.TARGET):
        if not draft.heads(role):
            yield from next(
                (
                    found
                    for part in parts
                    if (
                        found := [
                            filler
                            for filler in part.fillers
                            if filler.role is role and filler.head.index not in named
                        ]
                    )
                ),
                (),
            )
