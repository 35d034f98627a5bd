"""Say what is in the index of a gazetteer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from ..errors import StoreError
from ..types import GazetteerFailure, GazetteerSource, GazetteerSummary
from .gazetteer_layout import KINDS

SOURCES = """
SELECT name, format, licence, attribution, rows, places, names, left_out, failures, own
FROM source ORDER BY number
"""
FAILURES = """
SELECT source.name, failure.line, problem FROM failure JOIN source ON source.number = source
ORDER BY source, failure.line
"""


def summarise_gazetteer(path: Path) -> GazetteerSummary:
    """What is in an index: its sources, and how many places of each country and kind."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            return _summarise(file, path)
    except sqlite3.Error as error:
        raise StoreError(f"gazetteer index {path}: {error}") from error


def _summarise(file: sqlite3.Connection, path: Path) -> GazetteerSummary:
    def count(by: str) -> list[tuple[str | int | None, int]]:
        return file.execute(
            f"SELECT {by}, sum(places) FROM tally GROUP BY 1 ORDER BY 2 DESC, 1"
        ).fetchall()

    meta = dict(file.execute("SELECT name, value FROM meta"))
    rows = file.execute(SOURCES).fetchall()
    sources = (replace(GazetteerSource(*row), own=bool(row[-1])) for row in rows)
    return GazetteerSummary(
        path=str(path),
        built=meta.get("built", ""),
        places=file.execute("SELECT coalesce(sum(places), 0) FROM tally").fetchone()[0],
        names=int(meta.get("names", 0)),
        size=path.stat().st_size,
        sources=tuple(sources),
        countries=tuple((str(code or "-"), number) for code, number in count("country")),
        features=tuple((KINDS[int(kind or 0)].value, number) for kind, number in count("kind")),
        failures=tuple(GazetteerFailure(*row) for row in file.execute(FAILURES)),
    )
