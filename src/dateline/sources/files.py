"""Find files and read them: the one place where a document's bytes come from disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from ..errors import ExtractError, FetchError
from ..types import Document, Original
from .archives import ARCHIVES, SIGN_OF_LIFE, Member
from .extracting import extract, find_format
from .file import FILE_LIMIT, NOTHING_SAID, STANDARD_INPUT, File, Said
from .formats import format_of, named_format
from .published import parts_of

# What Telegram calls an export. Other JSON files of a folder are settings of programs, mostly; one
# that is named outright is read.
TELEGRAM = "result.json"


def find_files(
    paths: Iterable[Path], *, skip: Callable[[Path, str], None] = lambda path, because: None
) -> Iterator[File]:
    """Find the files below some paths in sorted order, each once; tell ``skip`` what is left out.

    A file named outright is always found, so that reading it can say what is wrong with it.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _walk(path, skip) if path.is_dir() else (_named(path),):
            real = os.path.realpath(file.path)  # Path.resolve raises on links in a circle
            if real not in seen:
                seen.add(real)
                yield file


def read_document(file: File, *, said: Said = NOTHING_SAID) -> Document:
    """Read one file into a document."""
    return extract(original_of(file, read_bytes(file), said=said))


def read_bytes(file: File) -> bytes:
    """Read a file's bytes, or standard input's for ``-``."""
    with _reading(file):
        if file.path == STANDARD_INPUT:
            raw = sys.stdin.buffer.read(FILE_LIMIT + 1)
        else:
            with file.path.open("rb") as stream:
                raw = stream.read(FILE_LIMIT + 1)
    if len(raw) > FILE_LIMIT:
        raise ExtractError(file.address, f"is too large: over {FILE_LIMIT:,} bytes")
    return raw


@contextmanager
def _reading(file: File) -> Iterator[None]:
    """Say of a file why it cannot be read."""
    try:
        if file.path.exists() and not file.path.is_file():
            # A pipe or a device may never end.
            raise FetchError(file.address, "is not a regular file")
        yield
    except FileNotFoundError as error:
        raise FetchError(str(file.path), "there is no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise FetchError(str(file.path), f"cannot be read: {reason}") from error


def find_members(file: File, *, said: Said = NOTHING_SAID, skip: int = 0) -> Iterator[Member]:
    """The documents of an archive, one after the other, after so many that were had already.

    A member with neither document nor problem says how far it was read.
    """
    published, zone = parts_of(said.published)
    with _reading(file):
        for member in ARCHIVES[format_of(file)](file, said):
            if member.number <= skip:
                if member.number % SIGN_OF_LIFE == 0:
                    yield Member(member.number, file.address)
                continue
            if published is not None and member.original is not None:
                original = replace(member.original, published=published, zone=zone)
                member = replace(member, original=original)
            yield member


def original_of(file: File, raw: bytes, *, said: Said = NOTHING_SAID) -> Original:
    """What the document of a file is made from."""
    published, zone = parts_of(said.published)
    return Original(
        raw,
        named_format(file.path) or find_format(raw),
        _address(file, raw),
        said.source or file.source,
        published=published,
        zone=zone,
        encoding=said.encoding,
        guessed=said.source is None,
    )


def _address(file: File, raw: bytes) -> str:
    if file.path != STANDARD_INPUT:
        return file.address
    # Two texts from standard input are not two versions of one document.
    return f"standard-input-{blake2b(raw, digest_size=6).hexdigest()}"


def _named(path: Path) -> File:
    if path == STANDARD_INPUT:
        return File(path, "standard input", "standard input")
    return File(path, _printable(path.name), _printable(path.absolute().parent.name) or "files")


def _walk(folder: Path, skip: Callable[[Path, str], None]) -> Iterator[File]:
    source = _printable(folder.resolve().name) or "files"

    def report(error: OSError) -> None:
        skip(Path(error.filename), f"cannot be read: {error.strerror}")

    for name, folders, names in os.walk(folder, onerror=report):
        here = Path(name)
        for below in sorted(folders):
            if below.startswith("."):
                skip(here / below, "is hidden")
            elif (here / below).is_symlink():
                skip(here / below, "is a link to a folder")
        folders[:] = sorted(below for below in folders if not below.startswith("."))
        for filename in sorted(names):
            path = here / filename
            if filename.startswith("."):
                skip(path, "is hidden")
            elif named_format(path) is None:
                skip(path, "is of an unknown type")
            elif path.suffix.lower() == ".json" and filename.lower() != TELEGRAM:
                skip(path, f"is JSON, and not called {TELEGRAM}")
            elif path.exists() and not path.is_file():
                skip(path, "is not a regular file")
            else:
                yield File(path, _printable(path.relative_to(folder).as_posix()), source)


def _printable(name: str) -> str:
    # File names are bytes on some systems; what is no text in them cannot be stored.
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
