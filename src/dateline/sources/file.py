"""A file, and what its user says of the documents in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .page import SIZE_LIMIT
from .published import Moment

STANDARD_INPUT = Path("-")

# No encoding needs more than four bytes for one of UTF-8: a larger file cannot be within the limit.
FILE_LIMIT = 4 * SIZE_LIMIT
HEAD = 1_000  # bytes that tell what a file is


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; its address is its name below the folder that was asked for.

    So the same folder in another place gives the same documents.
    """

    path: Path
    address: str
    source: str  # the name of the folder that was asked for


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of a document; it goes before what the file says of itself."""

    published: Moment | None = None
    source: str | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)  # of tables: what each holds


NOTHING_SAID = Said()
