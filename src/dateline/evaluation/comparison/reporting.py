"""Put together what a comparison found, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass

from ...consolidation.compare import World
from ..measures import Tally
from .fields import Agreement, Gaps, find_differences, find_gaps, measure_fields
from .matching import Matching, match
from .sides import Side
from .weighing import Coded, Tolerance


@dataclass(frozen=True, slots=True)
class Detection:
    """Which events both sides have; the shares hold theirs for the standard."""

    both: int
    only_mine: int
    only_theirs: int
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which a pair differs; ``None`` where a side says nothing."""

    field: str
    mine: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two codings of one happening, why they are taken for that, and what differs."""

    mine: str
    theirs: str
    score: float
    because: tuple[str, ...]
    differs: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison found."""

    mine: str
    theirs: str
    left_out: int  # rows that could not be read
    detection: Detection
    fields: tuple[Agreement, ...]
    gaps: Gaps


@dataclass(frozen=True, slots=True)
class Compared:
    """The report, and the events it rests on."""

    report: Report
    matching: Matching


def compare(mine: Side, theirs: Side, world: World, tolerance: Tolerance) -> Compared:
    """Match two sides, and measure how far they agree."""
    matching = match(mine.events, theirs.events, world, tolerance)
    return Compared(
        Report(
            mine.name,
            theirs.name,
            len(mine.failures) + len(theirs.failures),
            _detect(matching),
            measure_fields(matching.pairs, world),
            find_gaps(matching.pairs),
        ),
        matching,
    )


def _detect(matching: Matching) -> Detection:
    both, mine, theirs = map(len, (matching.pairs, matching.only_mine, matching.only_theirs))
    tally = Tally(right=both, extra=mine, missed=theirs)
    return Detection(both, mine, theirs, tally.precision, tally.recall, tally.f1)


def find_rows(matching: Matching, world: World) -> tuple[PairRow, ...]:
    """Each pair with what differs."""
    return tuple(
        PairRow(
            pair.mine.name,
            pair.theirs.name,
            pair.case.score,
            tuple(reason.because for reason in pair.case.reasons),
            tuple(
                Difference(name, judged.mine, judged.theirs)
                for name, judged in find_differences(pair, world)
            ),
        )
        for pair in matching.pairs
    )


def names_of(side: tuple[Coded, ...]) -> tuple[str, ...]:
    """What events are called on their side."""
    return tuple(coded.name for coded in side)
