"""Tell where a rocket came down from where it was fired: "fired from Gaza", "militants in Gaza"."""

from __future__ import annotations

from collections.abc import Iterable

from ...codebook.kinds import Role
from ...types import Mention
from ..places.where import FoundPlace, governing
from ..roles.assigning import FROM_AFAR
from .drafts import Draft

_DOING = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj"})


def without_origins(draft: Draft, found: Iterable[FoundPlace]) -> list[Mention]:
    """The places of a draft but those from where it was done."""
    places = {place.span: place for place in found}
    if draft.entry.kind.id not in FROM_AFAR:
        there = [mention for mention in draft.places if not _is_home(places.get(mention.span))]
        return there or draft.places
    kept = [
        mention
        for mention in draft.places
        if mention.span not in places or not _is_origin(places[mention.span])
    ]
    actors = {
        token.index
        for head in draft.heads(Role.ACTOR)
        if head.dep in ("nsubj", "agent", "pobj")
        for token in head.subtree()
    }
    hit = [
        mention
        for mention in kept
        if mention.span not in places or places[mention.span].name.index not in actors
    ]
    return hit or kept


def _is_home(place: FoundPlace | None) -> bool:
    """ "Militias from Lebanon attacked a convoy near Homs": where they come from."""
    preposition = governing(place) if place is not None else None
    if preposition is None or preposition.lemma != "from":
        return False
    return preposition.head.pos in ("NOUN", "PROPN") and preposition.head.dep in _DOING


def _is_origin(place: FoundPlace) -> bool:
    preposition = governing(place)
    if preposition is None and place.hangs.dep in ("poss", "compound", "conj"):
        head = place.hangs.head
        preposition = head.head if head.dep == "pobj" else None
    return preposition is not None and preposition.lemma == "from"
