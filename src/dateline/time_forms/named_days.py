"""Days that have a name: New Year's Eve, Ramadan, Easter. Which they are, not when."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from ..errors import ResourceError

NAMED_DAYS = Path(__file__).parent / "named_days.toml"


SHORTEST_MONTH = 29


class Calendar(StrEnum):
    """What says when a named day is."""

    GREGORIAN = "gregorian"
    EASTER = "easter"
    ORTHODOX_EASTER = "orthodox_easter"
    ISLAMIC = "islamic"
    HEBREW = "hebrew"
    WEEKDAY = "weekday"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day, or some days in a row, by its names; the fields that its calendar needs are set."""

    names: tuple[str, ...]
    calendar: Calendar
    month: int = 0
    day: int = 0
    days: int = 1
    weekday: int = 0
    nth: int = 0
    dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    named: tuple[NamedDay, ...]


@cache
def load_named_days(path: Path = NAMED_DAYS) -> tuple[NamedDay, ...]:
    """The days in named_days.toml, in its order."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).named
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error


def name_of(words: str) -> str:
    """A name as it is looked up: one case, one sort of apostrophe, one space."""
    return " ".join(words.replace("\u2019", "'").casefold().split())


def days_named(words: str, days: Iterable[NamedDay] | None = None) -> tuple[NamedDay, ...]:
    """All that a name can mean: "Eid" is two feasts."""
    sought = name_of(words)
    table = load_named_days() if days is None else days
    return tuple(day for day in table if sought in map(name_of, day.names))
