"""Find the sample dispatches that come with the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .file import File
from .files import find_files

SAMPLES = Path(__file__).parent.parent / "data" / "samples" / "dispatches"


def find_samples() -> Iterator[File]:
    """Find the sample dispatches; all are invented."""
    return find_files([SAMPLES])
