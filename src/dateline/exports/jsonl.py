"""Write events as JSON Lines: everything an event holds, with the words behind its values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

import msgspec

from ..types import Event
from .rows import Evidence, ExportRow, select_rows
from .views import As


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file."""

    event: Event
    exported_as: As
    because: str  # why it is exported as that
    evidence: tuple[Evidence, ...]


def write_jsonl(rows: Iterable[ExportRow], stream: TextIO, *, every: bool = False) -> None:
    """One JSON object a line: everything an event holds, and its evidence."""
    for row in select_rows(rows, every=every):
        verdict = row.verdict
        line = Line(row.event, verdict.exported, verdict.because, row.evidence)
        stream.write(msgspec.json.encode(line).decode() + "\n")


def read_jsonl(stream: TextIO) -> tuple[Line, ...]:
    """Read what ``write_jsonl`` wrote."""
    return tuple(msgspec.json.decode(line, type=Line) for line in stream)
