from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.discourse.antecedents import Discourse, is_generic
from dateline.types import Confidence

TABLE = Path(__file__).parents[2] / "cases" / "antecedents.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_finds_whom_words_stand_for(case, differences):
    assert differences(case) == []


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The rebels left.", "rebels", True),
        ("These rebels left.", "rebels", True),
        ("The army left.", "army", True),
        ("The Syrian army left.", "army", False),
        ("Ten rebels left.", "rebels", False),
        ("Rebels left.", "Rebels", False),
        ("The fighters of the Islamic State left.", "fighters", False),
        ("The bridge left.", "bridge", False),
    ],
)
def test_a_group_named_only_by_what_it_is_is_generic(passage, text, head, expected):
    here = passage(text)
    assert is_generic(here(head), here.phrases) is expected


def heard(passage, *texts: str) -> Discourse:
    discourse = Discourse()
    for number, text in enumerate(texts):
        discourse.hear(passage(text).phrases, number)
    return discourse


def test_what_nothing_stands_for_stays_open_with_low_confidence(passage):
    here = passage("The rebels left.")
    mention = Discourse().resolve(here("rebels"), here.phrases, 0)
    assert mention is not None
    assert mention.antecedent is None
    assert mention.confidence is Confidence.LOW


def test_a_name_needs_no_antecedent(passage):
    here = passage("Hezbollah left.")
    assert Discourse().resolve(here("Hezbollah"), here.phrases, 0) is None


def test_a_pronoun_does_not_reach_beyond_two_sentences(passage):
    discourse = heard(passage, "Hezbollah left.", "It rained.", "It was cold.")
    here = passage("They returned.")
    far = discourse.resolve(here("They"), here.phrases, 4)
    assert far is not None
    assert far.antecedent is None


def test_he_is_never_a_group(passage):
    discourse = heard(passage, "Hezbollah left.")
    here = passage("He returned.")
    mention = discourse.resolve(here("He"), here.phrases, 1)
    assert mention is not None
    assert mention.antecedent is None


def test_a_state_is_no_rebel_group_and_a_rebel_group_no_army(read):
    text = "The Lebanese army left Tyre. The militants attacked Sidon."
    (claim,) = [claim for claim in read(text) if claim.kind == "offensive"]
    assert [mention.antecedent for mention in claim.actors] == [None]
