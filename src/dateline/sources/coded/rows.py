"""Look at a row by what its columns mean, and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import TypeVar

from ...errors import ExtractError
from .records import Piece
from .table import Table

T = TypeVar("T")

# How R, pandas, Stata, databases and people write that nothing is known.
MISSING = frozenset(("NA", "N/A", "#N/A", "NaN", "nan", "NULL", "null", ".", "-", "–"))
SHOWN = 60  # characters of a cell in a failure; a cell may be megabytes long


@dataclass(frozen=True, slots=True)
class Row:
    """A row, asked by what its columns mean."""

    table: Table
    number: int
    address: str
    cells: Mapping[str, str]  # those that are filled

    def pieces(self, name: str) -> tuple[Piece, ...]:
        """The filled cells for a field."""
        columns = self.table.shape.columns.get(name, ())
        return tuple(Piece(c, self.cells[c]) for c in columns if c in self.cells)

    def piece(self, name: str) -> Piece | None:
        """The first of them."""
        return next(iter(self.pieces(name)), None)

    def read(self, name: str, understand: Callable[[str], T]) -> T | None:
        """What a field's words mean; a failure of the row that names the column where nothing."""
        piece = self.piece(name)
        return None if piece is None else self.understand(piece, understand)

    def understand(self, piece: Piece, understand: Callable[[str], T]) -> T:
        """What words mean."""
        try:
            return understand(piece.words)
        except ValueError as error:
            said = str(error).replace(repr(piece.words), repr(shorten(piece.words, SHOWN)))
            raise self.fail(piece.column, said) from error

    def fail(self, column: str, problem: str) -> ExtractError:
        """What is wrong, and where it stands."""
        return ExtractError(self.address, f"row {self.number}, column {column}: {problem}")


def make_row(table: Table, number: int, cells: list[str], seen: dict[str, int]) -> Row:
    """A row with its address; ``seen`` keeps the ids that rows before it have."""
    countries = table.shape.columns.get("country", ())
    filled = {
        column: words
        for column, cell in zip(table.header, cells, strict=False)
        if (words := " ".join(cell.split()))
        if words not in MISSING or column in countries  # NA is Namibia there
    }
    row = Row(table, number, table.locate(number, None), filled)
    if len(cells) < len(table.header) and any("\n" in cell for cell in cells):
        raise ExtractError(
            row.address,
            f"row {number} ends after {len(cells)} cells, one of them of several lines: "
            "is a quotation mark left open?",
        )
    if len(cells) > len(table.header) and any(map(str.strip, cells[len(table.header) :])):
        raise ExtractError(
            row.address,
            f"row {number} has {len(cells)} cells, and there are {len(table.header)} columns: "
            "put what holds the sign between columns in quotation marks",
        )
    piece = row.piece("id")
    if piece is None:
        return row
    row = Row(table, number, table.locate(number, piece.words), filled)
    if (first := seen.setdefault(piece.words, number)) != number:
        raise row.fail(piece.column, f"{piece.words!r} is the id of row {first} already")
    return row
