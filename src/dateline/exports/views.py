"""Decide what an event is exported as: a plan never leaves as something that happened."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files

import msgspec

from ..errors import ResourceError
from ..types import Event, KindId, OutcomeKind, Status

ANY = "any"
UNKNOWN = "unknown"
OUTCOMES = (*(outcome.value for outcome in OutcomeKind), UNKNOWN)
RECALLED = "it is recalled, and no report tells it as news"


class As(StrEnum):
    """What an event is exported as."""

    EVENT = "event"
    DISRUPTED = "disrupted"
    OUT = "out"


class KindClass(StrEnum):
    """Kinds that fail alike."""

    FORCE = "force"
    WEAPON = "weapon"
    PERSON = "person"
    PEACEFUL = "peaceful"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an event is exported as, and why."""

    exported: As
    because: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of ``views.toml``."""

    status: tuple[Status, ...]
    classes: tuple[KindClass, ...]
    outcome: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Views:
    """The table, and which kinds fail alike."""

    classes: Mapping[KindId, KindClass]
    rows: tuple[Row, ...]

    def class_of(self, kind: KindId) -> KindClass:
        """The class of a kind; one that the table does not know leaves nothing when it fails."""
        return self.classes.get(kind, KindClass.PEACEFUL)

    def verdict(self, event: Event) -> Verdict:
        """What an event is exported as."""
        if event.background:
            return Verdict(As.OUT, RECALLED)
        outcome = event.outcome.value if event.outcome else UNKNOWN
        return self._cells[event.status, self.class_of(event.kind), outcome]

    @cached_property
    def _cells(self) -> Mapping[tuple[Status, KindClass, str], Verdict]:
        cells: dict[tuple[Status, KindClass, str], Verdict] = {}
        for row in self.rows:
            outcomes = OUTCOMES if row.outcome == (ANY,) else row.outcome
            for status in row.status:
                for kind_class in row.classes:
                    for outcome in outcomes:
                        cell = status, kind_class, outcome
                        if cell in cells:
                            raise ResourceError(f"views.toml: two rows decide {_name(cell)}")
                        cells[cell] = row.verdict
        every = ((s, k, o) for s in Status for k in KindClass for o in OUTCOMES)
        missing = next((cell for cell in every if cell not in cells), None)
        if missing:
            raise ResourceError(f"views.toml: no row decides {_name(missing)}")
        return cells


def _name(cell: tuple[Status, KindClass, str]) -> str:
    return ", ".join(cell)


class _RowFile(msgspec.Struct, rename={"classes": "class", "exported": "as"}):
    """A row as the file spells it: ``class`` and ``as`` are words of the language."""

    status: tuple[Status, ...]
    classes: tuple[KindClass, ...]
    outcome: tuple[str, ...]
    exported: As
    because: str


class _ViewsFile(msgspec.Struct):
    classes: dict[KindClass, tuple[KindId, ...]]
    row: tuple[_RowFile, ...]


def read_views(text: str) -> Views:
    """Make views from the text of a table."""
    table = msgspec.convert(tomllib.loads(text), _ViewsFile)
    return Views(
        {kind: kind_class for kind_class, kinds in table.classes.items() for kind in kinds},
        tuple(
            Row(row.status, row.classes, row.outcome, Verdict(row.exported, row.because))
            for row in table.row
        ),
    )


@cache
def load_views() -> Views:
    """Read the packaged table, once."""
    return read_views(files(__package__).joinpath("views.toml").read_text(encoding="utf-8"))
