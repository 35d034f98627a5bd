"""Learn from coded records what their coders wrote down, and what stands in each slot.

    python tools/train_records.py records.jsonl --map muc

Logistic regressions over the features that ``evaluation/answers`` names, one weight each, drawn
towards nought. Thresholds are those that give the best F1 over slots on parts of the records that
the weights of the other parts did not see. Same records, same weights.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import numpy

from dateline.evaluation.answers import records, weights
from dateline.evaluation.answers.assurance import LEVELS, assurance_of
from dateline.evaluation.answers.cast import SLOTS, Cast
from dateline.evaluation.answers.circumstances import Told
from dateline.evaluation.answers.counts import counts_of
from dateline.evaluation.answers.days import days_of
from dateline.evaluation.answers.documents import open_rows
from dateline.evaluation.answers.features import features_of
from dateline.evaluation.answers.scenes import Scene, scenes_of
from dateline.evaluation.answers.texts import TextView
from dateline.evaluation.answers.weights import Model, Weights
from dateline.evaluation.maps import KindMap, load_map
from dateline.evaluation.measures import best_pairs
from dateline.evaluation.rows import (
    DateRange,
    Filler,
    RecordEvent,
    RecordsRow,
    RecordToll,
    load_rows,
)
from dateline.evaluation.scoring.record_slots import SLOTS as COMPARED
from dateline.evaluation.scoring.record_slots import weigh_fillers
from dateline.evaluation.scoring.records import pair_events, score
from dateline.pipeline import Engine, load_engine

FOLDS = 5
STRENGTH = 6.0  # how strongly weights are drawn towards nought
ROUNDS = 12
CLOSE = 0.01  # steps smaller than this are the last
FEWEST = 12  # a feature of fewer answers is left out
LIGHTEST = 0.05  # so is one of less weight
LATER = 1e-4
REPORTED = [0.32, 0.36, 0.4, 0.44, 0.48]
SHARES = [0.16, 0.2, 0.24, 0.28, 0.32]
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one slot, and how right it is: 1, 0.5 or 0."""

    value: Filler | DateRange | RecordToll | str
    features: Features
    credit: float


@dataclass(frozen=True, slots=True)
class Example:
    """A happening, whether a coder wrote a record of it, and all answers to each slot."""

    row: int
    event: RecordEvent
    features: Features
    is_coded: bool
    answers: Mapping[str, Sequence[Answer]]  # slots, "date", and "confidence: …"


# ---- examples ------------------------------------------------------------------------------------


def make_examples(rows: Sequence[RecordsRow], engine: Engine, kinds: KindMap) -> list[Example]:
    """Every happening that is read from the texts, paired with the coded ones."""
    vocabulary = engine.find_claims.parser.vocabulary
    examples = []
    for number, (row, opened) in enumerate(open_rows(rows, engine)):
        text = TextView(opened, Told(opened.read, engine.codebook), kinds, vocabulary)
        happenings = records.happenings_of(text)
        read = [happening.record() for happening in happenings]
        coded = {index: row.events[gold] for index, gold in pair_events(row.events, read)}
        for index, scene in enumerate(scenes_of(happenings, read, Cast(text))):
            gold = coded.get(index)
            answers = dict(_answers(scene, read[index], gold))
            examples.append(
                Example(number, read[index], features_of(scene.it), gold is not None, answers)
            )
    return examples


def _answers(
    scene: Scene, read: RecordEvent, gold: RecordEvent | None
) -> Iterator[tuple[str, Sequence[Answer]]]:
    for slot in SLOTS:
        candidates = list(scene.candidates(slot))
        features = [scene.features(slot, candidate) for candidate in candidates]
        credit = _right([c.names for c in candidates], getattr(gold, slot) if gold else ())
        yield (
            slot,
            [
                Answer(c.names, f, float(n in credit))
                for n, (c, f) in enumerate(zip(candidates, features, strict=True))
            ],
        )
    yield (
        "date",
        [
            Answer(day.value, day.features, _credit("date", replace(read, date=day.value), gold))
            for day in days_of(scene.it, read)
        ],
    )
    yield (
        "tolls",
        [
            Answer(
                count.value,
                count.features,
                _credit("tolls", replace(read, tolls=(count.value,)), gold),
            )
            for count in counts_of(scene.it, read)
        ],
    )
    assurance = assurance_of(scene.it, read)
    for level in LEVELS:
        told = replace(read, actor_confidence=level)
        yield (
            f"confidence: {level}",
            [Answer(level, assurance, _credit("actor_confidence", told, gold))],
        )


def _right(names: Sequence[Filler], coded: Sequence[Filler]) -> set[int]:
    """Which fillers are right; each coded one counts once, for the first that names it."""
    points = [
        [weigh_fillers(one, other) * (1 - number * LATER) for other in coded]
        for number, one in enumerate(names)
    ]
    return {row for row, _ in best_pairs(points)}


def _credit(slot: str, read: RecordEvent, gold: RecordEvent | None) -> float:
    return COMPARED[slot].compare(read, gold).correct if gold is not None else 0.0


# ---- weights -------------------------------------------------------------------------------------


