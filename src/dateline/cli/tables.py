"""Print tables: on a terminal as wide as it is, in a pipe one record a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

GAP = "  "
CUT = "…"
# A free column that would be narrower than this says nothing.
NARROWEST = 14
INDENT = 10


@dataclass(frozen=True, slots=True)
class Column:
    """A column; one that is ``free`` may be cut or wrapped, an id never is."""

    name: str
    free: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns' names."""
    cells = [tuple(_one_line(cell) for cell in row) for row in rows]
    if sys.stdout.isatty():
        _print_on_terminal(columns, cells)
        return
    width = os.environ.get("COLUMNS")
    for line in lines_of(columns, cells, width=int(width) if width and width.isdigit() else None):
        click.echo(line)


def lines_of(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int | None
) -> Iterator[str]:
    """One line for each row, the columns aligned; free ones are cut to a width, if any."""
    widths = _widths(columns, rows, width)
    for row in [[column.name for column in columns], *rows]:
        cells = (_fit(cell, size).ljust(size) for cell, size in zip(row, widths, strict=True))
        yield GAP.join(cells).rstrip()


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None
) -> list[int]:
    widths = [
        max(len(column.name), *(len(row[index]) for row in rows), 0)
        for index, column in enumerate(columns)
    ]
    if width is None:
        return widths
    free = [index for index, column in enumerate(columns) if column.free]
    over = sum(widths) + len(GAP) * (len(widths) - 1) - width
    while over > 0 and free:
        widest = max(free, key=lambda index: (widths[index], -index))
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
        over -= 1
    return widths


def _fit(cell: str, size: int) -> str:
    return cell if len(cell) <= size else cell[: size - 1].rstrip() + CUT


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _print_on_terminal(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """A table where it fits; else, as on 80 columns, each record's free columns below its line."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    fixed = [index for index, column in enumerate(columns) if not column.free]
    free = [index for index, column in enumerate(columns) if column.free]
    natural = _widths(columns, rows, None)
    least = sum(natural[index] for index in fixed) + sum(
        min(natural[index], NARROWEST) for index in free
    )
    stacked = least + len(GAP) * (len(columns) - 1) > console.width
    if stacked:
        head, *lines = lines_of(
            [columns[index] for index in fixed],
            [[row[index] for index in fixed] for row in rows],
            width=None,
        )
        console.print(Text(head, style="bold"))
        for line, row in zip(lines, rows, strict=True):
            console.print(Text(line))
            if words := " · ".join(row[index] for index in free if row[index]):
                console.print(Padding(Text(words, style="dim"), (0, 0, 0, INDENT)))
        return
    table = Table(box=None, pad_edge=False, padding=(0, len(GAP), 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column.name, no_wrap=not column.free, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
