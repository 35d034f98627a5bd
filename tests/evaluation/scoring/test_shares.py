from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation.rows import Row
from dateline.evaluation.scoring.shares import Counts, Share, paired, part_of, part_or_none, total

COUNTS = st.builds(Counts, st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))


def test_nothing_said_and_nothing_to_say_are_nought():
    assert Counts().share == Share()
    assert Counts(0, 3, 0).share.f1 == 0


def test_a_share_keeps_its_counts_and_four_digits():
    assert Counts(1.5, 3, 2).share == Share(0.5, 0.75, 0.6, 1.5, 3, 2)
    assert Counts(1, 3, 1).share.precision == 0.3333


@given(st.lists(COUNTS))
def test_counts_add_in_any_order(counts):
    assert total(counts) == total(reversed(counts))


def test_a_part_of_nothing_is_nought_or_unknown():
    assert part_of(0, 0) == 0
    assert part_or_none(0, 0) is None
    assert part_or_none(1, 3) == part_of(1, 3) == 0.3333


def test_rows_are_paired_by_id():
    one, other, said = Row(id="1"), Row(id="2"), Row(id="2", text="said")
    assert paired([one, other], [said]) == ((one, None), (other, said))
