"""Write events as CSV, one row each, for a spreadsheet or, raw, for a program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from .columns import COLUMNS, EVIDENCE_COLUMNS, Cell
from .rows import ExportRow, select_rows

# What a spreadsheet takes for the start of a formula, in full width too.
TRIGGERS = frozenset("=+-@＝＋－＠")
# What it may skip before it looks: quotes, spaces, and marks that cannot be seen.
SKIPPED = "'\"‘’“”` \t\r\n\v\f\0\u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BREAKS = frozenset("\t\r\n")
GUARD = "'"
SPECIAL = frozenset('",\r\n')


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    rest = text.lstrip(SKIPPED)
    skipped = text[: len(text) - len(rest)]
    return rest[:1] in TRIGGERS or not BREAKS.isdisjoint(skipped)


def guard(text: str) -> str:
    """Make a text safe to open in a spreadsheet."""
    return GUARD + text if is_formula(text) else text


def unguard(text: str) -> str:
    """Take the guard off again."""
    is_guarded = text.startswith(GUARD) and is_formula(text[len(GUARD) :])
    return text[len(GUARD) :] if is_guarded else text


def write_csv(
    rows: Iterable[ExportRow], stream: TextIO, *, every: bool = False, raw: bool = False
) -> None:
    """One row for each event, with every value in a column of its own."""
    stream.write(_line((column.name for column in COLUMNS), raw=raw))
    for row in select_rows(rows, every=every):
        stream.write(_line((column.cell(row) for column in COLUMNS), raw=raw))


def write_evidence(
    rows: Iterable[ExportRow], stream: TextIO, *, every: bool = False, raw: bool = False
) -> None:
    """One row for each stretch of text behind a value, as CSV."""
    stream.write(_line((name for name, _ in EVIDENCE_COLUMNS), raw=raw))
    for row in select_rows(rows, every=every):
        for words in row.evidence:
            cells: tuple[Cell, ...] = (
                row.event.id,
                words.claim,
                words.field,
                words.quote,
                words.document,
                words.address,
                words.start,
                words.end,
            )
            stream.write(_line(cells, raw=raw))


def _line(cells: Iterable[Cell], *, raw: bool) -> str:
    # Not csv.writer: with "\n" as line end Python 3.11 leaves a lone "\r" unquoted.
    return ",".join(_quote(_spell(cell, raw=raw)) for cell in cells) + "\n"


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if SPECIAL & set(text) else text


def _spell(cell: Cell, *, raw: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return cell if raw else guard(cell)
    return repr(cell)
