"""Make of each row of a table the event that its coder saw in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import ExtractError
from ...types import Failure, Inter, Status, TollKind
from .numbers import read_code
from .places import read_location
from .records import CodedEvent, Named, Piece
from .rows import Row, make_row
from .table import Table, read_rows
from .times import read_published, read_when
from .tolls import read_sides, read_tolls

PARTS = re.compile(r"[^;]+")
INTERS = {
    "state": Inter.STATE_FORCES,
    "rebel": Inter.REBEL_GROUP,
    "political": Inter.POLITICAL_MILITIA,
    "identity": Inter.IDENTITY_MILITIA,
    "communal": Inter.IDENTITY_MILITIA,
    "rioters": Inter.RIOTERS,
    "protesters": Inter.PROTESTERS,
    "civilians": Inter.CIVILIANS,
    "external": Inter.EXTERNAL_OR_OTHER,
    "other": Inter.EXTERNAL_OR_OTHER,
}


def find_events(table: Table) -> Iterator[CodedEvent | Failure]:
    """The events of a table, row by row; in place of a bad row's, what is wrong with it."""
    seen: dict[str, int] = {}
    for number, cells in read_rows(table):
        address = table.locate(number, None)
        try:
            if isinstance(cells, str):
                raise ExtractError(address, f"row {number} {cells}")
            yield read_event(make_row(table, number, cells, seen))
        except ExtractError as error:
            yield Failure(error.address, "extract", error.problem)


def read_event(row: Row) -> CodedEvent:
    """The event that a row tells; ``ExtractError`` where a cell cannot be understood."""
    kind_piece = row.piece("kind")
    if kind_piece is None:
        raise row.fail(row.table.shape.columns["kind"][0], "is blank: every row needs a kind")
    actors, targets = read_parties(row, "actor"), read_parties(row, "target")
    figures = (*read_tolls(row), *read_sides(row, actors, targets))
    is_deadly = any(f.kind is TollKind.KILLED and (f.high is None or f.high) for f in figures)
    notes = row.piece("notes")
    return CodedEvent(
        address=row.address,
        number=row.number,
        cells=tuple(Piece(column, words) for column, words in row.cells.items()),
        notes=notes.column if notes else None,
        kind=row.understand(
            kind_piece, lambda words: row.table.kinds.find(words, is_deadly=is_deadly)
        ),
        kind_piece=kind_piece,
        status=row.read("status", read_status) or Status.OCCURRED,
        actors=actors,
        targets=targets,
        place=next(filter(None, map(row.piece, ("place", "admin1", "country", "latitude"))), None),
        location=read_location(row),
        country=next((piece.words for piece in row.pieces("country")), None),
        when=read_when(row),
        dates=tuple(filter(None, (row.piece("date"), row.piece("date_end")))),
        figures=figures,
        published=read_published(row),
    )


def read_status(words: str) -> Status:
    """Whether it happened."""
    try:
        return Status(words.casefold())
    except ValueError as error:
        raise ValueError(f"{words!r} is no status: {', '.join(Status)}") from error


def read_parties(row: Row, role: str) -> tuple[Named, ...]:
    """Everybody in a role; a coder's word on their sort is about the first."""
    inter = row.read(f"{role}_inter", read_inter)
    pieces = [
        Piece(cell.column, words, found.start() + len(found[0]) - len(found[0].lstrip()))
        for cell in row.pieces(role)
        for found in PARTS.finditer(cell.words)
        if (words := found[0].strip())
    ]
    return tuple(Named(piece, None if number else inter) for number, piece in enumerate(pieces))


def read_inter(words: str) -> Inter | None:
    """ACLED's sort of actor, as a number or in words; 0 is nobody."""
    if words.isdecimal():
        return Inter(read_code(words, most=8)) if words != "0" else None
    first = re.split(r"\W", words.casefold(), maxsplit=1)[0]
    if first not in INTERS:
        raise ValueError(f"{words!r} is no sort of actor: give ACLED's code, 1 to 8")
    return INTERS[first]
