"""Say who gives which figure, and which figures a later one took the place of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..types import LedgerEntry, Party, Qualifier, Status, Toll, Voice
from .independence import name_speaker
from .resolved import ResolvedClaim, fold
from .values import told

SAME_CLAIMANT = "{} gave another figure later"
RAISED = "a later report says what it has risen to"

# What a rising toll leaves behind whoever gave it: a bound, no count of its own.
OPEN = frozenset({Qualifier.AT_LEAST, Qualifier.ABOUT})

Figure = tuple[int | None, int | None, Qualifier]


@dataclass(frozen=True, slots=True)
class Count:
    """One toll and the claim that gives it."""

    toll: Toll
    whose: str | None
    member: ResolvedClaim
    voice: int  # number of the voice that its document is of

    @property
    def figure(self) -> Figure:
        """The number as given."""
        return self.toll.low, self.toll.high, self.toll.qualifier

    @property
    def claimant(self) -> str:
        """Who is reported as saying it, else the source."""
        return find_claimant(self.member).name

    @property
    def giver(self) -> tuple[str, int]:
        """Whose later figure takes its place: a doctor's is the source's own."""
        speaker = name_speaker(self.member)
        if speaker is None:
            return "", self.voice
        return fold(speaker.actor.name if speaker.actor else speaker.name), -1


def find_claimant(member: ResolvedClaim) -> Party:
    """Who is reported as saying it, as the text names them, else the source."""
    return member.speakers[0] if member.speakers else Party(member.report.source)


def find_counts(members: tuple[ResolvedClaim, ...], voices: tuple[Voice, ...]) -> Iterator[Count]:
    """Every toll of some claims; who denies it counts nobody."""
    numbers = {
        document: number for number, voice in enumerate(voices) for document in voice.documents
    }
    for member in members:
        if member.claim.status is Status.DENIED:
            continue
        for toll, whose in zip(member.claim.tolls, member.whose, strict=True):
            yield Count(toll, whose, member, numbers[member.document])


def settle(counts: Sequence[Count]) -> tuple[tuple[Count, str | None], ...]:
    """Each figure beside why it does not stand; ``None`` where it does."""
    figures: dict[Figure, list[Count]] = {}
    for count in counts:
        figures.setdefault(count.figure, []).append(count)
    if len(figures) == 1:
        return tuple((count, None) for count in counts)
    others = {
        figure: [other for rival, given in figures.items() if rival != figure for other in given]
        for figure in figures
    }
    return tuple(
        (count, next(filter(None, (_supersede(count, it) for it in others[count.figure])), None))
        for count in counts
    )


def _supersede(count: Count, later: Count) -> str | None:
    """Why another figure takes the place of one; ``None`` when both stand."""
    if later.toll.low is None or not _is_later(count, later):
        return None
    if count.giver == later.giver:
        return SAME_CLAIMANT.format(count.claimant)
    is_bound = count.toll.qualifier in OPEN and (count.toll.low or 0) <= later.toll.low
    return RAISED if later.member.revises and is_bound and not count.giver[0] else None


def _is_later(count: Count, other: Count) -> bool:
    before, after = count.member.published, other.member.published
    return before is not None and after is not None and before < after


def make_entries(
    settled: Iterable[tuple[Count, str | None]], first: Figure | None
) -> Iterator[LedgerEntry]:
    """Each claimant's figures once, with the claims that give them.

    Those that stand go before the others, and the best before all.
    """
    settled = tuple(settled)
    said = {
        (count.member.document, count.figure): count
        for count, _ in settled
        if count.member.speakers
    }
    entries: dict[tuple[tuple[str, int], str, Figure], list[Count]] = {}
    reasons: dict[tuple[tuple[str, int], str, Figure], str | None] = {}
    for count, why in sorted(settled, key=lambda pair: _rank(pair, first)):
        # A headline seldom says who says so.
        source = said.get((count.member.document, count.figure)) if count.member.is_head else None
        by = count if count.member.speakers or source is None else source
        key = by.giver, by.claimant, count.figure
        entries.setdefault(key, []).append(count)
        reasons.setdefault(key, why)
    for key, given in entries.items():
        claims = dict.fromkeys(count.member.claim.id for count in given)
        yield LedgerEntry(given[0].toll, key[1], tuple(claims), reasons[key])


def _rank(settled: tuple[Count, str | None], first: Figure | None) -> tuple[object, ...]:
    count, why = settled
    return why is not None, count.figure != first, told(count.member)
