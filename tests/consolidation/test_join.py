from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

from dateline.consolidation.events import consolidate
from dateline.consolidation.join import REACH

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
        "extent": sorted(site.name for site in event.extent),
        "location": event.location and event.location.name,
        "speakers": list(event.speakers),
        "tolls": [
            f"{toll.kind} {toll.whose or '?'} {toll.low} {toll.best} {toll.high}"
            for toll in event.tolls
        ],
        "ledger": [
            f"{toll.kind} {entry.toll.low}: {entry.claimant}"
            + (", left out" if entry.superseded else "")
            for toll in event.tolls
            for entry in toll.ledger
        ],
        "independent": len(event.voices),
        "grade": event.grade,
        "contradictions": [found.because for found in event.contradictions],
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


def passages_of(number, *, attackers):
    """A long text: one attack in the first paragraph and one far below, by name or not."""
    filler = "\n\n".join(["Nothing happened that day."] * number)
    attack = f"{attackers} attacked the army."
    text = f"Quiet days\n\n{attack}\n\n{filler}\n\n{attack}"
    claims = [
        {
            "trigger": f"attacked#{n}",
            "kind": "offensive",
            "actors": [attackers],
            "targets": ["army"],
        }
        for n in (1, 2)
    ]
    return {"text": text, "claim": claims}


@pytest.mark.parametrize(("paragraphs", "count"), [(10, 1), (REACH, 2)])
def test_far_down_a_text_has_moved_on(paragraphs, count, tell, kinds, atlas):
    told = passages_of(paragraphs, attackers="Red Front")
    assert len(consolidate([tell(told)], hierarchy=atlas, kinds=kinds).events) == count


def test_a_headline_reaches_down_the_whole_text(tell, kinds, atlas):
    filler = "\n\n".join(["Nothing happened that day."] * (REACH + 5))
    attack = {"kind": "offensive", "actors": ["Red Front"], "targets": ["army"]}
    told = {
        "text": f"Red Front attacks army\n\n{filler}\n\nRed Front attacked the army.",
        "claim": [{**attack, "trigger": "attacks"}, {**attack, "trigger": "attacked"}],
    }
    assert len(consolidate([tell(told)], hierarchy=atlas, kinds=kinds).events) == 1


def test_a_summary_joins_the_one_thing_that_fits_it_clearly_better(tell, kinds, atlas):
    told = {
        "text": "Red Front strikes army at Oldtown\n\n"
        "Red Front struck the army at Oldtown, killing 5, and struck a post.",
        "claim": [
            {"trigger": "strikes", "kind": "offensive", "actors": ["Red Front"],
             "targets": ["army"], "places": ["Oldtown"]},
            {"trigger": "struck", "kind": "offensive", "actors": ["Red Front"],
             "targets": ["army"], "places": ["Oldtown"]},
            {"trigger": "struck#2", "kind": "offensive", "actors": ["Red Front"],
             "targets": ["post"]},
        ],
    }  # fmt: skip
    events = consolidate([tell(told)], hierarchy=atlas, kinds=kinds).events
    assert [len(event.claims) for event in events] == [2, 1]
