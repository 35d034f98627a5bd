"""Measure Dateline on the files of a bench folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .answering import answer
from .articles import load_articles
from .figures import figure_of
from .predictions import read_corpus
from .rows import Row, load_rows
from .scoring.articles import score_articles
from .tasks import TASKS, task_named

if TYPE_CHECKING:
    from ..pipeline import Engine

R = TypeVar("R", bound=Row)

ARTICLES = "articles"
ARTICLE_FIGURES = ("detection.precision", "detection.recall", "detection.f1")


@dataclass(frozen=True, slots=True)
class Run:
    """A task on a file of a bench folder, or on a sample of its rows."""

    task: str
    file: str
    sample: int | None = None
    map: str | None = None

    @property
    def key_figures(self) -> tuple[str, ...]:
        """The paths of the figures that say most."""
        return ARTICLE_FIGURES if self.task == ARTICLES else task_named(self.task).key_figures


def find_runs(*, sample: int | None = None) -> Iterator[Run]:
    """Every task on each of its files."""
    yield Run(ARTICLES, ARTICLES)
    for task in TASKS:
        for file in task.files:
            yield Run(task.name, file, sample)


def measure(run: Run, folder: Path, engine: Callable[[], Engine]) -> object | None:
    """The scores of a run; ``None`` where the folder does not have its file."""
    path = folder / run.file
    if not path.exists():
        return None
    if run.task == ARTICLES:
        corpus = load_articles(path)
        return score_articles(corpus, read_corpus(corpus, engine()))
    task = task_named(run.task)
    rows = sample_rows(load_rows(path, task.row), run.sample)
    scores: object = task.score(rows, answer(task, rows, engine(), map_name=run.map))
    return scores


def sample_rows(rows: Iterable[R], size: int | None) -> tuple[R, ...]:
    """So many rows, the same in every run, in their order; all of them without a size.

    They are chosen by a hash of their ids, so that a file in which like stands by like is not
    sampled from one end.
    """
    every = tuple(rows)
    if size is None or size >= len(every):
        return every
    order = sorted(range(len(every)), key=lambda index: _place(every[index].id, index))
    return tuple(every[index] for index in sorted(order[:size]))


def _place(id: str, index: int) -> tuple[bytes, int]:
    return blake2b(id.encode(), digest_size=8).digest(), index


def say_key_figures(run: Run, scores: object) -> str:
    """The figures that say most, on one line."""
    return "  ".join(f"{path} {_say(figure_of(scores, path))}" for path in run.key_figures)


def _say(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.4f}".rstrip("0").rstrip(".")
