"""Compute the events of a store from the claims of its current readings.

Where little changed, only what it can change is computed: the groups of the documents that
changed, all that links connect them with, and all that their new claims link to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ...consolidation import (
    Consolidation,
    PreviousEvent,
    carry_over,
    consolidate,
    group_claims,
    join_groups,
    remember,
)
from ...consolidation.compare import World
from ...consolidation.entries import are_linked, make_entry
from ...consolidation.join import Group
from ...store import GroupRow, Store
from ...types import DocumentId, Event, EventId
from ..processes.crashing import crash_at
from ..processes.leasing import Leases
from .evidence import find_claims
from .joining import GIST, Joining, make_row, make_rows

# Whoever holds it computes; who waits for it then sees what the other one read.
CONSOLIDATION = "consolidation"

# With more changed documents than one in so many, all are joined anew: that asks the store less.
# By design, not by measurement.
FEW = 6
# So few are taken in one by one however small the store is.
ALWAYS_FEW = 20

NO_EVENT = EventId("")


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What computing did: the events that it made anew, and how many there are in all."""

    events: tuple[Event, ...]
    total: int


def consolidate_store(store: Store, joining: Joining, *, anew: bool = False) -> Recomputed:
    """Join claims into events, keeping the ids that events had, and store them.

    One process at a time, so that what one computed from fewer readings never comes after what
    another computed from more. ``anew`` computes all of them even where little changed.
    """
    leases = Leases(store)
    joining = joining.owned(store.sources())
    while True:
        with leases.alone(CONSOLIDATION):
            seen = store.filing.stale_documents()
            is_current = store.filing.joined_digest() == joining.digest
            if is_current and not anew and _are_few(store, seen):
                step = _join_changed(store, joining, seen)
            else:
                step = _join_all(store, joining)
            crash_at("events-computed")
            if not leases.take([CONSOLIDATION]):
                continue  # it took so long that another process was let in
            _keep(store, joining, step, seen)
            crash_at("events-kept")
            return Recomputed(step.result.events, store.count_events())


def _are_few(store: Store, seen: Collection[DocumentId]) -> bool:
    return len(seen) <= ALWAYS_FEW or len(seen) * FEW <= store.count_documents()


@dataclass(frozen=True, slots=True)
class _Step:
    """What was computed, and what it takes the place of; of everything where that is ``None``."""

    result: Consolidation
    replaced: tuple[GroupRow, ...] | None = None


def _keep(store: Store, joining: Joining, step: _Step, seen: dict[DocumentId, int]) -> None:
    result = step.result
    redirects = {gone.old: gone.new for gone in result.redirects if gone.new is not None}
    rows = make_rows(result.filed)
    if step.replaced is None:
        store.filing.set_joined(result.events, redirects, rows, digest=joining.digest, seen=seen)
    else:
        store.filing.change_joined(step.replaced, result.events, redirects, rows, seen=seen)


def _join_all(store: Store, joining: Joining) -> _Step:
    return _Step(
        consolidate(
            store.current_readings(),
            hierarchy=joining.hierarchy,
            kinds=joining.kinds,
            previous=tuple(_previous(store, tuple(store.events()))),
            owners=joining.owners,
        )
    )


def _join_changed(store: Store, joining: Joining, changed: Collection[DocumentId]) -> _Step:
    """Join what changed, and all that it can change."""
    world, filing = joining.weighing, store.filing
    new = {
        group.name: group
        for document, reading in filing.current_readings_of(changed)
        for group in group_claims(document, reading, world)
    }
    before = filing.groups_of(changed)
    components = {row.component for row in before}
    components |= {row.component for row in _linked(store, world, new.values(), changed)}
    touched = {row.name: row for row in (*before, *filing.groups_in(components))}
    kept = {row.name for row in touched.values() if row.document not in changed}
    others = {touched[name].document for name in kept}
    told = [
        *new.values(),
        *(
            group
            for document, reading in filing.current_readings_of(sorted(others))
            for group in group_claims(document, reading, world)
            if group.name in kept
        ),
    ]
    previous = filing.get_events(sorted({row.event for row in touched.values()}))
    result = join_groups(told, world, _previous(store, previous), is_taken=filing.has_event)
    return _Step(result, tuple(touched.values()))


def _linked(
    store: Store, world: World, new: Iterable[Group], changed: Collection[DocumentId]
) -> Iterator[GroupRow]:
    """What is filed and may tell the same as one of the new groups."""
    for group in new:
        entry = make_entry(group, world)
        for row in store.filing.near_groups(make_row(entry, component="", event=NO_EVENT)):
            is_other = row.document not in changed
            if is_other and are_linked(group.gist, GIST.decode(row.gist), world):
                yield row


def _previous(store: Store, events: tuple[Event, ...]) -> Iterator[PreviousEvent]:
    """Events as they were, found again in texts that were edited since."""
    current = store.successors({document for event in events for document in event.documents})
    versions = store.get_documents({*current, *current.values()})
    texts = {document.id: document.text for document in versions}
    successors = {old: (texts[old], new, texts[new]) for old, new in current.items()}
    for event in remember(events, find_claims(store, events)):
        yield carry_over(event, successors)
