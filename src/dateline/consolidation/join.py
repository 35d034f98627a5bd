"""Gather the claims that tell one happening: within a document first, then across documents.

Two claims are joined when the case for it reaches a threshold, the strongest case first, and never
when any two members of the groups to be joined contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import cos, floor, radians

from ..types import Location, Reason, WherePrecision
from .compare import (
    DAY_SLACK,
    REPORT_GAP,
    REPORT_LAG,
    Comparison,
    Passage,
    World,
    compare_passages,
    compare_reports,
)
from .gist import Gist, make_gist
from .relations import NEAR_KM
from .resolved import Part, ResolvedClaim, fold, party_key
from .values import told

# A kind and one whole role, or a kind and the place. By design, not by measurement: the points in
# compare.py are set so that these two just reach it.
ACCEPT = 3.5
# One kind at one point on one day is 5.5. Agreeing kinds there are 4.5: they need a shared party.
ACCEPT_REPORTS = 5.0
# Two things of one passage that fit a summary almost equally well are both told by it.
TELL_APART = 1.0
# Further apart than this many paragraphs a text has moved on; it bounds the pairs of a long text.
REACH = 40

KM_A_DEGREE = 111.2
# Degrees; about the size of a district, so that a town and its surroundings are few cells.
CELL = 0.25

Link = tuple[float, int, int]
Contradicts = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims judged to tell one happening, in the order told, and the case for it."""

    members: tuple[ResolvedClaim, ...]
    gist: Gist
    why: tuple[Reason, ...] = ()


def join_document(claims: Iterable[ResolvedClaim], world: World) -> tuple[Group, ...]:
    """Join the claims of one document: headline, lead and body tell one thing several times."""
    members = tuple(sorted(claims, key=told))
    passages = tuple(Passage(member, make_gist((member,), world.kinds)) for member in members)
    compared: dict[tuple[int, int], Comparison] = {}

    def compare(left: int, right: int) -> Comparison:
        pair = (left, right) if left < right else (right, left)
        if pair not in compared:
            compared[pair] = compare_passages(passages[pair[0]], passages[pair[1]], world)
        return compared[pair]

    links = [
        (score, left, right)
        for left, right in _within_reach(members, world)
        if (score := compare(left, right).score) >= ACCEPT
    ]

    def contradicts(left: int, right: int) -> bool:
        return compare(left, right).is_contradiction

    apart = _find_summaries(links, members, contradicts)
    clusters = _cluster(
        len(members),
        [link for link in links if frozenset(link[1:]) not in apart],
        lambda left, right: frozenset((left, right)) in apart or contradicts(left, right),
    )
    return tuple(
        Group(
            cluster := tuple(members[index] for index in indexes),
            make_gist(cluster, world.kinds),
            _why(compare(left, right) for _, left, right in joined),
        )
        for indexes, joined in clusters
    )


def _within_reach(members: tuple[ResolvedClaim, ...], world: World) -> Iterator[tuple[int, int]]:
    blocs = [world.kinds.bloc(member.claim.kind) for member in members]
    for left, right in combinations(range(len(members)), 2):
        one, other = members[left], members[right]
        is_near = abs(one.paragraph - other.paragraph) <= REACH
        if blocs[left] == blocs[right] and (is_near or one.part is Part.HEADLINE):
            yield left, right


def _find_summaries(
    links: list[Link], members: tuple[ResolvedClaim, ...], contradicts: Contradicts
) -> frozenset[frozenset[int]]:
    """Pairs of a claim and two things of one passage that it tells together."""
    passages = _number_passages(members)
    partners: dict[tuple[int, int], list[tuple[float, int]]] = {}
    for score, left, right in links:
        partners.setdefault((left, passages[right]), []).append((-score, right))
        partners.setdefault((right, passages[left]), []).append((-score, left))
    apart: set[frozenset[int]] = set()
    for (index, _), scored in partners.items():
        best, first = min(scored)
        rivals = (other for score, other in scored if score - best < TELL_APART)
        if any(other != first and contradicts(first, other) for other in rivals):
            apart |= {frozenset((index, partner)) for _, partner in scored}
    return frozenset(apart)


