from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

from dateline.consolidation.events import consolidate

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "consolidation.toml").read_text(encoding="utf-8")
)["case"]


def name_claims(case, readings):
    """The id that the table gives a claim, by the id of the claim."""
    told = [claim["id"] for document in case["document"] for claim in document["claim"]]
    claims = [claim.id for _, reading in readings for claim in reading.claims]
    return dict(zip(claims, told, strict=True))


def shown(event):
    return {
        "kind": event.kind,
        "status": event.status,
        "background": event.background,
        "outcome": event.outcome,
        "hedged": event.hedged,
        "actors": [party.name for party in event.actors],
        "targets": [party.name for party in event.targets],
        "through": [party.name for party in event.through],
        "places": list(event.places),
        "location": event.location and event.location.name,
        "speakers": list(event.speakers),
        "tolls": [
            f"{toll.kind} {toll.whose or '?'} {toll.low} {toll.best} {toll.high}"
            for toll in event.tolls
        ],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_joins_what_tells_one_happening_and_nothing_else(case, tell, kinds, atlas):
    readings = [tell(document) for document in case["document"]]
    names = name_claims(case, readings)
    events = consolidate(readings, hierarchy=atlas, kinds=kinds).events
    found = sorted(" ".join(sorted(names[claim] for claim in event.claims)) for event in events)
    assert found == sorted(" ".join(sorted(ids.split())) for ids in case["expect"])
    for expected in case.get("event", ()):
        event = next(
            event
            for event in events
            if expected["holds"] in [names[claim] for claim in event.claims]
        )
        values = {field: value for field, value in expected.items() if field != "holds"}
        assert {field: shown(event)[field] for field in values} == values


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_order_of_documents_and_claims_makes_no_difference(case, tell, kinds, atlas):
    readings = [tell(document) for document in case["document"]]
    expected = consolidate(readings, hierarchy=atlas, kinds=kinds)
    shuffle = random.Random(7).shuffle
    for _ in range(3):
        shuffle(readings)
        assert consolidate(readings, hierarchy=atlas, kinds=kinds) == expected
