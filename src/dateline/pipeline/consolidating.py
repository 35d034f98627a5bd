"""Compute the events of a store from the claims of its current readings."""

from __future__ import annotations

from collections.abc import Iterator

from ..consolidation import Consolidation, Kinds, PreviousEvent, carry_over, consolidate, remember
from ..store import Store
from ..types import DocumentId, Event, Hierarchy
from .crashing import crash_at
from .evidence import find_claims
from .leasing import Leases

# Whoever holds it computes; who waits for it then sees what the other one read.
CONSOLIDATION = "consolidation"


def consolidate_store(store: Store, *, hierarchy: Hierarchy, kinds: Kinds) -> tuple[Event, ...]:
    """Join all claims into events, keeping the ids that events had, and store them.

    One process at a time, so that what one computed from fewer readings never comes after what
    another computed from more.
    """
    leases = Leases(store)
    while True:
        with leases.alone(CONSOLIDATION):
            result = _consolidate(store, hierarchy=hierarchy, kinds=kinds)
            crash_at("events-computed")
            if not leases.take([CONSOLIDATION]):
                continue  # it took so long that another process was let in
            store.set_events(
                result.events,
                {gone.old: gone.new for gone in result.redirects if gone.new is not None},
            )
            crash_at("events-kept")
            return result.events


def _consolidate(store: Store, *, hierarchy: Hierarchy, kinds: Kinds) -> Consolidation:
    return consolidate(
        store.current_readings(),
        hierarchy=hierarchy,
        kinds=kinds,
        previous=tuple(_previous(store)),
    )


def _previous(store: Store) -> Iterator[PreviousEvent]:
    """The events as they were, found again in texts that were edited since."""
    events = tuple(store.events())
    current = store.successors()
    cited = {document for event in events for document in event.documents} & current.keys()
    successors = {
        old: (_text(store, old), current[old], _text(store, current[old])) for old in cited
    }
    for event in remember(events, find_claims(store, events)):
        yield carry_over(event, successors)


def _text(store: Store, document: DocumentId) -> str:
    return store.get_document(document).text
