"""Say by what the groups of documents are found among all others, so that few need be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..types import DocumentId, EventId
from .blocks import Key, find_keys, find_window, is_pinned
from .compare import World
from .gist import Gist
from .join import ACCEPT_REPORTS, Group
from .reports import compare_reports


@dataclass(frozen=True, slots=True)
class Entry:
    """What one document tells of one happening, and what it is found by.

    ``first`` and ``last`` are the days it can be told of; ``None`` says that it could be any.
    """

    name: str
    document: DocumentId
    gist: Gist
    keys: tuple[Key, ...]
    first: date | None
    last: date | None
    is_point: bool


@dataclass(frozen=True, slots=True)
class Filed:
    """An entry with the event it is part of, and the name of all that it is linked with."""

    entry: Entry
    event: EventId
    component: str


def make_entry(group: Group, world: World) -> Entry:
    """The entry of a group of one document."""
    window = find_window(group.gist)
    return Entry(
        group.name,
        group.document,
        group.gist,
        tuple(sorted(find_keys(group.gist, world))),
        window.first if window else None,
        window.last if window else None,
        is_pinned(group.gist),
    )


def are_linked(left: Gist, right: Gist, world: World) -> bool:
    """Whether two documents may tell one happening."""
    return compare_reports(left, right, world).score >= ACCEPT_REPORTS
