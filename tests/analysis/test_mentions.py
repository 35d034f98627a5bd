from __future__ import annotations

import pytest

from dateline.types import Document


@pytest.fixture
def mentions(engine):
    """What a text names, of one kind."""

    def find(text: str, kind: str) -> list[str]:
        (survey,) = engine.survey_each([Document("a.txt", "test", text, language="en")])
        return [mention.span.of(text) for mention in survey.mentions if mention.kind == kind]

    return find


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Rebels met the government of Mali.", ["Rebels", "the government of Mali"]),
        ("We met Minister Zwingli.", ["We", "Minister Zwingli", "Zwingli"]),
        ("The counter-ISIS alliance met.", ["The counter-ISIS alliance", "ISIS"]),
        ("They thanked Coalition partners.", ["They", "Coalition", "Coalition partners"]),
        ("Kenya and Uganda sent troops.", ["Kenya", "Uganda", "troops"]),
        ("Supporters of al-Qaida fled.", ["Supporters of al-Qaida", "al-Qaida"]),
    ],
)
def test_names_who_acts_and_the_names_within(mentions, text, actors):
    assert mentions(text, "actor") == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("It rained in March.", []),
        ("Operation Zwingli began.", []),
        ("A convoy left Kenya.", ["A convoy"]),
    ],
)
def test_a_month_an_operation_and_a_country_left_are_no_actors(mentions, text, actors):
    assert mentions(text, "actor") == actors


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kenya's government met.", ["Kenya"]),
        ("The Government of Mali met.", ["Mali"]),
        ("The Minister of Defence of Sri Lanka met him.", ["Sri Lanka"]),
        ("The Communist Party of India met.", []),
        ("Clashes shook northern Mali.", ["northern Mali", "Mali"]),
        ("They entered the city of Goma.", ["the city of Goma", "Goma"]),
        ("Shells hit a hospital.", ["a hospital"]),
        ("The vote took place on the ground.", []),
        ("U.S. forces left.", []),
        ("Members of al-Qaida met.", []),
    ],
)
def test_names_places_and_what_relates_to_them(mentions, text, places):
    assert mentions(text, "place") == places


def test_names_times_figures_and_weapons(mentions):
    text = "On Monday two tanks fired six rockets."
    assert mentions(text, "time") == ["Monday"]
    assert mentions(text, "quantity") == ["two", "six"]
    assert mentions(text, "weapon") == ["two tanks", "six rockets"]
    assert mentions("The soldiers left one by one.", "quantity") == []


def test_the_places_of_a_dateline_are_named_too(engine):
    text = "NAIROBI, Kenya (AP) — Two men were arrested in Mombasa on Friday."
    (survey,) = engine.survey_each([Document("a.txt", "test", text)])
    assert [span.of(text) for span in survey.places] == ["NAIROBI", "Kenya", "Mombasa"]
