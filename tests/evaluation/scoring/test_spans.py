from __future__ import annotations

import pytest

from dateline.evaluation.articles import Offsets
from dateline.evaluation.scoring.spans import (
    is_equal,
    is_overlapping,
    is_touching,
    overlap,
    pair_spans,
)


@pytest.mark.parametrize(
    ("other", "shared"), [((0, 5), 0), ((0, 6), 1), ((6, 8), 2), ((9, 20), 1), ((10, 12), 0)]
)
def test_overlap_counts_characters(other, shared):
    span = Offsets(5, 10)
    assert overlap(span, Offsets(*other)) == overlap(Offsets(*other), span) == shared
    assert is_overlapping(span, Offsets(*other)) is bool(shared)


def test_touching_is_any_overlap():
    assert is_touching([Offsets(0, 2), Offsets(5, 9)], [Offsets(8, 12)])
    assert not is_touching([Offsets(0, 2)], [Offsets(2, 4)])
    assert not is_touching([], [Offsets(2, 4)])


def test_each_span_is_paired_once_with_what_it_shares_most_with():
    gold = [Offsets(0, 10), Offsets(12, 20)]
    predicted = [Offsets(0, 3), Offsets(2, 10), Offsets(9, 13)]
    assert pair_spans(predicted, gold) == ((1, 0), (2, 1))


def test_of_as_many_characters_more_pairs_win():
    gold = [Offsets(0, 2), Offsets(2, 4)]
    assert len(pair_spans([Offsets(0, 4), Offsets(0, 2)], gold)) == 2


def test_strict_pairs_are_equal():
    gold = [Offsets(0, 2), Offsets(2, 4)]
    assert pair_spans([Offsets(0, 4), Offsets(2, 4)], gold, is_equal) == ((1, 1),)
