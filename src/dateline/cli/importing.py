"""Bring in what people coded by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .group import Group
from .options import (
    Command,
    codebook_option,
    encoding_option,
    find_gazetteer,
    gazetteer_option,
    load_kinds,
    register_option,
    with_store,
)
from .progress import Bar
from .reading import report
from .words import count

if TYPE_CHECKING:
    from ..sources.coded import Description
    from ..store import Store

# Spelled out, because the readers take long to import; a test compares them with what there is.
SHAPES = ("acled", "ucdp", "own")
ORDERS = ("dmy", "mdy")


def with_description(command: Command) -> Command:
    """Give a command options that say how a table is read, and hand it ``describe``."""

    @click.option(
        "--columns",
        multiple=True,
        metavar="FIELD=COLUMN,…",
        help="Which column is which: date=Day,kind=What,actor=Who; may be given several times.",
    )
    @click.option(
        "--kinds",
        multiple=True,
        metavar="WORD=KIND,…|FILE",
        help="What the table calls the codebook's kinds, or a TOML file of that.",
    )
    @click.option(
        "--shape", type=click.Choice(SHAPES), help="Whose columns it has; else its header tells."
    )
    @click.option(
        "--dates",
        type=click.Choice(ORDERS),
        help="How 03/04/2019 is read, where it cannot be told.",
    )
    @encoding_option
    @wraps(command)
    def described(
        *args: Any,
        columns: tuple[str, ...],
        kinds: tuple[str, ...],
        shape: str | None,
        dates: str | None,
        encoding: str | None,
        **kwargs: Any,
    ) -> None:
        def describe(*, coder: str | None = None, for_several: bool = False) -> Description:
            from ..sources.coded import Description, parse_columns
            from ..sources.coded.dates import Order
            from ..sources.coded.kinds import parse_kinds

            return Description(
                shape=shape,
                columns=parse_columns(columns),
                kinds=parse_kinds(kinds),
                dates=Order(dates) if dates else None,
                encoding=encoding,
                coder=coder,
                for_several=for_several,
            )

        command(*args, describe=describe, **kwargs)

    return described


@click.group("import", cls=Group)
def import_() -> None:
    """Bring in what people coded by hand.

    \b
    Example:
        dateline import events coded.csv --coder anna
    """


@import_.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--coder", metavar="NAME", help="Who coded it; else the data set or the file.")
@with_description
@codebook_option
@register_option
@gazetteer_option
@click.option("--no-consolidate", is_flag=True, help="Leave the events as they are.")
@with_store(create=True)
def events(
    store: Store,
    file: Path,
    coder: str | None,
    describe: Callable[..., Description],
    codebooks: tuple[Path, ...],
    registers: tuple[Path, ...],
    gazetteer: str | None,
    no_consolidate: bool,
) -> None:
    """Bring in a table of events.

    CSV, one event a row: your own, or as ACLED or UCDP give theirs. Each row becomes a document
    whose text is the row, and a claim by its coder. Importing the same twice changes nothing; a
    row that was edited is a new version. A row that cannot be read is named with its column, and
    the rest goes on. Ends by computing the events anew.

    \b
    Example:
        dateline import events coded.csv --coder anna --columns date=Day,kind=What,actor=Who
        dateline import events acled.csv
    """
    from ..pipeline import consolidate_store, load_joining
    from ..pipeline.events.coding import make_coding, make_locate
    from ..pipeline.events.importing import import_events
    from ..sources.coded import open_table

    codebook = load_kinds(codebooks)
    table = open_table(file, codebook, describe(coder=coder))
    coding = make_coding(
        table,
        registers=registers,
        locate=make_locate(find_gazetteer(gazetteer)),
    )
    with Bar("Importing") as bar:
        tally = import_events(
            table, coding, store, seen=lambda tally: bar.show(tally.rows, table.rows)
        )
    report(tally.failures)
    parts = [count(tally.rows, "row"), f"{tally.unchanged:,} unchanged"]
    if not no_consolidate:
        events = consolidate_store(store, load_joining(codebook, registers))
        parts.append(count(events.total, "event"))
    parts.append(count(len(tally.failures), "failure"))
    click.echo(f"{coding.coder}: {', '.join(parts)}", err=True)
    if not tally.coded:
        raise click.exceptions.Exit(1)
