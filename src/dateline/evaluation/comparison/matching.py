"""Pair the events of two sides one to one, the best case first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ...consolidation.blocks import Key, Window, find_cells, find_pairs, is_point
from ...consolidation.compare import Comparison, World
from ...consolidation.resolved import party_key
from .weighing import ACCEPT, Coded, Tolerance, names_of, weigh_match

ANYWHERE = "any"  # kinds of all families share their blocks; weighing tells them apart


@dataclass(frozen=True, slots=True)
class Pair:
    """Two codings of one happening, and the case for it."""

    mine: Coded
    theirs: Coded
    case: Comparison


@dataclass(frozen=True, slots=True)
class Matching:
    """What both sides have, and what only one of them has, in the order of days."""

    pairs: tuple[Pair, ...]
    only_mine: tuple[Coded, ...]
    only_theirs: tuple[Coded, ...]


def match(
    mine: Sequence[Coded], theirs: Sequence[Coded], world: World, tolerance: Tolerance
) -> Matching:
    """Pair one to one: no order of the rows, and no swap of the sides, changes who is paired."""
    left, right = sorted(mine, key=_order), sorted(theirs, key=_order)
    links = []
    for one, other in _find_candidates(left, right, tolerance):
        case = weigh_match(left[one], right[other], world, tolerance)
        if case.score >= ACCEPT:
            links.append((_rank(left[one], right[other], case), one, other, case))
    paired: dict[int, tuple[int, Comparison]] = {}
    taken: set[int] = set()
    for _, one, other, case in sorted(links, key=lambda link: link[:3]):
        if one not in paired and other not in taken:
            paired[one] = other, case
            taken.add(other)
    return Matching(
        tuple(Pair(left[one], right[o], case) for one, (o, case) in sorted(paired.items())),
        tuple(coded for index, coded in enumerate(left) if index not in paired),
        tuple(coded for index, coded in enumerate(right) if index not in taken),
    )


def _order(coded: Coded) -> tuple[object, ...]:
    undated, day, _ = coded.event.order
    return undated, day, coded.content, coded.name


def _rank(one: Coded, other: Coded, case: Comparison) -> tuple[object, ...]:
    """The best case first; of equals, the same whichever side is whose."""
    names = sorted(((one.content, one.name), (other.content, other.name)))
    return -case.score, *names


def _find_candidates(
    left: Sequence[Coded], right: Sequence[Coded], tolerance: Tolerance
) -> Iterator[tuple[int, int]]:
    """The pairs that are worth weighing: near in days and in place."""
    both = [*left, *right]
    pairs = find_pairs(
        tuple(_window(coded, index, tolerance) for index, coded in enumerate(both)),
        (_keys(coded, tolerance) for coded in both),
        frozenset(index for index, coded in enumerate(both) if is_point(coded.event.location)),
    )
    for one, other in pairs:
        if one < len(left) <= other:
            yield one, other - len(left)


def _window(coded: Coded, index: int, tolerance: Tolerance) -> Window | None:
    if coded.days is None:
        return None
    first, last = coded.days
    return Window(first, last + timedelta(days=tolerance.days), index, is_dated=True)


def _keys(coded: Coded, tolerance: Tolerance) -> Iterator[Key]:
    event = coded.event
    yield Key("same", (coded.content,))
    for name in names_of(event):
        yield Key(ANYWHERE, ("name", name))
    if event.location is not None:
        yield Key(ANYWHERE, ("country", event.location.country or ""), is_wide=True)
        if is_point(event.location):
            for cell in find_cells(event.location, near_km=tolerance.km):
                yield Key(ANYWHERE, cell)
    elif not event.places:
        for party in (*event.actors, *event.targets):
            yield Key(ANYWHERE, ("party", party_key(party)))
