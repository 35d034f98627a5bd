"""What stands where around a trigger: subject, object, prepositions, as the grammar has it.

Voice, light verbs, control, relative clauses and coordination are undone here, so that everything
after it sees who did it and to whom, whichever way it was put.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .attitudes import Attitudes, Bearing
from .parse import Token
from .triggers import Found

_SUBJECTS = ("nsubj", "csubj", "expl")
# "Called off the attack" is said of who attacks, "repelled the attack" of whom it was on.
_BLAMING = frozenset(
    "arrest detain jail imprison sentence fine sanction punish blame condemn criticise criticize "
    "denounce charge convict dismiss sack thank praise".split()
)
_GIVING_UP = frozenset({"cancel", "abort", "call", "fail", "suspend", "postpone", "abandon"})
_WANTING = frozenset("urge demand seek request welcome condemn oppose reject want".split())
_TAKING_PART = frozenset("role involvement part hand participation".split())
_PERCEIVING = frozenset({"hear", "report", "see", "witness"})
_SERIES = frozenset("wave series spate string number spree".split())
_CAUSING = frozenset("trigger spark provoke prompt cause".split())
_OWNING_UP = frozenset({"claim", "admit"})
_SPEAKING_OF = frozenset("condemn denounce deplore mourn mark avenge survive witness".split())
_MEASURES = frozenset("hour day week month year round series session".split())
_OWN_DOING = frozenset({Bearing.PLANNED, Bearing.THREATENED, Bearing.TRIED})
_OBJECTS = ("dobj", "obj", "dative", "attr", "oprd")
_NO_SLOT = frozenset(
    {"according", "because", "due", "owing", "thanks", "prior", "instead", "despite", "including"}
)
_WRITTEN = frozenset(
    "statement declaration letter message resolution petition communique communiqué note appeal "
    "report speech article motion".split()
)
_SIDES = frozenset({"front", "entrance", "gate", "doorstep"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True, slots=True, eq=False)
class Argument:
    """A head word and the slot it fills: ``subject``, ``object`` or a preposition."""

    slot: str
    head: Token


@dataclass(frozen=True, slots=True, eq=False)
class Arguments:
    """The slots of one trigger, its subject being who acts whatever the voice."""

    clause: Token  # the verb (or noun) whose tense and mood are the event's
    support: Token | None  # a light verb: "launched" of "launched an attack"
    found: tuple[Argument, ...]  # in text order
    is_passive: bool = False
    is_participle: bool = False  # "the prisoners captured on 25 July"

    def of(self, *slots: str) -> tuple[Token, ...]:
        """The heads that fill any of these slots."""
        return tuple(argument.head for argument in self.found if argument.slot in slots)


def find_arguments(found: Found, attitudes: Attitudes) -> Arguments:
    """Collect what fills the slots of a trigger."""
    if found.is_verb:
        return _of_verb(found, attitudes)
    return _of_noun(found, attitudes)


# ---- verbs -----------------------------------------------------------------------------------


def _of_verb(found: Found, attitudes: Attitudes) -> Arguments:
    verb = found.head
    inside = {token.index for token in found.tokens}
    passive = is_passive(verb)
    subject, objects = list(_subject(verb)), list(_objects(verb, inside))
    participle = (
        verb.tag == "VBN"
        and verb.dep in ("acl", "amod")
        and not any(child.dep in ("aux", "dobj") for child in verb.children)
    )
    pairs: list[Argument] = []
    if passive:
        pairs += _arguments("object", subject)
        pairs += _arguments("subject", _agents(verb))
        pairs += _arguments("object", objects)
    else:
        pairs += _arguments("subject", subject)
        pairs += _arguments("object", objects)
    for part in found.tokens:  # "open fire on": the preposition may hang from any part
        for slot, head in _prepositions(part):
            if not (passive and slot == "by" and part is verb):
                pairs.append(Argument(slot, head))
    for token in objects:  # "attacked positions of X", "launched shells at Y": kept on the object
        pairs += [Argument(slot, head) for slot, head in _prepositions(token) if slot != "of"]
    pairs += _far_against(verb)
    pairs = [pair for pair in pairs if pair.head.index not in inside]
    return Arguments(verb, None, _in_order(pairs), passive, participle)


def is_passive(verb: Token) -> bool:
    """Whether a verb's grammatical subject is what it is done to."""
    relations = {child.dep for child in verb.children}
    if verb.tag == "VBD" and "agent" in relations and "dobj" not in relations:
        return True  # "artillery fired by the rebels hit a market" is often tagged so
    if verb.tag != "VBN":
        return False
    if relations & {"nsubjpass", "auxpass", "agent", "csubjpass"}:
        return True
    if any(child.dep == "aux" and child.lemma == "have" for child in verb.children):
        return False
    if verb.dep in ("acl", "amod"):
        # "Gunmen killed ten villagers" is often parsed as a reduced relative; its object tells.
        return "dobj" not in relations
    if verb.dep == "conj" and verb.head.tag == "VBN" and "nsubj" not in relations:
        return is_passive(verb.head)
    if verb.dep == "xcomp" and verb.head.tag == "VBN" and not relations & {"dobj", "aux"}:
        return True  # "were believed killed"
    return verb.dep in ("advcl", "ROOT", "oprd", "ccomp") and not relations & {"dobj", "aux"}


