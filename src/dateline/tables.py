"""Read tables as people save them: whatever sign stands between the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

SIGNS = (",", ";", "\t", "|")
LONGEST_HEADER = 100_000  # characters
# No document is longer, nor the outline of a country. The module has one limit for all who use it.
LONGEST_CELL = 10_000_000
csv.field_size_limit(LONGEST_CELL)


def find_sign(file: TextIO) -> str:
    """The sign between the columns of a table: the one that parts its first line most often."""
    first = file.readline(LONGEST_HEADER)
    file.seek(0)
    return choose_sign(first)


def choose_sign(header: str) -> str:
    """The sign that parts a header most often, but for what stands in quotation marks."""
    return max(SIGNS, key=lambda sign: len(next(csv.reader([header], delimiter=sign), ())))


def read_cells(lines: Iterable[str], sign: str) -> Iterator[tuple[int, list[str] | str]]:
    """The cells of each row, header and blank rows too, with the line it ends on.

    In place of the cells of a row that cannot be parsed, the reason.
    """
    reader = csv.reader(lines, delimiter=sign)
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
