"""What joining claims into events works with, and how what it files is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from ...codebook import Codebook
from ...consolidation import Kinds
from ...consolidation.blocks import Key
from ...consolidation.compare import World as Weighing
from ...consolidation.entries import Entry, Filed
from ...consolidation.gist import Gist
from ...resolution.actors.register import register_digests
from ...store import GroupKey, GroupRow
from ...types import EventId, Hierarchy, Source, fingerprint
from ..reading.digests import code_digest
from ..reading.engine import load_world, make_kinds

# What decides which claims are one event; when it changes all are joined anew.
_DECIDING = (
    "consolidation",
    "types",
    "pipeline/reading/names.py",
    "resolution/actors/allegiances.py",
    "resolution/places/areas.py",
)

GIST = msgspec.json.Decoder(Gist)


@dataclass(frozen=True, slots=True)
class Joining:
    """What joining may ask of the world, and a name for all of it."""

    hierarchy: Hierarchy
    kinds: Kinds
    digest: str
    owners: Mapping[str, str] = field(default_factory=dict)  # by the name of the source

    @property
    def weighing(self) -> Weighing:
        """What a comparison may ask."""
        return Weighing(self.hierarchy, self.kinds, self.owners)

    def owned(self, sources: Iterable[Source]) -> Joining:
        """The same, knowing who owns which source; when that changes all are joined anew."""
        owners = {source.name: source.owner for source in sources if source.owner}
        if not owners:
            return self
        return replace(self, owners=owners, digest=fingerprint(self.digest, sorted(owners.items())))


def load_joining(codebook: Codebook, registers: tuple[Path, ...] = ()) -> Joining:
    """What joining works with; it takes no parser."""
    return Joining(
        load_world(registers),
        make_kinds(codebook),
        fingerprint(code_digest(*_DECIDING), codebook.digest, *register_digests(registers)),
    )


def make_rows(filed: Iterable[Filed]) -> tuple[GroupRow, ...]:
    """What was joined, as it is filed."""
    return tuple(make_row(one.entry, component=one.component, event=one.event) for one in filed)


def make_row(entry: Entry, *, component: str, event: EventId) -> GroupRow:
    """A group as it is filed."""
    return GroupRow(
        entry.name,
        entry.document,
        component,
        event,
        entry.first,
        entry.last,
        entry.is_point,
        msgspec.json.encode(entry.gist, order="sorted").decode(),
        tuple(map(_make_key, entry.keys)),
    )


def _make_key(key: Key) -> GroupKey:
    return GroupKey("|".join((key.bloc, *key.place)), key.is_name, key.is_wide)
