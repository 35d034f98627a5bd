"""Where both sides act: who is named as the first, and two sides that share one word."""

from __future__ import annotations

from ...codebook.kinds import Role
from ..names.phrases import Phrases
from .fillers import Filler


def put_sides(fillers: list[Filler], phrases: Phrases) -> list[Filler]:
    """Where both sides act, the first named is put as actor and the others as targets."""
    sides = [filler for filler in fillers if filler.role is Role.SIDES]
    if not sides:
        actors = [filler for filler in fillers if filler.role is Role.ACTOR]
        has_target = any(filler.role is Role.TARGET for filler in fillers)
        sides = actors[:2] if len(actors) == 2 and not has_target else []
        sides = sides or (actors if not has_target else [])
    if len(sides) == 1:
        split = _two_in_one(sides[0], phrases)
        fillers = [filler for filler in fillers if not split or filler is not sides[0]] + split
        sides = split or [filler for filler in sides if filler.role is Role.SIDES]
    if not sides:
        return fillers
    first = sides[0]
    has_actor = any(filler.role is Role.ACTOR and filler not in sides for filler in fillers)
    placed = {
        id(filler): Filler(
            filler.head,
            Role.TARGET if filler is not first or has_actor else Role.ACTOR,
            filler.because,
        )
        for filler in sides
    }
    return [placed.get(id(filler), filler) for filler in fillers]


def _two_in_one(filler: Filler, phrases: Phrases) -> list[Filler]:
    """ "Chadian and Sudanese officials": two sides that share one word."""
    for child in filler.head.children:
        if child.dep in ("amod", "compound", "nmod") and filler.head.tag in ("NNS", "NNPS"):
            names = [one for one in child.conjuncts() if phrases.names.is_demonym(one.text)]
            if len(names) == 2:
                return [Filler(name, filler.role, filler.because) for name in names]
        of = child.child("pobj") if child.dep == "prep" and child.lemma == "of" else None
        if of is not None and filler.head.tag in ("NNS", "NNPS"):
            # "The presidents of Chad and Niger"
            names = [one for one in of.conjuncts() if one.is_name and phrases.can_act(one)]
            if len(names) == 2:
                return [Filler(name, filler.role, filler.because) for name in names]
    return []
