"""Score who says what: the speaker, the words that show it, and what is said.

Attributions are paired by their cues, else by their contents; the parts are compared on the pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..measures import best_pairs
from ..rows import Attributed, AttributionRow, Quoted
from .shares import NOTHING, Counts, Share, paired
from .spans import is_touching, overlap

# Whatever their length, cues outweigh contents, and contents outweigh sources.
MOST = 99
CUE = 100.0
SOURCE = 0.01


@dataclass(frozen=True, slots=True)
class PartShares:
    """Parts that touch the coded one, and the characters that they share with it."""

    overlap: Share
    characters: Share


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """Attributions found at all, and their parts."""

    pairs: Share
    source: PartShares
    cue: PartShares
    content: PartShares


def score(gold: Sequence[AttributionRow], predicted: Sequence[AttributionRow]) -> AttributionScores:
    """Compare attributions."""
    pairs = [
        pair
        for row, said in paired(gold, predicted)
        for pair in _pairs(row.attributions, said.attributions if said else ())
    ]
    found = Counts(
        sum(pair.is_found for pair in pairs),
        sum(pair.predicted is not None for pair in pairs),
        sum(pair.gold is not None for pair in pairs),
    )
    return AttributionScores(
        pairs=found.share,
        source=_score_part(pairs, lambda attributed: attributed.source),
        cue=_score_part(pairs, lambda attributed: attributed.cue),
        content=_score_part(pairs, lambda attributed: attributed.content),
    )


_Part = Callable[[Attributed], tuple[Quoted, ...]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A predicted and a coded attribution; one of them is missing where it has no partner."""

    predicted: Attributed | None
    gold: Attributed | None

    @property
    def is_found(self) -> bool:
        return self.predicted is not None and self.gold is not None


def _pairs(gold: Sequence[Attributed], predicted: Sequence[Attributed]) -> list[_Pair]:
    pairs = best_pairs([[_likeness(one, other) for other in gold] for one in predicted])
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    return [
        *(_Pair(predicted[row], gold[column]) for row, column in pairs),
        *(_Pair(one, None) for row, one in enumerate(predicted) if row not in rows),
        *(_Pair(None, one) for column, one in enumerate(gold) if column not in columns),
    ]


def _likeness(predicted: Attributed, gold: Attributed) -> float:
    cue, content = _shared(predicted.cue, gold.cue), _shared(predicted.content, gold.content)
    if not cue and not content:
        return 0.0
    return CUE * cue + content + SOURCE * _shared(predicted.source, gold.source)


def _shared(some: Iterable[Quoted], others: Sequence[Quoted]) -> int:
    return min(MOST, sum(overlap(one, other) for one in some for other in others))


def _score_part(pairs: Sequence[_Pair], part: _Part) -> PartShares:
    touching = characters = NOTHING
    for pair in pairs:
        said = part(pair.predicted) if pair.predicted else ()
        coded = part(pair.gold) if pair.gold else ()
        left, right = _characters(said), _characters(coded)
        touching += Counts(int(is_touching(said, coded)), int(bool(said)), int(bool(coded)))
        characters += Counts(len(left & right), len(left), len(right))
    return PartShares(touching.share, characters.share)


def _characters(spans: Iterable[Quoted]) -> frozenset[int]:
    return frozenset(offset for span in spans for offset in range(span.start, span.end))
