"""Show how far a long step is: a bar on a terminal, a line or nothing in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from rich.progress import Progress


def is_watched() -> bool:
    """Whether a person looks at standard error."""
    return sys.stderr.isatty()


class Bar:
    """A bar on standard error, drawn from the first step on, gone at the end."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def show(self, done: int, total: int, told: str = "") -> None:
        """Say how much is done, and what came of it."""
        if not is_watched():
            return
        if self._progress is None:
            self._progress = make_bar()
            self._progress.start()
            self._progress.add_task(self.what, total=total, told=told)
        task = self._progress.task_ids[0]
        self._progress.update(task, completed=done, total=total, told=told)


class IndexProgress(Bar):
    """The one-time index of places: in a pipe one line says why it takes so long."""

    def __init__(self) -> None:
        super().__init__("Indexing places, once")
        self._said = False

    def show(self, done: int, total: int, told: str = "") -> None:
        """Say how much is done; called only while the index is built."""
        if not is_watched() and not self._said:
            click.echo(f"indexing {total:,} places, once; this takes some seconds", err=True)
        self._said = True
        super().show(done, total, told)


def make_bar() -> Progress:
    """A bar that fits 80 columns."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        Remaining(),
        TextColumn("{task.fields[told]}"),
        console=Console(stderr=True),
        transient=True,
    )
