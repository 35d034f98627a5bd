"""Put beside events the words they rest on, those of replaced readings too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..exports import ExportRow, make_rows
from ..store import Store
from ..types import Claim, ClaimId, Event


def find_rows(store: Store, events: Iterable[Event]) -> Iterator[ExportRow]:
    """Each event beside its evidence, in the order of the events."""
    told = tuple(events)
    cited = {document for event in told for document in event.documents}
    documents = (document for document in store.documents() if document.id in cited)
    return make_rows(told, find_claims(store, told), documents)


def find_claims(store: Store, events: Collection[Event]) -> Iterator[Claim]:
    """The claims that events rest on; a killed run can leave events that rest on older readings."""
    wanted: dict[ClaimId, None] = {claim: None for event in events for claim in event.claims}
    current = {claim.id: claim for claim in store.claims()} if wanted else {}
    for claim in wanted:
        yield current.get(claim) or store.get_claim(claim)
