"""Which documents of a pool tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...consolidation import consolidate
from ...consolidation.clusters import Link, number_components
from ...pipeline import Engine
from ...types import Document, DocumentId, Event, Reading, Span
from ..rows import ClusterEvent, ClustersRow, PooledDocument, read_moment
from .documents import batches


def answer(rows: Sequence[ClustersRow], engine: Engine) -> Iterator[ClustersRow]:
    """Each pool with the documents that tell one event as news put together."""
    for row in rows:
        texts = [_document(pooled) for pooled in row.documents]
        documents = {text.id: pooled.id for text, pooled in zip(texts, row.documents, strict=True)}
        readings = [read for batch in batches(texts) for read in _read(batch, engine)]
        joined = consolidate(readings, hierarchy=engine.world, kinds=engine.kinds)
        groups = _groups(joined.events, [reading for _, reading in readings])
        yield ClustersRow(
            id=row.id,
            events=tuple(
                ClusterEvent(id=str(number), documents=tuple(documents[one] for one in group))
                for number, group in enumerate(groups)
            ),
        )


def _read(texts: Sequence[Document], engine: Engine) -> Iterator[tuple[Document, Reading]]:
    yield from zip(texts, engine.read_each(texts), strict=True)


def _document(pooled: PooledDocument) -> Document:
    """A document as it was published: its headline stands over it."""
    head, text = pooled.headline or "", pooled.text
    if head and not text.startswith(head):
        text = f"{head}\n\n{text}"
    return Document(
        pooled.id,
        pooled.source or "corpus",
        text,
        headline=Span(0, len(head)) if head else None,
        published=read_moment(pooled.published),
        language="en",
    )


def _groups(events: Sequence[Event], readings: Sequence[Reading]) -> list[list[DocumentId]]:
    """Documents that tell one event, and those that tell another with one of them."""
    told = {claim.id: claim.document for reading in readings for claim in reading.claims}
    numbers = {reading.document: number for number, reading in enumerate(readings)}
    links: list[Link] = []
    for event in events:
        first, *others = sorted({numbers[told[claim]] for claim in event.claims})
        links.extend((1.0, first, other) for other in others)
    groups: dict[int, list[DocumentId]] = defaultdict(list)
    for reading, number in zip(readings, number_components(len(readings), links), strict=True):
        groups[number].append(reading.document)
    return [group for group in groups.values() if len(group) > 1]
