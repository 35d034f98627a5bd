"""Find entries of the register by words of their names, where no name as a whole is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from ...types import Inter
from ..folding import fold
from .register import ActorRegister
from .register_entries import Entry, overlap

NEAR = 3  # how many names are suggested


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Which entries are asked for; ``None`` asks for any."""

    country: str | None = None
    conflict: str | None = None
    inter: Inter | None = None
    on: date | None = None

    def admits(self, entry: Entry) -> bool:
        """Whether an entry is asked for; one without days was there on any."""
        return (
            (self.country is None or self.country in entry.countries)
            and (self.conflict is None or self.conflict in entry.conflicts)
            and (self.inter is None or self.inter is entry.inter)
            and (self.on is None or overlap(entry, _Day(self.on)))
        )


class _Day:
    """One day, as what lasts so long."""

    def __init__(self, day: date) -> None:
        self.since = day
        self.until = date.fromordinal(day.toordinal() + 1)


def find_by_words(register: ActorRegister, words: str) -> Iterator[Entry]:
    """The entries that have all of these words, or their beginnings, in one of their names."""
    wanted = fold(words).split()
    if not wanted:
        return
    for entry in register.entries:
        if any(_has(fold(name).split(), wanted) for name in entry.names):
            yield entry


def find_near(register: ActorRegister, name: str) -> list[str]:
    """Names that are written nearly so, the nearest first."""
    spelled = {fold(known): known for known in _names(register)}
    near = get_close_matches(fold(name), spelled, NEAR)
    return [spelled[key] for key in near]


def _has(there: list[str], wanted: Iterable[str]) -> bool:
    return all(any(word.startswith(start) for word in there) for start in wanted)


def _names(register: ActorRegister) -> Iterator[str]:
    for entry in register.entries:
        yield from entry.names
    for alias in register.aliases:
        yield from alias.names
