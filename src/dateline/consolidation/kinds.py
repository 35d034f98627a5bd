"""Which kinds of the codebook may tell one happening."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.resources import files

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
        listed = self._agreements.get(frozenset((left, right)))
        if listed or {left, right} <= self._known:
            return listed
        family = self.families.get(left)
        if family is None or family != self.families.get(right):
            return None
        return Agreement((left, right), Within.DOCUMENT, f"both belong to {family}")

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
    def _agreements(self) -> Mapping[frozenset[KindId], Agreement]:
        return {frozenset(agreement.kinds): agreement for agreement in self.table.agree}

    @cached_property
    def _known(self) -> frozenset[KindId]:
        paired = (kind for agreement in self.table.agree for kind in agreement.kinds)
        return self.table.alone.union(paired)

    @cached_property
    def _blocs(self) -> Mapping[KindId, str]:
        blocs: dict[KindId, str] = {kind: kind for kind in sorted({*self.families, *self._known})}
        pairs = [agreement.kinds for agreement in self.table.agree]
        strangers = [kind for kind in blocs if kind not in self._known]
        pairs += [
            (kind, relative)
            for kind in strangers
            for relative in blocs
            if self.agreement(kind, relative) is not None
        ]
        for left, right in pairs:
            old, new = sorted((blocs[left], blocs[right]), reverse=True)
            blocs = {kind: new if bloc == old else bloc for kind, bloc in blocs.items()}
        return blocs


def load_kinds(families: Mapping[KindId, str]) -> Kinds:
    """Read the packaged table for a codebook, given as the family of each of its kinds."""
    text = files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8")
    return Kinds(msgspec.convert(tomllib.loads(text), Table), families)
