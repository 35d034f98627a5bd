"""Open a table of coded events: its encoding, its header, its shape, the order of its dates."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

from ...codebook import Codebook
from ...errors import UsageError
from ...tables import find_sign, is_hashtags, read_cells
from ..decoding import SAMPLE, detect, find_mark, without_mark
from .dates import Order, OrderEvidence
from .kinds import KindMap, make_kind_map
from .shapes import UCDP, Shape, check_columns, find_shape, fit, is_headerless, load_shapes

CHUNK = 1_000_000
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
DATES = ("date", "date_end", "published")

Cells = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the user says of a table; it goes before what the table shows itself."""

    shape: str | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    dates: Order | None = None
    encoding: str | None = None
    coder: str | None = None
    for_several: bool = False  # tables, so that each may lack what is said of another


@dataclass(frozen=True, slots=True)
class Table:
    """A table of coded events, and how it is read."""

    path: Path
    encoding: str
    header: tuple[str, ...]
    has_header: bool
    shape: Shape
    kinds: KindMap
    orders: Mapping[str, Order] = field(default_factory=dict)  # of dates in figures, by column
    rows: int = 0
    said_coder: str | None = None

    @property
    def coder(self) -> str:
        """Who coded it: as said, else the data set or the file."""
        return self.said_coder or self.shape.source or self.path.stem

    @property
    def address(self) -> str:
        """What rows are filed under; two coders may call their files alike."""
        return f"{self.said_coder}/{self.path.name}" if self.said_coder else self.path.name

    def locate(self, number: int, id: str | None) -> str:
        """What a row is filed under.

        A data set's next edition is another file with the same ids; a coder's next file may count
        from 1 again.
        """
        if id is None:
            return f"{self.address}#row {number}"
        return f"{self.coder if self.shape.shared_ids else self.address}#{id}"


def open_table(path: Path, codebook: Codebook, description: Description) -> Table:
    """Look through a table before anything is taken in; ``UsageError`` where it is none."""
    encoding = find_encoding(path, description.encoding)
    with open_text(path, encoding) as file:
        _, first = next(read_cells(file, find_sign(file)), (0, list[str]()))
    if isinstance(first, str):
        raise UsageError(f"{path}: its first row cannot be read: {first}")
    if not any(cell.strip() for cell in first):
        raise UsageError(f"{path}: it is empty: a first row with the columns' names is wanted")
    shapes = load_shapes()
    has_header = not is_headerless(first)
    header = name_columns(first) if has_header else shapes[UCDP].header
    shape = shapes[description.shape] if description.shape else find_shape(header)
    try:
        if not description.for_several:
            check_columns(header, description.columns)
        shape = fit(shape, header, description.columns)
        kinds = make_kind_map(shape, codebook, description.kinds)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error
    table = Table(
        path, encoding, header, has_header, shape, kinds, said_coder=description.coder or None
    )
    return look_through(table, description.dates)


def look_through(table: Table, said: Order | None) -> Table:
    """A table with how many rows it has, and the order of day and month that its dates show."""
    rows = 0
    evidence = [OrderEvidence(column) for column in _date_columns(table.shape)]
    places = [table.header.index(column.column) for column in evidence]
    for number, cells in read_rows(table):
        rows += 1
        for column, place in zip(evidence, places, strict=True):
            if place < len(cells) and isinstance(cells, list):
                column.add(cells[place], number)
    if not rows:
        raise UsageError(f"{table.path}: it has no rows below its columns' names")
    try:
        orders = {column.column: said or column.decide() for column in evidence}
    except UsageError as error:
        raise UsageError(f"{table.path}: {error}") from error
    known = {column: order for column, order in orders.items() if order is not None}
    return replace(table, orders=known, rows=rows)


def _date_columns(shape: Shape) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for name in DATES for c in shape.columns.get(name, ())))


def read_rows(table: Table) -> Iterator[tuple[int, Cells | str]]:
    """Each row with its number as a spreadsheet counts them, or why it cannot be read."""
    with open_text(table.path, table.encoding) as file:
        for number, (_, cells) in enumerate(read_cells(file, find_sign(file)), start=1):
            if number == 1 and table.has_header:
                continue
            if isinstance(cells, str):
                yield number, f"cannot be read ({cells}): is a quotation mark left open?"
            elif any(cell.strip() for cell in cells) and not is_hashtags(cells):
                yield number, cells


def name_columns(header: Sequence[str]) -> tuple[str, ...]:
    """A header's names, each once and none blank."""
    names: list[str] = []
    for number, cell in enumerate(header, start=1):
        name = " ".join(cell.split()) or f"column {number}"
        names.append(f"{name} ({number})" if name in names else name)
    return tuple(names)


@contextmanager
def open_text(path: Path, encoding: str) -> Iterator[TextIO]:
    """A file's text, its lines as they are."""
    try:
        with path.open("rb") as file:
            yield io.TextIOWrapper(file, encoding=encoding, newline="")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeError as error:
        raise UsageError(
            f"{path}: cannot be decoded as {encoding} ({error}): say --encoding NAME"
        ) from error


def find_encoding(path: Path, said: str | None) -> str:
    """How a file is encoded: as said, by its mark, UTF-8, or what is sure of its beginning."""
    try:
        with path.open("rb") as file:
            sample = file.read(SAMPLE)
            if sample.startswith(WORKBOOKS):
                raise UsageError(f"{path}: it is a workbook: save its sheet as CSV, and give that")
            if said is not None:
                return said
            if (marked := find_mark(sample)) is not None:
                return without_mark(marked)
            file.seek(0)
            decoder = codecs.getincrementaldecoder("utf-8")()
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
            return "utf-8"
    except UnicodeDecodeError as error:
        found = detect(sample)
        if found is None:
            raise UsageError(f"{path}: it is not UTF-8: say --encoding NAME") from error
        return found
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
