from __future__ import annotations

import pytest

from dateline.consolidation.compare import NEVER
from dateline.consolidation.gist import make_gist
from dateline.consolidation.passages import Passage, compare_passages
from dateline.consolidation.resolved import resolve_claims


@pytest.fixture
def passages(tell, world):
    """Two passages of one document, each "Words. trigger words": a table for each."""

    def make(left, right, text):
        told = {
            "text": text,
            "claim": [{"kind": "offensive", **left}, {"kind": "offensive", **right}],
        }
        members = resolve_claims(*tell(told), world.hierarchy)
        return [Passage(member, make_gist((member,), world.kinds)) for member in members]

    return make


@pytest.fixture
def reasons(passages, world):
    """What the comparison of two passages says, with its points."""

    def make(left, right, text):
        one, other = passages({"trigger": "hit#1"} | left, {"trigger": "hit#2"} | right, text)
        comparison = compare_passages(one, other, world)
        assert compare_passages(other, one, world) == comparison
        return {reason.because: reason.points for reason in comparison.reasons}

    return make


def test_a_comparison_ends_with_what_speaks_against_it_for_good(reasons):
    told = reasons({}, {"kind": "talks"}, "They hit it. They hit it.")
    assert told == {"offensive and talks are two things": NEVER}


def test_two_things_of_one_passage_are_told_apart(reasons):
    told = reasons({}, {}, "They hit this and hit that.")
    assert told["one passage tells both, so it tells them apart"] == NEVER


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"places": ["Oldtown"]}, {"places": ["Oldtown"], "targets": ["villagers"]}),
        ({"targets": ["market"]}, {"targets": ["market"], "places": ["Oldtown"]}),
    ],
)
def test_noun_and_verb_of_one_passage_may_tell_one_thing(left, right, reasons):
    told = reasons(left, right, "A hit was a hit on the market of Oldtown and its villagers.")
    assert NEVER not in told.values()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"places": ["Oldtown"]}, {"places": ["Oldtown"], "kind": "clash"}),
        ({"places": ["Oldtown"]}, {"places": ["Milltown"]}),
        (
            {"places": ["Oldtown"], "targets": ["fort"]},
            {"places": ["Oldtown"], "targets": ["post"]},
        ),
        ({"actors": ["army"]}, {"actors": ["army"]}),
    ],
)
def test_one_passage_tells_two_things_when_it_names_two(left, right, reasons):
    told = reasons(left, right, "A hit was a hit on the fort, post of Oldtown or Milltown, army.")
    assert NEVER in told.values()


def test_two_speakers_are_two_reports_of_one_thing(reasons):
    text = "League: army hit the market. Red Front: League hit the market."
    left = {"kind": "shelling", "actors": ["army"], "targets": ["market"], "speakers": ["League"]}
    right = {"kind": "airstrike", "actors": ["League"], "targets": ["market"]}
    told = reasons(left, right | {"speakers": ["Red Front"]}, text)
    assert told["reports of one blast may differ on what fell"] == 1.0
    assert told["two speakers name different actors for one target"] == 1.5
    assert NEVER in reasons(left, right, text).values()


def test_two_speakers_who_name_different_targets_tell_two_things(reasons):
    text = "League: army hit the market. Red Front: League hit the bridge."
    left = {"actors": ["army"], "targets": ["market"], "speakers": ["League"]}
    right = {"actors": ["League"], "targets": ["bridge"], "speakers": ["Red Front"]}
    assert reasons(left, right, text)["they name different actors"] == NEVER


def test_neighbours_and_same_words_are_a_little(reasons):
    told = reasons({}, {}, "They hit one. They hit again.")
    assert told == {
        "both tell of offensive": 2.0,
        "the passages follow each other": 0.5,
        "both are told with “hit”": 0.5,
    }


