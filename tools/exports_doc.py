"""Write docs/reference/exports.md from the formats, columns and views themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.exports import EVERY_STATUS, FORMATS
from dateline.exports.columns import COLUMNS, EVIDENCE_COLUMNS
from dateline.exports.views import RECALLED, load_views

PAGE = Path(__file__).parent.parent / "docs/reference/exports.md"


def make_page() -> str:
    """The page as it should be."""
    return "\n".join(make_lines()) + "\n"


def make_lines() -> Iterator[str]:
    yield "# Exports"
    yield ""
    yield "<!-- Written by tools/exports_doc.py; run `make docs`. -->"
    yield ""
    yield "An export holds what happened, as its sources tell it. A plan, a threat, a demand, a"
    yield "hypothesis and a denial stay out unless every status is asked for; then the columns"
    yield "`status` and `exported_as` tell them apart. The same events give the same bytes, in"
    yield "whatever order they were read."
    yield ""
    yield "## Formats"
    yield ""
    yield "| format | what it is | every status |"
    yield "|---|---|---|"
    for name in sorted(FORMATS):
        words = str(FORMATS[name].__doc__)
        yield f"| `{name}` | {words} | {'on request' if name in EVERY_STATUS else 'never'} |"
    yield ""
    yield "## What is exported as what"
    yield ""
    yield f"A recalled event is out when {RECALLED.removeprefix('it is recalled, and ')}."
    yield "Otherwise status, class of kind and outcome decide:"
    yield ""
    yield "| status | class of kind | outcome | exported as | because |"
    yield "|---|---|---|---|---|"
    views = load_views()
    for row in views.rows:
        yield (
            f"| {', '.join(row.status)} | {', '.join(row.classes)} | {', '.join(row.outcome)} "
            f"| {row.verdict.exported} | {row.verdict.because} |"
        )
    yield ""
    for kind_class in dict.fromkeys(views.classes.values()):
        kinds = [f"`{kind}`" for kind, own in views.classes.items() if own is kind_class]
        yield f"- {kind_class}: {', '.join(kinds)}"
    yield ""
    yield "A kind that is not listed counts as peaceful."
    yield ""
    yield "## Columns of `csv` and properties of `geojson`"
    yield ""
    yield "One row for each event. A blank cell is unknown. Lists are separated by `; `. In `geojson`"
    yield "the id and the coordinates stand where RFC 7946 has them, and `evidence` lists the words"
    yield "behind every value."
    yield ""
    yield "For a spreadsheet, `csv` puts an apostrophe before a text that could be taken for a formula"
    yield "(such as `--07-25` or `+963`), never before a number; raw `csv` leaves every text as it is."
    yield ""
    yield "| column | type | what it holds |"
    yield "|---|---|---|"
    for column in COLUMNS:
        yield f"| `{column.name}` | {column.type} | {column.holds} |"
    yield ""
    yield "## Columns of `evidence`"
    yield ""
    yield "One row for each stretch of text behind a value."
    yield ""
    yield "| column | what it holds |"
    yield "|---|---|"
    for name, holds in EVIDENCE_COLUMNS:
        yield f"| `{name}` | {holds} |"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(make_page(), encoding="utf-8")
