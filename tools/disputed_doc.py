"""Write docs/explanation/disputed-territory.md from data/disputed.toml."""

from __future__ import annotations

from pathlib import Path

from dateline.resolution.countries import Countries, load_countries
from dateline.resolution.places.disputed import load_disputed

PAGE = Path(__file__).parent.parent / "docs/explanation/disputed-territory.md"

SHOWN = """\
# Disputed territory is shown by one rule

<!-- Written by tools/disputed_doc.py from src/dateline/resolution/data/disputed.toml; change that and run `make docs`. -->

A place in disputed territory needs a country code like any other, or it could not be sorted, counted or exported. Dateline takes the first of these that applies:

1. the territory's own code in ISO 3166-1 (and XK, which ISO leaves to users, for Kosovo);
2. the state that resolutions of the United Nations, or recognition by most of its members, give it to;
3. the state that governs it.

The code is a label. It takes no side, says nothing about who is right, and changes no claim: what a source calls the place stays in the quote. An export can show other codes.

| territory | shown as | held by | why |
|---|---|---|---|
{rows}

A test looks up a town in each territory and fails if the gazetteer's sources disagree with this table.
"""


def make_page() -> str:
    countries = Countries(load_countries())
    rows = [
        f"| {entry.name} | {entry.shown} ({countries.country_name(entry.shown)}) "
        f"| {entry.held_by} | {entry.because} |"
        for entry in load_disputed()
    ]
    return SHOWN.format(rows="\n".join(rows))


if __name__ == "__main__":
    PAGE.write_text(make_page(), "utf-8", newline="\n")
