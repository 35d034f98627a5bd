"""Print records: as tables, in a pipe one a line, on a terminal as its width allows; or as JSON."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import click
import msgspec

from .words import one_line

STRETCH = 1_000  # rows
GAP = "  "
INDENT = " " * 10  # the width of an id and the gap after it


@dataclass(frozen=True, slots=True)
class Column:
    """A column; one that is ``free`` goes below its record where the line is too short."""

    name: str
    free: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> bool:
    """Print rows under their columns' names, and say if there were any; nothing is ever cut.

    Columns are as wide as the rows of one stretch need: no more of a long table is held.
    """
    left, width, any_found = iter(rows), find_width(), False
    while stretch := tuple(islice(left, STRETCH)):
        head, *lines = lines_of(columns, stretch, width=width)
        if not any_found:
            click.secho(head, bold=True)
        for line in lines:
            click.echo(line)
        any_found = True
    return any_found


def print_json(record: object) -> None:
    """Print a record as a line of JSON."""
    click.echo(msgspec.json.encode(record).decode())


def find_width() -> int | None:
    """How long a line may be: a terminal's width, or what COLUMNS says; any length in a pipe."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return shutil.get_terminal_size().columns
    return None


def lines_of(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int | None
) -> Iterator[str]:
    """The lines of a table: one a record if they fit, else the free columns below each."""
    cells = [[column.name for column in columns], *([*map(one_line, row)] for row in rows)]
    lines = list(_aligned(cells))
    if width is None or max(map(len, lines)) <= width:
        yield from lines
        return
    fixed = [index for index, column in enumerate(columns) if not column.free]
    free = [index for index, column in enumerate(columns) if column.free]
    short = _aligned([[row[index] for index in fixed] for row in cells])
    for number, (line, row) in enumerate(zip(short, cells, strict=True)):
        yield line
        words = " · ".join(f"{columns[index].name}: {row[index]}" for index in free if row[index])
        if number:
            yield from textwrap.wrap(words, width, initial_indent=INDENT, subsequent_indent=INDENT)


def _aligned(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield GAP.join(padded).rstrip()
