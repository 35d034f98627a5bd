"""Read the people that a row counts, with their bounds and by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...types import TollKind
from .numbers import read_figure
from .records import BETWEEN, Figure, Named, Piece
from .rows import Row
from .shapes import TOLLS


@dataclass(frozen=True, slots=True)
class Bound:
    """What a cell of figures says, and which it is."""

    piece: Piece
    low: int
    high: int | None


def read_bound(row: Row, name: str) -> Bound | None:
    """A field's figure."""
    piece = row.piece(name)
    return None if piece is None else Bound(piece, *row.understand(piece, read_figure))


def read_tolls(row: Row) -> Iterator[Figure]:
    """The people counted; where a best figure has bounds, the bounds come after it."""
    for name in TOLLS:
        best, low, high = (read_bound(row, f"{name}{end}") for end in ("", "_low", "_high"))
        if best:
            yield Figure(TollKind(name), (best.piece,), best.low, best.high)
        ends = tuple(end for end in (low, high) if end)
        if not ends:
            continue
        least, most = low or best, high or best
        bounds = least.low if least else 0, most.high if most else None
        if bounds[1] is not None and bounds[1] < bounds[0]:
            raise row.fail(ends[-1].piece.column, f"{bounds[1]} is below the lowest, {bounds[0]}")
        if best is None or bounds != (best.low, best.high):
            yield Figure(TollKind(name), tuple(end.piece for end in ends), *bounds)


def read_sides(row: Row, actors: tuple[Named, ...], targets: tuple[Named, ...]) -> Iterator[Figure]:
    """UCDP's dead by side; its noughts stand for what is not known too."""
    civilians = row.piece("killed_civilians")
    for name, whose in (
        ("killed_actor", actors[0].piece if actors else None),
        ("killed_target", targets[0].piece if targets else None),
        ("killed_civilians", civilians and find_civilians(civilians.column)),
    ):
        bound = read_bound(row, name)
        if bound and bound.low:
            yield Figure(TollKind.KILLED, (bound.piece,), bound.low, bound.high, whose)


def find_civilians(column: str) -> Piece | None:
    """The word for civilians in the name of their column."""
    found = re.search("civilians?", column, re.IGNORECASE)
    before = len(column) + len(BETWEEN)
    return Piece(column, found[0], found.start() - before) if found else None
