"""Score the labels of sentences, and of the documents that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..rows import SentencesRow
from .shares import Counts, Share, paired, part_of, rounded, total


@dataclass(frozen=True, slots=True)
class LabelScores:
    """F1 over labels: weighted by how many have them, and the plain mean."""

    weighted_f1: float
    macro_f1: float
    exact: float  # all labels right and none too many
    labels: dict[str, Share]


@dataclass(frozen=True, slots=True)
class SentencesScores(LabelScores):
    """The labels of sentences; ``documents`` where the corpus has whole ones.

    A document has each label that one of its sentences has.
    """

    documents: LabelScores | None = None


_Labels = frozenset[str]
_Pair = tuple[_Labels, _Labels]  # coded, predicted

_NONE: _Labels = frozenset()


def score(gold: Sequence[SentencesRow], predicted: Sequence[SentencesRow]) -> SentencesScores:
    """Compare labels."""
    documents = [tuple(_pairs(row, said)) for row, said in paired(gold, predicted)]
    sentences = _score_labels([pair for document in documents for pair in document])
    has_documents = any(row.sentences is not None for row in gold)
    return SentencesScores(
        sentences.weighted_f1,
        sentences.macro_f1,
        sentences.exact,
        sentences.labels,
        _score_labels([_joined(document) for document in documents]) if has_documents else None,
    )


def _pairs(row: SentencesRow, said: SentencesRow | None) -> Iterator[_Pair]:
    coded = _units(row)
    # Sentences that the prediction has beyond the coded ones are no sentences of the corpus.
    found = _units(said)[: len(coded)] if said else ()
    return zip_longest(coded, found, fillvalue=_NONE)


def _units(row: SentencesRow) -> tuple[_Labels, ...]:
    if row.sentences is None:
        return (frozenset(row.labels),)
    return tuple(frozenset(sentence.labels) for sentence in row.sentences)


def _joined(document: Sequence[_Pair]) -> _Pair:
    return (
        _NONE.union(*(coded for coded, _ in document)),
        _NONE.union(*(said for _, said in document)),
    )


def _score_labels(pairs: Sequence[_Pair]) -> LabelScores:
    labels = {
        label: _count(label, pairs).share
        for label in sorted(_NONE.union(*(coded for coded, _ in pairs)))
    }
    support = sum(share.gold for share in labels.values())
    weighted = sum(share.f1 * share.gold for share in labels.values())
    return LabelScores(
        weighted_f1=part_of(weighted, support),
        macro_f1=rounded(sum(share.f1 for share in labels.values()) / max(1, len(labels))),
        exact=part_of(sum(coded == said for coded, said in pairs), len(pairs)),
        labels=labels,
    )


def _count(label: str, pairs: Sequence[_Pair]) -> Counts:
    return total(
        Counts(int(label in coded and label in said), int(label in said), int(label in coded))
        for coded, said in pairs
    )
