from __future__ import annotations

import pytest

from dateline.evaluation.articles import GoldClaim, Prediction, TimeRange
from dateline.evaluation.scoring.likeness import (
    count_same,
    is_same_name,
    is_same_place,
    is_same_time,
    load_lists,
    weigh_kinds,
)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Isis", "Daesh", True),
        ("SDF", "the Syrian Democratic Forces", True),
        ("SDF", "Syrian army", False),
        ("Red Front", "the Red Front's", True),
        ("Red Front", "Red Front rebels", True),
        ("Red Front / RF", "RF", True),
        ("Al-Hajin", "al hajin", True),
        ("Houthis", "Houthi", True),
        ("Red Front", "Blue Front", False),
        ("Red Front", "", False),
    ],
)
def test_names_of_one_actor(gold, found, same):
    assert is_same_name(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Deir Ezzor", "south of Deir Ezzor", True),
        ("the outskirts of Hajin", "Hajin", True),
        ("Deir Ezzor", "Deir ez-Zor", True),
        ("Oldtown", "Newtown", False),
        ("the north", "the south", False),
        ("the north", "north", True),
        ("Oldtown", "", False),
    ],
)
def test_names_of_one_place(gold, found, same):
    assert is_same_place(gold, found) is same


DAY = ("2018-07-25", "2018-07-25")


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (DAY, DAY, True),
        (DAY, ("2018-07-26", "2018-07-26"), False),
        (("--07-25", "--07-25"), DAY, True),
        (("--07-25", "--07-25"), ("--07-26", "--07-26"), False),
        (("2018", "2018"), DAY, True),
        (DAY, ("2018-07-25", None), True),
        (("2018-07-25", None), DAY, True),
        ((None, "2018-07-25"), DAY, False),
        (DAY, None, False),
        (None, None, True),
    ],
)
def test_times_agree_as_far_as_the_coarser_goes(gold, found, same):
    ranges = [TimeRange(*ends) if ends else None for ends in (gold, found)]
    assert is_same_time(*ranges) is same


@pytest.mark.parametrize(
    ("gold", "found", "weight"),
    [
        (("airstrike", "occurred"), ("airstrike", "occurred"), 3),
        (("airstrike", "occurred"), ("shelling", "occurred"), 2),
        (("offensive", "planned"), ("preparation", "ongoing"), 1),
        (("demand", "occurred"), ("release", "demanded"), 1),
        (("airstrike", "occurred"), ("talks", "occurred"), 0),
    ],
)
def test_kinds_are_weighed(gold, found, weight):
    coded = GoldClaim(kind=gold[0], status=gold[1])
    assert weigh_kinds(coded, Prediction(kind=found[0], status=found[1])) == weight


def test_an_adjudicated_kind_is_as_good():
    coded = GoldClaim(kind="airstrike", status="occurred", kind_alt=("takeover",))
    assert weigh_kinds(coded, Prediction(kind="takeover")) == 3
    assert weigh_kinds(coded, Prediction(kind="siege")) == 2


def test_each_name_is_used_once():
    assert count_same(("Isis", "Daesh"), ("Islamic State",), is_same_name) == 1


def test_the_lists_name_kinds_of_the_codebook_once():
    lists = load_lists()
    kinds = [kind for family in lists.families for kind in family]
    assert len(kinds) == len(set(kinds))
