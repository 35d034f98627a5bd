"""Decide which column of a table holds what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ...errors import UsageError

# The names that tables of reports go by; the first one that a table has is taken. "Upload title"
# and the like are those of the auto-archiver of Bellingcat.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "full text", "text content", "message", "article"),
    "headline": ("headline", "title", "upload title", "subject"),
    "published": (
        "published",
        "date",
        "published at",
        "publication date",
        "date published",
        "upload timestamp",
        "created at",
        "datetime",
        "timestamp",
    ),
    "address": ("address", "url", "link", "permalink"),
    "author": ("author", "authors", "byline"),
    "source": ("source", "outlet", "publisher"),
    "language": ("language", "lang"),
    "id": ("id", "guid"),
    "status": ("archive status",),
}

Columns = Mapping[str, str]  # what a column holds, and its name


def check_columns(columns: Columns, *, said_by: str) -> None:
    """Refuse a map that names what no document has."""
    unknown = next((field for field in columns if field not in NAMES), None)
    if unknown is not None:
        known = ", ".join(NAMES)
        raise UsageError(f"{said_by}: no document has a {unknown!r}; a column can hold: {known}")


def parse_columns(words: str, *, said_by: str) -> dict[str, str]:
    """Read a map: "text=body,published=date"."""
    pairs = [part.partition("=") for part in words.split(",") if part.strip()]
    wrong = next((field for field, _, name in pairs if not name.strip()), None)
    if wrong is not None:
        raise UsageError(
            f"{said_by}: {wrong.strip()!r} names no column: write it like text=body,published=date"
        )
    columns = {field.strip(): name.strip() for field, _, name in pairs}
    check_columns(columns, said_by=said_by)
    return columns


def find_columns(names: Collection[str], said: Columns) -> dict[str, str]:
    """Which columns hold what: those that were said, and others by their names."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(_plain(name), name)
    found = {
        field: plain[known]
        for field, known_names in NAMES.items()
        if (known := _first(known_names, plain)) is not None
    }
    taken = set(said.values())
    return {field: name for field, name in found.items() if name not in taken} | dict(said)


def _first(names: Iterable[str], among: Collection[str]) -> str | None:
    return next((name for name in names if name in among), None)


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())
