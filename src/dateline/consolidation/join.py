"""Gather the claims that tell one happening: within a document first, then across documents.

Two claims are joined when the case for it reaches a threshold, the strongest case first, and never
when any two members of the groups to be joined contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from ..types import DocumentId, Reason, fingerprint
from .blocks import find_candidates
from .clusters import Contradicts, Link, find_clusters, number_components
from .compare import Comparison, World
from .gist import Gist, make_gist
from .passages import Passage, compare_passages
from .reports import compare_reports
from .resolved import Part, ResolvedClaim
from .values import told

# A kind and one whole role, or a kind and the place. By design, not by measurement: the points in
# passages.py are set so that these two just reach it.
ACCEPT = 3.5
# One kind at one point on one day is 5.5. Agreeing kinds there are 4.5: they need a shared party.
ACCEPT_REPORTS = 5.0
# Two things of one passage that fit a summary almost equally well are both told by it.
TELL_APART = 1.0
# Further apart than this many paragraphs a text has moved on; it bounds the pairs of a long text.
REACH = 40


@dataclass(frozen=True, slots=True)
class Group:
    """Claims judged to tell one happening, in the order told, and the case for it."""

    members: tuple[ResolvedClaim, ...]
    gist: Gist
    why: tuple[Reason, ...] = ()

    @property
    def document(self) -> DocumentId:
        """Of a group within one document, the document."""
        return self.members[0].document

    @property
    def name(self) -> str:
        """The same claims, joined in the same way, have the same name in every run."""
        return fingerprint("group", sorted(member.claim.id for member in self.members))


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
    clusters = find_clusters(
        len(members),
        sorted((link for link in links if frozenset(link[1:]) not in apart), key=_nearest_first),
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


def _nearest_first(link: Link) -> tuple[float, int, int]:
    """The strongest link first; of equals, that of the passages that are nearest."""
    return -link[0], link[2] - link[1], link[1]


def _first_told_first(link: Link) -> tuple[float, int, int]:
    """The strongest link first; of equals, that of the first reports.

    No distance counts between reports: it would change with what lies between them.
    """
    return -link[0], link[1], link[2]


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


@dataclass(frozen=True, slots=True)
class Cluster:
    """What several documents tell of one happening.

    ``component`` is a number that clusters share which any links connect: only they can change
    when one of them does.
    """

    group: Group
    parts: tuple[Group, ...]  # as each document tells it
    component: int


def join_reports(groups: Iterable[Group], world: World) -> tuple[Cluster, ...]:
    """Join what different tellers tell; the claims of one document stay as they were joined.

    So do the rows of one coder, who counted each as a happening of its own.
    """
    ordered = tuple(sorted(groups, key=lambda group: told(group.members[0])))
    # Copies of one wire story have one gist, and are compared once.
    numbers: dict[Gist, int] = {}
    gists = [numbers.setdefault(group.gist, len(numbers)) for group in ordered]
    tellers = [frozenset(member.teller for member in group.members) for group in ordered]
    compared: dict[tuple[int, int], Comparison] = {}

    def compare(left: int, right: int) -> Comparison:
        pair = gists[left], gists[right]
        if pair not in compared:
            compared[pair] = compare_reports(ordered[left].gist, ordered[right].gist, world)
        return compared[pair]

    def contradicts(left: int, right: int) -> bool:
        return bool(tellers[left] & tellers[right]) or compare(left, right).is_contradiction

    links = [
        (score, left, right)
        for left, right in find_candidates([group.gist for group in ordered], world)
        if not tellers[left] & tellers[right]
        and (score := compare(left, right).score) >= ACCEPT_REPORTS
    ]
    components = number_components(len(ordered), links)
    return tuple(
        Cluster(
            _merge(
                parts := tuple(ordered[index] for index in indexes),
                _why(compare(left, right) for _, left, right in joined),
                world,
            ),
            parts,
            components[indexes[0]],
        )
        for indexes, joined in find_clusters(
            len(ordered), sorted(links, key=_first_told_first), contradicts
        )
    )


def _merge(groups: tuple[Group, ...], why: tuple[Reason, ...], world: World) -> Group:
    if len(groups) == 1:
        return groups[0]
    members = tuple(sorted((member for group in groups for member in group.members), key=told))
    reasons = [*why, *(reason for group in groups for reason in group.why)]
    return Group(members, make_gist(members, world.kinds), _each_once(reasons))


def _why(comparisons: Iterable[Comparison]) -> tuple[Reason, ...]:
    return _each_once(reason for comparison in comparisons for reason in comparison.reasons)


def _each_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(set(reasons), key=lambda reason: (-reason.points, reason.because)))
