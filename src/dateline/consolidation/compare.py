"""Weigh whether two claims, or two groups of joined claims, tell one happening.

Every point has its reason. What speaks against it for good has ``NEVER`` points. What is common to
passages of one document (``passages.py``) and to reports (``reports.py``) is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..types import Hierarchy, Reason, Status
from .gist import Gist
from .kinds import Kinds, Within
from .relations import Parties, relate_parties, relate_sides
from .values import REAL

NEVER = float("-inf")

# Points are whole, half or quarter so that sums are exact in any order.
SAME_KIND = 2.0
AGREEING_KIND = 1.0
SAME_TOLL = 1.0
DENIED = 0.0


@dataclass(frozen=True, slots=True)
class World:
    """What a comparison may ask: about places and actors, about kinds, and who owns a source."""

    hierarchy: Hierarchy
    kinds: Kinds
    owners: Mapping[str, str] = field(default_factory=dict)  # by the name of the source


@dataclass(frozen=True, slots=True)
class Comparison:
    """The case for one happening, and against it."""

    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the points."""
        return sum(reason.points for reason in self.reasons)

    @property
    def is_contradiction(self) -> bool:
        """Whether something speaks against it for good."""
        return self.score == NEVER


def weigh_all(reasons: Iterable[Reason]) -> Comparison:
    """Gather reasons up to the first that speaks against it for good."""
    weighed = []
    for reason in reasons:
        weighed.append(reason)
        if reason.points == NEVER:
            break
    return Comparison(tuple(weighed))


def weigh_kinds(left: Gist, right: Gist, world: World, within: Within) -> Iterator[Reason]:
    """Whether both kinds can tell one happening."""
    if left.kinds & right.kinds:
        yield Reason(SAME_KIND, f"both tell of {min(left.kinds & right.kinds)}")
        return
    agreement = world.kinds.agreement(left.kind, right.kind)
    if agreement is None or (agreement.within is Within.REPORTS and within is Within.DOCUMENT):
        yield Reason(NEVER, f"{left.kind} and {right.kind} are two things")
    else:
        yield Reason(AGREEING_KIND, agreement.because)


def weigh_status(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """A plan or a threat is never joined with what happened; what is denied is what is told."""
    statuses = {left.status, right.status}
    if len(statuses) == 1 or statuses <= REAL:
        return
    if statuses <= REAL | {Status.DENIED}:
        yield Reason(DENIED, "one denies what the other tells")
    else:
        yield Reason(NEVER, f"one is {left.status}, the other {right.status}")


def tolls_agree(left: Gist, right: Gist) -> bool | None:
    """Whether one number could be meant; ``None`` when they do not count the same people."""
    pairs = [
        one.agrees(other)
        for one in left.figures
        for other in right.figures
        if one.kind is other.kind
        and (one.whose == other.whose or one.whose is None or other.whose is None)
    ]
    return any(pairs) if pairs else None


def relate_roles(left: Gist, right: Gist, world: World) -> Iterator[tuple[str, Parties]]:
    """How the parties of each role stand to each other; both sides of a clash are one role."""
    hierarchy = world.hierarchy
    if world.kinds.is_symmetric(left.kind) and world.kinds.is_symmetric(right.kind):
        sides = relate_sides(left.actors + left.targets, right.actors + right.targets, hierarchy)
        yield "sides", sides
        if sides is Parties.ALL:
            yield "counterparts", sides
    else:
        yield "actors", relate_parties(left.actors, right.actors, hierarchy)
        yield "targets", relate_parties(left.targets, right.targets, hierarchy)
