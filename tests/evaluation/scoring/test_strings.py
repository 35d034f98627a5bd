from __future__ import annotations

import pytest

from dateline.evaluation.scoring.strings import dice, head_of, is_any_same, is_same, words


def test_words_drop_articles_case_and_marks():
    assert words("The Red_Front's 12 FIGHTERS") == ("red", "front", "s", "12", "fighters")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("armed rebels", "rebels"),
        ("rebels of the Red Front", "rebels"),
        ("members of the Red Front", "front"),
        ("members of a group of students from Oldtown", "students"),
        ("members in Oldtown", "members"),
        ("members of", "members"),
        ("under fire", "fire"),
        ("the", ""),
        ("", ""),
    ],
)
def test_the_head_says_what_it_is(text, head):
    assert head_of(text) == head


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the bridge", "BRIDGE", True),
        ("old bridge", "railway bridge", True),
        ("Red Front", "Red Front command", True),
        ("Red Front", "Blue Army", False),
        ("mayor of Oldtown", "the mayor", True),
        ("the", "a", False),
        ("", "", False),
    ],
)
def test_strings_that_name_the_same(one, other, same):
    assert is_same(one, other) is same
    assert is_same(other, one) is same


def test_dice_is_twice_the_shared_over_all():
    assert dice(["red", "front"], ["red", "army"]) == 0.5


def test_any_string_will_do():
    assert is_any_same(["the army", "RF"], ["Red Front", "rf"])
    assert not is_any_same(["the army"], [])
