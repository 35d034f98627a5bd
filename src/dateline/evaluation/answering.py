"""Have Dateline itself answer a task; its answers load when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from .kind_maps import KindMap
from .tasks import R, S, Task

if TYPE_CHECKING:
    from ..pipeline import Engine


def answer(
    task: Task[R, S], rows: Sequence[R], engine: Engine, *, kinds: KindMap | None = None
) -> tuple[R, ...]:
    """What Dateline says about each row of a corpus.

    Without ``kinds``, a task that has kinds takes the map of the corpus that it was made for.
    """
    give = _load_answer(task.name)
    if task.has_kinds:
        return tuple(give(rows, engine, kinds=kinds))
    return tuple(give(rows, engine))


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
