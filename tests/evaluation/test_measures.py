from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation.measures import Rate, Tally, best_local_pairs, best_pairs, kilometres

COUNTS = st.integers(0, 50)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS)


def test_shares_of_nothing_are_unknown():
    assert Tally().precision is Tally().recall is Tally().f1 is Rate().share is None
    assert Tally(0, 3, 0).f1 == 0


@given(TALLIES, TALLIES)
def test_tallies_add_in_any_order(left, right):
    assert left + right == right + left
    assert left + Tally() == left


@given(TALLIES)
def test_f1_lies_between_precision_and_recall(tally):
    if tally.precision is not None and tally.recall is not None:
        low, high = sorted([tally.precision, tally.recall])
        assert low - 1e-9 <= tally.f1 <= high + 1e-9


def test_gives_up_the_best_single_pair_for_the_best_total():
    assert dict(best_pairs([[5, 4], [5, 0]])) == {0: 1, 1: 0}


def test_nothing_to_pair():
    assert best_pairs([]) == best_pairs([[]]) == best_pairs([[0.0, 0.0]]) == ()


@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_no_other_pairing_weighs_more(rows, columns, data):
    weight = st.integers(0, 9).map(float)
    row = st.lists(weight, min_size=columns, max_size=columns)
    weights = data.draw(st.lists(row, min_size=rows, max_size=rows))
    pairs = best_pairs(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    size = max(rows, columns)
    best = max(
        sum(
            weights[row][column]
            for row, column in enumerate(order)
            if row < rows and column < columns
        )
        for order in permutations(range(size))
    )
    assert sum(weights[row][column] for row, column in pairs) == best


def test_a_degree_of_latitude_is_111_km():
    assert kilometres((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((12.5, 40.1), (12.5, 40.1)) == 0


@given(
    st.lists(
        st.lists(st.sampled_from([0.0, 0.0, 1.0, 2.5, 4.0]), min_size=4, max_size=4), max_size=6
    )
)
def test_pairing_group_by_group_weighs_as_much_as_pairing_all_at_once(weights):
    def total(pairs):
        return sum(weights[row][column] for row, column in pairs)

    apart = best_local_pairs(weights)
    assert total(apart) == total(best_pairs(weights))
    assert len({row for row, _ in apart}) == len({column for _, column in apart}) == len(apart)