def _subject(verb: Token) -> Iterator[Token]:
    """The grammatical subject, found where the sentence leaves it out."""
    own = verb.child("nsubj", "nsubjpass", "csubj")
    if own is not None:
        yield from _antecedents(own, verb)
        return
    yield from _subject_left_out(verb)


def _subject_left_out(verb: Token) -> Iterator[Token]:
    governor = verb.head
    if governor is verb:
        return
    if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        if verb.tag == "VBG" and governor.lemma in _WRITTEN:  # "a statement condemning"
            yield from _owner(governor)
        elif verb.tag in ("VBN", "VBG", "VBD"):
            yield from governor.conjuncts() if governor.dep != "conj" else (governor,)
        else:  # "a plan to attack": who plans
            yield from _owner(governor)
    elif verb.dep == "xcomp" and verb.tag in ("VB", "VBG", "VBN"):
        controller = governor.child("dobj") or _called_on(governor)
        if controller is not None and controller.index < verb.index and governor.lemma not in (
            "promise", "threaten", "use", "vow"
        ):  # fmt: skip
            yield from controller.conjuncts()
        else:
            yield from _acting(governor)
    elif verb.dep in ("advcl", "conj", "xcomp", "ccomp", "dep", "pcomp"):
        if verb.dep == "pcomp":
            governor = governor.head
            accused = governor.child("dobj", "nsubjpass")
            if verb.head.lemma in ("of", "from") and accused is not None:
                yield from accused.conjuncts()  # "accused Israel of bombing"
                return
            punished = _punished(governor) if verb.head.lemma == "for" else None
            if punished is not None:
                yield from punished.conjuncts()
                return
        if governor.pos in ("VERB", "AUX"):
            yield from _acting(governor) if not is_passive(verb) else _subject(governor)
        elif governor.pos in ("ADJ",):
            yield from _subject(governor.head)
        elif governor.pos in ("NOUN", "PROPN"):
            yield from _owner(governor)


def _punished(verb: Token) -> Token | None:
    """ "Jailed two men for arming gangs", "imposed sanctions on two men for arming gangs"."""
    if verb.lemma in _BLAMING:
        return verb.child("dobj", "nsubjpass")
    measure = verb.child("dobj", "nsubjpass")
    if verb.lemma != "impose" or measure is None:
        return None
    links = (child for noun in (measure, verb) for child in noun.children if child.lemma == "on")
    return next((link.child("pobj") for link in links), None)


def _called_on(verb: Token) -> Token | None:
    """ "Called on the army to withdraw": who is to do it."""
    if verb.lemma not in ("call", "appeal", "rely", "count", "wait"):
        return None
    for child in verb.children:
        if child.dep == "prep" and child.lemma in ("on", "upon", "to", "for"):
            return child.child("pobj")
    return None


def _acting(verb: Token) -> Iterator[Token]:
    """Who carries on from one verb to the next: its subject, in whatever voice."""
    yield from _subject(verb)


def _owner(noun: Token) -> Iterator[Token]:
    """Who a noun belongs to: "the army's plan", "a plan by the army"; who has it."""
    for child in noun.children:
        if child.dep == "poss":
            yield child
            return
    for slot, head in _prepositions(noun):
        if slot in ("by", "of"):
            yield head
            return
    is_had = noun.dep in ("dobj", "attr") and noun.head.pos in ("VERB", "AUX")
    if is_had and noun.head.lemma not in _WANTING:  # "the UN urged a halt" is not the UN's halt
        yield from _subject(noun.head)


