"""Tell what a file is: by its name, or else by how it begins."""

from __future__ import annotations

from pathlib import Path

from .archives import ARCHIVES
from .extracting import FORMATS, find_format
from .file import HEAD, STANDARD_INPUT, File


def is_archive(file: File) -> bool:
    """Whether a file holds many documents."""
    return file.path != STANDARD_INPUT and format_of(file) in ARCHIVES


def format_of(file: File) -> str:
    """What a file is; nothing for one that cannot be read, which reading it will say."""
    named = named_format(file.path)
    if named is not None:
        return named
    try:
        if not file.path.is_file():
            return ""
        with file.path.open("rb") as stream:
            return find_format(stream.read(HEAD))
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        return ""


def named_format(path: Path) -> str | None:
    """What the end of a name says."""
    name = path.name.lower()
    return next((form for form in (*FORMATS, *ARCHIVES) if name.endswith(form)), None)
