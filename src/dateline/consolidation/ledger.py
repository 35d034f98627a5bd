"""Say who gives which figure, and which figures a later one took the place of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..types import LedgerEntry, Party, Qualifier, Status, Toll, Voice
from .independence import name_speaker
from .resolved import ResolvedClaim, fold
from .values import NO_DATE, told

SAME_CLAIMANT = "{} gave another figure later"
RAISED = "a later report says what it has risen to"

# What a rising toll leaves behind whoever gave it: a bound, no count of its own.
OPEN = frozenset({Qualifier.AT_LEAST, Qualifier.ABOUT})

Figure = tuple[int | None, int | None, Qualifier]
Times = dict[Figure, datetime]  # when a figure was given last


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
    """Each figure beside why it does not stand; ``None`` where it does.

    Only the last time that each figure was given matters, so that a thousand reports take as long
    as they are many.
    """
    given: dict[tuple[str, int], Times] = {}
    raised: Times = {}
    for count in counts:
        if count.toll.low is not None and count.member.published is not None:
            _note(count, given.setdefault(count.giver, {}))
            if count.member.revises:
                _note(count, raised)
    return tuple((count, _supersede(count, given.get(count.giver, {}), raised)) for count in counts)


def _note(count: Count, times: Times) -> None:
    published = count.member.published or NO_DATE
    times[count.figure] = max(times.get(count.figure, NO_DATE), published)


def _supersede(count: Count, own: Times, raised: Times) -> str | None:
    """Why a later figure takes the place of one; ``None`` when it stands."""
    published = count.member.published
    if published is None:
        return None
    if any(figure != count.figure and published < at for figure, at in own.items()):
        return SAME_CLAIMANT.format(count.claimant)
    if count.toll.qualifier not in OPEN or count.giver[0]:
        return None
    low = count.toll.low or 0
    if any((figure[0] or 0) >= low and published < at for figure, at in raised.items()):
        return RAISED
    return None


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
