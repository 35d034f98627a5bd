"""What speaks for one happening, and what speaks against it for good."""

import pytest

from dateline.evaluation.comparison.weighing import (
    ACCEPT,
    Range,
    Tolerance,
    find_range,
    weigh_match,
)
from dateline.types import TollKind

TOLERANCE = Tolerance()

SAME = [
    {"day": "2024-05-18"},
    {"day": "2024-05-19"},
    {"day": "2024-05-15", "last": "2024-05-18"},
    {"kind": "shelling"},
    {"kind": "killing"},
    {"place": "Abu Kamal road", "at": (34.72, 40.9)},
    {"place": "Deir ez-Zor", "at": (35.0, 40.5), "where": 4, "radius": 80.0},
    {"at": None},
    {"actors": ("front",)},
    {"actors": ("brigade",), "targets": ("front",)},
    {"day": None, "reported": "2024-05-18"},
]
OTHER = [
    {"day": "2024-05-20"},
    {"day": "2024-06-01", "last": "2024-06-30", "precision": 4},
    {"kind": "protest"},
    {"at": (36.2, 37.1)},
    {"place": "Aleppo", "at": (36.2, 37.1)},
    {"place": "Aleppo", "at": None},
    {"place": None, "at": None},
    {"day": None},
    {"day": "--05-17"},
    {"day": None, "reported": "2024-05-30"},
]


@pytest.mark.parametrize("other", SAME, ids=str)
def test_one_happening_may_be_coded_differently(code, world, other) -> None:
    case = weigh_match(code(actors=("army",)), code("b", **{"actors": ("army",), **other}),
                       world, TOLERANCE)  # fmt: skip
    assert case.score >= ACCEPT, case
    assert all(reason.because for reason in case.reasons)


@pytest.mark.parametrize("other", OTHER, ids=str)
def test_what_lies_apart_is_another(code, world, other) -> None:
    case = weigh_match(code(), code("b", **other), world, TOLERANCE)
    assert case.is_contradiction, case


def test_a_kind_may_be_called_as_the_family_of_another(code, world) -> None:
    for one, other in (("fighting", "clash"), ("clash", "fighting")):
        case = weigh_match(code(kind=one), code("b", kind=other), world, TOLERANCE)
        assert case.reasons[0].because == "both belong to fighting"


def test_how_far_apart_is_the_users_to_say(code, world) -> None:
    near, far = code(), code("b", day="2024-05-21", at=(35.2, 40.83))
    assert weigh_match(near, far, world, TOLERANCE).is_contradiction
    assert not weigh_match(near, far, world, Tolerance(days=5, km=60)).is_contradiction


def test_two_that_say_the_same_are_one_whatever_they_leave_out(code, world) -> None:
    bare = {"day": None, "place": None, "at": None}
    case = weigh_match(code("a", **bare), code("b", **bare), world, TOLERANCE)
    assert [reason.because for reason in case.reasons] == ["they say the same"]


def test_two_without_a_place_need_nothing_of_places(code, world) -> None:
    bare = {"place": None, "at": None}
    case = weigh_match(
        code("a", actors=("army",), **bare),
        code("b", actors=("brigade",), **bare),
        world,
        TOLERANCE,
    )
    assert case.score >= ACCEPT


def test_a_day_whose_year_nobody_knows_is_that_day(code, world) -> None:
    case = weigh_match(
        code(day="--05-17", actors=("army",)), code("b", day="--05-17"), world, TOLERANCE
    )
    assert case.score >= ACCEPT


def test_figures_that_agree_speak_for_it(code, world) -> None:
    base = weigh_match(code(), code("b", actors=("army",)), world, TOLERANCE).score
    agreed = weigh_match(
        code(killed=(9, 9)), code("b", actors=("army",), killed=(7, None)), world, TOLERANCE
    )
    assert agreed.score == base + 1
    apart = weigh_match(
        code(killed=(9, 9)), code("b", actors=("army",), killed=(3, 4)), world, TOLERANCE
    )
    assert apart.score == base


def test_people_are_counted_over_all_sides(code) -> None:
    event = code(killed=(9, None)).event
    assert find_range(event, TollKind.KILLED) == Range(9, 9, None)
    assert find_range(event, TollKind.WOUNDED) is None
    assert [str(Range(*figures)) for figures in ((9, 9, 9), (7, 9, 12), (7, 9, None))] == [
        "9",
        "7-12, best 9",
        "7-more, best 9",
    ]