def _number_passages(members: tuple[ResolvedClaim, ...]) -> tuple[int, ...]:
    numbers: dict[int, int] = {}
    number, end = 0, 0
    for index in sorted(range(len(members)), key=lambda index: members[index].claim.evidence):
        evidence = members[index].claim.evidence
        if evidence.start >= end:
            number += 1
        numbers[index] = number
        end = max(end, evidence.end)
    return tuple(numbers[index] for index in range(len(members)))


def join_reports(groups: Iterable[Group], world: World) -> tuple[Group, ...]:
    """Join what different documents tell; the claims of one document stay as they were joined."""
    ordered = tuple(sorted(groups, key=lambda group: told(group.members[0])))
    # Copies of one wire story have one gist, and are compared once.
    numbers: dict[Gist, int] = {}
    gists = [numbers.setdefault(group.gist, len(numbers)) for group in ordered]
    documents = [frozenset(member.document for member in group.members) for group in ordered]
    compared: dict[tuple[int, int], Comparison] = {}

    def compare(left: int, right: int) -> Comparison:
        pair = gists[left], gists[right]
        if pair not in compared:
            compared[pair] = compare_reports(ordered[left].gist, ordered[right].gist, world)
        return compared[pair]

    def contradicts(left: int, right: int) -> bool:
        return bool(documents[left] & documents[right]) or compare(left, right).is_contradiction

    links = [
        (score, left, right)
        for left, right in find_candidates(ordered, world)
        if not documents[left] & documents[right]
        and (score := compare(left, right).score) >= ACCEPT_REPORTS
    ]
    clusters = _cluster(len(ordered), links, contradicts)
    return tuple(
        _merge(
            [ordered[index] for index in indexes],
            _why(compare(left, right) for _, left, right in joined),
            world,
        )
        for indexes, joined in clusters
    )


def _merge(groups: list[Group], why: tuple[Reason, ...], world: World) -> Group:
    if len(groups) == 1:
        return groups[0]
    members = tuple(sorted((member for group in groups for member in group.members), key=told))
    reasons = [*why, *(reason for group in groups for reason in group.why)]
    return Group(members, make_gist(members, world.kinds), _each_once(reasons))


def _why(comparisons: Iterable[Comparison]) -> tuple[Reason, ...]:
    return _each_once(reason for comparison in comparisons for reason in comparison.reasons)


def _each_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(set(reasons), key=lambda reason: (-reason.points, reason.because)))


def _cluster(
    count: int, links: list[Link], contradicts: Contradicts
) -> list[tuple[list[int], list[Link]]]:
    """Follow the links, strongest first; a link that would join contradictions is left out."""
    cluster_of = list(range(count))
    members = {index: [index] for index in range(count)}
    joined: dict[int, list[Link]] = {index: [] for index in range(count)}
    for link in sorted(links, key=lambda link: (-link[0], link[2] - link[1], link[1])):
        left, right = sorted((cluster_of[link[1]], cluster_of[link[2]]))
        if left == right or any(
            contradicts(one, other) for one in members[left] for other in members[right]
        ):
            continue
        for index in members[right]:
            cluster_of[index] = left
        members[left] += members.pop(right)
        joined[left] += [*joined.pop(right), link]
    return [(sorted(members[index]), joined[index]) for index in sorted(members)]


# ---- which claims of two documents are compared at all ----------------------------------------


@dataclass(frozen=True, slots=True)
class _Window:
    """A group and the days it can be told of, from its own date or from its publication."""

    first: date
    last: date
    index: int
    is_dated: bool

    def may_meet(self, other: _Window) -> bool:
        """Whether the two can tell of one time; two undated ones only if published together."""
        return self.is_dated or other.is_dated or abs(self.first - other.first) <= REPORT_GAP


