"""Which predicted spans are which coded ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from ..measures import best_local_pairs


class Spanned(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset after its last character."""


def overlap(one: Spanned, other: Spanned) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def is_overlapping(one: Spanned, other: Spanned) -> bool:
    """Whether two spans share a character."""
    return overlap(one, other) > 0


def is_equal(one: Spanned, other: Spanned) -> bool:
    """Whether two spans begin and end alike."""
    return (one.start, one.end) == (other.start, other.end)


def is_touching(some: Sequence[Spanned], others: Sequence[Spanned]) -> bool:
    """Whether any of the one overlaps any of the others."""
    return any(is_overlapping(one, other) for one in some for other in others)


def pair_spans(
    predicted: Sequence[Spanned],
    gold: Sequence[Spanned],
    is_pair: Callable[[Spanned, Spanned], bool] = is_overlapping,
) -> tuple[tuple[int, int], ...]:
    """The one-to-one pairs (predicted, coded), by index, that share most characters."""
    # Half a character for being a pair at all: of as many shared characters, more pairs win.
    return best_local_pairs(
        [
            [overlap(one, other) + 0.5 if is_pair(one, other) else 0.0 for other in gold]
            for one in predicted
        ]
    )
