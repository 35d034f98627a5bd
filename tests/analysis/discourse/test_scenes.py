"""What a paragraph tells of next happened where it last told of something."""

from __future__ import annotations

import pytest

from dateline.pipeline import shared_engine
from dateline.types import Confidence


def places_of(text: str, trigger: str) -> list[str]:
    (claim,) = (
        claim
        for claim in shared_engine().read_text(text, language="en").reading.claims
        if claim.trigger.of(text) == trigger
    )
    return [mention.names.of(text) for mention in claim.places]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Fighters entered Kirumba on Friday. Shops were looted during the night.", "looted"),
        ("Gunmen attacked a mosque in Kirumba. The attackers burned ten houses.", "burned"),
        ("Rebels took Kirumba on Friday. No fighting was reported.", "fighting"),
        ("Kirumba: Rebels burned ten houses.", "burned"),
        ("A day of fighting\n\nKirumba\nRebels burned ten houses in the night.", "burned"),
    ],
)
def test_it_goes_on_where_the_paragraph_is(text, trigger):
    assert places_of(text, trigger) == ["Kirumba"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # another paragraph
        ("Fighters entered Kirumba on Friday.\n\nShops were looted by soldiers.", "looted"),
        # where they talk is not where they fight
        ("Envoys met rebel leaders in Doha. Rebels burned ten houses.", "burned"),
        # a country is too wide a scene
        ("Rebels shelled villages in Niger. They burned ten houses.", "burned"),
        # what is to come may come elsewhere
        ("Fighters entered Kirumba. The army plans an offensive.", "offensive"),
    ],
)
def test_it_may_be_anywhere_else(text, trigger):
    assert places_of(text, trigger) == []


def test_a_place_named_since_is_the_scene():
    text = "Gunmen burned a church in Kirumba. In Goma police arrested a man. They seized weapons."
    assert places_of(text, "seized") == ["Goma"]


def test_a_lent_place_is_of_low_confidence_and_says_why():
    text = "Fighters entered Kirumba on Friday. Shops were looted during the night."
    looted = shared_engine().read_text(text, language="en").reading.claims[-1]
    (place,) = looted.places
    assert (place.confidence, place.span) == (Confidence.LOW, looted.trigger)
    assert "paragraph" in place.because
