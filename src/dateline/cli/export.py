"""Write events to a stream or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from ..errors import UsageError
from ..types import Wanted
from .listing import Page, why_no_events
from .options import with_store, with_wanted

if TYPE_CHECKING:
    from ..exports import ExportRow
    from ..store import Store

# Spelled out, because the writers take long to import; a test compares it with what they are.
NAMES = ("csv", "evidence", "geojson", "jsonl")
SPREADSHEET = frozenset({"csv", "evidence"})


@click.command()
@click.argument("format", type=click.Choice(NAMES))
@with_wanted
@click.option("--all", "every", is_flag=True, help="Every status, not only what happened.")
@click.option("--raw", is_flag=True, help="No guard against formulas in cells; for programs.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write this file, whole or not at all.",
)
@with_store()
def export(
    store: Store, format: str, wanted: Wanted, every: bool, raw: bool, output: Path | None
) -> None:
    """Write events as CSV, GeoJSON or JSON Lines.

    Only what happened, unless --all is given: never a plan, a threat, a denial or a hypothesis.

    \b
    Example:
        dateline export csv > events.csv
        dateline export geojson --country UA --output events.geojson
    """
    from ..pipeline import find_rows

    check_options(format, every=every, raw=raw)
    found = Page(store.events(wanted))
    if not found:
        click.echo(why_no_events(store, wanted), err=True)
    rows = find_rows(store, found)
    if output is None:
        write(format, rows, sys.stdout, every=every, raw=raw)
        return
    with replacing(output) as stream:
        write(format, rows, stream, every=every, raw=raw)


def check_options(format: str, *, every: bool, raw: bool) -> None:
    """Refuse what a format cannot do."""
    from ..exports import EVERY_STATUS

    if every and format not in EVERY_STATUS:
        raise UsageError(
            f"{format} holds only what happened: give --all with {', '.join(sorted(EVERY_STATUS))}"
        )
    if raw and format not in SPREADSHEET:
        raise UsageError(f"{format} has no guard to leave off: give --raw with csv or evidence")


def write(
    format: str,
    rows: Iterator[ExportRow],
    stream: TextIO,
    *,
    every: bool = False,
    raw: bool = False,
) -> None:
    """Write rows in a format."""
    from ..exports import EVERY_STATUS, FORMATS, write_csv, write_evidence

    if raw:
        writer = write_csv if format == "csv" else write_evidence
        writer(rows, stream, every=every, raw=True)
    elif every:
        EVERY_STATUS[format](rows, stream, every=True)
    else:
        FORMATS[format](rows, stream)


@contextmanager
def replacing(target: Path) -> Iterator[TextIO]:
    """A file that takes its name once it is whole and on the disk."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise UsageError(f"{target} cannot be written ({problem}): name another file") from error
    finally:
        unfinished.unlink(missing_ok=True)
