"""Open a gazetteer's file, plain or zipped, and read its lines, tables and features."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from ...errors import UsageError
from ...tables import find_sign, is_hashtags, read_cells

# What stands in an archive beside the data.
BESIDE = ("readme", "license", "iso-languagecodes", "metadata")

UNREADABLE = "\ufffd"


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
    rows = read_cells(file, find_sign(file))
    _, first = next(rows, (0, list[str]()))
    header = [name.strip().lower() for name in first] if isinstance(first, list) else []
    for line, cells in rows:
        if isinstance(cells, str):
            yield line, {UNREADABLE: cells}
            continue
        # The second line of humanitarian tables holds hashtags.
        if line <= done or not any(cells) or is_hashtags(cells):
            continue
        filled = [*map(str.strip, cells), *[""] * (len(header) - len(cells))]
        yield line, dict(zip(header, filled, strict=False))


def problem_of(text: str) -> str | None:
    """What is wrong with the bytes of a row, if anything."""
    return "its bytes are not UTF-8" if UNREADABLE in text else None
