"""Score place names: where they stand, and where on earth they are.

Coordinates are judged on coded names that have them. ``accuracy_161km`` is the share among those
that were given a pin, which can be had by pinning only what is easy; ``accuracy_161km_of_all`` is
the share of all of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..measures import kilometres
from ..rows import Toponym, ToponymsRow
from .shares import Counts, Share, paired, part_of, part_or_none, total
from .spans import is_equal, pair_spans

NEAR_KM = 161  # a hundred miles
FARTHEST_KM = 20039  # half way round the earth


@dataclass(frozen=True, slots=True)
class ToponymsScores:
    """Names found, and how near their pins are.

    ``auc`` is the area under the curve of logarithmic errors: 0 is best, 1 the other end of the
    earth each time.
    """

    spans: Share
    spans_exact: Share
    with_coordinates: int
    resolved: int
    accuracy_161km: float
    accuracy_161km_of_all: float
    same_geonameid_of_resolved: float
    median_km: float | None
    auc: float | None


def score(gold: Sequence[ToponymsRow], predicted: Sequence[ToponymsRow]) -> ToponymsScores:
    """Compare place names and their pins."""
    compared = [_compare(row, said) for row, said in paired(gold, predicted)]
    pairs = [pair for document in compared for pair in document.pairs]
    located = [pair for pair in pairs if pair.kilometres is not None]
    errors = sorted(pair.kilometres or 0.0 for pair in located)
    near = sum(error <= NEAR_KM for error in errors)
    pinned = sum(document.with_coordinates for document in compared)
    logarithms = sum(math.log1p(error) for error in errors) / math.log1p(FARTHEST_KM)
    return ToponymsScores(
        spans=total(document.found(exactly=False) for document in compared).share,
        spans_exact=total(document.found(exactly=True) for document in compared).share,
        with_coordinates=pinned,
        resolved=len(errors),
        accuracy_161km=part_of(near, len(errors)),
        accuracy_161km_of_all=part_of(near, pinned),
        same_geonameid_of_resolved=part_of(sum(pair.has_same_id for pair in located), len(errors)),
        median_km=round(errors[len(errors) // 2], 1) if errors else None,
        auc=part_or_none(logarithms, len(errors)),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """A coded name that was wanted, and the one that was found for it."""

    gold: Toponym
    predicted: Toponym

    @property
    def is_exact(self) -> bool:
        return is_equal(self.gold, self.predicted)

    @property
    def kilometres(self) -> float | None:
        """How far the pin is from the coded one; ``None`` where one of them is missing."""
        here, there = _point(self.gold), _point(self.predicted)
        return kilometres(here, there) if here and there else None

    @property
    def has_same_id(self) -> bool:
        return bool(self.gold.geonameid) and str(self.gold.geonameid) == str(
            self.predicted.geonameid
        )


@dataclass(frozen=True, slots=True)
class _Compared:
    """The names of one document; an optional one that was found counts nowhere."""

    pairs: tuple[_Pair, ...]
    predicted: int
    gold: int
    with_coordinates: int

    def found(self, *, exactly: bool) -> Counts:
        right = sum(pair.is_exact or not exactly for pair in self.pairs)
        return Counts(right, self.predicted, self.gold)


def _compare(row: ToponymsRow, said: ToponymsRow | None) -> _Compared:
    found = said.toponyms if said else ()
    matched = [
        _Pair(row.toponyms[column], found[index])
        for index, column in pair_spans(found, row.toponyms)
    ]
    pairs = tuple(pair for pair in matched if not pair.gold.optional)
    wanted = [toponym for toponym in row.toponyms if not toponym.optional]
    free = len(matched) - len(pairs)
    pinned = sum(_point(toponym) is not None for toponym in wanted)
    return _Compared(pairs, len(found) - free, len(wanted), pinned)


def _point(toponym: Toponym) -> tuple[float, float] | None:
    if toponym.lat is None or toponym.lon is None:
        return None
    return toponym.lat, toponym.lon
