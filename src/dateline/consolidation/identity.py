"""Give events their ids, and keep the ids they had.

An id comes from the founding claim, is given once, and stays with the event that keeps most of
the claims; an event that is gone redirects to the one that took most of its claims over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..types import Claim, ClaimId, DocumentId, Event, EventId, Span, fingerprint
from .resolved import ResolvedClaim


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """The words a claim rests on; they outlive the claim's id when a passage is read anew."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class PreviousEvent:
    """An event as it was before: its id and what it was made of."""

    id: EventId
    claims: frozenset[ClaimId]
    triggers: frozenset[Trigger]


@dataclass(frozen=True, slots=True)
class Redirect:
    """An id that no event bears any more; ``new`` is ``None`` when nothing took its claims over."""

    old: EventId
    new: EventId | None


@dataclass(frozen=True, slots=True)
class Naming:
    """One id for each group, in their order, and the ids that are gone."""

    ids: tuple[EventId, ...]
    redirects: tuple[Redirect, ...]


def remember(events: Iterable[Event], claims: Iterable[Claim]) -> tuple[PreviousEvent, ...]:
    """Keep of events what their successors are known by; ``claims`` are those they had."""
    triggers = {claim.id: Trigger(claim.document, claim.trigger) for claim in claims}
    return tuple(
        PreviousEvent(
            event.id,
            frozenset(event.claims),
            frozenset(triggers[claim] for claim in event.claims if claim in triggers),
        )
        for event in events
    )


def give_ids(
    groups: tuple[tuple[ResolvedClaim, ...], ...],
    previous: Iterable[PreviousEvent],
    *,
    is_taken: Callable[[EventId], bool] = lambda event: False,
) -> Naming:
    """Name groups of claims, each in the order told, after the events they continue.

    No event is called by an id that a previous one has, or that ``is_taken`` by another.
    """
    known = {event.id: event for event in previous}
    shares = _shares(groups, known)
    heirs: dict[EventId, int] = {}
    names: dict[int, EventId] = {}
    for *_, old, index in sorted(shares):
        if old not in heirs and index not in names:
            heirs[old], names[index] = index, old
    taken = set(known)
    for index, group in enumerate(groups):
        if index not in names:
            names[index] = _new_id(group[0].claim.id, lambda id: id in taken or is_taken(id))
            taken.add(names[index])
    redirects = tuple(
        Redirect(old, _successor(old, shares, names)) for old in sorted(known) if old not in heirs
    )
    return Naming(tuple(names[index] for index in range(len(groups))), redirects)


Share = tuple[int, int, EventId, int]


def _shares(
    groups: tuple[tuple[ResolvedClaim, ...], ...], known: Mapping[EventId, PreviousEvent]
) -> list[Share]:
    """How much each group has of each previous event; the most sorts first."""
    by_claim = {claim: event.id for event in known.values() for claim in event.claims}
    told: dict[DocumentId, list[tuple[Span, EventId]]] = {}
    for event in known.values():
        for trigger in sorted(event.triggers):
            told.setdefault(trigger.document, []).append((trigger.span, event.id))
    shares = []
    for index, group in enumerate(groups):
        claims: dict[EventId, int] = {}
        words: dict[EventId, int] = {}
        for member in group:
            claim = member.claim
            if claim.id in by_claim:
                old = by_claim[claim.id]
                claims[old] = claims.get(old, 0) + 1
            for span, old in told.get(claim.document, ()):
                # Overlap, not equality: another reading may take "shelled the town" for "shelled".
                words[old] = words.get(old, 0) + span.overlaps(claim.trigger)
        olds = {old for old in (*claims, *words) if claims.get(old) or words.get(old)}
        shares += [(-claims.get(old, 0), -words.get(old, 0), old, index) for old in olds]
    return shares


def _successor(old: EventId, shares: list[Share], names: Mapping[int, EventId]) -> EventId | None:
    ranked = sorted(share for share in shares if share[2] == old)
    return names[ranked[0][3]] if ranked else None


def _new_id(founder: ClaimId, is_taken: Callable[[EventId], bool]) -> EventId:
    # After a split the larger part keeps the id although its founding claim may have left it.
    event = EventId(fingerprint("event", founder))
    while is_taken(event):
        event = EventId(fingerprint("event", event))
    return event
