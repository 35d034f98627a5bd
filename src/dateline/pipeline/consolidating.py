"""Compute the events of a store from the claims of its current readings."""

from __future__ import annotations

from collections.abc import Iterator

from ..consolidation import Kinds, PreviousEvent, consolidate, remember
from ..store import Store
from ..types import Claim, Event, Hierarchy


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
    current = {claim.id: claim for claim in store.claims()} if events else {}
    yield from remember(events, _claims(store, events, current))


def _claims(store: Store, events: tuple[Event, ...], current: dict[str, Claim]) -> Iterator[Claim]:
    """The claims that events rest on; those of older readings are still in the store."""
    for event in events:
        for claim in event.claims:
            yield current.get(claim) or store.get_claim(claim)
