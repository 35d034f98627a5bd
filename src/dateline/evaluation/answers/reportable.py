"""How likely a corpus's coders were to write a record of a happening, by what can be said of it.

A logistic model with one weight for each thing that can be said. The weights are data, learned from
public-domain records by ``tools/train_reportable.py``; a happening's features are its reasons.
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
    """What each feature speaks for, and the share from which a happening is reported."""

    bias: float
    weights: Mapping[str, float]
    threshold: float = 0.5

    def chance(self, features: Mapping[str, float]) -> float:
        """How likely it is that a record was written, from 0 to 1."""
        total = self.bias
        for name, value in features.items():
            total += self.weights.get(name, 0.0) * value
        return 1 / (1 + exp(-total))

    def is_reported(self, features: Mapping[str, float]) -> bool:
        """Whether a record is written."""
        return self.chance(features) >= self.threshold

    def reasons(self, features: Mapping[str, float]) -> list[tuple[float, str]]:
        """What speaks for and against it, the strongest first."""
        points = ((self.weights.get(name, 0.0) * value, name) for name, value in features.items())
        return sorted(points, key=lambda point: -abs(point[0]))


@cache
def load_weights(name: str) -> Weights | None:
    """The weights for a corpus's map; ``None`` where there are none."""
    packaged = files(__package__).joinpath(f"{name}_weights.json")
    if not packaged.is_file():
        return None
    return msgspec.json.decode(packaged.read_bytes(), type=Weights)
