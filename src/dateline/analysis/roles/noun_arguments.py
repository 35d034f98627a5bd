"""What stands where around a noun that names an event, and the verb that supports it."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.parse import Token
from ..grammar.slots import Argument, Arguments, far_against, in_order, in_slot, prepositions_of
from ..grammar.subjects import agents_of, is_passive, subjects_of
from ..status.attitudes import Attitudes, Bearing
from ..triggers.finding import Found

_GIVING_UP = frozenset({"cancel", "abort", "call", "fail", "suspend", "postpone", "abandon"})
_TAKING_PART = frozenset("role involvement part hand participation".split())
_TRAVELLING = frozenset("travel fly arrive go come visit".split())
_PERCEIVING = frozenset({"hear", "report", "see", "witness"})
_SERIES = frozenset("wave series spate string number spree".split())
_CAUSING = frozenset("trigger spark provoke prompt cause".split())
_PLANTING = frozenset("plant lay place detonate set hide".split())
_OWNING_UP = frozenset({"claim", "admit"})
_BLAMING = frozenset("blame condemn denounce fault".split())
_DAMAGING = frozenset("damage wreck cripple flatten".split())
_SPEAKING_OF = frozenset("deny condemn denounce deplore mourn mark avenge survive witness".split())
_MEASURES = frozenset("hour day week month year round series session".split())
_OWN_DOING = frozenset({Bearing.PLANNED, Bearing.THREATENED, Bearing.TRIED})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def of_noun(found: Found, attitudes: Attitudes) -> Arguments:
    """What fills the slots of a noun that names an event."""
    noun = found.head
    inside = {token.index for token in found.tokens}
    pairs = [Argument(slot, head) for part in found.tokens for slot, head in prepositions_of(part)]
    for child in (child for part in found.tokens for child in part.children):
        if child.dep == "poss":
            pairs += in_slot("possessive", child.conjuncts())
        elif child.dep in ("compound", "amod", "nmod") and child.index not in inside:
            pairs.append(Argument("modifier", child))
        elif child.dep in ("acl", "relcl"):
            pairs += _carried_out(child, attitudes)
    pairs += far_against(noun)
    pairs += _responsible(noun)
    pairs += _answerable(noun)
    pairs += in_slot("subject", _blamed_for(noun))
    pairs += in_slot("against", _damaged(noun))
    noun = _carrier(noun)
    governed = noun.dep in ("dobj", "nsubjpass")
    bearing = attitudes.of_verb(noun.head) if governed else None
    is_resisted = bearing is Bearing.FAILED and noun.head.lemma not in _GIVING_UP
    doers = agents_of if noun.dep == "nsubjpass" else subjects_of
    if is_resisted:
        pairs += in_slot("resisted by", doers(noun.head))
    elif noun.dep == "dobj" and noun.head.lemma in _SPEAKING_OF:
        pairs += in_slot("spoken of by", subjects_of(noun.head))
    elif bearing in _OWN_DOING:  # "is planning an offensive on Goma"
        pairs += in_slot("subject", doers(noun.head))
        pairs += [
            Argument(slot, head)
            for slot, head in prepositions_of(noun.head)
            if slot != "by" and head.index > noun.index
        ]
    support = support_of(noun, attitudes, found.light)
    clause = noun
    if support is not None and support.lemma in _OWNING_UP and support.is_negated:
        support = None  # "no group has claimed the attack": it is as real as before
    if support is not None:
        clause = support
        pairs += _of_support(noun, support, "resisted by" if is_resisted else "subject")
    pairs = [pair for pair in pairs if pair.head.index not in inside]
    return Arguments(clause, support, in_order(pairs))


def _carrier(noun: Token) -> Token:
    """ "Ended two days of talks": the noun that stands in the sentence for what it measures."""
    measure = noun.head.head
    is_measured = noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.dep == "prep"
    return measure if is_measured and measure.lemma in _MEASURES else noun


def support_of(noun: Token, attitudes: Attitudes, light: frozenset[str]) -> Token | None:
    """The verb that says no more than that the noun's event takes place, if there is one."""
    governor = noun.head
    while noun.dep == "conj" and governor.pos in ("NOUN", "PROPN"):
        noun, governor = governor, governor.head
    if governor.pos not in ("VERB", "AUX") or governor is noun:
        if noun.dep == "pobj" and governor.head.pos == "VERB":
            verb = governor.head
            return verb if f"{verb.lemma} {governor.lemma}" in attitudes.light_with else None
        return None
    if noun.dep in ("dobj", "nsubjpass", "attr", "oprd") and (
        governor.lemma in attitudes.light or governor.lemma in light
    ):
        return governor
    if noun.dep in ("nsubj", "nsubjpass") and governor.lemma in attitudes.happening:
        is_from = governor.lemma == "come" and any(
            child.lemma == "from" for child in governor.children
        )
        return governor if not is_from else None  # "no evidence that it came from Yemen"
    return None


