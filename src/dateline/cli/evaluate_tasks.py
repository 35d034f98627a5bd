"""The commands of ``evaluate`` that compare rows: one a task, one for all, one for floors."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from .options import codebook_option, model_option, open_engine

if TYPE_CHECKING:
    from ..evaluation.tasks import Task
    from ..pipeline import Engine

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
WORST = 5

Command = Callable[..., None]

map_option = click.option(
    "--map",
    "map_name",
    metavar="NAME|FILE",
    help="What kinds of the codebook are called in this corpus: a packaged map, or a TOML file.",
)
bench_option = click.option(
    "--bench",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    required=True,
    metavar="FOLDER",
    help="A folder of coded corpora.",
)


def make_command(task: Task[Any, Any]) -> click.Command:
    """The command of a task."""

    @click.option(
        "--corpus",
        type=FILE,
        multiple=True,
        required=True,
        metavar="FILE",
        help="Coded rows as JSON Lines; may be given several times.",
    )
    @click.option("--predictions", type=FILE, metavar="FILE", help="Write what was said there.")
    @click.option(
        "--score", type=FILE, metavar="FILE", help="Read nothing; score these predictions."
    )
    @click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
    @click.option(
        "--worst",
        type=click.IntRange(min=0),
        default=WORST,
        show_default=True,
        metavar="N",
        help="How many of the worst rows to show.",
    )
    @codebook_option
    @model_option
    def command(corpus: tuple[Path, ...], as_json: bool, worst: int, **options: Any) -> None:
        from ..evaluation.score_table import find_worst, report_scores, scores_json

        gold = _load(corpus, task)
        said = _predictions(task, gold, **options)
        scores = task.score(gold, said)
        if as_json:
            click.echo(scores_json(scores))
        else:
            without = len({row.id for row in gold} - {row.id for row in said})
            click.echo(f"rows {len(gold)}, without predictions {without}\n")
            click.echo(report_scores(scores, find_worst(task, gold, said, count=worst)))

    help = (
        f"Compare {task.says}.\n\n\b\nExample:\n"
        f"    dateline evaluate {task.name} --corpus coded.jsonl --predictions said.jsonl\n"
        f"    dateline evaluate {task.name} --corpus coded.jsonl --score said.jsonl"
    )
    decorated = map_option(command) if task.takes_map else command
    return click.command(task.name, help=help)(decorated)


def _load(paths: tuple[Path, ...], task: Task[Any, Any]) -> tuple[Any, ...]:
    from ..evaluation.rows import load_rows

    return tuple(row for path in paths for row in load_rows(path, task.row))


def _predictions(
    task: Task[Any, Any],
    gold: tuple[Any, ...],
    *,
    score: Path | None,
    predictions: Path | None,
    codebooks: tuple[Path, ...],
    model: str | None,
    map_name: str | None = None,
) -> tuple[Any, ...]:
    from ..evaluation.answering import answer
    from ..evaluation.rows import write_rows

    if score is not None:
        if predictions is not None:
            raise UsageError("--score reads predictions and --predictions writes them: give one")
        return _load((score,), task)
    said = answer(task, gold, open_engine(model=model, codebooks=codebooks), map_name=map_name)
    if predictions is not None:
        write_rows(said, predictions)
    return said


@click.command(name="all")
@bench_option
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    metavar="N",
    help="So many rows of each file, always the same ones.",
)
@codebook_option
@model_option
def every(bench: Path, sample: int | None, codebooks: tuple[Path, ...], model: str | None) -> None:
    """Measure every task on a folder of corpora.

    One line for each corpus, with the figures that say most. The files are looked for by their
    names; one that is not there is skipped.

    \b
    Example:
        dateline evaluate all --bench bench/ --sample 100
    """
    from ..evaluation.bench import find_runs, measure, say_key_figures

    engine = _engine(codebooks, model)
    for run in find_runs(sample=sample):
        scores = measure(run, bench, engine)
        if scores is None:
            click.echo(f"{run.task}  skipped: there is no {run.file} in {bench}")
        else:
            click.echo(f"{run.task}  {run.file}  {say_key_figures(run, scores)}")


@click.command()
@bench_option
@click.option(
    "--floors",
    "path",
    type=FILE,
    metavar="FILE",
    help="The floors, in place of those that come with Dateline.",
)
@click.option("--raise", "is_raising", is_flag=True, help="Write what was reached above a floor.")
@codebook_option
@model_option
def floors(
    bench: Path,
    path: Path | None,
    is_raising: bool,
    codebooks: tuple[Path, ...],
    model: str | None,
) -> None:
    """Check that no figure has fallen.

    Ends with status 1 where one is below its floor.

    \b
    Example:
        dateline evaluate floors --bench bench/
        dateline evaluate floors --bench bench/ --raise
    """
    from ..evaluation.bench import measure
    from ..evaluation.floors import check_floors, load_floors, packaged_floors, raise_floors

    file = path or packaged_floors()
    engine = _engine(codebooks, model)
    reached = check_floors(load_floors(file), lambda run: measure(run, bench, engine))
    for one in reached:
        click.echo(str(one))
    broken = sum(one.is_broken for one in reached)
    click.echo(f"floors {len(reached)}, broken {broken}")
    if is_raising:
        click.echo(f"raised {raise_floors(file, reached)} in {file}")
    if broken:
        click.get_current_context().exit(1)


def _engine(codebooks: tuple[Path, ...], model: str | None) -> Callable[[], Engine]:
    """The engine, opened when the first file is there to be read."""
    return cache(lambda: open_engine(model=model, codebooks=codebooks))
