"""Which kinds of the codebook may tell one happening."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from itertools import combinations

import msgspec

from ..types import KindId


class Within(StrEnum):
    """How far two kinds agree: in the words of one writer, or only between writers."""

    DOCUMENT = "document"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two kinds that may tell one happening, and why."""

    kinds: tuple[KindId, KindId]
    within: Within
    because: str


@dataclass(frozen=True, slots=True)
class Table:
    """What ``kinds.toml`` says."""

    symmetric: frozenset[KindId]
    alone: frozenset[KindId]
    general: frozenset[KindId]
    placeless_families: frozenset[str]
    effect: KindId
    causes: frozenset[KindId]
    agree: tuple[Agreement, ...]


@dataclass(frozen=True)
class Kinds:
    """The table, with the families of the codebook in use."""

    table: Table
    families: Mapping[KindId, str]

    def agreement(self, left: KindId, right: KindId) -> Agreement | None:
        """Why two different kinds may tell one happening; ``None`` when they may not."""
        return self._agreements.get((left, right))

    def bloc(self, kind: KindId) -> str:
        """A name that all kinds share which may agree with this one, directly or over others."""
        return self._blocs.get(kind, kind)

    def is_symmetric(self, kind: KindId) -> bool:
        """Whether both sides act."""
        return kind in self.table.symmetric

    def is_general(self, kind: KindId) -> bool:
        """Whether a more exact kind of the same happening goes before it."""
        return kind in self.table.general

    def is_placeless(self, kind: KindId) -> bool:
        """Whether reports of it often name no place."""
        return self.families.get(kind) in self.table.placeless_families

    @cached_property
    def _agreements(self) -> Mapping[tuple[KindId, KindId], Agreement]:
        pairs = [*self.table.agree, *self._relatives()]
        return {
            order: agreement
            for agreement in pairs
            for order in (agreement.kinds, agreement.kinds[::-1])
        }

    def _relatives(self) -> Iterator[Agreement]:
        """Kinds of a user's own agree with their family."""
        known = self.table.alone.union(*(agreement.kinds for agreement in self.table.agree))
        for left, right in combinations(sorted(self.families), 2):
            family = self.families[left]
            if family == self.families[right] and not {left, right} <= known:
                yield Agreement((left, right), Within.DOCUMENT, f"both belong to {family}")

    @cached_property
    def _blocs(self) -> Mapping[KindId, str]:
        blocs: dict[KindId, str] = {}
        for left, right in sorted(self._agreements):
            old, new = sorted((blocs.get(left, left), blocs.get(right, right)), reverse=True)
            blocs[left] = blocs[right] = new
            blocs = {kind: new if bloc == old else bloc for kind, bloc in blocs.items()}
        return blocs


def load_kinds(families: Mapping[KindId, str]) -> Kinds:
    """Read the packaged table for a codebook, given as the family of each of its kinds."""
    text = files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8")
    return Kinds(msgspec.convert(tomllib.loads(text), Table), families)
