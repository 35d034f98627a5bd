"""Drafts that are no claims of their own: descriptions, habits, what another word tells."""

from __future__ import annotations

from collections.abc import Callable

from ...types import Status
from ..discourse.inheritance import is_definite
from ..grammar.parse import Token
from ..status.judgements import REALISED
from ..status.moods import forestalled
from .drafts import Draft
from .folding import is_superlative

_FALLING = frozenset("rocket shell bomb missile mortar snow rain night price".split())
_COVER = frozenset({"shelter", "cover", "bunker"})
_STOPPING = frozenset("intercept shoot down foil defuse stop thwart find discover seize".split())
_MEETING = frozenset("shoot kill arrest detain capture stop intercept overpower identify".split())
_LOADING = frozenset("load lade pack rig fill stuff".split())
_NAMING = frozenset("call describe label brand term dub".split())
_HABITUAL = frozenset(
    "frequently regularly often routinely usually typically sometimes occasionally".split()
)
_OBLIGING = frozenset({"must", "should", "ought", "shall"})
_NAMES = frozenset("name identity identify name quote publish print".split())
_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth latest last only such".split()
)
_COUNTED_AT_LAW = frozenset({"count", "charge", "guilty"})
_REMARKS = frozenset("comment elaborate say speculate identify name specify confirm".split())
_RUMOURS = frozenset({"report", "rumour", "rumor"})
_OWN = frozenset({"decision", "record", "handling", "conduct"})


def is_no_event(draft: Draft, drafts: list[Draft]) -> str | None:
    """Why a draft is no claim of its own beside the others, or ``None``."""
    for rule in _OF_ITSELF:
        if because := rule(draft):
            return because
    for beside in _BESIDE_OTHERS:
        if because := beside(draft, drafts):
            return because
    return None


# ---- what it is in itself ----


def _describes(draft: Draft) -> str | None:
    is_backing = draft.entry.kind.family == "diplomacy"  # "fighters backed by Turkey"
    is_before = draft.head.dep == "amod" or is_backing
    if draft.arguments.is_participle and not draft.places and is_before:
        return "it only describes who is meant"
    return None


def _is_ability(draft: Draft) -> str | None:
    cue = draft.judgement.cue
    if cue is not None and cue.lemma in ("capable", "able", "capability", "ability", "capacity"):
        return f"“{cue.text}” speaks of an ability"
    return None


def _is_past_or_usual(draft: Draft) -> str | None:
    if _is_forestalled(draft.arguments.clause):
        return "it was stopped before"
    if _counts_again(draft.head):
        return "it counts an attack told before"
    often = next((child for child in draft.arguments.clause.children if _is_habit(child)), None)
    return f"“{often.text}” tells a habit, not an event" if often is not None else None


def _is_a_word(draft: Draft) -> str | None:
    """What only names or calls something."""
    head = draft.head
    if head.lemma == "statement" and head.dep == "pobj":
        return "it is where they say it"  # "according to a joint statement"
    names = [child for child in head.head.children if child.dep in ("oprd", "dobj")]
    is_called = head.dep == "dobj" and is_definite(head) and len(names) > (head in names)
    is_called |= head.dep == "dobj" and head.head.lemma == "call" and _is_quoted(head)
    if (head.dep == "oprd" or is_called) and head.head.lemma in _NAMING:
        return "it is what somebody calls it"
    if head.lemma in ("call", "phone") and head.child("oprd", "ccomp", "attr"):
        return "it is what somebody is called"
    return "it is said of anybody" if _is_of_anybody(draft) else None


def _is_of_the_speaker(draft: Draft) -> str | None:
    """Demands, offers and rejections that ask, offer and reject nothing."""
    kind, objects = draft.entry.kind.id, draft.arguments.of("object")
    is_order = kind == "deployment" and draft.head.lemma == "order"
    if is_order and draft.head.child("xcomp") is not None:
        return "what they are ordered to do is told"
    if draft.head.lemma == "stop" and _keeps_from(draft.head):
        return "it is what somebody is kept from"
    if kind == "refusal" and _asks_nothing(draft.head):
        return "nobody asked them for anything"
    if draft.head.lemma == "concede" and draft.head.child("ccomp") is not None:
        return "it is what they admit"
    if kind == "demand" and _is_asserted(draft.head):
        return "it is what they hold to be so"
    if kind == "demand" and _asks_for_silence(draft.head):
        return "it is asked of the reporter"
    if draft.head.lemma in ("let", "allow", "permit") and _is_purpose(draft.head):
        return "it is what something else is for"
    if kind == "offer" and draft.judgement.status is Status.NEGATED:
        return "nothing is offered"
    if kind == "refusal" and any(head.lemma in _RUMOURS for head in objects):
        return "what is said is called untrue"
    if draft.head.lemma in ("defend", "support") and any(head.lemma in _OWN for head in objects):
        return "it is what they did themselves"
    return None


