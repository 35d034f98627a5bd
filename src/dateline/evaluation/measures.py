"""Counts that add up, and the best way to pair what was found with what is right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
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
    pairs = _best(weights, list(range(rows)), list(range(columns)))
    return tuple(sorted(pairs, key=lambda pair: pair[1]))


def best_local_pairs(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """The same for what can be paired in small groups only, as spans along a text: much faster.

    Where two pairings weigh the same it may choose another one.
    """
    pairs = [pair for rows, columns in _islands(weights) for pair in _best(weights, rows, columns)]
    return tuple(sorted(pairs, key=lambda pair: pair[1]))


def _islands(weights: Sequence[Sequence[float]]) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and columns that can be paired with each other, directly or by way of others.

    Spans of a long text overlap in small groups; the method takes the cube of a group's size.
    """
    by_row = [[c for c, weight in enumerate(row) if weight > 0] for row in weights]
    by_column: dict[int, list[int]] = {}
    for row, found in enumerate(by_row):
        for column in found:
            by_column.setdefault(column, []).append(row)
    seen: set[int] = set()
    for start in range(len(by_row)):
        if start in seen or not by_row[start]:
            continue
        rows, waiting = {start}, [start]
        while waiting:
            for column in by_row[waiting.pop()]:
                waiting += [row for row in by_column[column] if row not in rows]
                rows.update(by_column[column])
        seen |= rows
        yield sorted(rows), sorted({column for row in rows for column in by_row[row]})


def _best(
    weights: Sequence[Sequence[float]], rows: list[int], columns: list[int]
) -> Iterator[tuple[int, int]]:
    """The pairs of one island."""
    size = max(len(rows), len(columns))
    # What a pair falls short of the heaviest; one that is not allowed weighs nothing.
    heaviest = max(weights[row][column] for row in rows for column in columns)
    costs = [
        [
            heaviest - weights[rows[i]][columns[j]]
            if i < len(rows) and j < len(columns)
            else heaviest
            for j in range(size)
        ]
        for i in range(size)
    ]
    for column, row in enumerate(_assign(costs)[: len(columns)]):
        if row < len(rows) and weights[rows[row]][columns[column]] > 0:
            yield rows[row], columns[column]


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
