from __future__ import annotations

from datetime import date

import pytest

from dateline.consolidation.gist import Figure, days_of, make_gist
from dateline.consolidation.resolved import resolve_claims
from dateline.types import TollKind


@pytest.mark.parametrize(
    ("words", "days_found"),
    [
        ("Monday", (date(2024, 3, 4), date(2024, 3, 4))),
        ("since February", (date(2024, 2, 1), date(2024, 3, 3))),
        ("by Easter", (date(2024, 2, 29), date(2024, 3, 31))),
        ("25 July", None),
        ("some day", None),
    ],
)
def test_an_open_time_reaches_a_month_far(words, days_found, days):
    assert days_of(days[words]) == days_found


def figure(low, high):
    return Figure(TollKind.KILLED, None, low, high)


@pytest.mark.parametrize(
    ("left", "right", "agrees"),
    [
        (figure(3, 3), figure(3, 3), True),
        (figure(3, 5), figure(5, 9), True),
        (figure(3, None), figure(40, 40), True),
        (figure(3, 3), figure(4, None), False),
        (figure(9, None), figure(2, 5), False),
    ],
)
def test_figures_agree_when_one_number_could_be_meant_by_both(left, right, agrees):
    assert left.agrees(right) is agrees
    assert right.agrees(left) is agrees


def test_a_gist_holds_what_joined_claims_say_together(tell, kinds, atlas):
    told = {
        "text": "Shells hit Oldtown.\nThe League shelled it on Monday, killing 3, 90 since May.",
        "published": "2024-03-05",
        "claim": [
            {"trigger": "Shells", "kind": "shelling", "places": ["Oldtown"]},
            {
                "trigger": "shelled",
                "kind": "shelling",
                "actors": ["League"],
                "times": ["Monday"],
                "tolls": [
                    {"words": "3", "low": 3, "high": 3},
                    {"words": "90", "low": 90, "high": 90, "cumulative": True},
                    {"words": "killing"},
                ],
            },
        ],
    }
    gist = make_gist(resolve_claims(*tell(told), atlas), kinds)
    assert gist.places == ("oldtown",)
    assert [party.name for party in gist.actors] == ["River League"]
    assert gist.figures == (figure(3, 3),)
    assert gist.is_dated
    assert gist.published == date(2024, 3, 5)
