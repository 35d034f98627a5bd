"""Whose a thing or a place is, and who sent a weapon."""

from __future__ import annotations

from ...codebook.kinds import Class
from ..grammar.parse import Token
from ..grammar.slots import prepositions_of
from ..names.phrases import Phrases

LAUNCHING = frozenset("fire launch drop shoot send throw lob".split())
SENDING = LAUNCHING | frozenset("plant lay place set detonate leave hurl fly pilot operate".split())


def owner_of(head: Token, phrases: Phrases) -> Token | None:
    """Whose a thing or place is, if that can act: "army positions", "the group's base"."""
    for child in head.children:
        if child.dep in ("poss", "compound", "amod", "nmod"):
            known = (
                phrases.is_known_actor(child)
                or phrases.lexicon.class_of(child.lemma) is Class.ARMED
            )
            if known and child.lemma not in phrases.lexicon.weapon:
                return child
        if child.dep == "prep" and child.lemma in ("of", "belonging"):
            thing = child.child("pobj")
            if (
                thing is not None
                and phrases.classes(thing) & {Class.ARMED, Class.BODY}
                and phrases.can_act(thing)
            ):
                return thing
        if child.dep == "acl" and child.lemma in (
            "hold",
            "control",
            "belong",
            "man",
            "use",
            "occupy",
            "own",
            "run",
        ):
            agent = next((part for part in child.children if part.dep in ("agent", "prep")), None)
            thing = agent.child("pobj") if agent else None
            if thing is not None and phrases.can_act(thing):
                return thing
    return None


def sender_of(weapon: Token, phrases: Phrases) -> Token | None:
    """ "Rockets launched by Hezbollah hit a house": who sent what hit it."""
    for clause in weapon.children:
        if clause.dep == "acl" and clause.tag in ("VBN", "VBD") and clause.lemma in SENDING:
            sender = next((head for slot, head in prepositions_of(clause) if slot == "by"), None)
            if sender is not None and phrases.can_act(sender):
                return sender
    return None