def test_the_attack_is_the_one_told_here_or_in_the_paragraph_before(reasons):
    because = "“hit” points back to one that was told"
    assert reasons({}, {}, "They hit one. The hit was hard.")[because] == 2.0
    assert reasons({}, {}, "Head\n\nThey hit one.\n\nThe hit was hard.")[because] == 2.0
    assert because not in reasons({}, {}, "Head\n\nThey hit one.\n\nRain fell.\n\nThe hit was.")
    assert because not in reasons({}, {}, "They hit one.\n\nThe hit in a head")


def test_other_words_and_distance_are_nothing(passages, world):
    text = "They hit one. Rain fell for hours. They struck again."
    one, other = passages({"trigger": "hit"}, {"trigger": "struck"}, text)
    because = [reason.because for reason in compare_passages(one, other, world).reasons]
    assert because == ["both tell of offensive"]


def test_what_only_two_writers_would_mix_up_are_two_things_of_one(reasons):
    told = reasons({"kind": "shelling"}, {"kind": "airstrike"}, "They hit it. They hit it.")
    assert told == {"shelling and airstrike are two things": NEVER}


def test_kinds_that_agree_say_why(reasons):
    told = reasons({}, {"kind": "airstrike"}, "They hit it. They hit it.")
    assert told["an attack may be made from the air"] == 1.0


ROLES = (
    "They hit it: Red Front, League, army, bridge. They hit it: Red Front, League, army, market."
)


@pytest.mark.parametrize(
    ("left", "right", "because", "points"),
    [
        (["army"], ["army"], "they name the same actors", 1.5),
        (["army", "League"], ["army"], "they share some of the actors", 0.75),
        (["army"], ["League"], "they name different actors", NEVER),
        (["bridge"], ["market"], "they name other actors", -0.75),
    ],
)
def test_shared_roles_count(left, right, because, points, reasons):
    assert reasons({"actors": left}, {"actors": right}, ROLES)[because] == points


def test_both_sides_of_a_clash_count_as_two_roles(reasons):
    told = reasons(
        {"kind": "clash", "actors": ["army"], "targets": ["League"]},
        {"kind": "clash", "actors": ["League"], "targets": ["army"]},
        ROLES,
    )
    assert told["they name the same sides"] == 1.5
    assert told["they name the same counterparts"] == 1.5


def test_a_clash_that_names_one_side_only_counts_that_side(reasons):
    told = reasons(
        {"kind": "clash", "actors": ["army"], "targets": ["League"]},
        {"kind": "clash", "actors": ["army"]},
        ROLES,
    )
    assert told["they share some of the sides"] == 0.75


def test_a_headline_counts_for_the_paragraph_below_it(reasons):
    told = reasons({}, {}, "They hit one\n\nThey hit two.")
    assert told["the headline stands over the paragraph"] == 1.0


PLACES = """They hit Lakes Oldtown Northland fort; army, League.
They hit Lakes Oldtown Milltown fort; army."""


@pytest.mark.parametrize(
    ("left", "right", "because", "points"),
    [
        ("Oldtown", "Oldtown", "they name the same place", 1.5),
        ("Lakes", "Lakes", "they name the same place", 1.5),
        ("Lakes", "Oldtown", "one place lies in the other", 1.0),
        ("Oldtown", "Lakes", "one place lies in the other", 1.0),
        ("Northland", "Oldtown", "they name the same country", 0.5),
        ("Oldtown", "Milltown", "they name different places", NEVER),
        ("fort", "Oldtown", "they name places of different names", -1.5),
    ],
)
def test_places_count(left, right, because, points, reasons):
    assert reasons({"places": [left]}, {"places": [right]}, PLACES)[because] == points


def test_fewer_parties_at_a_smaller_place_are_a_part(reasons):
    whole = {"places": ["Lakes"], "targets": ["army", "League"]}
    part = {"places": ["Oldtown"], "targets": ["army"]}
    because = "one tells a part of the other: fewer parties at a smaller place"
    assert reasons(whole, part, PLACES)[because] == NEVER
    actors = [{**table, "actors": table["targets"], "targets": []} for table in (whole, part)]
    assert reasons(*actors, PLACES)[because] == NEVER