def _antecedents(subject: Token, verb: Token) -> Iterator[Token]:
    """A relative pronoun stands for the noun its clause hangs from."""
    if subject.lemma in _RELATIVE and verb.dep == "relcl":
        yield verb.head
        return
    if subject.lemma in _RELATIVE and verb.dep == "conj" and verb.head.dep == "relcl":
        yield verb.head.head
        return
    yield from subject.conjuncts()


def _objects(verb: Token, inside: set[int]) -> Iterator[Token]:
    for child in verb.children:
        if child.dep == "oprd" and child.pos == "ADJ":
            continue  # "released unharmed"
        if child.dep in ("dobj", "obj", "attr", "oprd") and child.index not in inside:
            yield from _antecedents(child, verb)
        elif child.dep == "npadvmod" and child.tag == "CD":
            yield child  # "shot down 14 of 20 drones" is often parsed so
        elif child.dep == "dative" and child.pos != "ADP":
            yield from child.conjuncts()
        elif child.dep == "prt" and child.lemma == "up":
            yield from _up_to(child)
    if verb.dep == "relcl" and verb.tag != "VBN" and not verb.child("dobj", "nsubjpass"):
        relative = any(child.lemma in _RELATIVE and child.dep == "nsubj" for child in verb.children)
        if not relative and verb.child("nsubj"):
            yield verb.head  # "the town the rebels captured"
    if verb.dep == "conj" and not verb.child("dobj", "prep") and not is_passive(verb):
        # "bombed and shelled the town" hangs the object on either verb.
        shared = verb.head.child("dobj")
        if shared is not None and shared.index > verb.index:
            yield from shared.conjuncts()
    shared_by = next((child for child in verb.children if child.dep == "conj"), None)
    if shared_by is not None and not verb.child("dobj", "prep", "ccomp", "xcomp", "prt"):
        shared = shared_by.child("dobj")
        if shared is not None and shared_by.child("nsubj") is None and not is_passive(verb):
            yield from shared.conjuncts()


def _up_to(particle: Token) -> Iterator[Token]:
    """ "Kidnapped up to sixteen advisers", where "up" is taken for a particle."""
    preposition = particle.child("prep")
    if preposition is not None and preposition.lemma == "to":
        counted = preposition.child("pobj")
        if counted is not None and (counted.tag == "CD" or counted.child("nummod")):
            yield from counted.conjuncts()


def _agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lemma == "by"):
            for head in child.children:
                if head.dep in ("pobj", "pcomp"):
                    yield from head.conjuncts()
    if verb.dep == "conj" and verb.tag == "VBN":
        return
    for child in verb.children:  # "was shot and killed by X" hangs the agent on the last
        if child.dep == "conj" and child.tag == "VBN" and child.child("agent"):
            yield from _agents(child)


# ---- nouns -----------------------------------------------------------------------------------


