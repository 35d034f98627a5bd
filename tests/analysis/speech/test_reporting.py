from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.speech.reporting import load_speech
from dateline.types import Stance

TABLE = Path(__file__).parents[2] / "cases" / "speakers.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_tells_who_says_it(case, differences):
    assert differences(case) == []


@pytest.mark.parametrize(
    ("text", "word", "layers"),
    [
        ("The army said rebels attacked.", "attacked", [("says", "said", "army")]),
        ("Rebels attacked, the army said.", "attacked", [("says", "said", "army")]),
        ("The army denied that rebels attacked.", "attacked", [("denies", "denied", "army")]),
        ("Kyiv accused Moscow of shelling Kherson.", "shelling",
         [("accuses", "accused", "Kyiv")]),
        ("Rebels claimed the attack.", "attack", [("claims", "claimed", "Rebels")]),
        ("Rebels admitted responsibility for the attack.", "attack",
         [("claims", "admitted", "Rebels")]),
        ("Rebels attacked, according to residents.", "attacked",
         [("says", "according", "residents")]),
        ("It was said that rebels attacked.", "attacked", [("says", "said", None)]),
        ("The man said the army claimed that rebels attacked.", "attacked",
         [("claims", "claimed", "army"), ("says", "said", "man")]),
        ("Rebels attacked.", "attacked", []),
    ],
)  # fmt: skip
def test_finds_the_layers_of_speech_around_an_event(passage, text, word, layers):
    here = passage(text)
    found = load_speech().around(here(word), here.sentence)
    assert [
        (said.stance, said.cue.text, said.speaker and said.speaker.text) for said in found
    ] == layers


def test_knows_reporting_verbs_and_their_stance(passage):
    speech = load_speech()
    here = passage("The army said that rebels attacked.")
    assert speech.is_reporting(here("said"))
    assert not speech.is_reporting(here("attacked"))
    assert speech.governs(here("attacked"))
    assert not speech.governs(here("said"))
    assert set(speech.verbs.values()) == set(Stance)
