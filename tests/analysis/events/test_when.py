from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TABLE = Path(__file__).parents[2] / "cases" / "times_of_claims.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_time_belongs_to_the_event_it_dates(case, read):
    text = case["text"]
    found = [
        [claim.trigger.of(text), [time.span.of(text) for time in claim.times]]
        for claim in read(text)
    ]
    assert found == case["times"]


def test_a_time_is_no_part_of_who_acts(read):
    text = "On Tuesday militias attacked police in Tripoli. In 2011 rebels took Misrata."
    actors = [[actor.span.of(text) for actor in claim.actors] for claim in read(text)]
    assert actors == [["militias"], ["rebels"]]