# ---- what it is beside the others ----


def _is_told_better(draft: Draft, drafts: list[Draft]) -> str | None:
    """A word of which another tells more."""
    kind, objects = draft.entry.kind.id, draft.arguments.of("object")
    if kind == "deployment" and any(o.head in objects and o.entry.kind.force for o in drafts):
        return "what is launched is told as an attack"
    if (
        draft.entry.kind.force
        and draft.head.pos == "NOUN"
        and any(
            other.entry.kind.id == "aid" and draft.head in other.arguments.of("object")
            for other in drafts
        )
    ):
        return "what is given attacks nobody"  # "sent missiles to the rebels"
    is_flight = kind == "displacement" and draft.head.dep == "conj"
    if is_flight and any(o.head is draft.head.head and o.entry.kind.force for o in drafts):
        return "who did it got away"  # "stabbed a man and fled"
    if kind == "restriction" and any(
        other.head.lemma in _LOADING and other.head.head in objects for other in drafts
    ):
        return "what was on its way is told"  # "stopped a truck loaded with explosives"
    if kind == "threat" and draft.head.lemma == "say" and _has_threat_below(draft, drafts):
        return "the word that threatens is told"
    return "it is what somebody is tried for" if _is_a_crime(draft, drafts) else None


def _is_answer(draft: Draft, drafts: list[Draft]) -> str | None:
    """Offers and rejections of what is told itself."""
    kind = draft.entry.kind.id
    if kind == "offer" and _is_ready_for_force(draft, drafts):
        return "what they are ready for is told"
    if kind == "refusal" and any(
        other.judgement.status is Status.DENIED and other.judgement.cue is draft.head
        for other in drafts
    ):
        return "what it denies is told"  # "rejected reports of civilian deaths"
    if kind == "offer" and draft.judgement.status is Status.DEMANDED and _below(draft, drafts):
        return "what is to be granted is told"
    return None


def _is_plan(draft: Draft, drafts: list[Draft]) -> str | None:
    """Preparations of what is told as planned."""
    if draft.entry.kind.id != "preparation":
        return None
    planned = draft.arguments.of("object") if draft.arguments.is_passive else ()
    if any(other is not draft and other.head in planned for other in drafts):
        return "what is planned is told"  # "no advance was planned"
    for other in _below(draft, drafts):
        if other.judgement.status is Status.PLANNED:
            return f"it prepares “{other.head.text}”, which is coded as planned"
    return None


def _below(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    below = {token.index for token in draft.head.subtree()}
    return [other for other in drafts if other is not draft and other.head.index in below]


def _has_threat_below(draft: Draft, drafts: list[Draft]) -> bool:
    return any(
        other is not draft
        and other.entry.kind.id == "threat"
        and draft.head in other.head.ancestors()
        for other in drafts
    )


def _is_a_crime(draft: Draft, drafts: list[Draft]) -> bool:
    """ "Sentenced him for genocide and murder": what the law calls it, told of nobody."""
    noun, tried = draft.head, {d.head.index for d in drafts if d.entry.kind.id == "arrest"}
    while noun.dep == "conj":
        noun = noun.head
    link = noun.head
    is_charge = noun.dep == "pobj" and link.lemma in ("for", "of", "with")
    return (
        is_charge
        and draft.head.tag in ("NN", "NNS")
        and (link.head.index in tried or link.head.lemma in _COUNTED_AT_LAW)
        and not draft.arguments.found
    )


def _is_quoted(noun: Token) -> bool:
    """ "Called the accusation “blind and futile”"."""
    is_quote = any(child.tag in ("``", "''") or child.text in '“"' for child in noun.children)
    return is_definite(noun) and is_quote


def _is_of_anybody(draft: Draft) -> bool:
    """ "One does not negotiate with a knife at one's throat"."""
    subjects = draft.arguments.of("subject")
    return any(head.lemma == "one" and not head.children for head in subjects)


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


def _keeps_from(verb: Token) -> bool:
    """ "To stop a force from deploying"."""
    return any(
        child.lemma == "from" and child.child("pcomp") is not None for child in verb.children
    )


def _asks_nothing(verb: Token) -> bool:
    """ "Declined to comment", "refused to give his name"."""
    clause = verb.child("xcomp")
    return clause is not None and clause.lemma in _REMARKS


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
    return is_back and (ranked or is_superlative(noun))


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


_OF_ITSELF: tuple[Callable[[Draft], str | None], ...] = (
    _describes,
    _is_ability,
    _is_past_or_usual,
    _is_a_word,
    _is_mistaken,
    _is_of_the_speaker,
)
_BESIDE_OTHERS: tuple[Callable[[Draft, list[Draft]], str | None], ...] = (
    _is_told_better,
    _is_answer,
    _is_plan,
)
