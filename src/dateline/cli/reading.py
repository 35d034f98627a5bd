"""Read what is stored and compute the events, with the progress shown, and say what was done."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from ..config import Resources
from ..types import Failure
from .options import load_kinds
from .progress import Bar, IndexProgress
from .words import count, one_line

if TYPE_CHECKING:
    from ..pipeline import Change, Tally
    from ..store import Store
    from ..types import DocumentId


def read_stored(
    store: Store,
    documents: Sequence[DocumentId],
    resources: Resources,
    *,
    workers: int | None = None,
    stop: Callable[[], bool] = lambda: False,
    changed: Callable[[Change], None] | None = None,
) -> Tally:
    """Read stored documents that these resources have not read yet."""
    from ..pipeline import Run, Tally, open_readers

    if not documents:
        return Tally()
    with ExitStack() as opened:
        with IndexProgress() as progress:
            readers = opened.enter_context(
                open_readers(
                    resources, documents=len(documents), workers=workers, progress=progress.show
                )
            )
        bar = opened.enter_context(Bar("Reading"))
        start = time.perf_counter()

        def seen(tally: Tally) -> None:
            tally.seconds = time.perf_counter() - start
            bar.show(tally.documents, tally.total, say_progress(tally))

        return Run(store, readers, stop, seen, changed).read(documents)


def say_progress(tally: Tally) -> str:
    """What a run found so far, in a few words."""
    rate = tally.documents / tally.seconds
    parts = [count(tally.claims, "claim"), count(len(tally.failures), "failure"), f"{rate:.0f}/s"]
    return ", ".join(parts)


def compute_events(store: Store, resources: Resources) -> int:
    """Compute the events anew; how many there are."""
    from ..pipeline import consolidate_store, load_joining

    joining = load_joining(load_kinds(resources.codebooks), resources.registers)
    return consolidate_store(store, joining).total


def report(failures: Iterable[Failure]) -> None:
    """Name what failed, with its reason."""
    for failure in failures:
        click.echo(f"{one_line(failure.address)}: {one_line(failure.problem)}", err=True)


def summarise(tally: Tally, *, events: int | None) -> str:
    """What a run did, in one line."""
    parts = [count(tally.documents, "document"), f"{tally.unchanged:,} unchanged"]
    if tally.elsewhere:
        parts.append(say_elsewhere(tally))
    parts.append(count(tally.claims, "new claim"))
    if events is not None:
        parts.append(count(events, "event"))
    parts.append(count(len(tally.failures), "failure"))
    if tally.words and tally.seconds:
        parts.append(f"{tally.words / tally.seconds:,.0f} words a second")
    return ", ".join(parts)


def say_elsewhere(tally: Tally) -> str:
    """That documents were left to another process."""
    return f"{tally.elsewhere:,} left to another process that reads them"
