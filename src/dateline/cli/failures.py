"""List what failed and why, and try it again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import Resources, find_limits, find_project, load_project
from ..types import Failure
from .options import json_option, with_resources, with_store, workers_option
from .project import fetch_new
from .reading import compute_events, read_stored
from .stopping import stopping
from .tables import print_json
from .words import count, one_line

if TYPE_CHECKING:
    from threading import Event

    from ..store import Store


@click.command()
@click.option("--retry", is_flag=True, help="Try them again, and list what fails again.")
@json_option
@with_resources
@workers_option
@with_store()
def failures(
    store: Store, retry: bool, as_json: bool, resources: Resources, workers: int | None
) -> None:
    """List what failed, at which step, and why.

    What succeeds later leaves the list. --retry reads again what was not read, makes documents
    again of bytes that are kept, and asks again the project's sources of which something failed.

    \b
    Example:
        dateline failures --retry
    """
    before = store.failures()
    if retry:
        with stopping() as asked:
            try_again(store, before, asked)
            read_again(store, before, resources, workers, asked)
    after = store.failures()
    for failure in after:
        _print(failure, as_json=as_json)
    if retry:
        click.echo(say_retried(before, after), err=True)


def try_again(store: Store, failed: Collection[Failure], asked: Event) -> None:
    """Try to get the documents that were not had."""
    from ..pipeline import Extraction, make_sandbox
    from ..pipeline.reading.retrying import extract_again

    with make_sandbox(find_limits(Path.cwd())) as sandbox:
        extract_again(Extraction(store, sandbox), failed)
    if find_project(Path.cwd()) is None:
        return
    project = load_project(Path.cwd())
    failing = {state.source.name for state in store.source_states() if state.failures}
    names = tuple(source.name for source in project.settings.sources if source.name in failing)
    if names:
        fetch_new(project, store, names, asked)


def read_again(
    store: Store,
    failed: Collection[Failure],
    resources: Resources,
    workers: int | None,
    asked: Event,
) -> None:
    """Read what was not read, and what was had just now."""
    documents = [failure.document for failure in failed if failure.document is not None]
    tally = read_stored(
        store,
        (*documents, *store.unread_ids()),
        resources,
        workers=workers,
        stop=asked.is_set,
    )
    if tally.read:
        compute_events(store, resources)


def say_retried(before: Collection[Failure], after: Collection[Failure]) -> str:
    """What came of trying again."""
    still = {failure.address for failure in after}
    gone = sum(failure.address not in still for failure in before)
    return f"{len(before):,} tried again: {gone:,} succeeded, {count(len(after), 'failure')} left"


def _print(failure: Failure, *, as_json: bool) -> None:
    if as_json:
        print_json(failure)
    else:
        click.echo(f"{one_line(failure.address)} ({failure.step}): {one_line(failure.problem)}")
