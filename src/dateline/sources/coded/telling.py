"""Tell a coded row as a text whose words are the row's own, and find each cell in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...types import Span
from .records import BETWEEN, CodedEvent, Piece


@dataclass(frozen=True, slots=True)
class Told:
    """A row as a text."""

    text: str
    starts: Mapping[str, int]  # where the words of each cell begin

    def find(self, piece: Piece) -> Span:
        """Where words of a cell stand."""
        start = self.starts[piece.column] + piece.start
        return Span(start, start + len(piece.words))


def tell(event: CodedEvent) -> Told:
    """The notes as they are, then a line for each other cell: ``column: value``."""
    paragraph = "".join(cell.words for cell in event.cells if cell.column == event.notes)
    starts = {event.notes: 0} if event.notes else {}
    text = f"{paragraph}\n" if paragraph else ""
    for cell in event.cells:
        if cell.column != event.notes:
            head = f"{text}\n" if text else ""
            starts[cell.column] = len(head) + len(cell.column) + len(BETWEEN)
            text = f"{head}{cell.column}{BETWEEN}{cell.words}"
    return Told(text, starts)
