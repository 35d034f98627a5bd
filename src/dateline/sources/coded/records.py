"""What a row of a table says, every value with the words of the cell where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from ...types import Inter, KindId, Location, Status, TollKind, When
from ..published import Moment

BETWEEN = ": "  # a column's name and its cell, where a row is told as a text


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell, all of them or some, and where in it they begin."""

    column: str
    words: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """Someone whom a row names, and what sort of actor its coder says that is."""

    piece: Piece
    inter: Inter | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """People counted: where the number stands, and whose they are."""

    kind: TollKind
    pieces: tuple[Piece, ...]
    low: int
    high: int | None
    whose: Piece | None = None


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """What one row says; ``cells`` are all that are filled, in the order of the columns."""

    address: str
    number: int
    cells: tuple[Piece, ...]
    notes: str | None  # the column that tells it in sentences
    kind: KindId
    kind_piece: Piece
    status: Status
    actors: tuple[Named, ...] = ()
    targets: tuple[Named, ...] = ()
    place: Piece | None = None
    location: Location | None = None  # in no country yet
    country: str | None = None  # as the row has it
    when: When | None = None
    dates: tuple[Piece, ...] = ()
    figures: tuple[Figure, ...] = ()
    published: Moment | None = None
