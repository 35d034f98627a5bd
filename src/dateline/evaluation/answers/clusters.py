"""Which documents of a pool tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...consolidation import consolidate
from ...pipeline import Engine
from ...types import Document, DocumentId, Event, Reading
from ..rows import ClusterEvent, ClustersRow, PooledDocument


def answer(rows: Sequence[ClustersRow], engine: Engine) -> Iterator[ClustersRow]:
    """Each pool with the documents that tell one event as news put together."""
    for row in rows:
        documents = {_document(pooled).id: pooled.id for pooled in row.documents}
        texts = [_document(pooled) for pooled in row.documents]
        readings = list(zip(texts, engine.read_each(texts), strict=True))
        joined = consolidate(readings, hierarchy=engine.world, kinds=engine.kinds)
        groups = _groups(joined.events, [reading for _, reading in readings])
        yield ClustersRow(
            id=row.id,
            events=tuple(
                ClusterEvent(id=str(number), documents=tuple(documents[one] for one in group))
                for number, group in enumerate(groups)
            ),
        )


def _document(pooled: PooledDocument) -> Document:
    return Document(pooled.id, "corpus", pooled.text, language="en")


def _groups(events: Sequence[Event], readings: Sequence[Reading]) -> list[list[DocumentId]]:
    """Documents that tell one event as news, and those that tell another with one of them."""
    told = {
        claim.id: claim.document
        for reading in readings
        for claim in reading.claims
        if not claim.background
    }
    group_of: dict[DocumentId, DocumentId] = {}

    def top(document: DocumentId) -> DocumentId:
        while group_of.get(document, document) != document:
            document = group_of[document]
        return document

    for event in events:
        documents = sorted({told[claim] for claim in event.claims if claim in told})
        for document in documents[1:]:
            first, other = sorted((top(documents[0]), top(document)))
            group_of[other] = first
    groups: dict[DocumentId, list[DocumentId]] = defaultdict(list)
    for reading in readings:
        groups[top(reading.document)].append(reading.document)
    return [group for group in groups.values() if len(group) > 1]
