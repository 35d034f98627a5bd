"""Measure against coded corpora."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import UsageError
from .group import Group
from .options import codebook_option, model_option, open_engine

folder = click.Path(path_type=Path, file_okay=False)


class Tasks(Group):
    """A command for each task, made when one is asked for: no other command waits for them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The tasks in the order of their table."""
        self._make()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of them."""
        self._make()
        return super().get_command(ctx, cmd_name)

    def _make(self) -> None:
        if len(self.commands) > 1:
            return
        from ..evaluation.tasks import TASKS
        from .evaluate_tasks import every, floors, make_command

        for command in (*map(make_command, TASKS), every, floors):
            self.add_command(command)


@click.group(cls=Tasks)
def evaluate() -> None:
    """Measure how well Dateline reads.

    It is measured on texts that people coded.

    \b
    Example:
        dateline evaluate articles --corpus coded/
        dateline evaluate toponyms --corpus coded.jsonl
    """


@evaluate.command()
@click.option(
    "--corpus", type=folder, required=True, metavar="FOLDER", help="NN.txt with NN.claims.json."
)
@click.option("--predictions", type=folder, metavar="FOLDER", help="Write what was read there.")
@click.option(
    "--score", type=folder, metavar="FOLDER", help="Read nothing; score these predictions."
)
@click.option("--json", "as_json", is_flag=True, help="The counts as JSON.")
@codebook_option
@model_option
def articles(
    corpus: Path,
    predictions: Path | None,
    score: Path | None,
    as_json: bool,
    codebooks: tuple[Path, ...],
    model: str | None,
) -> None:
    """Compare claims with those coded by hand.

    Claims are compared after the join in the document: one row for each event.

    \b
    Example:
        dateline evaluate articles --corpus coded/ --predictions read/
        dateline evaluate articles --corpus coded/ --score theirs/
    """
    from ..evaluation.article_table import report, report_json
    from ..evaluation.articles import load_articles, load_predictions, write_predictions
    from ..evaluation.predictions import read_corpus
    from ..evaluation.scoring.articles import score_articles

    if score is not None and predictions is not None:
        raise UsageError("--score reads predictions and --predictions writes them: give one")
    coded = load_articles(corpus)
    if score is not None:
        found = load_predictions(score)
    else:
        found = read_corpus(coded, open_engine(model=model, codebooks=codebooks))
    if predictions is not None:
        write_predictions(found, predictions)
    scores = score_articles(coded, found)
    click.echo(report_json(scores) if as_json else report(scores))