@dataclass(frozen=True, slots=True, order=True)
class _Key:
    """Groups that share a key are compared, in a ``wide`` one only if one of them is no point."""

    bloc: str
    place: tuple[str, ...]
    is_wide: bool = False


def find_candidates(groups: tuple[Group, ...], world: World) -> Iterator[tuple[int, int]]:
    """Pairs that share a bloc of kinds, a place key, and days."""
    windows = tuple(_window(group.gist, index) for index, group in enumerate(groups))
    points = frozenset(index for index, group in enumerate(groups) if _is_point(group.gist))
    blocks: dict[_Key, list[int]] = {}
    for index, group in enumerate(groups):
        for key in _keys(group.gist, world):
            blocks.setdefault(key, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        inner = points if key.is_wide else frozenset[int]()
        pairs.update(_meeting([windows[index] for index in block], inner))
        undated = [index for index in block if windows[index] is None]
        pairs.update(pair for pair in combinations(undated, 2) if not inner.issuperset(pair))
    yield from sorted(pairs)


def _meeting(windows: Iterable[_Window | None], inner: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Pairs whose days overlap, but for pairs of two ``inner`` ones."""
    active: list[_Window] = []
    active_inner: list[_Window] = []
    dated = (window for window in windows if window is not None)
    for window in sorted(dated, key=lambda window: (window.first, window.index)):
        active = [other for other in active if other.last >= window.first]
        active_inner = [other for other in active_inner if other.last >= window.first]
        is_inner = window.index in inner
        for other in active if is_inner else [*active, *active_inner]:
            if window.may_meet(other):
                yield min(window.index, other.index), max(window.index, other.index)
        (active_inner if is_inner else active).append(window)


def _window(gist: Gist, index: int) -> _Window | None:
    slack = timedelta(days=DAY_SLACK)
    if gist.days:
        first, last = gist.days
        return _Window(first, last + slack, index, is_dated=True)
    if gist.published is None:
        return None
    return _Window(gist.published - REPORT_LAG, gist.published + slack, index, is_dated=False)


def _is_point(gist: Gist) -> bool:
    location = gist.location
    return (
        location is not None
        and location.precision <= WherePrecision.NEAR
        and location.latitude is not None
        and location.longitude is not None
    )


def _keys(gist: Gist, world: World) -> Iterator[_Key]:
    bloc, location = world.kinds.bloc(gist.kind), gist.location
    if location:
        yield _Key(bloc, _region(location), is_wide=True)
        if _is_point(gist):
            yield from (_Key(bloc, cell) for cell in _cells(location))
    elif gist.places:
        yield from (_Key(bloc, ("name", name)) for name in gist.places)
    if world.kinds.is_placeless(gist.kind):
        parties = gist.actors + gist.targets
        yield from (_Key(bloc, ("party", party_key(party))) for party in parties)


def _region(location: Location) -> tuple[str, ...]:
    country = location.country or ""
    if location.admin1:
        return "region", country, fold(location.admin1)
    if location.precision is WherePrecision.REGION or not country:
        return "region", country, fold(location.name)
    return "country", country


def _cells(location: Location) -> Iterator[tuple[str, ...]]:
    """The cells of a grid that lie within half of what counts as near; neighbours share one."""
    latitude, longitude = location.latitude or 0.0, location.longitude or 0.0
    high = (location.radius_km + NEAR_KM / 2) / KM_A_DEGREE
    # Towards a pole degrees of longitude shrink to nothing: beyond 75 degrees they count as there.
    wide = high / max(cos(radians(latitude)), 0.25)
    for row in range(floor((latitude - high) / CELL), floor((latitude + high) / CELL) + 1):
        for column in range(floor((longitude - wide) / CELL), floor((longitude + wide) / CELL) + 1):
            yield "cell", str(row), str(column)
