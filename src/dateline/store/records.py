"""What the store hands out beside the records every layer shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from ..types import ClaimId, DocumentId, EventId, Source, Span

# So many times the usual number of documents a day is told. The busiest day of a war doubles what
# an outlet writes; five times as much is another tap. Fewer than twenty can be read by anybody.
SURGE = 5
FEWEST = 20


@dataclass(frozen=True, slots=True)
class Added:
    """What was new about a document and its reading; nothing, when both were known."""

    document: bool
    reading: bool


@dataclass(frozen=True, slots=True)
class Fetch:
    """Where a document was first read from, and when; no part of any id."""

    document: DocumentId
    source: str
    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind one value of a claim; ``quote`` is exactly what the span covers."""

    claim: ClaimId
    field: str  # "actors.0", "tolls.1.whose.antecedent"; see evidence.find_spans
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Visit:
    """The last time an address was asked for, and what to ask by the next time."""

    source: str
    address: str
    at: datetime
    succeeded: datetime | None = None
    etag: str | None = None
    modified: str | None = None
    failures: int = 0  # in a row
    problem: str | None = None
    retry_at: datetime | None = None
    position: int | None = None  # of an archive that is not read to its end: members passed


@dataclass(frozen=True, slots=True)
class Item:
    """What is remembered of a feed's item; ``address`` stays, whatever its link becomes."""

    source: str
    guid: str
    address: str
    link: str | None
    digest: str
    first: datetime


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source is doing."""

    source: Source
    documents: int
    failures: int  # addresses that failed the last time they were asked for
    succeeded: datetime | None
    problem: str | None  # of its own location
    lately: int = 0  # documents that came within a day of the last
    usually: float | None = None  # a day, in the weeks before; None: it is not known for long

    @property
    def surges(self) -> bool:
        """Whether it gave many times what it usually does: something may have taken it over."""
        return self.usually is not None and self.lately >= max(FEWEST, SURGE * self.usually)


@dataclass(frozen=True, slots=True)
class GroupKey:
    """A word that what may be one happening shares; see ``consolidation.blocks``."""

    key: str
    is_name: bool = False  # of a person, street or firm: two of these must be shared
    is_wide: bool = False  # of a region: two exact places in it do not share it


@dataclass(frozen=True, slots=True)
class GroupRow:
    """What one document tells of one happening, as it is filed."""

    name: str
    document: DocumentId
    component: str  # of all that links connect it with
    event: EventId
    first: date | None
    last: date | None
    is_point: bool
    gist: str  # as JSON
    keys: tuple[GroupKey, ...] = ()


class RecordKind(StrEnum):
    """What an id names."""

    DOCUMENT = "document"
    READING = "reading"
    CLAIM = "claim"
    EVENT = "event"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Found:
    """The record that a prefix names."""

    kind: RecordKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That a document was forgotten, why and when; nothing of what it said."""

    document: DocumentId
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting a document did, and what is left for the caller to do.

    ``bare`` events rest on other documents as well: they keep their id and lose every word until
    events are computed again. ``copies`` lie beside the store and may still hold the document.
    """

    tombstone: Tombstone
    removed: tuple[EventId, ...] = ()
    bare: tuple[EventId, ...] = ()
    decisions: int = 0
    copies: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the store that is not as it must be, and what to do about it."""

    record: str  # "claim 3f2a…", "store"
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.record}: {self.problem}: {self.remedy}"
