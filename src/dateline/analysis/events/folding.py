"""Fold into one what a sentence tells of one event in two words: "repelled an attack"."""

from __future__ import annotations

from ...codebook.kinds import Role
from ...types import Status
from ..grammar.parse import Token
from ..roles.assigning import FROM_AFAR
from ..roles.fillers import Filler
from ..roles.owners import LAUNCHING
from .drafts import Draft, fold

_HITTING = frozenset("hit strike target destroy damage level flatten".split())
_MOVING = frozenset("enter arrive move cross roll pour sweep surge descend come go".split())
_BY_MOVING = frozenset({"takeover", "offensive", "killing", "abduction", "destruction", "clash"})
_MEANS = frozenset("throw hurl lob toss fire shoot spray detonate unleash".split())
_OPERATIONS = frozenset({"operation", "raid", "sweep", "swoop"})
_AMID = frozenset({"after", "in", "amid", "following"})
_RELIEVING = frozenset({"lift", "end", "break", "relieve"})
_LOST = {"killing", "abduction"}
_BY_OPERATION = frozenset({"arrest", "abduction", "release", "seizure", "killing"})
_MEDIATED = frozenset({"agreement", "talks", "ceasefire", "release"})


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
            elif noun.entry.kind is verb.entry.kind and _is_errand(noun, verb):
                # "Flew to Doha for talks with the rebels"; "arrived in Kyiv for a visit".
                fold(*((verb, noun) if noun.heads(Role.TARGET) else (noun, verb)))
            elif noun.entry.kind.force and noun.head in verb.arguments.of("subject"):
                fold(verb, noun)  # "mortar fire hit a school", "drones struck a depot"
    _fold_repulses(drafts)
    _fold_approaches(drafts)
    _fold_reasons(drafts)
    _fold_hits(drafts)
    _fold_means(drafts)
    _fold_operations(drafts)
    _fold_alternatives(drafts)
    _fold_battles(drafts)
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


def _fold_means(drafts: list[Draft]) -> None:
    """ "Stormed the hall, throwing grenades and firing at the guests": how they did it."""
    for way in drafts:
        verb = way.arguments.clause
        if way.is_folded or verb.lemma not in _MEANS or verb.tag != "VBG":
            continue
        above = verb.head if verb.dep == "conj" and verb.head.tag == "VBG" else verb
        for deed in drafts:
            is_deed = deed is not way and deed.head is above.head and deed.entry.kind.force
            if above.dep == "advcl" and is_deed and not deed.is_folded and deed.found is not None:
                fold(way, deed)
                break


def _fold_operations(drafts: list[Draft]) -> None:
    """ "Arrested him in an operation": the operation was the arrest."""
    for way in drafts:
        link = way.head.head
        is_way = way.head.lemma in _OPERATIONS and link.lemma in ("in", "during")
        is_of_somebody = way.heads(Role.ACTOR) or way.heads(Role.TARGET)
        if not is_way or way.is_folded or is_of_somebody:
            continue
        for deed in drafts:
            if deed is not way and deed.head is link.head and deed.entry.kind.id in _BY_OPERATION:
                fold(way, deed)
                break


def _fold_alternatives(drafts: list[Draft]) -> None:
    """ "Were killed, wounded or captured": one fight."""
    for taken in drafts:
        verb, is_next = taken.head, taken.head.dep == "conj" and taken.head.tag == "VBN"
        if not is_next or taken.is_folded or verb.child("nsubjpass", "nsubj", "aux", "auxpass"):
            continue
        is_between = verb.head.tag == "VBN" and verb.head.dep in ("conj", "advcl")
        above = verb.head.head if is_between else verb.head
        for fight in drafts:
            is_one = fight is not taken and fight.head in (verb.head, above)
            if (
                is_one
                and not fight.is_folded
                and {fight.entry.kind.id, taken.entry.kind.id} == _LOST
            ):
                fold(taken, fight)
                break


def _fold_battles(drafts: list[Draft]) -> None:
    """ "Seized the town after two days of fighting", "broke through, lifting the siege"."""
    for part in drafts:
        above = _carried_by(part)
        for deed in drafts if above is not None else ():
            is_deed = deed is not part and deed.entry.kind.id in ("takeover", "offensive")
            if is_deed and not deed.is_folded and deed.head is above:
                fold(part, deed)
                break


def _carried_by(part: Draft) -> Token | None:
    """The verb that a battle went before, or that a siege's end came of."""
    link = part.head.head
    while link.head is not link and (link.dep == "pobj" or link.lemma == "of"):
        link = link.head  # "days of fighting"
    is_fight = part.entry.kind.id == "clash" and part.head.pos == "NOUN"
    if is_fight and link.lemma in _AMID and not part.heads(Role.ACTOR):
        return link.head
    is_relief = part.head.lemma in _RELIEVING and part.head.tag == "VBG"
    is_siege = is_relief and any(word.lemma == "siege" for word in part.words)
    return part.head.head if is_siege else None


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
        if draft.found is None or draft.found.is_verb or not is_superlative(draft.head):
            continue
        if draft.head.dep == "dobj":
            continue  # "launched the biggest offensive of the war" tells of it
        above = {ancestor.index for ancestor in draft.head.ancestors()}
        for other in drafts:
            is_told = other.head.index in above or other.head.head.index in above
            if other is not draft and other.entry.kind.force and is_told:
                fold(draft, other)
                break


def is_superlative(noun: Token) -> bool:
    """Whether it is "the deadliest" of its sort."""
    return any(
        child.tag == "JJS" or any(part.tag == "RBS" for part in child.children)
        for child in noun.children
    )


def _is_errand(noun: Draft, journey: Draft) -> bool:
    """ "Flew to Doha for talks": what a journey is made for."""
    preposition = noun.head.head
    is_for = noun.head.dep == "pobj" and preposition.lemma == "for"
    return is_for and preposition.head is journey.head


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
