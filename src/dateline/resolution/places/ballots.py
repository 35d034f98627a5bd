"""Count what the names of a document vote for, so that no name is counted for itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

T = TypeVar("T", str, tuple[str, str])

FEWEST = 0.15  # what has less of the votes than this share of the first is left out
ALONE = 0.5  # what a choice's votes are worth when they are all of one name


class Ballots(Generic[T]):
    """Votes, and whose they are."""

    def __init__(self) -> None:
        self._votes: dict[T, dict[str, float]] = {}

    def add(self, choice: T, name: str, points: float) -> None:
        """Count a name's vote, however it is capitalised."""
        cast = self._votes.setdefault(choice, {})
        key = name.casefold()
        cast[key] = cast.get(key, 0.0) + points

    def counts(self, *, without: str | None = None) -> dict[T, float]:
        """The votes for each choice, those of one name left out."""
        own = without.casefold() if without is not None else None
        return {
            choice: sum(points for name, points in cast.items() if name != own)
            for choice, cast in self._votes.items()
        }

    def rank(self, *, without: str | None = None) -> tuple[T, ...]:
        """The choices by their votes, without those that are only named in passing."""
        counts = self.counts(without=without)
        most = max(counts.values(), default=0.0)
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(choice for choice, count in ranked if count > 0 and count >= FEWEST * most)

    def shares(self, *, without: str | None = None) -> Mapping[T, float]:
        """Each choice's votes, as a share of the first one's; of one name alone, half as much."""
        counts = self.counts(without=without)
        most = max(counts.values(), default=0.0)
        return {
            choice: count / most * (1.0 if self._voters(choice, without) > 1 else ALONE)
            for choice, count in counts.items()
            if count > 0
        }

    def _voters(self, choice: T, without: str | None) -> int:
        own = without.casefold() if without is not None else None
        return sum(1 for name in self._votes[choice] if name != own)

    def names(self) -> frozenset[str]:
        """Who voted, in small letters."""
        return frozenset(name for cast in self._votes.values() for name in cast)
