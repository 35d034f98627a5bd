"""A claim in the making, and what drafts of one sentence are to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..codebook.kinds import Role
from ..types import Mention, Status
from .judgements import REALISED, Judgement
from .moods import forestalled
from .parse import Token
from .roles import FROM_AFAR, LAUNCHING, Filler
from .slots import Arguments
from .speech import Said
from .toll_words import is_consequence
from .tolls import FoundToll
from .triggers import Entry, Found

_FALLING = frozenset("rocket shell bomb missile mortar snow rain night price".split())
_COVER = frozenset({"shelter", "cover", "bunker"})
_STOPPING = frozenset("intercept shoot down foil defuse stop thwart find discover seize".split())
_MEETING = frozenset("shoot kill arrest detain capture stop intercept overpower identify".split())
_LOADING = frozenset("load lade pack rig fill stuff".split())
_HITTING = frozenset("hit strike target destroy damage level flatten".split())
_NAMING = frozenset("call describe label brand term dub".split())
_HABITUAL = frozenset(
    "frequently regularly often routinely usually typically sometimes occasionally".split()
)
_MOVING = frozenset("enter arrive move cross roll pour sweep surge descend come go".split())
_BY_MOVING = frozenset({"takeover", "offensive", "killing", "abduction", "destruction", "clash"})
_OBLIGING = frozenset({"must", "should", "ought", "shall"})
_NAMES = frozenset("name identity identify name quote publish print".split())
_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth latest last only such".split()
)
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
            elif noun.entry.kind is verb.entry.kind and noun.arguments.support is verb.head:
                # "Flew to Doha for talks with the rebels"; "arrived in Kyiv for a visit".
                fold(*((verb, noun) if noun.heads(Role.TARGET) else (noun, verb)))
            elif noun.entry.kind.force and noun.head in verb.arguments.of("subject"):
                fold(verb, noun)  # "mortar fire hit a school", "drones struck a depot"
    _fold_repulses(drafts)
    _fold_approaches(drafts)
    _fold_reasons(drafts)
    _fold_hits(drafts)
    for launch in (draft for draft in drafts if draft.arguments.is_passive):
        if launch.found is None or launch.head.lemma not in LAUNCHING:
            continue
        weapons = set(launch.arguments.of("object"))
        for verb in drafts:
            is_apart = verb is not launch and not launch.is_folded and not verb.is_folded
            is_one = is_apart and launch.entry.kind.family == verb.entry.kind.family
            if is_one and weapons & set(verb.arguments.of("subject")):
                fold(verb, launch)  # "missiles launched by Russia struck a hospital"


def _fold_repulses(drafts: list[Draft]) -> None:
    """ "Rebels stormed the base but were driven back": one attack, which failed."""
    for end in drafts:
        is_end = end.found is not None and end.found.is_verb and end.arguments.is_passive
        if not is_end or end.entry.pattern.status is not Status.FAILED or end.head.dep != "conj":
            continue
        for attack in drafts:
            above = (attack.head, attack.head.head)
            is_told = attack is not end and attack.entry.kind.force and not attack.is_folded
            if is_told and attack.head.index < end.head.index and end.head.head in above:
                attack.judgement = end.judgement
                fold(end, attack)
                break


def _fold_approaches(drafts: list[Draft]) -> None:
    """ "Tanks rolled into the town and drove them out": how they came is part of the deed."""
    for way in drafts:
        if way.is_folded or way.found is None or way.head.lemma not in _MOVING:
            continue
        for deed in drafts:
            is_next = deed.head.dep == "conj" and way.head in (deed.head.head, deed.head.head.head)
            is_same = is_next and not deed.head.child("nsubj", "nsubjpass")
            if not is_same or deed.is_folded or deed is way:
                continue
            if deed.entry.kind.force and deed.entry.kind.id in _BY_MOVING:
                fold(way, deed)
                break


def _fold_hits(drafts: list[Draft]) -> None:
    """ "Launched 40 drones, hitting a block of flats": what was launched hit it."""
    for hit in drafts:
        is_hit = hit.head.lemma in _HITTING and hit.head.tag == "VBG" and hit.head.dep == "advcl"
        if not is_hit or hit.is_folded:
            continue
        for launch in drafts:
            if launch.entry.kind.id in FROM_AFAR and launch.arguments.clause is hit.head.head:
                fold(hit, launch)
                break


def _fold_reasons(drafts: list[Draft]) -> None:
    """ "Claimed the attack, saying it had targeted officials": the same attack once more."""
    for again in drafts:
        saying = again.head.head
        is_said = again.found is not None and again.found.is_verb and saying.dep == "advcl"
        if not is_said or saying.tag != "VBG" or again.head.dep != "ccomp" or again.is_folded:
            continue
        for attack in drafts:
            is_claimed = attack.entry.kind.force and attack.head.index < saying.index
            if is_claimed and saying.head.lemma == "claim" and again.entry.kind.force:
                fold(again, attack)
                break


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
            if draft.entry.kind.id not in _MEDIATED or _is_recalled(draft, mediation):
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


def _is_recalled(draft: Draft, mediation: Draft) -> bool:
    """ "Oman, which brokered a truce, hosted talks": not between those of the truce."""
    chain = (draft.head, *draft.head.ancestors())
    clause = next((token for token in chain if token.dep == "relcl"), None)
    if clause is None or clause.child("nsubj") is None:
        return False
    return clause not in (mediation.head, *mediation.head.ancestors())


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
    if draft.entry.kind.id == "refusal" and any(
        other.judgement.status is Status.DENIED and other.judgement.cue is draft.head
        for other in drafts
    ):
        return "what it denies is told"  # "rejected reports of civilian deaths"
    if draft.entry.kind.id == "restriction" and any(
        other.head.lemma in _LOADING and other.head.head in draft.arguments.of("object")
        for other in drafts
    ):
        return "what was on its way is told"  # "stopped a truck loaded with explosives"
    if _is_forestalled(draft.arguments.clause):
        return "it was stopped before"
    if _counts_again(draft.head):
        return "it counts an attack told before"
    if draft.entry.kind.id == "refusal" and any(
        other.judgement.status is Status.DENIED and other.judgement.cue is draft.head
        for other in drafts
    ):
        return "what is rejected as untrue is told as denied"
    if draft.head.lemma == "statement" and draft.head.dep == "pobj":
        return "it is where they say it"  # "according to a joint statement"
    if draft.head.dep == "oprd" and draft.head.head.lemma in _NAMING:
        return "it is what somebody calls it"
    because = _is_mistaken(draft)
    if because is not None:
        return because
    often = next((child for child in draft.arguments.clause.children if _is_habit(child)), None)
    if often is not None:
        return f"“{often.text}” tells a habit, not an event"
    if (
        draft.entry.kind.id == "threat"
        and draft.head.lemma == "say"
        and any(
            other is not draft
            and other.entry.kind.id == "threat"
            and draft.head in other.head.ancestors()
            for other in drafts
        )
    ):
        return "the word that threatens is told"
    if draft.entry.kind.id == "demand" and _is_asserted(draft.head):
        return "it is what they hold to be so"
    if draft.entry.kind.id == "demand" and _asks_for_silence(draft.head):
        return "it is asked of the reporter"
    if draft.head.lemma in ("let", "allow", "permit") and _is_purpose(draft.head):
        return "it is what something else is for"
    if draft.entry.kind.id == "offer" and draft.judgement.status is Status.NEGATED:
        return "nothing is offered"
    if draft.head.lemma in ("call", "phone") and draft.head.child("oprd", "ccomp", "attr"):
        return "it is what somebody is called"
    if draft.entry.kind.id == "refusal" and any(
        head.lemma in ("report", "rumour", "rumor") for head in draft.arguments.of("object")
    ):
        return "what is said is called untrue"
    if draft.head.lemma in ("defend", "support") and any(
        head.lemma in ("decision", "record", "handling", "conduct")
        for head in draft.arguments.of("object")
    ):
        return "it is what they did themselves"
    if draft.entry.kind.id == "offer" and draft.judgement.status is Status.DEMANDED:
        below = {token.index for token in draft.head.subtree()}
        if any(other is not draft and other.head.index in below for other in drafts):
            return "what is to be granted is told"
    if draft.entry.kind.id == "preparation":
        planned = draft.arguments.of("object") if draft.arguments.is_passive else ()
        if any(other is not draft and other.head in planned for other in drafts):
            return "what is planned is told"  # "no advance was planned"
        below = {token.index for token in draft.head.subtree()}
        for other in drafts:
            if (
                other is not draft
                and other.head.index in below
                and other.judgement.status is Status.PLANNED
            ):
                return f"it prepares “{other.head.text}”, which is coded as planned"
    return None


def _is_asserted(verb: Token) -> bool:
    """ "Insisted that there had been no change" asks for nothing."""
    clause = verb.child("ccomp")
    if verb.lemma != "insist" or clause is None:
        return False
    auxiliaries = [child for child in clause.children if child.dep in ("aux", "auxpass")]
    is_open = any(child.lemma in _OBLIGING for child in auxiliaries)
    finite = ("VBD", "VBZ", "MD")
    return not is_open and any(part.tag in finite for part in (*auxiliaries, clause))


def _asks_for_silence(verb: Token) -> bool:
    """ "Who asked not to be named", "asked that his name be withheld"."""
    return verb.lemma in ("ask", "request") and any(
        clause.lemma in _NAMES
        or any(part.lemma in _NAMES for part in clause.children if part.dep == "nsubjpass")
        for clause in verb.children
        if clause.dep in ("xcomp", "ccomp")
    )


def _is_purpose(verb: Token) -> bool:
    """ "Appealed for a truce to let medics through"."""
    return (
        verb.dep in ("advcl", "acl", "relcl")
        and verb.tag == "VB"
        and any(child.tag == "TO" for child in verb.children)
    )


def _counts_again(noun: Token) -> bool:
    """ "It was the third attack this month": the one told before, counted."""
    verb = noun.head
    subject = verb.child("nsubj")
    if noun.dep != "attr" or verb.lemma != "be" or subject is None:
        return False
    pointer = subject.child("det") or subject
    is_back = pointer.lemma in ("it", "this", "that")
    ranked = any(
        child.dep == "amod" and (child.lemma in _RANKS or child.tag == "JJS")
        for child in noun.children
    )
    return is_back and (ranked or _is_superlative(noun))


def _is_mistaken(draft: Draft) -> str | None:
    """What the words of a kind mean beside these: bombs that fall, people sent to shelters."""
    kind, arguments = draft.entry.kind.id, draft.arguments
    falling = arguments.of("subject") if draft.head.lemma == "fall" else ()
    if kind == "takeover" and any(head.lemma in _FALLING for head in falling):
        return "what falls is no place"
    if kind == "aid" and any(head.lemma in _COVER for head in arguments.of("to", "into")):
        return "who is sent to shelter is not helped"
    if kind == "suicide-attack" and draft.head.lemma == "bomber" and _is_met(draft.head):
        return "the bomber is whom it was done to"
    if kind == "killing" and draft.head.lemma == "casualty" and draft.judgement.status in REALISED:
        return "it is what something else cost"
    if kind == "offer" and draft.head.lemma == "allow" and draft.judgement.status is Status.NEGATED:
        return "what is not allowed is no offer"
    if kind == "explosion" and draft.head.lemma in _LOADING and not _is_caught(draft.head):
        return "what went off is told"
    if kind in ("abduction", "arrest") and any(
        above.lemma in ("information", "reward", "bounty") for above in draft.head.ancestors()
    ):
        return "it is what somebody asks to be told"
    return None


def _is_met(bomber: Token) -> bool:
    """ "A suicide bomber was shot dead": nothing went off."""
    return bomber.dep in ("nsubjpass", "dobj") and bomber.head.lemma in _MEETING


def _is_caught(loaded: Token) -> bool:
    """ "Stopped a car loaded with explosives"."""
    vehicle = loaded.head
    return vehicle.dep in ("dobj", "nsubjpass") and vehicle.head.lemma in _STOPPING


def _is_forestalled(verb: Token) -> bool:
    """ "Was shot down before it crossed the border"."""
    mark = verb.child("mark")
    is_before = verb.dep == "advcl" and mark is not None and mark.lemma == "before"
    return is_before and verb.head.lemma in _STOPPING and forestalled(verb) is None


def _is_habit(adverb: Token) -> bool:
    """ "Frequently carries out attacks", in the present."""
    verb = adverb.head
    return adverb.lemma in _HABITUAL and (
        verb.tag in ("VBZ", "VBP") or (verb.tag == "VB" and verb.child("aux") is None)
    )


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
