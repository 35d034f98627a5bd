"""Compute the events of a store from the claims of its current readings."""

from __future__ import annotations

from collections.abc import Iterator

from ..consolidation import Kinds, PreviousEvent, consolidate, remember
from ..store import Store
from ..types import Event, Hierarchy
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
    events = tuple(store.events())
    yield from remember(events, find_claims(store, events))
