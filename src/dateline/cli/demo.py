"""Read the bundled sample dispatches, so that a first run needs no data."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from ..config import DEFAULT_STORE, Resources
from ..errors import UsageError
from ..types import Event
from .export import NAMES, replacing, write
from .listing import EVENT_COLUMNS, event_row
from .read import take_in
from .reading import compute_events, read_stored, report, summarise
from .tables import print_table

SUFFIXES = {"evidence": "evidence.csv"}


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dateline-demo"),
    show_default=True,
    help="Where to write the store and the exports.",
)
def demo(folder: Path) -> None:
    """Read the sample dispatches.

    They are invented. Prints their events, and writes a store and exports of all formats into a
    folder; running it again changes nothing.

    \b
    Example:
        dateline demo
    """
    from ..exports.rows import select_rows
    from ..pipeline import find_rows
    from ..sources import Said, find_samples
    from ..store import open_store

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be made ({(error.strerror or '').lower()}): name another --folder"
        ) from error
    with open_store(folder / DEFAULT_STORE) as store:
        taken = take_in(store, tuple(find_samples()), Said())
        tally = read_stored(store, tuple(taken.documents), Resources())
        tally.add(taken)
        events = compute_events(store, Resources())
        rows = tuple(find_rows(store, store.events()))
        for name in NAMES:
            with replacing(folder / SUFFIXES.get(name, f"events.{name}")) as stream:
                write(name, iter(rows), stream)
    # Last, so that `dateline demo | head` still writes every file.
    happened = tuple(row.event for row in select_rows(rows, every=False))
    print_table(EVENT_COLUMNS, map(event_row, happened))
    report(tally.failures)
    click.echo(summarise(tally, events=events), err=True)
    click.echo(_what_next(folder, happened, len(rows) - len(happened)), err=True)


def _what_next(folder: Path, happened: tuple[Event, ...], others: int) -> str:
    store = shlex.quote(str(folder / DEFAULT_STORE))
    lines = [
        f"\nThe samples are invented. {folder} now holds the store and its exports. Try:",
        f"  dateline events --store {store}   # and {others} plans, threats, denials and the like",
    ]
    if happened:
        most_told = max(happened, key=lambda event: len(event.documents))
        lines.append(f"  dateline show {most_told.id[:6]} --store {store}")
    lines.append('  dateline why "The army repelled the attack on the airport."')
    lines.append("  dateline read FOLDER_WITH_YOUR_TEXTS")
    return "\n".join(lines)
