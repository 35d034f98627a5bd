"""Counts that add up, and the best way to pair what was found with what is right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

EARTH_DIAMETER_KM = 12742


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found rightly, what was found too much, and what was missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; ``None`` when nothing was found."""
        return _share(self.right, self.right + self.extra)

    @property
    def recall(self) -> float | None:
        """The share of what is right that was found; ``None`` when there is nothing to find."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        return _share(2 * self.right, 2 * self.right + self.extra + self.missed)


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something was right, of how many times it could be."""

    hits: int = 0
    total: int = 0

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.hits + other.hits, self.total + other.total)

    @property
    def share(self) -> float | None:
        """``None`` when it never could."""
        return _share(self.hits, self.total)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def best_pairs(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """The one-to-one pairs (row, column) of greatest total weight, by column.

    A weight of 0 forbids a pair. The Hungarian method with potentials, row by row; where two
    pairings weigh the same, the order of rows and columns decides.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if not rows or not columns:
        return ()
    size = max(rows, columns)
    # What a pair falls short of the heaviest; one that is not allowed weighs nothing.
    heaviest = max(max(row) for row in weights)
    costs = [
        [
            heaviest - weights[row][column] if row < rows and column < columns else heaviest
            for column in range(size)
        ]
        for row in range(size)
    ]
    owners = _assign(costs)
    return tuple(
        (owner, column)
        for column, owner in enumerate(owners[:columns])
        if owner < rows and weights[owner][column] > 0
    )


def _assign(costs: list[list[float]]) -> list[int]:
    """The row for each column of a square, at the least total cost."""
    size = len(costs)
    # Column ``size`` stands for "not yet placed"; its row is the one being placed.
    row_potentials, column_potentials = [0.0] * size, [0.0] * (size + 1)
    owners = [-1] * (size + 1)
    for new_row in range(size):
        owners[size] = new_row
        previous = _cheapest_path(costs, owners, row_potentials, column_potentials)
        column = previous.end
        while column != size:
            owners[column] = owners[previous.steps[column]]
            column = previous.steps[column]
    return owners[:size]


@dataclass(frozen=True, slots=True)
class _Path:
    """The free column reached, and for each column the one it was reached from."""

    end: int
    steps: list[int]


def _cheapest_path(
    costs: list[list[float]],
    owners: list[int],
    row_potentials: list[float],
    column_potentials: list[float],
) -> _Path:
    """Grow a tree from the row being placed until it meets a free column; update potentials."""
    size = len(costs)
    slack, steps = [math.inf] * size, [size] * size
    reached = [False] * (size + 1)
    column = size
    while True:
        reached[column] = True
        row, least, following = owners[column], math.inf, size
        for other in range(size):
            if reached[other]:
                continue
            reduced = costs[row][other] - row_potentials[row] - column_potentials[other]
            if reduced < slack[other]:
                slack[other], steps[other] = reduced, column
            if slack[other] < least:
                least, following = slack[other], other
        for other in range(size + 1):
            if reached[other]:
                row_potentials[owners[other]] += least
                column_potentials[other] -= least
            elif other < size:
                slack[other] -= least
        column = following
        if owners[column] == -1:
            return _Path(column, steps)


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The great-circle distance between two points given as latitude and longitude."""
    latitude, longitude, other_latitude, other_longitude = map(math.radians, (*here, *there))
    haversine = (
        math.sin((other_latitude - latitude) / 2) ** 2
        + math.cos(latitude)
        * math.cos(other_latitude)
        * math.sin((other_longitude - longitude) / 2) ** 2
    )
    return EARTH_DIAMETER_KM * math.asin(math.sqrt(haversine))
