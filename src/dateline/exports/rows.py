"""What an export is made of: events, each with the words behind its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from ..types import Claim, ClaimId, Document, DocumentId, Event, Span
from .views import As, Verdict, load_views


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind one value, and where to find them."""

    claim: ClaimId
    field: str  # "trigger", "actors.0", "tolls.1.whose"
    quote: str
    document: DocumentId
    address: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExportRow:
    """An event beside its evidence."""

    event: Event
    evidence: tuple[Evidence, ...]

    @property
    def verdict(self) -> Verdict:
        """What it is exported as, and why."""
        return load_views().verdict(self.event)


def make_rows(
    events: Iterable[Event], claims: Iterable[Claim], documents: Iterable[Document]
) -> Iterator[ExportRow]:
    """Put beside each event the words of its claims, the fullest claim's first."""
    by_id = {claim.id: claim for claim in claims}
    texts = {document.id: document for document in documents}
    for event in events:
        told = [by_id[claim] for claim in event.claims]
        yield ExportRow(
            event,
            tuple(words for claim in told for words in find_evidence(claim, texts[claim.document])),
        )


def find_evidence(claim: Claim, document: Document) -> Iterator[Evidence]:
    """The words behind every value of a claim, in the order of its fields."""
    for field in fields(claim):
        for name, span in _find_spans(field.name, getattr(claim, field.name)):
            yield Evidence(
                claim.id,
                name,
                span.of(document.text),
                document.id,
                document.address,
                span.start,
                span.end,
            )


def _find_spans(name: str, value: object) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield name, value
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            yield from _find_spans(f"{name}.{position}", part)
    elif hasattr(value, "__dataclass_fields__"):
        for field in value.__dataclass_fields__:
            inner = name if field == "span" else f"{name}.{field}"
            yield from _find_spans(inner, getattr(value, field))


def select_rows(rows: Iterable[ExportRow], *, every: bool) -> Iterator[ExportRow]:
    """What happened, or every status when asked for, one after the other."""
    return (row for row in rows if every or row.verdict.exported is not As.OUT)
