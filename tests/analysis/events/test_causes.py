from __future__ import annotations

import pytest

from dateline.analysis.events.causes import find_cause


@pytest.mark.parametrize(
    ("text", "consequence", "cause"),
    [
        ("Ten men were killed in shelling of the town.", "killed", "shelling"),
        ("The shelling killed ten men.", "killed", "shelling"),
        ("An attack that killed ten men ended.", "killed", "attack"),
        ("Ten men were killed when a bomb exploded.", "killed", "exploded"),
        ("Ten men were killed during clashes.", "killed", "clashes"),
        ("Rebels shelled the town, killing ten men.", "killing", "shelled"),
        ("Rebels opened fire and killed ten men.", "killed", "opened"),
        ("Two men were wounded after gunmen attacked their base.", "wounded", "attacked"),
        ("Ten men were killed by a bomb.", "killed", "bomb"),
    ],
)
def test_finds_the_event_that_brought_it_about(passage, text, consequence, cause):
    here = passage(text)
    events = [(7, here(cause))]
    assert find_cause(here(consequence), None, events) == 7


@pytest.mark.parametrize(
    ("text", "consequence", "other"),
    [
        ("Ten men were killed before the attack.", "killed", "attack"),
        ("The army attacked, and gunmen killed ten men.", "killed", "attacked"),
        ("Gunmen killed ten men who fled the shelling.", "killed", "shelling"),
    ],
)
def test_what_only_stands_beside_it_is_no_cause(passage, text, consequence, other):
    here = passage(text)
    assert find_cause(here(consequence), None, [(7, here(other))]) is None


def test_nothing_is_its_own_cause(passage):
    here = passage("Rebels killed ten men.")
    assert find_cause(here("killed"), None, [(0, here("killed"))]) is None
