from __future__ import annotations

import pytest

from dateline.consolidation.compare import (
    NEVER,
    Comparison,
    relate_roles,
    tolls_agree,
    weigh_all,
    weigh_kinds,
    weigh_status,
)
from dateline.consolidation.gist import make_gist
from dateline.consolidation.kinds import Within
from dateline.consolidation.relations import Parties
from dateline.consolidation.resolved import resolve_claims
from dateline.types import Reason


@pytest.fixture
def gist(tell, kinds, atlas):
    """The gist of a claim whose words are its roles."""

    def make(**claim):
        told = {"trigger": "hit", "kind": "shelling", **claim}
        text = "Red Front hit the army, 3 or 9 dead civilians."
        return make_gist(resolve_claims(*tell({"text": text, "claim": [told]}), atlas), kinds)

    return make


def test_the_score_is_the_sum_of_the_points():
    assert Comparison((Reason(2.0, "a"), Reason(-0.5, "b"))).score == 1.5
    assert Comparison((Reason(2.0, "a"), Reason(NEVER, "b"))).is_contradiction


def test_weighing_stops_at_what_speaks_against_it_for_good():
    reasons = iter([Reason(1.0, "a"), Reason(NEVER, "b"), Reason(1.0, "c")])
    assert [reason.because for reason in weigh_all(reasons).reasons] == ["a", "b"]
    assert next(reasons).because == "c"


def test_kinds_that_only_two_writers_mix_up_never_agree_within_a_document(gist, world):
    shells, planes = gist(), gist(kind="airstrike")
    (within,) = weigh_kinds(shells, planes, world, Within.DOCUMENT)
    (between,) = weigh_kinds(shells, planes, world, Within.REPORTS)
    assert (within.points, between.points) == (NEVER, 1.0)


@pytest.mark.parametrize(
    ("left", "right", "is_contradiction"),
    [
        ("occurred", "ongoing", False),
        ("failed", "occurred", False),
        ("planned", "planned", False),
        ("planned", "occurred", True),
        ("denied", "occurred", True),
        ("negated", "failed", True),
        ("planned", "threatened", True),
    ],
)
def test_a_plan_is_never_joined_with_a_deed(left, right, is_contradiction, gist, world):
    reasons = weigh_status(gist(status=left), gist(status=right), world)
    assert bool(tuple(reasons)) is is_contradiction


def test_tolls_of_different_sides_say_nothing(gist):
    three = gist(tolls=[{"words": "3", "low": 3, "high": 3, "whose": "army"}])
    nine = gist(tolls=[{"words": "9", "low": 9, "high": 9, "whose": "civilians"}])
    unsaid = gist(tolls=[{"words": "9", "low": 9, "high": 9}])
    assert tolls_agree(three, nine) is None
    assert tolls_agree(three, unsaid) is False
    assert tolls_agree(nine, unsaid) is True


def test_roles_are_two_for_an_attack_and_one_for_a_clash(gist, world):
    attack = gist(actors=["Red Front"], targets=["army"])
    assert dict(relate_roles(attack, attack, world)) == {
        "actors": Parties.ALL,
        "targets": Parties.ALL,
    }
    clash = gist(kind="clash", actors=["Red Front"])
    whole = gist(kind="clash", actors=["Red Front"], targets=["army"])
    assert dict(relate_roles(clash, whole, world)) == {"sides": Parties.SOME}
