"""Read tables of documents, row by row: CSV, JSON Lines, a JSON array."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

import msgspec

from ...errors import ExtractError
from ...tables import find_sign, read_cells
from ..blaming import reason_of
from ..decoding import SAMPLE, find_encoding, without_mark
from ..file import File, Said
from ..page import SIZE_LIMIT
from .auto_archiver import is_database, unfold
from .columns import find_columns
from .member import Member
from .rows import make_row

NAMED = 10  # columns that an error names


def find_csv_rows(file: File, said: Said) -> Iterator[Member]:
    """The rows of a CSV file that begins with the names of its columns."""
    with _open_text(file, said) as text:
        sign = find_sign(text)
        rows = (cells for _, cells in read_cells(_whole_lines(text, file), sign))
        names = next(rows, None)
        if not isinstance(names, list):
            raise ExtractError(file.address, "has no row with the names of its columns")
        if not is_database(names):
            _check_names(names, file, said)
        for number, cells in enumerate(rows, 1):
            where = f"{file.address}#{number}"
            if isinstance(cells, str):
                yield Member(number, where, problem=f"is broken: {cells}")
            elif len(cells) > len(names) and any(cells[len(names) :]):
                counts = f"{len(cells)} cells for {len(names)} columns"
                yield Member(number, where, problem=f"has {counts}")
            elif any(cells):
                yield _make_row(dict(zip(names, cells, strict=False)), number, file, said)


def _make_row(row: dict[str, str], number: int, file: File, said: Said) -> Member:
    try:
        return make_row(unfold(row) if is_database(row) else row, number, file, said)
    except ValueError as error:
        return Member(number, f"{file.address}#{number}", problem=str(error))


def find_json_lines(file: File, said: Said) -> Iterator[Member]:
    """The rows of a file that has a JSON object on each line."""
    with _open_text(file, said) as text:
        for number, line in enumerate(_lines(text), 1):
            if line is None:
                problem = f"is too large: over {SIZE_LIMIT:,} characters"
                yield Member(number, f"{file.address}#{number}", problem=problem)
            elif line.strip():
                yield _make_member(line, number, file, said)


def find_json_rows(file: File, said: Said) -> Iterator[Member]:
    """The rows of a file that is one JSON array of objects, of which one is held at a time."""
    import ijson

    number = 0
    with file.path.open("rb") as stream:
        try:
            for number, row in enumerate(ijson.items(stream, "item", use_float=True), 1):
                if isinstance(row, dict):
                    yield make_row(row, number, file, said)
                else:
                    where = f"{file.address}#{number}"
                    yield Member(number, where, problem="is no JSON object")
        except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
            where = f"{file.address}#{number + 1}"
            yield Member(number + 1, where, problem=f"is broken: {reason_of(error)}")


def _make_member(line: str, number: int, file: File, said: Said) -> Member:
    try:
        row = msgspec.json.decode(line, type=dict[str, object])
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
        return Member(number, f"{file.address}#{number}", problem=f"is no JSON object: {error}")
    return make_row(row, number, file, said)


def _open_text(file: File, said: Said) -> TextIO:
    with file.path.open("rb") as stream:
        head = stream.read(SAMPLE)
    if len(head) == SAMPLE:
        head = head[: head.rfind(b"\n") + 1] or head
    encoding = find_encoding(head, file.address, encoding=said.encoding)
    # What is no text in a row further down is a problem of that row alone.
    return file.path.open(
        encoding=without_mark(encoding),
        errors="surrogateescape",
        newline="",
    )


def _lines(text: TextIO) -> Iterator[str | None]:
    """The lines of a text; ``None`` for one that is larger than any document."""
    while line := text.readline(SIZE_LIMIT):
        if len(line) < SIZE_LIMIT or line.endswith("\n"):
            yield line
            continue
        while line and not line.endswith("\n"):
            line = text.readline(SIZE_LIMIT)
        yield None


def _whole_lines(text: TextIO, file: File) -> Iterator[str]:
    for line in _lines(text):
        if line is None:
            raise ExtractError(file.address, f"has a line of over {SIZE_LIMIT:,} characters")
        yield line


def _check_names(names: list[str], file: File, said: Said) -> None:
    """Refuse a table whose columns do not say where its texts are."""
    missing = next((name for name in said.columns.values() if name not in names), None)
    have = ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
    if missing is not None:
        raise ExtractError(file.address, f"has no column {missing!r}; its columns are: {have}")
    if "text" not in find_columns(names, said.columns):
        raise ExtractError(
            file.address, f"no column is known to hold texts: say --columns text=NAME; has: {have}"
        )