def _of_support(noun: Token, support: Token, slot_of_subject: str) -> Iterator[Argument]:
    is_subject = noun.dep in ("nsubj", "nsubjpass") or (
        noun.dep == "conj" and noun.head.dep in ("nsubj", "nsubjpass")
    )
    if support.lemma in _PERCEIVING:
        pass  # "residents heard explosions"
    elif not is_subject and support.dep == "advcl" and support.lemma in _CAUSING:
        pass  # "a boy was killed, triggering protests": he does not protest
    elif not is_subject:
        yield from in_slot(slot_of_subject, subjects_of(support))
    elif is_passive(support):
        yield from in_slot(slot_of_subject, agents_of(support))
    for slot, head in prepositions_of(support):
        if not (slot == "by" and is_passive(support)) and head is not noun:
            is_where = slot == "to" and support.lemma in _TRAVELLING
            yield Argument("in" if is_where else slot, head)


def _responsible(noun: Token) -> Iterator[Argument]:
    """ "Claimed responsibility for the attack", "denied any role in it": whose deed it would be."""
    if noun.dep == "pobj" and noun.head.lemma == "in" and noun.head.head.lemma in _TAKING_PART:
        verb = noun.head.head.head
        if verb.lemma in ("deny", "admit", "acknowledge", "confess"):
            yield from in_slot("subject", subjects_of(verb))
    if noun.dep == "pobj" and noun.head.lemma == "for" and noun.head.head.lemma == "responsibility":
        verb = noun.head.head.head
        if verb.lemma in ("claim", "admit", "accept", "take", "assume") and not verb.is_negated:
            yield from in_slot("subject", (one for one in subjects_of(verb) if not one.is_nobody))


def _answerable(noun: Token) -> Iterator[Argument]:
    """ "Fano is responsible for the kidnappings", "was behind the attack": whose deed they are."""
    if noun.dep != "pobj":
        return
    link = noun.head
    if link.lemma == "of" and link.head.lemma in _SERIES and link.head.dep == "pobj":
        link = link.head.head  # "responsible for a wave of kidnappings"
    if link.lemma == "for" and link.head.lemma == "responsible" and link.head.dep == "acomp":
        yield from in_slot("subject", subjects_of(link.head.head))
    elif link.lemma == "behind" and link.head.lemma == "be":
        yield from in_slot("subject", subjects_of(link.head))


def _blamed_for(noun: Token) -> Iterator[Token]:
    """ "Blamed Iran for the explosion": whose deed it is said to be."""
    link = noun.head
    if noun.dep != "pobj" or link.lemma != "for":
        return
    verb = link.head
    while verb.dep in ("conj", "prep") and verb.pos == "ADP":
        verb = verb.head  # "for the raid and for the killing"
    if verb.lemma in _BLAMING and verb.child("dobj") is not None:
        yield from (verb.child("dobj") or verb).conjuncts()


def _damaged(noun: Token) -> Iterator[Token]:
    """ "An attack damaged two pumping stations": what it was on."""
    thing = noun.head.child("dobj")
    if noun.dep == "nsubj" and noun.head.lemma in _DAMAGING and thing is not None:
        yield from thing.conjuncts()


def _carried_out(clause: Token, attitudes: Attitudes) -> Iterator[Argument]:
    """ "An attack carried out by X", "an offensive X launched"."""
    if clause.lemma not in attitudes.light and clause.lemma not in _PLANTING:
        return
    if clause.tag == "VBN":
        yield from in_slot("subject", agents_of(clause))
    else:
        own = clause.child("nsubj")
        if own is not None and own.lemma not in _RELATIVE:
            yield from in_slot("subject", own.conjuncts())
    for slot, head in prepositions_of(clause):
        if slot != "by":
            yield Argument(slot, head)
