"""Compute the events of a store from the claims of its current readings."""

from __future__ import annotations

from collections.abc import Iterator

from ..consolidation import Kinds, PreviousEvent, carry_over, consolidate, remember
from ..store import Store
from ..types import DocumentId, Event, Hierarchy
from .evidence import find_claims


def consolidate_store(store: Store, *, hierarchy: Hierarchy, kinds: Kinds) -> tuple[Event, ...]:
    """Join all claims into events, keeping the ids that events had, and store them."""
    result = consolidate(
        store.current_readings(),
        hierarchy=hierarchy,
        kinds=kinds,
        previous=tuple(_previous(store)),
    )
    redirects = {
        redirect.old: redirect.new for redirect in result.redirects if redirect.new is not None
    }
    store.set_events(result.events, redirects)
    return result.events


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