def test_times_and_tolls_count(reasons):
    text = "They hit on Monday, 3 dead. They hit on Monday or Tuesday, 3 or 9 dead."
    left = {"times": ["Monday"], "tolls": [{"words": "3", "low": 3, "high": 3}]}
    same = reasons(left, {"times": ["Monday"], "tolls": [{"words": "3", "low": 3}]}, text)
    assert same["they give the same time"] == 1.0
    assert same["their tolls agree"] == 1.0
    more = reasons(left, {"tolls": [{"words": "9", "low": 9, "high": 9}]}, text)
    assert more["their tolls differ"] == -1.0
    other = reasons(left, {"times": ["Tuesday"]}, text)
    assert other["they give different times"] == NEVER


def test_the_dead_of_the_next_sentence_belong_to_an_attack_without_any(reasons):
    text = "They hit 3. Some were hit: army."
    dead = {"kind": "killing"}
    because = "“hit” tells what “hit” led to"
    assert reasons({}, dead, text)[because] == 2.0
    assert because not in reasons({}, dead | {"actors": ["army"]}, text)
    three = {"tolls": [{"words": "hit", "low": 3, "high": 3}]}
    assert reasons(three, dead | three, text)[because] == 2.0
    nine = {"tolls": [{"words": "hit", "low": 9, "high": 9}]}
    assert because not in reasons(three, dead | nine, text)


def test_two_speakers_may_name_different_actors_for_what_they_leave_open(reasons):
    text = "League: army hit the market. Red Front: League hit it."
    left = {"actors": ["army"], "targets": ["market"], "speakers": ["League"]}
    right = {"actors": ["League"], "speakers": ["Red Front"]}
    assert reasons(left, right, text)["two speakers name different actors"] == -0.75


def test_sides_that_blame_each_other_tell_of_one_thing(reasons):
    text = "League said Red Front hit it. Red Front said League hit it."
    left = {"actors": ["Red Front"], "speakers": ["League"]}
    right = {"actors": ["League"], "speakers": ["Red Front"]}
    assert reasons(left, right, text)["two sides blame each other"] == 2.5


def test_a_plan_of_the_other_side_is_no_turned_blame(reasons):
    text = "Red Front denied it hit Oldtown. League will hit Oldtown."
    left = {"actors": ["Red Front"], "speakers": ["Red Front"], "status": "denied"}
    right = {"actors": ["League"], "status": "planned"}
    assert reasons(left, right, text)["one is denied, the other planned"] == NEVER


def test_the_army_that_is_hit_twice_is_little_in_common(reasons):
    left, right = {"kind": "airstrike", "targets": ["army"]}, {"targets": ["army"]}
    told = reasons(left, right, "It hit the army. Then it hit the army.")
    assert told["they name the same targets, a side of the war"] == 0.75


def test_an_army_and_gunmen_do_two_things(reasons):
    told = reasons({"actors": ["army"]}, {"actors": ["gunmen"]}, "The army hit. Then gunmen hit.")
    assert told["a state's army did the one, gunmen did the other"] == NEVER


def test_others_at_a_place_of_another_name_do_another_thing(reasons):
    left = {"actors": ["farmers"], "places": ["Upford"]}
    right = {"actors": ["herders"], "places": ["Mudwell"]}
    told = reasons(left, right, "The farmers hit Upford. Then herders hit Mudwell.")
    assert told["others act, at a place of another name"] == NEVER


def test_who_is_blamed_twice_is_not_blamed_in_turn(reasons):
    text = "League said Red Front hit it. A doctor said Red Front hit it."
    left = {"actors": ["Red Front"], "speakers": ["League"]}
    right = {"actors": ["Red Front"], "speakers": ["doctor"]}
    assert reasons(left, right, text)["they name the same actors"] == 1.5
