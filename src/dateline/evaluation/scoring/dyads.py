"""Score who did what to whom, sentence by sentence, in PLOVER's types.

A coded dyad is covered when the source of one claim overlaps its source and the target of that
claim its target; where both sides act, they may be exchanged. Of the claims that cover it, one of
the right type counts, else the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..articles import Offsets
from ..measures import Rate
from ..rows import DyadClaim, DyadRow
from .shares import paired, part_of, rounded
from .spans import is_touching


@dataclass(frozen=True, slots=True)
class DyadsScores:
    """How many dyads are covered, and with which type.

    ``macro_f1`` is the mean over types, in which a dyad that is not covered is missed.
    ``extra_claims_per_sentence`` is no error rate: a sentence may tell more than is coded.
    """

    dyads: int
    coverage: float
    source_found: float
    accuracy: float
    accuracy_covered: float
    macro_f1: float
    macro_f1_covered: float
    type_anywhere: float
    extra_claims_per_sentence: float
    recall_by_type: dict[str, Rate]


def score(gold: Sequence[DyadRow], predicted: Sequence[DyadRow]) -> DyadsScores:
    """Compare claims with coded dyads."""
    compared = [_compare(row, said) for row, said in paired(gold, predicted)]
    covered = [pair for pair in compared if pair.type]
    right = sum(pair.is_right for pair in compared)
    sentences = _by_sentence(compared)
    extra = sum(_count_extra(dyads) for dyads in sentences)
    return DyadsScores(
        dyads=len(compared),
        coverage=part_of(len(covered), len(compared)),
        source_found=part_of(sum(pair.source_found for pair in compared), len(compared)),
        accuracy=part_of(right, len(compared)),
        accuracy_covered=part_of(right, len(covered)),
        macro_f1=_macro_f1(compared),
        macro_f1_covered=_macro_f1(covered),
        type_anywhere=part_of(sum(pair.type_anywhere for pair in compared), len(compared)),
        extra_claims_per_sentence=part_of(extra, len(sentences)),
        recall_by_type={kind: _recall(compared, kind) for kind in _types(compared)},
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """A coded dyad, the claims of its sentence, and the type of the one that covers it."""

    gold: DyadRow
    claims: tuple[DyadClaim, ...]
    type: str | None

    @property
    def is_right(self) -> bool:
        return self.type == self.gold.type

    @property
    def type_anywhere(self) -> bool:
        return any(claim.type == self.gold.type for claim in self.claims)

    @property
    def source_found(self) -> bool:
        return any(is_touching(sources(claim), sources(self.gold)) for claim in self.claims)


def _compare(gold: DyadRow, said: DyadRow | None) -> _Compared:
    claims = claims_of(said) if said else ()
    covering = [claim for claim in claims if is_covering(claim, gold)]
    # A stable sort: a claim of the right type first, else the first of all.
    covering.sort(key=lambda claim: claim.type != gold.type)
    return _Compared(gold, claims, covering[0].type if covering else None)


def claims_of(row: DyadRow) -> tuple[DyadClaim, ...]:
    """The claims of a prediction; a row in the shape of the coding is one."""
    if row.claims is not None:
        return row.claims
    return (
        DyadClaim(
            source=row.source,
            target=row.target,
            type=row.type,
            mode=row.mode,
            other_sources=row.other_sources,
            other_targets=row.other_targets,
        ),
    )


def sources(dyad: DyadClaim | DyadRow) -> tuple[Offsets, ...]:
    """Everywhere that its source stands."""
    return (*((dyad.source,) if dyad.source else ()), *dyad.other_sources)


def targets(dyad: DyadClaim | DyadRow) -> tuple[Offsets, ...]:
    """Everywhere that its target stands."""
    return (*((dyad.target,) if dyad.target else ()), *dyad.other_targets)


def is_covering(claim: DyadClaim, gold: DyadRow) -> bool:
    """Whether a claim has the two sides of a coded dyad, whatever its type."""
    said = sources(claim), targets(claim)
    turned = (said[1], said[0])
    return any(
        is_touching(source, sources(gold))
        and (gold.target is None or is_touching(target, targets(gold)))
        for source, target in ((said, turned) if gold.symmetric else (said,))
    )


def _by_sentence(compared: Iterable[_Compared]) -> tuple[tuple[_Compared, ...], ...]:
    sentences: dict[str, list[_Compared]] = {}
    for pair in compared:
        sentences.setdefault(pair.gold.text, []).append(pair)
    return tuple(map(tuple, sentences.values()))


def _count_extra(dyads: Sequence[_Compared]) -> int:
    """Claims of one sentence that cover none of its dyads."""
    # The same sentence is read alike for each of its dyads; should it not be, most claims count.
    claims = max((pair.claims for pair in dyads), key=len)
    return sum(not any(is_covering(claim, pair.gold) for pair in dyads) for claim in claims)


def _types(compared: Iterable[_Compared]) -> tuple[str, ...]:
    return tuple(sorted({pair.gold.type for pair in compared if pair.gold.type}))


def _recall(compared: Sequence[_Compared], kind: str) -> Rate:
    coded = [pair for pair in compared if pair.gold.type == kind]
    return Rate(sum(pair.is_right for pair in coded), len(coded))


def _macro_f1(compared: Sequence[_Compared]) -> float:
    """The mean F1 over the types that are coded."""
    figures = []
    for kind in _types(compared):
        recall = _recall(compared, kind)
        predicted = sum(pair.type == kind for pair in compared)
        figures.append(2 * recall.hits / (recall.total + predicted))
    return rounded(sum(figures) / len(figures)) if figures else 0.0
