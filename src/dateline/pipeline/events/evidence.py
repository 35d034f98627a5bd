"""Put beside events the words they rest on, those of replaced readings too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from ...exports import ExportRow, make_rows
from ...store import Store
from ...types import Claim, Event

# Events whose claims and documents are held at one time; more of them save little.
AT_ONE_GO = 50


def find_rows(store: Store, events: Iterable[Event]) -> Iterator[ExportRow]:
    """Each event beside its evidence, in the order of the events; a few are held at one time."""
    left = iter(events)
    while told := tuple(islice(left, AT_ONE_GO)):
        cited = {document for event in told for document in event.documents}
        yield from make_rows(told, find_claims(store, told), store.get_documents(cited))


def find_claims(store: Store, events: Collection[Event]) -> Iterator[Claim]:
    """The claims that events rest on, whatever reading they are of, in the events' order."""
    wanted = dict.fromkeys(claim for event in events for claim in event.claims)
    claims = store.get_claims(wanted)
    return (claims[claim] for claim in wanted)
