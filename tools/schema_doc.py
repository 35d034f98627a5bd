"""Write docs/reference/schema.md from the store's tables; ``--print`` writes it to the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Table

from dateline.store.migrations import MIGRATIONS
from dateline.store.schema import Instant, tables

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "schema.md"

HEAD = f"""# The tables of a store

A store is one SQLite file, or one PostgreSQL database, with the tables below. This is version
{len(MIGRATIONS)}. `dateline` brings an older store up to date when it opens it, after copying a
SQLite file beside itself, and refuses a newer one.

Reading a store with other programs is fine; writing to it is not. Offsets count code points of
`documents.text`, and end after the last one. Identifiers are 24 hexadecimal digits. `body` columns
hold the records of `src/dateline/types/` as JSON; the columns beside them repeat what filters
need.

This page is made from `src/dateline/store/schema.py` by `tools/schema_doc.py`.
"""


def describe_table(table: Table) -> Iterator[str]:
    """The section of one table."""
    yield f"## `{table.name}`\n"
    yield f"{table.comment}\n"
    yield "| column | type | keeps |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {name_type(column)} | {describe_column(column)} |"
    yield ""


def name_type(column: Column[object]) -> str:
    """The type in a word, for both databases."""
    if isinstance(column.type, Instant):
        return "moment, UTC"
    return {
        "str": "text", "int": "integer", "bool": "boolean", "float": "number",
        "bytes": "bytes", "date": "day",
    }[column.type.python_type.__name__]  # fmt: skip


def describe_column(column: Column[object]) -> str:
    """What a column keeps, what it refers to, and whether it may be empty."""
    parts = [column.comment] if column.comment else []
    parts += [f"refers to `{key.target_fullname}`" for key in column.foreign_keys]
    if column.primary_key:
        parts.append("key")
    if column.nullable:
        parts.append("empty when unknown")
    return "; ".join(parts)


def make_page() -> str:
    """The whole page."""
    lines = [line for table in tables.tables.values() for line in describe_table(table)]
    return HEAD + "\n" + "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    if "--print" in sys.argv[1:]:
        sys.stdout.write(make_page())
    else:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(make_page(), encoding="utf-8")
