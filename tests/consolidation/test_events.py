from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dateline import consolidation
from dateline.consolidation import Redirect, consolidate, remember


def report(address, published, text, **claim):
    return {"address": address, "published": published, "text": text, "claim": [claim]}


SHELLED = {"trigger": "shelled", "kind": "shelling", "actors": ["Red Front"], "places": ["Oldtown"]}


def test_an_event_shows_who_reported_first_and_last(tell, kinds, atlas):
    readings = [
        tell(report("b", "2024-03-06", "Red Front shelled Oldtown again.", **SHELLED)),
        tell(report("a", "2024-03-05", "Red Front shelled Oldtown.", **SHELLED)),
    ]
    (event,) = consolidate(readings, hierarchy=atlas, kinds=kinds).events
    first = datetime(2024, 3, 5, 12, tzinfo=UTC)
    assert (event.first_reported, event.last_reported) == (first, first + timedelta(days=1))
    assert event.documents == (readings[1][0].id, readings[0][0].id)


def test_an_event_without_publication_times_leaves_them_unknown(tell, kinds, atlas):
    told = {"text": "Red Front shelled Oldtown.", "claim": [SHELLED]}
    (event,) = consolidate([tell(told)], hierarchy=atlas, kinds=kinds).events
    assert (event.first_reported, event.last_reported) == (None, None)


def test_an_event_says_why_its_claims_are_one(tell, kinds, atlas):
    readings = [
        tell(report("a", "2024-03-05", "Red Front shelled Oldtown.", **SHELLED)),
        tell(report("b", "2024-03-05", "Red Front shelled Oldtown!", **SHELLED)),
        tell(report("c", "2024-04-05", "Red Front shelled Oldtown.", **SHELLED)),
    ]
    joined, alone = consolidate(readings, hierarchy=atlas, kinds=kinds).events
    assert [reason.because for reason in joined.why] == [
        "both tell of shelling",
        "they name the same place",
        "they share actors",
        "they were published within a day",
    ]
    assert alone.why == ()


def test_the_fullest_claim_comes_first(tell, kinds, atlas):
    told = {
        "text": "Shells hit Oldtown\n\nRed Front shelled Oldtown on Monday.",
        "claim": [
            {"trigger": "Shells", "kind": "shelling", "places": ["Oldtown"]},
            {**SHELLED, "times": ["Monday"]},
        ],
    }
    document, reading = tell(told)
    (event,) = consolidate([(document, reading)], hierarchy=atlas, kinds=kinds).events
    assert event.claims == (reading.claims[1].id, reading.claims[0].id)
    assert [version.value.name for version in event.locations] == ["Oldtown"]


def test_ids_survive_new_reports_and_vanished_ids_redirect(tell, kinds, atlas):
    monday = {**SHELLED, "times": ["Monday"]}
    readings = [
        tell(report("a", "2024-03-05", "Red Front shelled Oldtown on Monday.", **monday)),
        tell(report("c", "2024-03-20", "Red Front shelled Oldtown.", **SHELLED)),
    ]
    before = consolidate(readings, hierarchy=atlas, kinds=kinds)
    claims = [claim for _, reading in readings for claim in reading.claims]
    previous = remember(before.events, claims)
    earlier = tell(report("b", "2024-03-04", "On Monday Red Front shelled Oldtown.", **monday))
    after = consolidate([readings[0], earlier], hierarchy=atlas, kinds=kinds, previous=previous)
    assert [event.id for event in after.events] == [before.events[0].id]
    assert after.redirects == (Redirect(before.events[1].id, None),)


def test_no_readings_are_no_events(kinds, atlas):
    assert consolidate([], hierarchy=atlas, kinds=kinds).events == ()


def test_the_public_names_are_listed():
    assert all(hasattr(consolidation, name) for name in consolidation.__all__)
