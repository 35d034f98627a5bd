"""Read rows as the database of Bellingcat's auto-archiver writes them: one cell holds all."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

COLUMNS = frozenset(("status", "metadata", "media"))
TIME = re.compile(
    r"datetime\.datetime\((\d{1,4}(?:, \d{1,6}){2,6})(, tzinfo=datetime\.timezone\.utc)?\)"
)


def is_database(names: Collection[str]) -> bool:
    """Whether a table is one, by the names of its columns."""
    return set(names) >= COLUMNS


def unfold(row: Mapping[str, str]) -> dict[str, object]:
    """A row as the archiver's sheet would have it; ``ValueError`` for one that is broken."""
    try:
        # It is Python's way to print a dictionary; nothing of it is run.
        told = ast.literal_eval(TIME.sub(_as_words, row["metadata"]))
    except (ValueError, SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"is broken: its metadata: {error}") from error
    if not isinstance(told, dict):
        raise ValueError("is broken: its metadata tell nothing")
    kept = {str(key): value for key, value in told.items() if isinstance(value, str | int | float)}
    return {**kept, "archive status": row["status"]}


def _as_words(found: re.Match[str]) -> str:
    year, month, day, *time = map(int, found[1].split(", "))
    hour, minute, second, micro = (*time, 0, 0, 0, 0)[:4]
    moment = datetime(  # noqa: DTZ001 - the archiver writes times with and without a zone
        year, month, day, hour, minute, second, micro
    )
    return repr((moment.replace(tzinfo=UTC) if found[2] else moment).isoformat())
