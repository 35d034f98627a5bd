"""Make of each row of a table the event that its coder saw in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from textwrap import shorten
from typing import TypeVar

from ...errors import ExtractError
from ...types import (
    DatePrecision,
    Day,
    Failure,
    Inter,
    KindId,
    Location,
    Status,
    TollKind,
    When,
    WherePrecision,
)
from ..published import Moment, parse_published
from .dates import make_when, read_days, widen
from .numbers import read_code, read_degrees, read_figure, read_kilometres
from .shapes import TOLLS
from .table import Table, read_rows

T = TypeVar("T")

BETWEEN = ": "  # a column's name and its cell, where a row is told as a text
# How R, pandas, Stata, databases and people write that nothing is known.
MISSING = frozenset(("NA", "N/A", "#N/A", "NaN", "nan", "NULL", "null", ".", "-", "–"))
SHOWN = 60  # characters of a cell in a failure; a cell may be megabytes long
PARTS = re.compile(r"[^;]+")
EPOCH = re.compile(r"\d{9,11}")

# By design; those that the gazetteer falls back on are alike.
RADIUS_KM = {
    WherePrecision.EXACT: 2.0,
    WherePrecision.NEAR: 25.0,
    WherePrecision.DISTRICT: 25.0,
    WherePrecision.REGION: 80.0,
    WherePrecision.AREA: 40.0,
    WherePrecision.COUNTRY: 300.0,
    WherePrecision.INTERNATIONAL: 100.0,
}
ACLED_PRECISION = (WherePrecision.EXACT, WherePrecision.NEAR, WherePrecision.REGION)
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
    location: Location | None = None  # its country as the row has it
    country: str | None = None
    when: When | None = None
    dates: tuple[Piece, ...] = ()
    figures: tuple[Figure, ...] = ()
    published: Moment | None = None


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


def read_when(row: Row) -> When | None:
    """When it was."""
    start, end = row.piece("date"), row.piece("date_end")
    if start is None:
        return None
    first, last = _days(row, start)
    if (time_precision := row.read("time_precision", lambda w: read_code(w, most=3))) is not None:
        return widen(first, time_precision)
    if end is not None:
        last = _days(row, end)[1]
        if first.date and last.date and last.date < first.date:
            raise row.fail(end.column, f"{end.words!r} is before {start.words!r}")
    code = row.read("date_prec", lambda words: read_code(words, most=5))
    return make_when(first, last, DatePrecision(code) if code else None)


def _days(row: Row, piece: Piece) -> tuple[Day, Day]:
    order = row.table.orders.get(piece.column)
    return row.understand(piece, lambda words: read_days(words, order))


def read_location(row: Row) -> Location | None:
    """Where it was, because the coder said so; none without coordinates."""
    north, east = row.piece("latitude"), row.piece("longitude")
    if north is None or east is None:
        if lone := north or east:
            raise row.fail(lone.column, "stands alone: latitude and longitude go together")
        return None
    latitude = row.understand(north, lambda words: read_degrees(words, most=90))
    longitude = row.understand(east, lambda words: read_degrees(words, most=180))
    if latitude == longitude == 0:
        raise row.fail(north.column, "0, 0 lies in the Atlantic: leave unknown coordinates blank")
    code = row.read("where_prec", lambda words: read_code(words, most=7))
    geo = row.read("geo_precision", lambda words: read_code(words, most=3))
    precision = WherePrecision(code) if code else ACLED_PRECISION[(geo or 1) - 1]
    admin1, country = row.piece("admin1"), row.piece("country")
    place = row.piece("place") or admin1 or country
    return Location(
        name=place.words if place else f"{latitude}, {longitude}",
        precision=precision,
        latitude=latitude,
        longitude=longitude,
        radius_km=row.read("radius_km", read_kilometres) or RADIUS_KM[precision],
        country=None,
        admin1=admin1.words if admin1 else None,
    )


def read_published(row: Row) -> Moment | None:
    """When the data set wrote or changed it."""
    piece = row.piece("published")
    if piece is None:
        return None
    if EPOCH.fullmatch(piece.words):
        return Moment(datetime.fromtimestamp(int(piece.words), UTC))
    first = Piece(piece.column, piece.words.partition(";")[0])
    if (moment := parse_published(first.words)) is not None:
        return moment
    day = _days(row, first)[0].date
    return Moment(datetime(day.year, day.month, day.day, tzinfo=UTC)) if day else None
