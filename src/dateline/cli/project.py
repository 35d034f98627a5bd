"""Make a project, name its sources, bring in what is new and read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from ..config import Project, Resources, init_project, load_project
from ..errors import StoreError, UsageError
from ..types import Confidence, SourceKind
from .options import (
    Converted,
    columns_option,
    json_option,
    with_resources,
    with_store,
    workers_option,
)
from .progress import Bar
from .reading import compute_events, read_stored, report, summarise
from .stopping import stopping
from .tables import Column, print_json, print_table
from .words import count, one_line

if TYPE_CHECKING:
    from ..pipeline.fetching.visiting import FetchTally
    from ..store import SourceState, Store

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
STATE_COLUMNS = (
    Column("source"),
    Column("kind"),
    Column("documents"),
    Column("failures"),
    Column("last success"),
    Column("location", free=True),
    Column("problem", free=True),
)


class Every(Converted):
    """A length of time: 90s, 15m, 1h30m."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """Refuse what is no length of time."""
        parts = re.findall(r"(\d{1,6})([smhd])", str(value))
        seconds = sum(int(number) * UNITS[unit] for number, unit in parts)
        if "".join(number + unit for number, unit in parts) != value or not seconds:
            raise UsageError(f"--every {value!r} is no length of time: write it like 15m or 1h30m")
        return timedelta(seconds=seconds)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def init(folder: Path) -> None:
    """Make FOLDER a project.

    Writes its settings, `dateline.toml`, which name its sources, store and limits. Commands that
    run in the folder or below it use them.

    \b
    Example:
        dateline init sudan
    """
    file = init_project(folder)
    click.echo(f"{file} is made: add sources with `dateline add`", err=True)


@click.command()
@click.argument("locations", nargs=-1, required=True, metavar="URL|PATH…")
@click.option("--name", metavar="NAME", help="What to call it; else what it calls itself.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in SourceKind]),
    help="What it is, if that is not to be found out by asking.",
)
@click.option("--country", metavar="CC", help="Where it is from: SD, UA.")
@click.option("--owner", metavar="TEXT", help="Who it belongs to.")
@click.option("--lean", metavar="TEXT", help="Whom it leans to: government, opposition.")
@click.option(
    "--trust", type=click.Choice([level.value for level in Confidence]), help="How far to trust it."
)
@click.option("--no-pages", is_flag=True, help="Of a feed, read only what it holds itself.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="It may lie on this machine or in a private network, on any port.",
)
@columns_option
def add(locations: tuple[str, ...], **said: Any) -> None:
    """Add sources to the project.

    A feed, a page, a list of addresses, a file, an archive or a folder. An address is asked once,
    to see what it is; a page that names a feed gives the feed. Owner, lean, country and trust go
    with every document of the source.

    \b
    Example:
        dateline add https://news.example/feed.xml --country SD --lean government
    """
    from ..pipeline import make_sandbox
    from ..pipeline.fetching.adding import Wish, add_locations

    project = load_project(Path.cwd())
    if said["name"] and len(locations) > 1:
        raise UsageError("--name is for one source: add them one by one")
    with make_sandbox(project.settings.limits) as sandbox:
        for source in add_locations(project, locations, Wish.of(said), sandbox):
            click.echo(f"added {source.kind} {source.name!r}: {source.location}", err=True)


@click.command()
@json_option
@with_store(create=True)
def sources(store: Store, as_json: bool) -> None:
    """List the project's sources and how they are doing.

    Documents, addresses that failed when they were last asked for, and the last time the source
    itself answered.

    \b
    Example:
        dateline sources
    """
    project = load_project(Path.cwd())
    states = tuple(_states(project, store))
    if as_json:
        for state in states:
            print_json(state)
    elif states:
        print_table(STATE_COLUMNS, map(_state_row, states))
    else:
        click.echo("no sources yet: add one with `dateline add`", err=True)


def _states(project: Project, store: Store) -> Iterator[SourceState]:
    from ..store import SourceState

    known = {state.source.name: state for state in store.source_states()}
    for source in project.settings.sources:
        yield known.get(source.name) or SourceState(source.record, 0, 0, None, None)


def _state_row(state: SourceState) -> tuple[str, ...]:
    return (
        state.source.name,
        state.source.kind.value,
        f"{state.documents:,}",
        f"{state.failures:,}",
        f"{state.succeeded:%Y-%m-%d %H:%M}Z" if state.succeeded else "never",
        state.source.location,
        state.problem or (say_surge(state) if state.surges else ""),
    )


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]…")
@with_store(create=True)
def fetch(store: Store, names: tuple[str, ...]) -> None:
    """Bring in what is new, without reading it.

    Asks the project's sources; those of some NAMEs even if they failed again and again. What cannot
    be had is named with its reason, and the rest goes on; stopped, the next run continues there.

    \b
    Example:
        dateline fetch
    """
    project = load_project(Path.cwd())
    with stopping() as asked:
        tally = fetch_new(project, store, names, asked)
    check_any(tally)


def check_any(tally: FetchTally) -> None:
    """End with a status that says so if every source failed."""
    if tally.failed and tally.failed == tally.sources:
        raise click.exceptions.Exit(1)


def fetch_new(project: Project, store: Store, names: tuple[str, ...], asked: Event) -> FetchTally:
    """Bring in what is new, with the progress shown, and say what was done."""
    from ..pipeline import make_sandbox
    from ..pipeline.fetching.going import fetch_sources
    from ..pipeline.fetching.planning import make_fetcher, plan
    from ..pipeline.fetching.visiting import Go

    planned = plan(project, names)
    if not planned:
        raise UsageError("the project has no sources: add one with `dateline add`")
    limits = project.settings.limits
    with make_sandbox(limits) as sandbox, Bar("Fetching") as bar:
        go = Go(
            store,
            make_fetcher(project),
            sandbox,
            items=limits.items,
            seconds=limits.source_minutes * 60,
            insist=bool(names),
            stop=asked.is_set,
            seen=lambda tally: bar.show(tally.sources, len(planned)),
        )
        tally = fetch_sources(go, planned)
    report(tally.failures)
    for name in tally.late:
        click.echo(f"{one_line(name)}: its time was over; the rest is for the next", err=True)
    for state in tally.surging:
        click.echo(f"{one_line(state.source.name)}: {say_surge(state)}", err=True)
    click.echo(say_fetched(tally), err=True)
    return tally


def say_surge(state: SourceState) -> str:
    """That a source gave many times what it usually does."""
    return (
        f"{count(state.lately, 'document')} within a day, usually {state.usually:.1f}: "
        "see whether it is still what it was"
    )


def say_fetched(tally: FetchTally) -> str:
    """What a fetch did, in one line."""
    parts = [
        count(tally.sources, "source"),
        count(tally.new, "new document"),
        count(tally.versions, "new version"),
        f"{tally.unchanged:,} unchanged",
    ]
    if tally.waiting:
        parts.append(f"{tally.waiting:,} left alone for a while")
    if tally.quarantined:
        parts.append(f"{tally.quarantined:,} in quarantine")
    if tally.elsewhere:
        parts.append(f"{count(tally.elsewhere, 'source')} left to another process that asks")
    if tally.left:
        parts.append(f"{tally.left:,} left for the next time")
    return ", ".join((*parts, count(len(tally.failures), "failure")))


@click.command()
@click.option("--every", type=Every(), metavar="TIME", help="Again and again: 15m, 1h30m.")
@with_resources
@workers_option
@with_store(create=True)
def run(store: Store, every: timedelta | None, resources: Resources, workers: int | None) -> None:
    """Fetch what is new, read it, and compute the events anew.

    Once, or with --every until it is stopped by Ctrl-C or SIGTERM; it then ends with the step it is
    at. Killed at any point, the next run continues there. When the store cannot be written, as on a
    full disk, --every waits and tries again.

    \b
    Example:
        dateline run --every 15m
    """
    with stopping() as asked:
        if every is None:
            check_any(run_once(store, resources, workers, asked))
            return
        while not asked.is_set():
            try:
                run_once(store, resources, workers, asked)
            except StoreError as error:
                click.echo(f"{error}; trying again in {every}", err=True)
            asked.wait(every.total_seconds())


def run_once(store: Store, resources: Resources, workers: int | None, asked: Event) -> FetchTally:
    """Fetch, read, compute the events; what was fetched."""
    fetched = fetch_new(load_project(Path.cwd()), store, (), asked)
    tally = read_stored(store, store.unread_ids(), resources, workers=workers, stop=asked.is_set)
    report(tally.failures)
    events = compute_events(store, resources)
    click.echo(summarise(tally, events=events), err=True)
    return fetched