def learn(pairs: Iterable[tuple[Features, float]]) -> Weights:
    """The weights that tell right answers from others best, by Newton's method."""
    known = list(pairs)
    counts = Counter(name for features, _ in known for name in features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    column = {name: index for index, name in enumerate(names)}
    table = numpy.zeros((len(known), len(names) + 1), dtype=numpy.float32)
    table[:, -1] = 1
    for index, (features, _) in enumerate(known):
        table[index, [column[name] for name in features if name in column]] = 1
    wanted = numpy.array([credit for _, credit in known])
    drawn = numpy.full(len(names) + 1, STRENGTH)
    drawn[-1] = 1e-3
    found = numpy.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + numpy.exp(-(table @ found.astype(numpy.float32))))
        slope = table.T @ (chance - wanted) + drawn * found
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + numpy.diag(drawn)
        step = numpy.linalg.solve(curve, slope)
        found -= step
        if float(numpy.abs(step).max()) < CLOSE:
            break
    rounded = {name: round(float(found[index]), 2) for name, index in column.items()}
    kept = {name: weight for name, weight in rounded.items() if abs(weight) >= LIGHTEST}
    return Weights(round(float(found[-1]), 3), kept)


def learn_all(examples: Sequence[Example]) -> Model:
    """All weights, with thresholds still to be found."""
    coded = [example for example in examples if example.is_coded]

    def of(slot: str) -> Weights:
        return learn((a.features, a.credit) for e in coded for a in e.answers[slot])

    return Model(
        learn((e.features, float(e.is_coded)) for e in examples),
        {slot: of(slot) for slot in SLOTS},
        of("date"),
        of("tolls"),
        {level: of(f"confidence: {level}") for level in LEVELS},
    )


# ---- thresholds ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unseen:
    """An example with the chances that weights give which were learned without its text."""

    example: Example
    chance: float
    chances: Mapping[str, Sequence[float]]

    def record(self, model: Model) -> RecordEvent:
        """Its record with a model's thresholds."""
        slots = {slot: self._fillers(slot, model.fillers[slot].threshold) for slot in SLOTS}
        days = self.example.answers["date"]
        best = max(range(len(days)), key=self.chances["date"].__getitem__, default=None)
        share, level = max((self.chances[f"confidence: {level}"][0], level) for level in LEVELS)
        is_sure = self.chance * share >= model.confidence[level].threshold
        return replace(
            self.example.event,
            **slots,
            tolls=tuple(self._tolls(model.tolls.threshold)),
            date=days[best].value if best is not None else None,
            actor_confidence=level if is_sure else None,
        )

    def _tolls(self, threshold: float) -> Iterator[RecordToll]:
        best: dict[str, tuple[float, RecordToll]] = {}
        for answer, share in zip(self.example.answers["tolls"], self.chances["tolls"], strict=True):
            if share > best.get(answer.value.kind, (0.0, None))[0]:
                best[answer.value.kind] = share, answer.value
        yield from (toll for share, toll in best.values() if self.chance * share >= threshold)

    def _fillers(self, slot: str, threshold: float) -> tuple[Filler, ...]:
        answers = zip(self.example.answers[slot], self.chances[slot], strict=True)
        return tuple(a.value for a, share in answers if self.chance * share >= threshold)


def unseen_chances(examples: Sequence[Example]) -> list[Unseen]:
    """The chances of each example and its answers, by weights learned without its text."""
    found = []
    for fold in range(FOLDS):
        model = learn_all([example for example in examples if example.row % FOLDS != fold])
        by_slot = {**model.fillers, "date": model.date, "tolls": model.tolls}
        by_slot |= {f"confidence: {level}": w for level, w in model.confidence.items()}
        for example in examples:
            if example.row % FOLDS == fold:
                chances = {
                    slot: [by_slot[slot].chance(a.features) for a in answers]
                    for slot, answers in example.answers.items()
                }
                found.append(Unseen(example, model.reported.chance(example.features), chances))
    return found


def with_thresholds(model: Model, reported: float, shares: Mapping[str, float]) -> Model:
    """A model that answers from these chances on."""
    return Model(
        replace(model.reported, threshold=reported),
        {slot: replace(w, threshold=shares[slot]) for slot, w in model.fillers.items()},
        model.date,
        replace(model.tolls, threshold=shares["tolls"]),
        {
            level: replace(w, threshold=shares["confidence"])
            for level, w in model.confidence.items()
        },
    )


def find_thresholds(
    rows: Sequence[RecordsRow], unseen: Sequence[Unseen], model: Model
) -> tuple[Model, float]:
    """The model with the thresholds that are best on unseen texts, and the F1 over all slots."""

    def f1(reported: float, shares: Mapping[str, float]) -> float:
        tried = with_thresholds(model, reported, shares)
        told: dict[int, list[RecordEvent]] = {}
        for one in unseen:
            if one.chance >= reported:
                told.setdefault(one.example.row, []).append(one.record(tried))
        said = [RecordsRow(id=row.id, events=tuple(told.get(n, ()))) for n, row in enumerate(rows)]
        return score(rows, said).all_slots.f1

    reported, shares = 0.4, dict.fromkeys((*SLOTS, "tolls", "confidence"), 0.22)
    for slot in shares:
        shares[slot] = max(SHARES, key=lambda share: f1(reported, {**shares, slot: share}))
    reported = max(REPORTED, key=lambda threshold: f1(threshold, shares))
    return with_thresholds(model, reported, shares), f1(reported, shares)


def main() -> None:
    """Learn, choose the thresholds, and write the weights beside the answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--map", default="muc")
    arguments = parser.parse_args()
    kinds, engine = load_map(arguments.map), load_engine()
    rows = tuple(load_rows(arguments.corpus, RecordsRow))
    examples = make_examples(rows, engine, kinds)
    model, f1 = find_thresholds(rows, unseen_chances(examples), learn_all(examples))
    target = Path(weights.__file__).with_name(f"{arguments.map}_weights.json")
    target.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")
    print(f"{len(examples)} happenings; unseen F1 over slots {f1:.3f}")


if __name__ == "__main__":
    main()
