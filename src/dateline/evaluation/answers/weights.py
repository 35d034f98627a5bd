"""How likely something is to stand in a corpus's record, by what can be said of it.

Logistic models with one weight for each thing that can be said. The weights are data, learned from
public-domain records by ``tools/train_records.py``; the features of an answer are its reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

import msgspec


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature speaks for, and the chance from which the answer is given."""

    bias: float
    weights: Mapping[str, float]
    threshold: float = 0.5

    def chance(self, features: Mapping[str, float]) -> float:
        """How likely it is to stand in a record, from 0 to 1."""
        total = self.bias
        for name, value in features.items():
            total += self.weights.get(name, 0.0) * value
        return 1 / (1 + exp(-total))

    def is_likely(self, features: Mapping[str, float]) -> bool:
        """Whether the answer is given."""
        return self.chance(features) >= self.threshold

    def reasons(self, features: Mapping[str, float]) -> list[tuple[float, str]]:
        """What speaks for and against it, the strongest first."""
        points = ((self.weights.get(name, 0.0) * value, name) for name, value in features.items())
        return sorted(points, key=lambda point: -abs(point[0]))


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learned from the records of one corpus.

    The threshold of ``reported`` is a chance of a record; those of the slots are chances that a
    record is written and that the answer stands in it.
    """

    reported: Weights
    fillers: Mapping[str, Weights]  # by slot
    date: Weights
    tolls: Weights
    confidence: Mapping[str, Weights]  # by what is said of the actor


@cache
def load_model(name: str) -> Model | None:
    """What was learned for a corpus's map; ``None`` where nothing was."""
    packaged = files(__package__).joinpath(f"{name}_weights.json")
    if not packaged.is_file():
        return None
    return msgspec.json.decode(packaged.read_bytes(), type=Model)
