"""Read files into the store, read the store anew, compute its events."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import RunError
from ..types import Failure
from .options import (
    codebook_option,
    encoding_option,
    gazetteer_option,
    json_option,
    load_kinds,
    model_option,
    open_engine,
    published_option,
    register_option,
    with_store,
)
from .progress import Bar
from .tables import print_json
from .words import count, one_line

if TYPE_CHECKING:
    from ..pipeline import Change, Tally
    from ..sources import File, Moment
    from ..store import Store


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@published_option
@click.option("--source", metavar="NAME", help="Where they come from; else the folder's name.")
@encoding_option
@codebook_option
@register_option
@model_option
@gazetteer_option
@click.option("--no-consolidate", is_flag=True, help="Leave the events as they are.")
@with_store(create=True)
def read(
    store: Store,
    paths: tuple[Path, ...],
    published: Moment | None,
    source: str | None,
    encoding: str | None,
    codebooks: tuple[Path, ...],
    registers: tuple[Path, ...],
    model: str | None,
    gazetteer: str | None,
    no_consolidate: bool,
) -> None:
    """Read files into the store.

    Plain text, Markdown and saved web pages; folders are walked; - is standard input. What cannot
    be read is named with its reason, and the rest goes on. Reading the same twice changes nothing.
    Ends by computing the events anew.

    \b
    Example:
        dateline read reports/
        dateline read dispatch.txt --published 2018-09-01
    """
    from ..pipeline import consolidate_store, read_files
    from ..sources import Said

    files = find_files(paths)
    engine = open_engine(model=model, codebooks=codebooks, registers=registers, gazetteer=gazetteer)
    start = time.perf_counter()
    with Bar("Reading") as bar:
        tally = read_files(
            files,
            engine,
            store,
            said=Said(published=published, source=source, encoding=encoding),
            seen=lambda tally: bar.show(tally.documents, len(files)),
        )
    seconds = time.perf_counter() - start
    report(tally.failures)
    events = None
    if not no_consolidate:
        events = len(consolidate_store(store, hierarchy=engine.world, kinds=engine.kinds))
    click.echo(summarise(tally, events=events, seconds=seconds), err=True)
    if not tally.read:
        raise click.exceptions.Exit(1)


def find_files(paths: tuple[Path, ...]) -> tuple[File, ...]:
    """Everything to read; says on standard error what is left out, and why."""
    from ..sources import find_files as find

    left_out: Counter[str] = Counter()

    def skip(path: Path, because: str) -> None:
        left_out[because] += 1

    files = tuple(find(paths, skip=skip))
    if left_out:
        reasons = ", ".join(f"{count} {because}" for because, count in sorted(left_out.items()))
        click.echo(f"left out: {reasons}", err=True)
    if not files:
        named = ", ".join(map(str, paths))
        raise RunError(f"{named}: nothing to read there: plain text, Markdown or HTML is wanted")
    return files


def report(failures: Iterable[Failure]) -> None:
    """Name what failed, with its reason."""
    for failure in failures:
        click.echo(f"{one_line(failure.address)}: {one_line(failure.problem)}", err=True)


def summarise(tally: Tally, *, events: int | None, seconds: float) -> str:
    """What a run did, in one line."""
    parts = [count(tally.documents, "document"), f"{tally.unchanged:,} unchanged"]
    parts.append(count(tally.claims, "new claim"))
    if events is not None:
        parts.append(count(events, "event"))
    parts.append(count(len(tally.failures), "failure"))
    if tally.words and seconds:
        parts.append(f"{tally.words / seconds:,.0f} words a second")
    return ", ".join(parts)


@click.command()
@json_option
@codebook_option
@register_option
@model_option
@gazetteer_option
@with_store()
def reread(
    store: Store,
    as_json: bool,
    codebooks: tuple[Path, ...],
    registers: tuple[Path, ...],
    model: str | None,
    gazetteer: str | None,
) -> None:
    """Read stored documents anew.

    Those are read whose engine, codebook or data changed. Prints the claims that are gone (-) and
    new (+), and computes the events anew. Readings that were there stay in the store.

    \b
    Example:
        dateline reread
    """
    from ..pipeline import consolidate_store
    from ..pipeline import reread as read_anew

    engine = open_engine(model=model, codebooks=codebooks, registers=registers, gazetteer=gazetteer)
    failures: list[Failure] = []
    with Bar("Reading") as bar:
        total = sum(1 for _ in store.latest_documents())

        def seen(tally: Tally) -> None:
            failures[:] = tally.failures
            bar.show(tally.documents, total)

        changes = list(read_anew(engine, store, seen=seen))
    report(failures)
    for change in changes:
        _print_change(change, as_json=as_json)
    events = consolidate_store(store, hierarchy=engine.world, kinds=engine.kinds)
    click.echo(
        f"{count(total, 'document')}, {len(changes):,} changed, {count(len(events), 'event')}, "
        f"{count(len(failures), 'failure')}",
        err=True,
    )


def _print_change(change: Change, *, as_json: bool) -> None:
    if as_json:
        print_json(change)
        return
    click.echo(change.document.address)
    for sign, claims in (("-", change.gone), ("+", change.new)):
        for claim in claims:
            words = one_line(claim.evidence.of(change.document.text))
            click.echo(f"  {sign} {claim.id[:8]} {claim.kind} {claim.status}: {words}")


@click.command()
@codebook_option
@register_option
@with_store()
def consolidate(store: Store, codebooks: tuple[Path, ...], registers: tuple[Path, ...]) -> None:
    """Compute the events anew from the claims.

    Needed after `dateline read --no-consolidate`, or after an interrupted run.

    \b
    Example:
        dateline consolidate
    """
    from ..pipeline import consolidate_store, load_world, make_kinds

    kinds = make_kinds(load_kinds(codebooks))
    events = consolidate_store(store, hierarchy=load_world(registers), kinds=kinds)
    click.echo(count(len(events), "event"), err=True)
