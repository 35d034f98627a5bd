"""Reach low, best and high figures from what each source counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..types import Qualifier, Toll, TollKind, TollRange, Version
from .resolved import ResolvedClaim, fold
from .values import NO_DATE, last_word

NO_NUMBER = "no source gives a number"


@dataclass(frozen=True, slots=True)
class Count:
    """One toll and the claim that gives it."""

    toll: Toll
    whose: str | None
    member: ResolvedClaim

    @property
    def figure(self) -> tuple[int | None, int | None, Qualifier]:
        """The number as given."""
        return self.toll.low, self.toll.high, self.toll.qualifier


@dataclass(frozen=True, slots=True)
class Side:
    """What is counted together: what was done, to whom, over which time."""

    kind: TollKind
    whose: str | None  # folded
    cumulative: bool

    @property
    def order(self) -> tuple[int, bool, str]:
        """As in ``TollKind``; this event's own figures first."""
        return list(TollKind).index(self.kind), self.cumulative, self.whose or ""


def make_tolls(members: tuple[ResolvedClaim, ...]) -> tuple[TollRange, ...]:
    """The range of figures for each side, over all claims of an event."""
    sides: dict[Side, list[Count]] = {}
    for count in _counts(members):
        whose = fold(count.whose) if count.whose else None
        side = Side(count.toll.kind, whose, count.toll.cumulative)
        sides.setdefault(side, []).append(count)
    _give_unsaid_a_side(sides)
    _join_equal_sides(sides)
    return tuple(_range(side, sides[side]) for side in sorted(sides, key=lambda side: side.order))


def _counts(members: Iterable[ResolvedClaim]) -> Iterable[Count]:
    for member in members:
        for toll, whose in zip(member.claim.tolls, member.whose, strict=True):
            yield Count(toll, whose, member)


def _give_unsaid_a_side(sides: dict[Side, list[Count]]) -> None:
    """Count "46 dead" with "54 civilians dead", unless one claim tells the two apart."""
    for unsaid in [side for side in sides if side.whose is None]:
        named = [
            side
            for side in sides
            if side.whose and (side.kind, side.cumulative) == (unsaid.kind, unsaid.cumulative)
        ]
        if len(named) != 1:
            continue
        claims = {count.member.claim.id for count in sides[named[0]]}
        if not any(count.member.claim.id in claims for count in sides[unsaid]):
            sides[named[0]] += sides.pop(unsaid)


def _join_equal_sides(sides: dict[Side, list[Count]]) -> None:
    """Count "three policemen" with "three soldiers" where one report tells it twice."""
    order = list(sides)
    for number, side in enumerate(order):
        for other in order[:number]:
            if other not in sides or side not in sides or not _are_one_figure(side, other, sides):
                continue
            sides[other] += sides.pop(side)


def _are_one_figure(side: Side, other: Side, sides: dict[Side, list[Count]]) -> bool:
    if (side.kind, side.cumulative) != (other.kind, other.cumulative):
        return False
    left, right = sides[side], sides[other]
    figures = {count.figure for count in (*left, *right)}
    claims = {count.member.claim.id for count in left} & {count.member.claim.id for count in right}
    documents = {count.member.document for count in (*left, *right)}
    is_exact = len(figures) == 1 and None not in next(iter(figures))
    return is_exact and len(documents) == 1 and not claims


def _range(side: Side, counts: list[Count]) -> TollRange:
    numbered = [count for count in counts if count.toll.low is not None]
    lows = [count.toll.low for count in numbered if count.toll.low is not None]
    highs = [count.toll.high for count in numbered if count.toll.high is not None]
    best = _best(numbered)
    versions = _versions(counts, best)
    return TollRange(
        kind=side.kind,
        whose=next((count.whose for count in counts if count.whose), None),
        low=min(lows, default=None),
        best=best.toll.low if best else None,
        # With no upper bound anywhere the highest figure stays open.
        high=max(highs + lows) if highs else None,
        cumulative=side.cumulative,
        because=_because(numbered, best),
        versions=versions,
    )


def _best(counts: list[Count]) -> Count | None:
    """The figure most documents give, each counted once; of equals the latest, then the lower."""
    own = _one_for_each_document(counts)
    support = Counter(count.toll.low for count in own)

    def order(count: Count) -> tuple[object, ...]:
        published = count.member.published or NO_DATE
        return support[count.toll.low], published, -(count.toll.low or 0), last_word(count.member)

    return max(own, key=order, default=None)


def _one_for_each_document(counts: list[Count]) -> list[Count]:
    """A document's own figure is the one it gives most often, and of equals the fullest claim's."""
    documents: dict[str, list[Count]] = {}
    for count in counts:
        documents.setdefault(count.member.document, []).append(count)
    own = []
    for said in documents.values():
        support = Counter(count.figure for count in said)
        own.append(max(said, key=lambda count: support[count.figure]))
    return own


def _because(counts: list[Count], best: Count | None) -> str:
    if best is None:
        return NO_NUMBER
    own = _one_for_each_document(counts)
    if len(own) == 1:
        return "one document gives it"
    agreeing = sum(count.toll.low == best.toll.low for count in own)
    if agreeing == len(own):
        return f"all {len(own)} documents give the same number"
    most = "most" if agreeing * 2 > len(own) else "more than give any other, or the latest"
    return (
        f"{len(own)} documents give numbers; low and high are the lowest and the highest, "
        f"best is given by {agreeing} of them ({most})"
    )


def _versions(counts: list[Count], best: Count | None) -> tuple[Version[Toll], ...]:
    groups: dict[tuple[int | None, int | None, Qualifier], list[Count]] = {}
    for count in counts:
        groups.setdefault(count.figure, []).append(count)
    order = sorted(groups, key=lambda figure: best is None or figure != best.figure)
    return tuple(
        Version(groups[figure][0].toll, tuple(count.member.claim.id for count in groups[figure]))
        for figure in order
    )
