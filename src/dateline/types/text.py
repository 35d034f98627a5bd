"""Texts as published, and stretches of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property

from .ids import DocumentId, fingerprint


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, as half-open offsets in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """The stretch from the first of the two to the last."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True)
class Document:
    """One text as published; immutable.

    ``text`` holds everything that was published, the headline too; ``headline`` says where in it.
    ``published`` is aware and UTC. ``truncated`` says that the text went on beyond the limit.
    Who stands behind its source is said once, in the ``Source`` of that name. ``zone`` is the
    offset that came with the publication time; without one its clock reading was taken as UTC.
    """

    address: str  # canonical address or file name
    source: str  # the name of a source
    text: str
    headline: Span | None = None
    published: datetime | None = None
    language: str | None = None  # ISO 639-1
    truncated: bool = False
    author: str | None = None  # as it signs
    agency: str | None = None  # the news agency whose text it is: "Reuters" in a newspaper
    zone: str | None = None  # offset from UTC: "+03:00"

    @cached_property
    def id(self) -> DocumentId:
        """The same text published at the same address and time is the same document."""
        return DocumentId(fingerprint(self.address, self.published, self.text))

    @property
    def local(self) -> datetime | None:
        """The publication time by the clock where it was published, as far as that is known."""
        if self.published is None or self.zone is None:
            return self.published
        sign = -1 if self.zone.startswith("-") else 1
        hours, minutes = self.zone[1:].split(":")
        offset = sign * timedelta(hours=int(hours), minutes=int(minutes))
        return self.published.astimezone(timezone(offset))
