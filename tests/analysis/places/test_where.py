from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.places.where import find_places, governing
from dateline.types import Confidence, Document

TABLE = Path(__file__).parents[2] / "cases" / "places_of_claims.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_gives_each_claim_its_place(case, differences):
    assert differences(case) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Troops left Mogadishu for Kismayo.", ["Mogadishu", "Kismayo"]),
        ("They met 12 km north of Kidal.", ["12 km north of Kidal"]),
        ("They met in the Badia desert.", ["Badia desert"]),
        ("They met in the province of Idlib.", ["province of Idlib"]),
        ("They met in Kwallabwe.", ["Kwallabwe"]),
        ("They met near Xyzzyq on Monday.", ["Xyzzyq"]),
        ("They met in Monday's rain.", []),
        ("They met at dawn.", []),
    ],
)
def test_finds_every_place_with_the_words_that_relate_to_it(passage, text, places):
    here = passage(text)
    assert [
        place.span.of(text).removeprefix("the ") for place in find_places(here.phrases, ())
    ] == places


def test_who_acts_is_no_place(passage):
    here = passage("Damascus rejected the plan.")
    assert len(find_places(here.phrases, ())) == 1
    assert find_places(here.phrases, [here("Damascus")]) == ()


def test_a_place_goes_to_the_trigger_it_hangs_from(read):
    text = "Rebels attacked soldiers in Beni and bombed a bridge in Goma."
    told = [[mention.span.of(text) for mention in claim.places] for claim in read(text)]
    assert told == [["Beni"], ["Goma"]]
    assert all(
        mention.confidence is Confidence.HIGH for claim in read(text) for mention in claim.places
    )


def test_the_preposition_a_place_stands_behind_governs_it(passage):
    here = passage("They met Moscow's envoys in Beni.")
    owner, place = find_places(here.phrases, ())
    assert governing(owner) is None
    assert governing(place) is here("in")


def test_places_are_found_whether_or_not_anything_happened_there(engine):
    text = "The market in Omdurman opens at eight, near the river in Khartoum."
    findings = engine.find_claims(Document("a.txt", "test", text))
    assert findings.claims == ()
    assert [span.of(text) for span in findings.places] == ["Omdurman", "Khartoum"]
