"""Read files into the store, read the store anew, compute its events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import Resources, find_limits
from ..errors import RunError
from .options import (
    codebook_option,
    columns_option,
    encoding_option,
    json_option,
    load_kinds,
    published_option,
    register_option,
    with_resources,
    with_store,
    workers_option,
)
from .progress import Bar
from .reading import compute_events, read_stored, report, say_elsewhere, summarise
from .tables import print_json
from .words import count, one_line

if TYPE_CHECKING:
    from ..pipeline import Change, Taken
    from ..sources import File, Moment, Said
    from ..store import Store


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@published_option
@click.option("--source", metavar="NAME", help="Where they come from; else the folder's name.")
@encoding_option
@columns_option
@with_resources
@workers_option
@click.option("--no-consolidate", is_flag=True, help="Leave the events as they are.")
@with_store(create=True)
def read(
    store: Store,
    paths: tuple[Path, ...],
    published: Moment | None,
    source: str | None,
    encoding: str | None,
    columns: dict[str, str],
    resources: Resources,
    workers: int | None,
    no_consolidate: bool,
) -> None:
    """Read files into the store.

    Plain text, Markdown, saved web pages, PDF, DOCX, e-mail; and what archives hold: WARC, CSV,
    JSON Lines, Telegram exports. Folders are walked; - is standard input. What cannot be read is
    named with its reason, and the rest goes on. Reading the same twice changes nothing. Ends by
    computing the events anew.

    \b
    Example:
        dateline read reports/
        dateline read dispatch.txt --published 2018-09-01
        dateline read posts.csv --columns text=message,published=sent
    """
    from ..sources import Said

    files = find_files(paths)
    said = Said(published=published, source=source, encoding=encoding, columns=columns)
    taken = take_in(store, files, said)
    tally = read_stored(store, tuple(taken.documents), resources, workers=workers)
    tally.add(taken)
    report(tally.failures)
    events = None if no_consolidate else compute_events(store, resources)
    click.echo(summarise(tally, events=events), err=True)
    if tally.failures and not tally.read:
        raise click.exceptions.Exit(1)


def take_in(store: Store, files: Sequence[File], said: Said) -> Taken:
    """Keep the documents of files, to be read from the store."""
    from ..pipeline import Extraction, make_sandbox, take_files

    with make_sandbox(find_limits(Path.cwd())) as sandbox, Bar("Taking in") as bar:
        return take_files(
            files,
            Extraction(store, sandbox),
            said=said,
            seen=lambda taken: bar.show(taken.paths, len(files)),
        )


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
        raise RunError(
            f"{named}: nothing to read there: text, pages, PDF, DOCX or archives are wanted"
        )
    return files


@click.command()
@json_option
@with_resources
@workers_option
@with_store()
def reread(store: Store, as_json: bool, resources: Resources, workers: int | None) -> None:
    """Read stored documents anew.

    Those are read whose engine, codebook or data changed. Prints the claims that are gone (-) and
    new (+), and computes the events anew. Readings that were there stay in the store.

    \b
    Example:
        dateline reread
    """
    changes = 0

    def changed(change: Change) -> None:
        nonlocal changes
        changes += 1
        _print_change(change, as_json=as_json)

    tally = read_stored(store, store.latest_ids(), resources, workers=workers, changed=changed)
    report(tally.failures)
    events = compute_events(store, resources)
    parts = [count(tally.documents, "document"), f"{changes:,} changed"]
    if tally.elsewhere:
        parts.append(say_elsewhere(tally))
    click.echo(
        ", ".join((*parts, count(events, "event"), count(len(tally.failures), "failure"))), err=True
    )


def _print_change(change: Change, *, as_json: bool) -> None:
    if as_json:
        print_json(change)
        return
    click.echo(one_line(change.document.address))
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
    from ..pipeline import consolidate_store, load_joining

    joining = load_joining(load_kinds(codebooks), registers)
    events = consolidate_store(store, joining, anew=True)
    click.echo(count(events.total, "event"), err=True)