def _of_noun(found: Found, attitudes: Attitudes) -> Arguments:
    noun = found.head
    inside = {token.index for token in found.tokens}
    pairs = [Argument(slot, head) for part in found.tokens for slot, head in _prepositions(part)]
    for child in (child for part in found.tokens for child in part.children):
        if child.dep == "poss":
            pairs += _arguments("possessive", child.conjuncts())
        elif child.dep in ("compound", "amod", "nmod") and child.index not in inside:
            pairs.append(Argument("modifier", child))
        elif child.dep in ("acl", "relcl"):
            pairs += _carried_out(child, attitudes)
    pairs += _far_against(noun)
    pairs += _responsible(noun)
    pairs += _answerable(noun)
    noun = _carrier(noun)
    governed = noun.dep in ("dobj", "nsubjpass")
    bearing = attitudes.of_verb(noun.head) if governed else None
    is_resisted = bearing is Bearing.FAILED and noun.head.lemma not in _GIVING_UP
    doers = _agents if noun.dep == "nsubjpass" else _subject
    if is_resisted:
        pairs += _arguments("resisted by", doers(noun.head))
    elif noun.dep == "dobj" and noun.head.lemma in _SPEAKING_OF:
        pairs += _arguments("spoken of by", _subject(noun.head))
    elif bearing in _OWN_DOING:  # "is planning an offensive on Goma"
        pairs += _arguments("subject", doers(noun.head))
        pairs += [
            Argument(slot, head)
            for slot, head in _prepositions(noun.head)
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
    return Arguments(clause, support, _in_order(pairs))


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
        return governor
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
        yield from _arguments(slot_of_subject, _subject(support))
    elif is_passive(support):
        yield from _arguments(slot_of_subject, _agents(support))
    for slot, head in _prepositions(support):
        if not (slot == "by" and is_passive(support)) and head is not noun:
            yield Argument(slot, head)


def _responsible(noun: Token) -> Iterator[Argument]:
    """ "Claimed responsibility for the attack", "denied any role in it": whose deed it would be."""
    if noun.dep == "pobj" and noun.head.lemma == "in" and noun.head.head.lemma in _TAKING_PART:
        verb = noun.head.head.head
        if verb.lemma in ("deny", "admit", "acknowledge", "confess"):
            yield from _arguments("subject", _subject(verb))
    if noun.dep == "pobj" and noun.head.lemma == "for" and noun.head.head.lemma == "responsibility":
        verb = noun.head.head.head
        if verb.lemma in ("claim", "admit", "accept", "take", "assume") and not verb.is_negated:
            yield from _arguments("subject", (one for one in _subject(verb) if not one.is_nobody))


def _answerable(noun: Token) -> Iterator[Argument]:
    """ "Fano is responsible for the kidnappings", "was behind the attack": whose deed they are."""
    if noun.dep != "pobj":
        return
    link = noun.head
    if link.lemma == "of" and link.head.lemma in _SERIES and link.head.dep == "pobj":
        link = link.head.head  # "responsible for a wave of kidnappings"
    if link.lemma == "for" and link.head.lemma == "responsible" and link.head.dep == "acomp":
        yield from _arguments("subject", _subject(link.head.head))
    elif link.lemma == "behind" and link.head.lemma == "be":
        yield from _arguments("subject", _subject(link.head))


def _carried_out(clause: Token, attitudes: Attitudes) -> Iterator[Argument]:
    """ "An attack carried out by X", "an offensive X launched"."""
    if clause.lemma not in attitudes.light:
        return
    if clause.tag == "VBN":
        yield from _arguments("subject", _agents(clause))
    else:
        own = clause.child("nsubj")
        if own is not None and own.lemma not in _RELATIVE:
            yield from _arguments("subject", own.conjuncts())
    for slot, head in _prepositions(clause):
        if slot != "by":
            yield Argument(slot, head)


# ---- shared ----------------------------------------------------------------------------------


def _prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Each preposition that hangs from a token, with each thing it governs."""
    for child in token.children:
        if child.text.lower() in _NO_SLOT:
            continue
        if child.dep in ("prep", "agent", "dative") and child.pos in (
            "ADP",
            "SCONJ",
            "VERB",
            "ADV",
        ):
            yield from _governed(child)


def _far_against(trigger: Token) -> Iterator[Argument]:
    """ "Against X" hung from a name in between still says whom the trigger is against."""
    waiting = [child for child in trigger.children if child.pos not in ("VERB", "AUX")]
    while waiting:
        token = waiting.pop()
        if token.lemma == "against" and token.pos == "ADP":
            for slot, head in _governed(token):
                yield Argument(slot, head)
        waiting += [child for child in token.children if child.pos not in ("VERB", "AUX")]


def _governed(preposition: Token) -> Iterator[tuple[str, Token]]:
    slot = preposition.lemma
    for child in preposition.children:
        beyond = _beyond(child) if child.dep == "pobj" else None
        if beyond is not None:
            yield from (("outside", head) for head in beyond.conjuncts())
        elif child.dep in ("pobj", "pcomp"):
            for head in child.conjuncts():
                yield slot, head
        elif child.dep in ("prep", "conj") and child.pos == "ADP":
            # "because of", "up to"; "at Hurayji and against SAA"
            yield from _governed(child)


def _beyond(side: Token) -> Token | None:
    """ "In front of the bank", "at the gates of the bank": the bank."""
    if side.lemma not in _SIDES or (side.child("det", "poss", "amod") and side.lemma == "front"):
        return None
    of = next((child for child in side.children if child.lemma in ("of", "to")), None)
    return of.child("pobj") if of else None


def _arguments(slot: str, heads: Iterable[Token]) -> list[Argument]:
    return [Argument(slot, head) for head in heads]


def _in_order(pairs: list[Argument]) -> tuple[Argument, ...]:
    seen: set[tuple[str, int]] = set()
    kept = []
    for pair in sorted(pairs, key=lambda pair: pair.head.index):
        if (pair.slot, pair.head.index) not in seen:
            seen.add((pair.slot, pair.head.index))
            kept.append(pair)
    return tuple(kept)
