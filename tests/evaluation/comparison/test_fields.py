"""Each field is compared by what it means, and counted."""

from dataclasses import replace

import pytest

from dateline.consolidation.compare import Comparison
from dateline.evaluation.comparison.fields import (
    FIELDS,
    Agreement,
    Measure,
    find_differences,
    find_gaps,
    measure_fields,
)
from dateline.evaluation.comparison.matching import Pair
from dateline.evaluation.comparison.weighing import Coded
from dateline.evaluation.measures import Rate

NO_REASON = Comparison(())


def pair(mine, theirs) -> Pair:
    return Pair(mine, theirs, NO_REASON)


def judge(field: str, mine, theirs, world):
    (found,) = (field_.judge for field_ in FIELDS if field_.name == field)
    judged = found(pair(mine, theirs), world)
    return judged.mine, judged.theirs, judged.agrees


@pytest.mark.parametrize(
    ("field", "mine", "theirs", "expected"),
    [
        ("kind", {}, {"kind": "shelling"}, ("clash", "shelling", False)),
        ("family", {}, {"kind": "shelling"}, ("fighting", "fighting", True)),
        (
            "day",
            {},
            {"day": "2024-05-16", "last": "2024-05-18"},
            ("2024-05-17", "2024-05-16/2024-05-18", True),
        ),
        (
            "day",
            {},
            {"day": "2024-05-01", "last": "2024-05-31", "precision": 4},
            ("2024-05-17", "2024-05", True),
        ),
        ("day", {}, {"day": "2024-05-18"}, ("2024-05-17", "2024-05-18", False)),
        ("day", {"day": None}, {}, (None, "2024-05-17", False)),
        ("day precision", {}, {"last": "2024-05-18"}, ("1", "2", False)),
        ("day precision", {"day": None}, {}, (None, "1", False)),
        ("place", {}, {"at": (34.7, 40.84), "place": "Hejin"}, ("Hajin", "Hejin", True)),
        ("place", {}, {"at": (35.7, 40.84), "place": "Hejin"}, ("Hajin", "Hejin", False)),
        ("place", {}, {"at": None}, ("Hajin", "Hajin", True)),
        ("place", {"at": None, "place": None}, {}, (None, "Hajin", False)),
        ("country", {}, {"country": "IQ"}, ("SY", "IQ", False)),
        ("country", {"at": None}, {}, (None, "SY", False)),
        ("place precision", {}, {"where": 2}, ("1", "2", False)),
        ("place precision", {"at": None}, {}, (None, "1", False)),
        (
            "actors",
            {"actors": ("army",)},
            {"actors": ("brigade", "front")},
            ("army", "brigade, front", True),
        ),
        (
            "actors",
            {"kind": "shelling", "actors": ("army",)},
            {"kind": "shelling", "actors": ("front",)},
            ("army", "front", False),
        ),
        (
            "targets",
            {"kind": "shelling", "targets": ("army",)},
            {"kind": "shelling", "targets": ("front",)},
            ("army", "front", False),
        ),
        ("killed", {"killed": (9, 9)}, {"killed": (7, 12)}, ("9", "7-12, best 7", True)),
        ("killed", {"killed": (9, 9)}, {"killed": (10, None)}, ("9", "10-more, best 10", False)),
        ("killed", {"killed": (9, 9)}, {}, ("9", None, False)),
        ("deadly", {"killed": (9, 9)}, {"killed": (0, 0)}, ("yes", "no", False)),
        ("deadly", {}, {}, (None, None, False)),
    ],
)
def test_a_field_agrees_as_far_as_what_it_means(code, world, field, mine, theirs, expected) -> None:
    assert judge(field, code(**mine), code("b", **theirs), world) == expected


def test_where_both_sides_act_they_are_one_role(code, world) -> None:
    mine = code(kind="clash", actors=("army",), targets=("front",))
    theirs = code("b", kind="clash", actors=("front",), targets=("army",))
    assert judge("actors", mine, theirs, world) == ("army, front", "army, front", True)
    assert judge("targets", mine, theirs, world) == (None, None, False)


def test_a_time_without_an_end_is_said_to_be_open(code, world) -> None:
    event = code().event
    since = replace(event.when, latest=None)
    theirs = Coded("b", replace(event, when=since))
    assert judge("day", code(), theirs, world) == ("2024-05-17", "2024-05-17/..", True)


def test_agreement_is_counted_where_both_say_something(code, world) -> None:
    pairs = [
        pair(code("1", killed=(9, 9)), code("a", killed=(9, 9))),
        pair(code("2", killed=(3, 3)), code("b", killed=(1, 1))),
        pair(code("3", killed=(3, 3)), code("c")),
        pair(code("4"), code("d", killed=(2, 2))),
        pair(code("5"), code("e")),
    ]
    (killed,) = (field for field in measure_fields(pairs, world) if field.field == "killed")
    assert killed == Agreement("killed", Rate(1, 2), 1, 1, Measure.ALPHA, killed.beyond_chance)
    assert killed.beyond_chance == pytest.approx(0.8333)


def test_what_is_not_agreed_on_is_listed(code, world) -> None:
    differences = dict(find_differences(pair(code(killed=(9, 9)), code("b", "shelling")), world))
    assert [*differences] == ["kind", "deadly", "killed"]


def test_the_middle_pair_says_how_far_apart_they_lie(code) -> None:
    pairs = [
        pair(code(), code("b")),
        pair(code(), code("b", day="2024-05-18", at=(34.70, 40.83))),
        pair(code(), code("b", day="2024-05-19", at=(34.79, 40.83))),
        pair(code(day=None), code("b", at=None)),
    ]
    gaps = find_gaps(pairs)
    assert (gaps.days, gaps.km) == (1, 1.1)
    assert find_gaps([]) == type(gaps)(None, None)
