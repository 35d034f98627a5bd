from __future__ import annotations

import pytest

from dateline.analysis.places.where import find_named
from dateline.analysis.text.blocks import Part


@pytest.fixture
def named(passage):
    """The names of the places in a text."""

    def find(text: str, part: Part = Part.BODY) -> list[str]:
        return [place.named.of(text) for place in find_named(passage(text, part).phrases)]

    return find


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen burned the village of Kwallabwe.", ["Kwallabwe"]),
        ("Gunmen burned the village Kwallabwe.", ["Kwallabwe"]),
        ("Shells fell on Kwallabwe district.", ["Kwallabwe"]),
        ("They blew up the Kwallabwe Bridge.", ["Kwallabwe Bridge"]),
        ("They met in an area known as El Mbutu.", ["El Mbutu"]),
        ("They met in the northern Mbutu.", ["Mbutu"]),
        ("Soldiers patrolled Mbutu and Tsekwa.", ["Mbutu", "Tsekwa"]),
        ("They shelled the towns of Mbutu, Tsekwa and al-Fawr.", ["Mbutu", "Tsekwa", "al-Fawr"]),
        ("They burned Mbutu and Tsekwa villages.", ["Mbutu", "Tsekwa"]),
        ("Herders raided three villages: Mbutu, Tsekwa and Ngawi.", ["Mbutu", "Tsekwa", "Ngawi"]),
        ("Mbutu, a village in Kivu, was burned.", ["Mbutu", "Kivu"]),
        ("The convoy stopped on Route 4.", ["Route 4"]),
        ("Pirates boarded the ship off the Horn of Africa.", ["Horn of Africa"]),
        ("They met in Kaga local government area.", ["Kaga"]),
    ],
)
def test_words_beside_a_name_make_it_a_place(named, text, places):
    assert named(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The rebels shelled the Goma Cement Factory.", ["Goma Cement Factory"]),
        ("Police met marchers in New York City.", ["New York City"]),
        ("Students marched in Nairobi Monday.", ["Nairobi"]),
    ],
)
def test_a_name_is_taken_whole(named, text, places):
    assert named(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Villagers were held in Zwingli custody.",  # whose custody, not where
        "The men died in Operation Zwingli.",
        "The soldiers fought in World War II.",
        "It was said in General Zwingli's letter.",
        "He met Zwingli and Calvino.",
        "They met in March.",
    ],
)
def test_a_name_that_is_no_place_stays_none(named, text):
    assert named(text) == []


def test_a_headline_tells_nothing_of_what_is_a_name(named):
    assert named("Rebels Attack Kwallabwe Bridge", Part.HEADLINE) == []
