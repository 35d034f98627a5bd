"""Read tables as people save them: whatever sign stands between the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

LONGEST_CELL = 4 * 1024 * 1024  # characters; a polygon in a CSV is long
SIGNS = ",;\t|"


def find_dialect(file: TextIO) -> type[csv.Dialect]:
    """How a table is written: the sign between columns is what the first line has most of."""
    first = file.readline()
    file.seek(0)

    class Dialect(csv.excel):
        delimiter = max(SIGNS, key=first.count)

    return Dialect


def read_cells(file: TextIO) -> Iterator[tuple[int, list[str] | str]]:
    """The cells of each row, header and blank rows too, with the line it ends on.

    In place of the cells of a row that cannot be parsed, the reason.
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(file, dialect=find_dialect(file))
    while True:
        try:
            cells: list[str] | str = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = str(error)
        yield reader.line_num, cells


def is_hashtags(cells: list[str]) -> bool:
    """Whether a row holds HXL's hashtags in place of values."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(cell.lstrip().startswith("#") for cell in filled)
