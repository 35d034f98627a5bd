from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.consolidation.relations import (
    Parties,
    Places,
    Times,
    gap_km,
    relate_locations,
    relate_parties,
    relate_sides,
    relate_times,
)
from dateline.types import ActorId, Party


@pytest.fixture(scope="module")
def parties(actors):
    """Parties by name; a name without an actor is words only."""

    def named(names):
        return tuple(
            Party(actors[name].name if name in actors else name, actors.get(name))
            for name in filter(None, names.split(", "))
        )

    return named


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Red Front", "Red Front", Parties.ALL),
        ("army", "northern brigade", Parties.ALL),
        ("civilians", "villagers", Parties.ALL),
        ("market", "The market", Parties.ALL),
        ("market", "a crowded market", Parties.ALL),
        ("crowded market", "market", Parties.ALL),
        ("market", "market square", Parties.DIFFERENT),
        ("market", "civilians", Parties.UNKNOWN),
        ("market", "army", Parties.UNKNOWN),
        ("army, League", "army", Parties.SOME),
        ("army", "League, army", Parties.SOME),
        ("army", "League", Parties.CONTRARY),
        ("gunmen", "army", Parties.UNKNOWN),
        ("gunmen", "market", Parties.UNKNOWN),
        ("", "army", Parties.UNKNOWN),
        ("army", "", Parties.UNKNOWN),
        ("market", "bridge", Parties.DIFFERENT),
        ("villagers", "army", Parties.DIFFERENT),
    ],
)
def test_parties_of_a_role(left, right, relation, parties, atlas):
    assert relate_parties(parties(left), parties(right), atlas) is relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("army, Red Front", "Red Front, army", Parties.ALL),
        ("army, Red Front", "army, League", Parties.CONTRARY),
        ("army, Red Front", "army, gunmen", Parties.SOME),
        ("army, Red Front", "army", Parties.SOME),
        ("army", "League", Parties.CONTRARY),
    ],
)
def test_one_shared_enemy_does_not_make_two_fights_one(left, right, relation, parties, atlas):
    assert relate_sides(parties(left), parties(right), atlas) is relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Oldtown", "Oldtown", Places.SAME),
        ("Lakes", "Lakes", Places.SAME_AREA),
        ("Lakes", "Oldtown", Places.HOLDS),
        ("Oldtown", "Lakes", Places.WITHIN),
        ("Northland", "Oldtown", Places.COUNTRY),
        ("Northland", "Northland", Places.COUNTRY),
        ("Northland", "Salt Plain", Places.APART),
        ("Oldtown", "Milltown", Places.NEAR),
        ("Oldtown", "Newtown", Places.APART),
        ("Oldtown", "Nowhere", Places.OTHER_NAME),
    ],
)
def test_resolved_places(left, right, relation, places, atlas):
    assert relate_locations(places[left], places[right], atlas) is relation


def test_a_register_may_hold_one_force_twice(actors, atlas):
    army = actors["army"]
    later = replace(army, id=ActorId("army-since-2024"))
    assert relate_parties((Party("Army", army),), (Party("Army", later),), atlas) is Parties.ALL


def test_two_phrases_for_one_entry_are_one_place(places, atlas):
    outskirts = replace(places["Oldtown"], name="the outskirts of Oldtown", radius_km=10)
    assert relate_locations(places["Oldtown"], outskirts, atlas) is Places.SAME


def test_places_that_hold_each_other_are_one(places):
    class Mirror:
        def contains(self, outer, inner):
            return True

    assert relate_locations(places["Oldtown"], places["Milltown"], Mirror()) is Places.SAME


def test_a_gap_runs_from_edge_to_edge(places):
    assert gap_km(places["Oldtown"], places["Newtown"]) == pytest.approx(55.6 - 6, abs=0.1)
    assert gap_km(places["Oldtown"], places["Nowhere"]) is None


@pytest.mark.parametrize(
    ("left", "right", "slack", "relation"),
    [
        ("Monday", "Monday", 0, Times.SAME),
        ("Monday", "Tuesday", 0, Times.APART),
        ("Monday", "Tuesday", 1, Times.SAME),
        ("Monday", "in March", 0, Times.SAME),
        ("since February", "Monday", 0, Times.APART),
        ("since February", "in March", 0, Times.SAME),
        ("by Easter", "in March", 0, Times.SAME),
        ("25 July", "25 July", 0, Times.SAME),
        ("25 July", "26 July", 0, Times.APART),
        ("25 July", "Monday", 0, Times.APART),
        ("25 July", "some day", 0, Times.UNKNOWN),
        ("some day", "Monday", 0, Times.UNKNOWN),
    ],
)
def test_times(left, right, slack, relation, days):
    assert relate_times(days[left], days[right], slack=slack) is relation
    assert relate_times(days[right], days[left], slack=slack) is relation


def test_no_time_is_unknown(days):
    assert relate_times(None, days["Monday"]) is Times.UNKNOWN
