"""Score which documents tell of one happening.

B-cubed asks of each document how right its company is; the pairwise figures ask of each two. What
a high B-cubed hides is counted on its own: events that mix several happenings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from ..rows import ClusterEvent, ClustersRow
from .shares import DIGITS, Counts, Share, harmonic_mean, paired, part_of, rounded, total


@dataclass(frozen=True, slots=True)
class BCubed:
    """How right the company of a document is, and how complete; the mean over documents."""

    precision: float = 0.0
    recall: float = 0.0
    f1: float = 0.0


@dataclass(frozen=True, slots=True)
class OverMerge:
    """Events of two or more documents that mix happenings; pairs put together that are none."""

    mixed_events: float
    false_pairs: float


@dataclass(frozen=True, slots=True)
class ClustersFigures:
    """How the documents were put together."""

    documents: int
    rows_answered: int
    b_cubed: BCubed
    pairwise: Share
    over_merge: OverMerge


@dataclass(frozen=True, slots=True)
class ClustersScores(ClustersFigures):
    """The figures row by row, and with the documents of all rows in one ``pool``."""

    pool: ClustersFigures


def score(gold: Sequence[ClustersRow], predicted: Sequence[ClustersRow]) -> ClustersScores:
    """Compare events as sets of documents."""
    figures = _measure(gold, predicted)
    return ClustersScores(
        figures.documents,
        figures.rows_answered,
        figures.b_cubed,
        figures.pairwise,
        figures.over_merge,
        _measure(pool(gold), pool(predicted)),
    )


def pool(rows: Sequence[ClustersRow]) -> tuple[ClustersRow, ...]:
    """All rows as one, to see how well their happenings are kept apart as well."""
    return (
        ClustersRow(
            id="pool",
            documents=tuple(chain.from_iterable(row.documents for row in rows)),
            events=tuple(
                replace(event, id=f"{row.id}/{event.id}") for row in rows for event in row.events
            ),
        ),
    )


def _measure(gold: Sequence[ClustersRow], predicted: Sequence[ClustersRow]) -> ClustersFigures:
    compared = [
        _Compared.of(row, said.events if said else ()) for row, said in paired(gold, predicted)
    ]
    documents = sum(len(row.coded) for row in compared)
    answered = sum(row.is_answered for row in compared)
    pairs = total(row.count_pairs() for row in compared)
    apart = sum(row.count_apart() for row in compared)
    mixed = sum(row.count_mixed() for row in compared)
    several = sum(len(row.joined()) for row in compared)
    return ClustersFigures(
        documents=documents,
        rows_answered=answered,
        b_cubed=_b_cubed(compared, documents) if answered else BCubed(),
        pairwise=pairs.share,
        over_merge=OverMerge(
            part_of(mixed, several), _fine_share(pairs.predicted - pairs.correct, apart)
        ),
    )


_Company = Mapping[str, frozenset[str]]  # of each document, all that share an event, and itself


@dataclass(frozen=True, slots=True)
class _Compared:
    """One row: the company of each document, as coded and as predicted."""

    coded: _Company
    found: _Company
    events: tuple[ClusterEvent, ...]

    @classmethod
    def of(cls, row: ClustersRow, events: tuple[ClusterEvent, ...]) -> _Compared:
        names = [document.id for document in row.documents]
        return cls(_company(names, row.events), _company(names, events), events)

    @property
    def is_answered(self) -> bool:
        return any(event.documents for event in self.events)

    def count_pairs(self) -> Counts:
        right = sum(len(self.coded[name] & self.found[name]) - 1 for name in self.coded)
        said = sum(len(company) - 1 for company in self.found.values())
        gold = sum(len(company) - 1 for company in self.coded.values())
        # Each pair was met from both of its ends.
        return Counts(right // 2, said // 2, gold // 2)

    def count_apart(self) -> int:
        every = len(self.coded) * (len(self.coded) - 1) // 2
        return every - self.count_pairs().gold

    def joined(self) -> tuple[tuple[str, ...], ...]:
        """The events of two or more documents."""
        members = (
            tuple(name for name in dict.fromkeys(event.documents) if name in self.coded)
            for event in self.events
        )
        return tuple(names for names in members if len(names) > 1)

    def count_mixed(self) -> int:
        """The events that hold two documents which tell of different happenings."""
        return sum(
            any(other not in self.coded[one] for one, other in combinations(names, 2))
            for names in self.joined()
        )


def _company(names: Sequence[str], events: Sequence[ClusterEvent]) -> _Company:
    found = {name: {name} for name in names}
    for event in events:
        members = [name for name in event.documents if name in found]
        for name in members:
            found[name].update(members)
    return {name: frozenset(company) for name, company in found.items()}


def _b_cubed(compared: Sequence[_Compared], documents: int) -> BCubed:
    precision = recall = 0.0
    for row in compared:
        for name in row.coded:
            shared = len(row.coded[name] & row.found[name])
            precision += shared / len(row.found[name])
            recall += shared / len(row.coded[name])
    precision, recall = precision / documents, recall / documents
    return BCubed(rounded(precision), rounded(recall), rounded(harmonic_mean(precision, recall)))


def _fine_share(part: float, whole: int) -> float:
    """A share of very many, to two digits more."""
    return round(part / whole, DIGITS + 2) if whole else 0.0
