"""Learn from coded records which happenings their coders wrote down.

    python tools/train_reportable.py records.jsonl --map muc

A logistic regression over the features of ``evaluation/answers/features.py``, one weight each, with
weights drawn towards nought. The threshold is the one that gives the best F1 over slots on parts of
the records that the weights of the other parts did not see. Same records, same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy

from dateline.evaluation.answers import records, reportable
from dateline.evaluation.answers.circumstances import Told
from dateline.evaluation.answers.documents import open_rows
from dateline.evaluation.answers.features import features_of
from dateline.evaluation.answers.texts import TextView
from dateline.evaluation.maps import load_map
from dateline.evaluation.rows import RecordEvent, RecordsRow, load_rows
from dateline.evaluation.scoring.records import pair_events, score
from dateline.pipeline import load_engine

FOLDS = 5
STRENGTH = 6.0  # how strongly weights are drawn towards nought
ROUNDS = 400
FEWEST = 8  # a feature of fewer happenings is left out
THRESHOLDS = [step / 50 for step in range(8, 35)]


@dataclass(frozen=True, slots=True)
class Example:
    """A happening, and whether a coder wrote a record of it."""

    row: int
    event: RecordEvent
    features: Mapping[str, float]
    is_coded: bool


def make_examples(rows: Sequence[RecordsRow], views: Sequence[TextView]) -> list[Example]:
    """Every happening that is read from the texts, paired with the coded ones."""
    examples = []
    for number, (row, view) in enumerate(zip(rows, views, strict=True)):
        happenings = records.happenings_of(view)
        events = [happening.record() for happening in happenings]
        coded = {predicted for predicted, _ in pair_events(row.events, events)}
        examples += [
            Example(number, event, features_of(happening), index in coded)
            for index, (happening, event) in enumerate(zip(happenings, events, strict=True))
        ]
    return examples


def learn(examples: Sequence[Example]) -> reportable.Weights:
    """The weights that tell coded happenings from others best, by Newton's method."""
    counts: dict[str, int] = {}
    for example in examples:
        for name in example.features:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    column = {name: index for index, name in enumerate(names)}
    table = numpy.zeros((len(examples), len(names) + 1))
    table[:, -1] = 1
    for index, example in enumerate(examples):
        for name, value in example.features.items():
            if name in column:
                table[index, column[name]] = value
    wanted = numpy.array([float(example.is_coded) for example in examples])
    drawn = numpy.full(len(names) + 1, STRENGTH)
    drawn[-1] = 1e-3
    weights = numpy.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + numpy.exp(-table @ weights))
        slope = table.T @ (chance - wanted) + drawn * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + numpy.diag(drawn)
        step = numpy.linalg.solve(curve, slope)
        weights -= step
        if float(numpy.abs(step).max()) < 1e-9:
            break
    rounded = {name: round(float(weights[index]), 3) for name, index in column.items()}
    return reportable.Weights(round(float(weights[-1]), 3), rounded)


def unseen_chances(examples: Sequence[Example]) -> list[float]:
    """The chance of each example, by weights that were learnt without its text."""
    chances = [0.0] * len(examples)
    for fold in range(FOLDS):
        seen = [example for example in examples if example.row % FOLDS != fold]
        weights = learn(seen)
        for index, example in enumerate(examples):
            if example.row % FOLDS == fold:
                chances[index] = weights.chance(example.features)
    return chances


def best_threshold(
    rows: Sequence[RecordsRow], examples: Sequence[Example], chances: Sequence[float]
) -> tuple[float, float]:
    """The share from which to report, and the F1 over all slots that it gives."""

    def f1(threshold: float) -> float:
        told: dict[int, list[RecordEvent]] = {}
        for example, chance in zip(examples, chances, strict=True):
            if chance >= threshold:
                told.setdefault(example.row, []).append(example.event)
        said = [RecordsRow(id=row.id, events=tuple(told.get(n, ()))) for n, row in enumerate(rows)]
        return score(rows, said).all_slots.f1

    return max(((threshold, f1(threshold)) for threshold in THRESHOLDS), key=lambda pair: pair[1])


def main() -> None:
    """Learn, choose the threshold, and write the weights beside the answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--map", default="muc")
    arguments = parser.parse_args()
    kinds, engine = load_map(arguments.map), load_engine()
    rows = tuple(load_rows(arguments.corpus, RecordsRow))
    vocabulary = engine.find_claims.parser.vocabulary
    views = [
        TextView(opened, Told(opened.read, engine.codebook), kinds, vocabulary)
        for _, opened in open_rows(rows, engine)
    ]
    examples = make_examples(rows, views)
    threshold, f1 = best_threshold(rows, examples, unseen_chances(examples))
    weights = learn(examples)
    content = {"bias": weights.bias, "weights": weights.weights, "threshold": threshold}
    target = Path(reportable.__file__).with_name(f"{arguments.map}_weights.json")
    target.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")
    print(f"{len(examples)} happenings; threshold {threshold}, unseen F1 over slots {f1:.3f}")


if __name__ == "__main__":
    main()
