"""Read the words and attitudes that come with the package."""

from __future__ import annotations

from importlib.resources import files


def read_data(name: str) -> str:
    """A file of ``analysis/data``."""
    return files("dateline.analysis").joinpath("data", name).read_text(encoding="utf-8")
