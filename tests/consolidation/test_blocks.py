from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.consolidation.blocks import find_candidates
from dateline.consolidation.events import consolidate, group_claims
from dateline.consolidation.gist import make_gist
from dateline.consolidation.join import ACCEPT_REPORTS, join_reports
from dateline.consolidation.reports import compare_reports


def test_reports_of_one_region_meet_whether_its_name_is_its_own_or_a_division(
    tell, kinds, atlas, places, monkeypatch
):
    lakes = places["Lakes"]
    monkeypatch.setitem(places, "Lakes", replace(lakes, admin1=None))
    monkeypatch.setitem(places, "Salt Plain", replace(places["Salt Plain"], country=None))
    for place in ("Lakes", "Salt Plain"):
        claim = {"trigger": "shelled", "kind": "shelling", "actors": ["army"],
                 "places": [place], "times": ["Monday"]}  # fmt: skip
        text = f"The army shelled {place} on Monday."
        told = [{"address": address, "text": text, "claim": [claim]} for address in "ab"]
        readings = [tell(document) for document in told]
        assert len(consolidate(readings, hierarchy=atlas, kinds=kinds).events) == 1


@st.composite
def documents(draw):
    """Reports that differ in place, day, kind, sides and publication."""
    place = draw(
        st.sampled_from(["Oldtown", "Newtown", "Milltown", "Lakes", "Salt Plain", "fort", ""])
    )
    day = draw(st.sampled_from(["Monday", "Tuesday", "Friday", "in March", "25 July", ""]))
    actor = draw(st.sampled_from(["Red Front", "army", "League", ""]))
    number = draw(st.sampled_from(["3", "9", ""]))
    near = draw(st.sampled_from(["", " near Mara Quill of Tern Street", " near Mara Quill"]))
    text = f"{actor} struck villagers{near} at {place} on {day}, killing {number}."
    claim = {
        "trigger": "struck",
        "kind": draw(st.sampled_from(["offensive", "shelling", "airstrike", "talks", "ambush"])),
        "actors": [actor] if actor else [],
        "targets": draw(st.sampled_from([["villagers"], []])),
        "places": [place] if place else [],
        "times": [day] if day else [],
        "tolls": [{"words": number, "low": int(number), "high": int(number)}] if number else [],
    }
    published = draw(st.sampled_from(["2024-03-05", "2024-03-06", "2024-03-09", None]))
    told = {"address": str(draw(st.integers(0, 99))), "text": text, "claim": [claim]}
    return told | ({"published": published} if published else {})


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(documents(), max_size=8, unique_by=lambda told: told["address"]), st.randoms())
def test_blocking_misses_no_pair_and_members_never_contradict(tell, kinds, world, told, chance):
    readings = [tell(document) for document in told]
    groups = tuple(group for reading in readings for group in group_claims(*reading, world))
    ordered = tuple(sorted(groups, key=lambda group: group.members[0].document))
    gists = [group.gist for group in ordered]
    pairs = combinations(range(len(gists)), 2)
    close = {
        (left, right)
        for left, right in pairs
        if compare_reports(gists[left], gists[right], world).score >= ACCEPT_REPORTS
    }
    assert close <= set(find_candidates(gists, world))
    expected = tuple(cluster.group for cluster in join_reports(groups, world))
    for group in expected:
        own = [make_gist((member,), kinds) for member in group.members]
        assert not any(
            compare_reports(one, other, world).is_contradiction
            for one, other in combinations(own, 2)
        )
    shuffled = list(groups)
    chance.shuffle(shuffled)
    assert tuple(cluster.group for cluster in join_reports(shuffled, world)) == expected
