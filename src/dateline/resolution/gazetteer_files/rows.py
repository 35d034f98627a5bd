"""Open a gazetteer's file, plain or zipped, and read its lines, tables and features."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from ...errors import UsageError

# What stands in an archive beside the data.
BESIDE = ("readme", "license", "iso-languagecodes", "metadata")

UNREADABLE = "\ufffd"
LONGEST_FIELD = 4 * 1024 * 1024  # characters; a polygon in a CSV is long


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """A file's text; of an archive, that of its largest file. UTF-8, with or without a mark."""
    try:
        with path.open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                with ZipFile(path) as archive, archive.open(find_member(path, archive)) as member:
                    yield _decode(member)
            else:
                file.seek(0)
                yield _decode(file)
    except (OSError, EOFError, BadZipFile, zlib.error) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error


def _decode(file: IO[bytes]) -> TextIO:
    return io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")


def find_member(path: Path, archive: ZipFile) -> ZipInfo:
    """The file of an archive that holds the data."""
    members = [
        member
        for member in archive.infolist()
        if not member.is_dir() and not Path(member.filename).stem.lower().startswith(BESIDE)
    ]
    if not members:
        raise UsageError(f"{path}: the archive holds no data")
    return max(members, key=lambda member: (member.file_size, member.filename))


def read_lines(file: TextIO, *, done: int) -> Iterator[tuple[int, str]]:
    """The lines after the first so many, with their numbers."""
    for number, line in enumerate(file, start=1):
        if number > done:
            yield number, line.rstrip("\r\n")


def read_table(file: TextIO, *, done: int) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table after so many lines, each by its columns' names in small letters."""
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(file, dialect=find_dialect(file))
    header = [name.strip().lower() for name in next(reader, [])]
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, {UNREADABLE: str(error)}
            continue
        # The second line of humanitarian tables holds hashtags.
        if reader.line_num <= done or not any(cells) or is_hashtags(cells):
            continue
        filled = [*map(str.strip, cells), *[""] * (len(header) - len(cells))]
        yield reader.line_num, dict(zip(header, filled, strict=False))


def is_hashtags(cells: list[str]) -> bool:
    """Whether a row holds HXL's hashtags in place of values."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(cell.lstrip().startswith("#") for cell in filled)


def find_dialect(file: TextIO) -> type[csv.Dialect]:
    """How a table is written: the sign between columns is what the first line has most of."""
    first = file.readline()
    file.seek(0)

    class Dialect(csv.excel):
        delimiter = max(",;\t|", key=first.count)

    return Dialect


def problem_of(text: str) -> str | None:
    """What is wrong with the bytes of a row, if anything."""
    return "its bytes are not UTF-8" if UNREADABLE in text else None
