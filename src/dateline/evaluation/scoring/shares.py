"""Counts of what was right, and the figures made of them, which every scorer uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..rows import Row

R = TypeVar("R", bound=Row)

DIGITS = 4  # of every figure; further ones change with the order of an addition


@dataclass(frozen=True, slots=True)
class Share:
    """Precision, recall and F1, and the counts that they come from."""

    precision: float = 0.0
    recall: float = 0.0
    f1: float = 0.0
    correct: float = 0.0
    predicted: int = 0
    gold: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was right, of how much that was said, and of how much that was to be said."""

    correct: float = 0.0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.correct + other.correct,
            self.predicted + other.predicted,
            self.gold + other.gold,
        )

    @property
    def share(self) -> Share:
        """The figures; nought where nothing was said, or nothing was to be said."""
        precision = self.correct / self.predicted if self.predicted else 0.0
        recall = self.correct / self.gold if self.gold else 0.0
        return Share(
            rounded(precision),
            rounded(recall),
            rounded(harmonic_mean(precision, recall)),
            round(self.correct, 2),
            self.predicted,
            self.gold,
        )


NOTHING = Counts()


def total(counts: Iterable[Counts]) -> Counts:
    """All of them together."""
    return sum(counts, NOTHING)


def harmonic_mean(precision: float, recall: float) -> float:
    """F1; nought when both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def rounded(figure: float) -> float:
    """A figure to as many digits as all of them have."""
    return round(figure, DIGITS)


def part_of(part: float, whole: float) -> float:
    """A share, rounded; nought of nothing."""
    return rounded(part / whole) if whole else 0.0


def part_or_none(part: float, whole: float) -> float | None:
    """A share, rounded; ``None`` where there is nothing to have a share of."""
    return rounded(part / whole) if whole else None


def paired(gold: Sequence[R], predicted: Sequence[R]) -> tuple[tuple[R, R | None], ...]:
    """Each coded row with what was said of it, if anything was."""
    said = {row.id: row for row in predicted}
    return tuple((row, said.get(row.id)) for row in gold)
