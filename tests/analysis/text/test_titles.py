from __future__ import annotations

import pytest

from dateline.analysis.text.titles import is_title


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Rebels Ambush Army Convoy In Mindanao, 11 Killed", True),
        ("Rebels ambush army convoy in Mindanao", False),
        ("Kurdistan Workers' Party", False),
        ("Taliban Gunmen Storm Hotel in Kabul, Taking Dozens Hostage", True),
    ],
)
def test_a_headline_in_title_case_is_known_by_its_capitals(headline, expected):
    assert is_title(headline) is expected


@pytest.mark.parametrize(
    ("headline", "trigger", "actor"),
    [
        ("Suicide Bomber Kills Nine at Mogadishu Cafe", "Suicide Bomber", None),
        ("Tamil Tigers Attack Navy Camp in Trincomalee, Ten Killed", "Attack", "Tamil Tigers"),
    ],
)
def test_a_headline_in_title_case_is_read(engine, headline, trigger, actor):
    text = f"{headline}\n\nThe government said on Sunday that it would give details later.\n"
    reading = engine.read_text(text).reading
    claim = next(one for one in reading.claims if one.trigger.of(text) == trigger)
    if actor:
        assert [mention.span.of(text) for mention in claim.actors] == [actor]
