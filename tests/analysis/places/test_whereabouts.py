from __future__ import annotations

import pytest

from dateline.types import Document


@pytest.fixture
def where(engine):
    """The places of the event that a word of a text tells."""

    def find(text: str, word: str) -> list[str]:
        (survey,) = engine.survey_each([Document("a.txt", "test", text, language="en")])
        told = next(told for told in survey.told if told.span.of(text) == word)
        return [place.of(text) for place in told.places]

    return find


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        # its own clause
        ("Rebels shot a guard in Beni and burned a school in Goma.", "shot", ["Beni"]),
        ("Rebels shot a guard in Beni and burned a school in Goma.", "burned", ["Goma"]),
        ("The army captured Marib.", "captured", ["Marib"]),
        ("Mourners in Khartoum marched for peace.", "marched", ["Khartoum"]),
        ("Police searched a Nairobi mosque.", "searched", ["Nairobi"]),
        # a clause that shares it
        ("A bomber rammed a gate in Kidal, killing nine soldiers.", "killing", ["Kidal"]),
        ("In Gao, a mob stormed the court and burned it.", "burned", ["Gao"]),
        ("Two farmers were shot and killed in Beni.", "shot", ["Beni"]),
        # the town, not what it lies in
        ("A bomb exploded in Cizre, Turkey.", "exploded", ["Cizre"]),
        ("A bomb exploded in Cizre in southern Turkey.", "exploded", ["Cizre"]),
        ("A bomb exploded in the Turkish town of Cizre.", "exploded", ["Cizre"]),
        ("Gunmen killed a judge in Nigeria's northern city of Kano.", "killed", ["Kano"]),
        ("A mine exploded in the Badia area of Homs.", "exploded", ["Badia"]),
        # not what helps to find it
        ("A mine exploded in Anefis, 90 km south of Kidal.", "exploded", ["Anefis"]),
        ("Gunmen killed two men in Kaga near Maiduguri.", "killed", ["Kaga"]),
        ("A mine exploded south of Kidal.", "exploded", ["Kidal"]),
        # not where somebody spoke or comes from
        ("A spokesman in Nairobi said rebels had shelled Baidoa.", "shelled", ["Baidoa"]),
        ("Refugees from Darfur marched in Cairo.", "marched", ["Cairo"]),
        ("Thousands marched against the war on Yemen through Madrid.", "marched", ["Madrid"]),
        # what is listed with it
        ("Jets bombed Idlib, Hama and Homs.", "bombed", ["Idlib", "Hama", "Homs"]),
        ("Clashes broke out in Beni and in Goma.", "broke", ["Beni", "Goma"]),
        # a person with the name of a place
        ("Police shot Bryant in Mombasa.", "shot", ["Mombasa"]),
        ("Nobody was hurt.", "hurt", []),
    ],
)
def test_says_where_an_event_was(where, text, word, places):
    assert where(text, word) == places
