"""Measure against coded corpora."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from .group import Group
from .options import codebook_option, model_option, open_engine

if TYPE_CHECKING:
    from ..evaluation.articles import Prediction

folder = click.Path(path_type=Path, file_okay=False)


@click.group(cls=Group)
def evaluate() -> None:
    """Measure how well Dateline reads.

    It is measured on texts that people coded.

    \b
    Example:
        dateline evaluate articles --corpus coded/
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
    from ..evaluation.articles import load_articles, load_predictions, predict, write_predictions
    from ..evaluation.predictions import predictions_of
    from ..evaluation.report import report, report_json
    from ..evaluation.scores import score_articles

    if score is not None and predictions is not None:
        raise UsageError("--score reads predictions and --predictions writes them: give one")
    coded = load_articles(corpus)
    if score is not None:
        found = load_predictions(score)
    else:
        engine = open_engine(model=model, codebooks=codebooks)

        def read(text: str, published: datetime | None) -> Iterable[Prediction]:
            told = engine.read_text(text, published=published)
            return predictions_of(told.reading, told.events)

        found = predict(coded, read)
    if predictions is not None:
        write_predictions(found, predictions)
    scores = score_articles(coded, found)
    click.echo(report_json(scores) if as_json else report(scores))
