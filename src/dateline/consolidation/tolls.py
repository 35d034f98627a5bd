"""Reach low, best and high figures from what each source counts.

After the practice of UCDP (best is the most reliable figure, low and high the bounds of what is
reported) and of Airwars (a range over all sources); copies of one text count once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..types import Qualifier, TollKind, TollRange, Voice
from .ledger import Count, find_counts, make_entries, settle
from .resolved import ResolvedClaim, fold
from .values import NO_DATE, last_word

NO_NUMBER = "no source gives a number"
# Words for all of them; children and patients are some.
CIVILIANS = ("civilians", "citizens", "villagers", "residents", "inhabitants", "locals")


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


def make_tolls(
    members: tuple[ResolvedClaim, ...], voices: tuple[Voice, ...]
) -> tuple[TollRange, ...]:
    """The range of figures for each side, over all claims of an event."""
    sides: dict[Side, list[Count]] = {}
    for count in find_counts(members, voices):
        side = Side(count.toll.kind, name_side(count.whose), count.toll.cumulative)
        sides.setdefault(side, []).append(count)
    _give_unsaid_a_side(sides)
    _join_equal_sides(sides)
    return tuple(_range(side, sides[side]) for side in sorted(sides, key=lambda side: side.order))


def name_side(whose: str | None) -> str | None:
    """Whose dead are counted together: one writer's citizens are another's villagers."""
    if whose is None:
        return None
    return CIVILIANS[0] if fold(whose).endswith(CIVILIANS) else fold(whose)


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
    settled = settle(counts)
    superseded = {count.figure for count, why in settled if why is not None}
    numbered = [count for count, why in settled if why is None and count.toll.low is not None]
    lows = [count.toll.low for count in numbered if count.toll.low is not None]
    highs = [count.toll.high for count in numbered if count.toll.high is not None]
    own = _one_for_each_voice(numbered)
    best = _best(own)
    return TollRange(
        kind=side.kind,
        whose=next((count.whose for count in counts if count.whose), None),
        low=min(lows, default=None),
        best=best.toll.low if best else None,
        # With no upper bound anywhere the highest figure stays open.
        high=max(highs + lows) if highs else None,
        cumulative=side.cumulative,
        because=_because(own, best, len({count.member.document for count in numbered}))
        + (f"; {len(superseded)} earlier left out" if superseded else ""),
        ledger=tuple(make_entries(settled, best.figure if best else None)),
    )


def _best(own: list[Count]) -> Count | None:
    """The figure most independent sources give; of equals the latest, an exact one, the lower."""
    support = Counter(count.toll.low for count in own)

    def order(count: Count) -> tuple[object, ...]:
        return support[count.toll.low], *_latest(count)

    return max(own, key=order, default=None)


def _latest(count: Count) -> tuple[object, ...]:
    published = count.member.published or NO_DATE
    is_exact = count.toll.qualifier is Qualifier.EXACT
    return published, is_exact, -(count.toll.low or 0), last_word(count.member)


def _one_for_each_voice(counts: list[Count]) -> list[Count]:
    """What is one voice says the figure most of its documents give; of equals the latest."""
    voices: dict[int, list[Count]] = {}
    for count in _one_for_each_document(counts):
        voices.setdefault(count.voice, []).append(count)
    return [best for said in voices.values() if (best := _best(said))]


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


def _because(own: list[Count], best: Count | None, documents: int) -> str:
    if best is None:
        return NO_NUMBER
    if documents == 1:
        return "one document gives it"
    if len(own) == 1:
        return f"one source gives it, in {documents} documents"
    agreeing = sum(count.toll.low == best.toll.low for count in own)
    if agreeing == len(own):
        return f"all {len(own)} independent sources give the same number"
    most = "most" if agreeing * 2 > len(own) else "more than give any other, or the latest"
    return (
        f"{len(own)} independent sources give numbers; low and high are the lowest and the "
        f"highest, best is given by {agreeing} of them ({most})"
    )
