"""Write docs/reference/types.md from the records of dateline.types."""

from __future__ import annotations

import inspect
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

from dateline.types import (
    claims,
    decisions,
    events,
    gazetteer,
    readings,
    resolution,
    sources,
    text,
)

# In the order that a report passes through them.
ROOMS = (sources, text, claims, resolution, readings, events, decisions, gazetteer)
PAGE = Path(__file__).parent.parent / "docs/reference/types.md"

HEAD = """\
# Records

<!-- Written by tools/types_doc.py from src/dateline/types/; change that and run `make docs`. -->

Every layer passes these on. A record is frozen; unknown is `None`; a span is `[start, end)` in code points of the document's text.
"""


def describe_record(record: type) -> list[str]:
    lines = [f"## {record.__name__}", "", inspect.getdoc(record) or "", ""]
    lines += ["| field | type |", "|---|---|"]
    for field in fields(record):
        shown = str(field.type).replace("|", "\\|")
        lines.append(f"| `{field.name}` | `{shown}` |")
    derived = [
        name
        for name, member in vars(record).items()
        if isinstance(member, property) or type(member).__name__ == "cached_property"
    ]
    if derived:
        lines += ["", "Derived: " + ", ".join(f"`{name}`" for name in derived) + "."]
    return [*lines, ""]


def describe_values(kind: type[Enum]) -> list[str]:
    values = ", ".join(f"`{member.value}`" for member in kind)
    return [f"## {kind.__name__}", "", inspect.getdoc(kind) or "", "", f"Values: {values}.", ""]


def make_page() -> str:
    lines = [HEAD]
    for room in ROOMS:
        for member in vars(room).values():
            if not inspect.isclass(member) or member.__module__ != room.__name__:
                continue
            if is_dataclass(member):
                lines += describe_record(member)
            elif issubclass(member, Enum):
                lines += describe_values(member)
    return "\n".join(lines).replace("``", "`").rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(make_page(), "utf-8")
