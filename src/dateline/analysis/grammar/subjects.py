"""Who does it and what it is done to, as a verb's grammar has it.

Voice, control, relative clauses and coordination are undone here.
"""

from __future__ import annotations

from collections.abc import Iterator

from .parse import Token
from .slots import prepositions_of

# "Called off the attack" is said of who attacks, "repelled the attack" of whom it was on.
_BLAMING = frozenset(
    "arrest detain jail imprison sentence fine sanction punish blame condemn criticise criticize "
    "denounce charge convict dismiss sack thank praise".split()
)
_WANTING = frozenset("urge demand seek request welcome condemn oppose reject want".split())
_WRITTEN = frozenset(
    "statement declaration letter message resolution petition communique communiqué note appeal "
    "report speech article motion".split()
)
_TRIES = frozenset("attempt bid effort try move plan push".split())
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


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


def subjects_of(verb: Token) -> Iterator[Token]:
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
        elif governor.pos == "ADJ":  # "are likely to attack"
            yield from subjects_of(governor.head)
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
            yield from _acting(governor) if not is_passive(verb) else subjects_of(governor)
        elif governor.pos in ("ADJ",):
            yield from subjects_of(governor.head)
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
    yield from subjects_of(verb)


def _owner(noun: Token) -> Iterator[Token]:
    """Who a noun belongs to: "the army's plan", "a plan by the army"; who has it."""
    for child in noun.children:
        if child.dep == "poss":
            yield child
            return
    for slot, head in prepositions_of(noun):
        if slot in ("by", "of"):
            yield head
            return
    for child in noun.children:  # "a Georgian attempt to", "the rebel bid to"
        is_people = child.dep == "amod" and child.text[:1].isupper() and child.index > 0
        if is_people or (child.dep == "compound" and noun.lemma in _TRIES):
            yield child
            return
    is_had = noun.dep in ("dobj", "attr") and noun.head.pos in ("VERB", "AUX")
    if is_had and noun.head.lemma not in _WANTING:  # "the UN urged a halt" is not the UN's halt
        yield from subjects_of(noun.head)


def _antecedents(subject: Token, verb: Token) -> Iterator[Token]:
    """A relative pronoun stands for the noun its clause hangs from."""
    if subject.lemma in _RELATIVE and verb.dep == "relcl":
        yield verb.head
        return
    if subject.lemma in _RELATIVE and verb.dep == "conj" and verb.head.dep == "relcl":
        yield verb.head.head
        return
    yield from subject.conjuncts()


def objects_of(verb: Token, inside: set[int]) -> Iterator[Token]:
    """What a verb is done to, but for what is ``inside`` its phrase ("open fire")."""
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
        is_where = any(child.lemma in ("where", "when") for child in verb.children)
        if not relative and not is_where and verb.child("nsubj"):
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


def agents_of(verb: Token) -> Iterator[Token]:
    """By whom a passive is done."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lemma == "by"):
            for head in child.children:
                if head.dep in ("pobj", "pcomp"):
                    yield from head.conjuncts()
    if verb.dep == "conj" and verb.tag == "VBN":
        return
    for child in verb.children:  # "was shot and killed by X" hangs the agent on the last
        if child.dep == "conj" and child.tag == "VBN" and child.child("agent"):
            yield from agents_of(child)
