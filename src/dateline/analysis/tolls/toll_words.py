"""Which words count people, and as what: killed, wounded, taken, freed or driven out."""

from __future__ import annotations

from ...types import TollKind
from ..grammar.parse import Token

_VERBS: dict[str, TollKind] = {
    verb: kind
    for kind, verbs in {
        TollKind.KILLED: "kill murder slay assassinate execute massacre slaughter behead lynch die "
        "perish drown eliminate martyr",
        TollKind.WOUNDED: "wound injure hurt maim",
        TollKind.CAPTURED: "capture seize apprehend",
        TollKind.ABDUCTED: "abduct kidnap snatch",
        TollKind.ARRESTED: "arrest detain",
        TollKind.HELD: "hold imprison jail",
        TollKind.RELEASED: "release free liberate exchange swap rescue",
        TollKind.DISPLACED: "displace flee uproot",
        TollKind.SURRENDERED: "surrender defect",
    }.items()
    for verb in verbs.split()
}
STATES: dict[str, TollKind] = {
    "dead": TollKind.KILLED, "killed": TollKind.KILLED, "slain": TollKind.KILLED,
    "wounded": TollKind.WOUNDED, "injured": TollKind.WOUNDED, "hurt": TollKind.WOUNDED,
    "missing": TollKind.MISSING, "captured": TollKind.CAPTURED, "kidnapped": TollKind.ABDUCTED,
    "displaced": TollKind.DISPLACED, "homeless": TollKind.DISPLACED,
}  # fmt: skip
NOUNS: dict[str, TollKind] = {
    "death": TollKind.KILLED, "fatality": TollKind.KILLED, "casualty": TollKind.KILLED,
    "loss": TollKind.KILLED,
    "injury": TollKind.WOUNDED, "body": TollKind.KILLED, "corpse": TollKind.KILLED,
}  # fmt: skip
_TAKEN: dict[str, TollKind] = {
    "hostage": TollKind.ABDUCTED, "captive": TollKind.ABDUCTED, "prisoner": TollKind.CAPTURED,
}  # fmt: skip
HARM = frozenset({TollKind.KILLED, TollKind.WOUNDED})
_DEADLY = frozenset("hack stab beat burn club stone crush starve torture bludgeon".split())


def kind_of_verb(token: Token) -> TollKind | None:
    """What a verb does to the people it counts; ``None`` when it counts nobody."""
    if token.pos != "VERB" and not (token.tag == "VBN" and token.dep in ("acl", "amod")):
        return None
    if _is_to_death(token):
        return TollKind.KILLED
    if token.lemma == "take" and (taken := token.child("oprd", "acomp", "xcomp")) is not None:
        return _TAKEN.get(taken.lemma)
    if token.lemma in ("claim", "cost", "take") and token.child("dobj") is not None:
        return TollKind.KILLED if are_lives(token.child("dobj")) else None
    if token.lemma == "lose":
        return TollKind.KILLED if are_lives(token.child("dobj")) else None
    return _VERBS.get(token.lemma)


def _is_to_death(verb: Token) -> bool:
    """ "Shot dead", "hacked to death"."""
    for child in verb.children:
        if verb.lemma == "shoot" and child.lemma == "dead":
            return True
        thing = child.child("pobj") if child.dep == "prep" and child.lemma == "to" else None
        if thing is not None and thing.lemma == "death" and verb.lemma in _DEADLY:
            return True
    return False


def are_lives(thing: Token | None) -> bool:
    """ "Claimed twelve lives"."""
    return thing is not None and thing.lemma == "life"


def does_harm(verb: Token) -> bool:
    """Whether a verb tells of harm done: "killed ten", "left ten dead"."""
    left = verb.child("oprd", "acomp", "ccomp") if verb.lemma == "leave" else None
    is_left = left is not None and STATES.get(left.text.lower()) in HARM
    return is_left or is_consequence(verb)


def is_consequence(verb: Token) -> bool:
    """Whether a verb tells what an event did to people, so that it may be another's toll."""
    return kind_of_verb(verb) in HARM
