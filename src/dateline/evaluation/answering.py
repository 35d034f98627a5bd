"""Have Dateline itself answer a task; its answers load when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from .maps import load_map
from .tasks import R, S, Task

if TYPE_CHECKING:
    from ..pipeline import Engine


def answer(
    task: Task[R, S], rows: Sequence[R], engine: Engine, *, map_name: str | None = None
) -> tuple[R, ...]:
    """What Dateline says about each row of a corpus.

    A task that takes a map of kinds is given the one named, else the task's own, if it has one.
    """
    give = _load_answer(task.name)
    if not task.takes_map:
        return tuple(give(rows, engine))
    name = map_name or task.default_map
    return tuple(give(rows, engine, kinds=load_map(name) if name else None))


def _load_answer(name: str) -> Any:
    module = f"{__package__}.answers.{name}"
    try:
        return import_module(module).answer
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise UsageError(
            f"{name}: Dateline does not answer this task yet; give predictions with --score"
        ) from error
