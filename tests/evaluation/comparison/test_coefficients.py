"""Coefficients of agreement give the figures of the papers they come from."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation.comparison.coefficients import find_alpha, find_kappa

labels = st.sampled_from("abcd")
ranks = st.integers(0, 9)


def test_kappa_of_a_textbook_table() -> None:
    # Two judges, 50 proposals: both yes 20, only the first 5, only the second 10, both no 15.
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert find_kappa(pairs) == pytest.approx(0.4)


def test_alpha_of_krippendorffs_own_binary_example() -> None:
    one = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0)
    other = (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert find_alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_alpha_as_krippendorff_defines_it() -> None:
    """The sum of coincidences, walked through value by value."""
    pairs = [(1, 2), (2, 2), (3, 5), (5, 5), (5, 1), (4, 4)]
    values = [value for pair in pairs for value in pair]
    count = {value: values.count(value) for value in values}

    def distance(one: int, other: int) -> float:
        low, high = sorted((one, other))
        between = sum(count[value] for value in count if low <= value <= high)
        return (between - (count[low] + count[high]) / 2) ** 2

    observed = sum(distance(*pair) for pair in pairs) / len(pairs)
    total = len(values)
    expected = sum(distance(a, b) for a in values for b in values) / (total * (total - 1))
    assert find_alpha(pairs) == pytest.approx(1 - observed / expected)


@pytest.mark.parametrize("measure", [find_kappa, find_alpha])
def test_nothing_is_measured_where_nothing_varies(measure) -> None:
    assert measure([]) is None
    assert measure([(1, 1)] * 5) is None


@given(st.lists(st.tuples(labels, labels)), st.randoms())
def test_kappa_knows_no_order_and_no_sides(pairs, shuffle: random.Random) -> None:
    mixed = [pair[::-1] for pair in pairs]
    shuffle.shuffle(mixed)
    assert find_kappa(mixed) == find_kappa(pairs)


@given(st.lists(st.tuples(ranks, ranks)), st.randoms())
def test_alpha_knows_no_order_and_no_sides(pairs, shuffle: random.Random) -> None:
    mixed = [pair[::-1] for pair in pairs]
    shuffle.shuffle(mixed)
    assert find_alpha(mixed) == find_alpha(pairs)


@given(st.lists(labels, min_size=2))
def test_who_says_the_same_agrees_fully(values: list[str]) -> None:
    assert find_kappa([(value, value) for value in values]) in (1, None)
    assert find_alpha([(ord(value), ord(value)) for value in values]) in (1, None)
