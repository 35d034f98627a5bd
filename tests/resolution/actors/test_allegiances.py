from __future__ import annotations

from datetime import date

import pytest

from dateline.resolution.actors.allegiances import Allegiances
from dateline.resolution.actors.choosing import ActorContext, ActorResolver
from dateline.types import Actor

RESOLVE = ActorResolver()
TOGETHER = Allegiances(RESOLVE.register)


def actor(name: str, country: str, on: str) -> Actor:
    chosen = RESOLVE(name, context=ActorContext((country,), date.fromisoformat(on))).chosen
    assert chosen is not None, name
    return chosen


@pytest.mark.parametrize(
    ("left", "right", "country", "on", "same"),
    [
        ("Islamic State", "IS militants", "SY", "2018-09-01", True),
        ("Hamas", "Qassam Brigades", "PS", "2014-07-20", True),
        ("YPG", "SDF", "SY", "2018-09-01", True),
        ("Syrian army", "Damascus", "SY", "2018-09-01", True),
        ("Kenyan police", "Kenyan army", "KE", "2018-09-01", True),
        ("Russia", "Russian warplanes", "SY", "2018-09-01", True),
        ("Sultan Murad Division", "Hamza Division", "SY", "2020-01-01", True),
        ("National Defence Forces", "Syrian army", "SY", "2018-09-01", True),
        ("Arakan Army", "TNLA", "MM", "2024-01-01", True),
        ("SDF", "Syrian army", "SY", "2018-09-01", False),
        ("SDF", "Islamic State", "SY", "2018-09-01", False),
        ("Hamas", "Israeli troops", "PS", "2014-07-20", False),
        ("RSF", "Sudanese army", "SD", "2024-01-01", False),
        ("Libyan National Army", "Government of National Accord", "LY", "2019-05-01", False),
        ("Peshmerga", "Iraqi army", "IQ", "2017-10-16", False),
        ("AQAP", "al-Shabaab", "YE", "2014-01-01", False),
        ("villagers", "gunmen", "ML", "2020-01-01", False),
    ],
)
def test_who_stands_together(left: str, right: str, country: str, on: str, same: bool) -> None:
    one, other = actor(left, country, on), actor(right, country, on)
    assert TOGETHER.same_side(one, other) is same
    assert TOGETHER.same_side(other, one) is same


def test_paramilitaries_were_the_armys_before_they_rose() -> None:
    force = actor("RSF", "SD", "2020-01-01")
    assert TOGETHER.same_side(force, actor("Sudanese army", "SD", "2020-01-01"))


def test_a_group_named_after_its_backer_stands_with_it() -> None:
    militia = actor("Iran-backed militias", "IQ", "2020-01-01")
    assert TOGETHER.same_side(militia, actor("Iran", "IQ", "2020-01-01"))


def test_a_fallen_government_and_its_successor_do_not_stand_together() -> None:
    before = actor("Syrian army", "SY", "2018-01-01")
    after = actor("Syrian army", "SY", "2025-06-01")
    assert not TOGETHER.same_side(before, after)
