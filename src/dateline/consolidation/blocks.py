"""Find the few groups that are worth comparing, so that many claims take seconds.

Groups that no block brings together cannot be one happening by ``reports.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from math import cos, floor, radians

from ..types import Location, WherePrecision
from .compare import World
from .gist import Gist, words_of_town
from .relations import NEAR_KM
from .reports import DAY_SLACK, REPORT_GAP, REPORT_LAG
from .resolved import fold, party_key
from .story import LEAST_SHARED

KM_A_DEGREE = 111.2
# Degrees; about the size of a district, so that a town and its surroundings are few cells.
CELL = 0.25
STORY = "story"  # what keys of names begin with


@dataclass(frozen=True, slots=True)
class Window:
    """A group and the days it can be told of, from its own date or from its publication."""

    first: date
    last: date
    index: int
    is_dated: bool

    def may_meet(self, other: Window) -> bool:
        """Whether the two can tell of one time; two undated ones only if published together."""
        return self.is_dated or other.is_dated or abs(self.first - other.first) <= REPORT_GAP


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Groups that share a key are compared, in a ``wide`` one only if one of them is no point.

    Names are shared by chance: groups that share no other key must share two of them.
    """

    bloc: str
    place: tuple[str, ...]
    is_wide: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a name of the story."""
        return self.place[0] == STORY


def find_candidates(gists: Sequence[Gist], world: World) -> Iterator[tuple[int, int]]:
    """Pairs that share a bloc of kinds, a place key, and days."""
    return find_pairs(
        tuple(find_window(gist, index) for index, gist in enumerate(gists)),
        (find_keys(gist, world) for gist in gists),
        frozenset(index for index, gist in enumerate(gists) if is_pinned(gist)),
    )


def find_pairs(
    windows: Sequence[Window | None], keys: Iterable[Iterable[Key]], points: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Pairs that share a key, and days or the lack of any; not two ``points`` by a wide key."""
    blocks: dict[Key, list[int]] = {}
    for index, own in enumerate(keys):
        for key in own:
            blocks.setdefault(key, []).append(index)
    pairs: set[tuple[int, int]] = set()
    named: Counter[tuple[int, int]] = Counter()
    for key, block in blocks.items():
        if len(block) == 1:
            continue
        inner = points if key.is_wide else frozenset[int]()
        met = set(_meeting([windows[index] for index in block], inner))
        timeless = [index for index in block if windows[index] is None]
        # Whatever the days of the other are, names may make the two one story.
        others = block if key.is_name else timeless
        also = ((min(pair), max(pair)) for pair in product(timeless, others) if pair[0] != pair[1])
        met.update(pair for pair in also if not inner.issuperset(pair))
        (named if key.is_name else pairs).update(met)
    pairs.update(pair for pair, names in named.items() if names >= LEAST_SHARED)
    yield from sorted(pairs)


def _meeting(windows: Iterable[Window | None], inner: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Pairs whose days overlap, but for pairs of two ``inner`` ones."""
    active: list[Window] = []
    active_inner: list[Window] = []
    dated = (window for window in windows if window is not None)
    for window in sorted(dated, key=lambda window: (window.first, window.index)):
        active = [other for other in active if other.last >= window.first]
        active_inner = [other for other in active_inner if other.last >= window.first]
        is_inner = window.index in inner
        for other in active if is_inner else [*active, *active_inner]:
            if window.may_meet(other):
                yield min(window.index, other.index), max(window.index, other.index)
        (active_inner if is_inner else active).append(window)


def find_window(gist: Gist, index: int = 0) -> Window | None:
    """The days that a gist can be told of; ``None`` where nothing says when."""
    slack = timedelta(days=DAY_SLACK)
    if gist.days:
        first, last = gist.days
        return Window(first, last + slack, index, is_dated=True)
    if gist.published is None:
        return None
    return Window(gist.published - REPORT_LAG, gist.published + slack, index, is_dated=False)


def is_pinned(gist: Gist) -> bool:
    """Whether every place of it is known exactly."""
    return bool(gist.sites) and all(map(is_point, gist.sites))


def is_point(location: Location | None) -> bool:
    """Whether a place is known so exactly that what is far away is another."""
    return (
        location is not None
        and location.precision <= WherePrecision.NEAR
        and location.latitude is not None
        and location.longitude is not None
    )


def find_keys(gist: Gist, world: World) -> frozenset[Key]:
    """What a gist shares with those that can be one happening with it."""
    return frozenset(_keys(gist, world))


def _keys(gist: Gist, world: World) -> Iterator[Key]:
    bloc = world.kinds.bloc(gist.kind)
    yield from (Key(bloc, (STORY, name)) for name in gist.story if not name[0].isdigit())
    if town := words_of_town(gist):
        yield Key(bloc, ("near", town[-1]))
    for site in gist.sites:
        yield Key(bloc, _region(site), is_wide=True)
        if is_point(site):
            yield from (Key(bloc, cell) for cell in find_cells(site))
    if gist.location is None:
        yield from (Key(bloc, ("near", name)) for name in gist.named if not name[0].isdigit())
        yield from (Key(bloc, ("name", name)) for name in gist.places)
    if world.kinds.is_placeless(gist.kind):
        parties = gist.actors + gist.targets
        yield from (Key(bloc, ("party", party_key(party))) for party in parties)


def _region(location: Location) -> tuple[str, ...]:
    country = location.country or ""
    if location.admin1:
        return "region", country, fold(location.admin1)
    if location.precision is WherePrecision.REGION or not country:
        return "region", country, fold(location.name)
    return "country", country


def find_cells(location: Location, *, near_km: float = NEAR_KM) -> Iterator[tuple[str, ...]]:
    """The cells of a grid that lie within half of what counts as near; neighbours share one."""
    latitude, longitude = location.latitude or 0.0, location.longitude or 0.0
    high = (location.radius_km + near_km / 2) / KM_A_DEGREE
    # Towards a pole degrees of longitude shrink to nothing: beyond 75 degrees they count as there.
    wide = high / max(cos(radians(latitude)), 0.25)
    for row in range(floor((latitude - high) / CELL), floor((latitude + high) / CELL) + 1):
        for column in range(floor((longitude - wide) / CELL), floor((longitude + wide) / CELL) + 1):
            yield "cell", str(row), str(column)
