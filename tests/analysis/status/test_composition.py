from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.roles.arguments import find_arguments
from dateline.analysis.speech.reporting import load_speech
from dateline.analysis.status.attitudes import load_attitudes
from dateline.analysis.status.composition import StatusReader
from dateline.analysis.triggers.finding import TriggerIndex
from dateline.types import Status

TABLE = Path(__file__).parents[2] / "cases" / "status.toml"
TABLES = (TABLE, TABLE.with_name("constructions.toml"))
CASES = [
    case for table in TABLES for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_judges_whether_it_happened(case, differences):
    assert differences(case) == []


def test_every_status_has_at_least_six_cases():
    told = [claim.get("status") for case in CASES for claim in case.get("claims", ())]
    gaps = tomllib.loads((TABLE.parent / "known_gaps.toml").read_text(encoding="utf-8"))["gap"]
    told += [
        claim.get("status")
        for gap in gaps
        for case in gap["case"]
        for claim in case.get("claims", ())
    ]
    assert {status: told.count(status) >= 6 for status in Status} == dict.fromkeys(Status, True)


@pytest.fixture(scope="session")
def judge(engine, passage):
    """The judgement of the trigger that a word is part of, and its hedges."""
    index = TriggerIndex(engine.codebook)
    attitudes = load_attitudes()
    reader = StatusReader.of(attitudes, load_speech())

    def of(text: str, word: str):
        here = passage(text)
        match = next(
            option
            for token in here.sentence.tokens
            for option in index.options(token, here.sentence)
            if here(word) in option.tokens
        )
        arguments = find_arguments(match, attitudes)
        judgement = reader(match.head, arguments, here.sentence)
        return judgement, here.words(reader.hedges(match.head, arguments, here.sentence))

    return of


@pytest.mark.parametrize(
    ("text", "word", "cue", "because"),
    [
        ("Rebels attacked soldiers.", "attacked", None, "it is told as a fact"),
        ("Rebels will attack soldiers.", "attack", "will", "“will” governs it"),
        ("Rebels did not attack soldiers.", "attack", "not", "“not” negates it"),
        ("Rebels are attacking soldiers.", "attacking", "attacking", "it is told as going on"),
        ("The failed attack on soldiers ended.", "attack", "failed", "“failed” stands before it"),
        ("Rebels failed to attack soldiers.", "attack", "failed", "“failed” governs it"),
        ("Did rebels attack soldiers?", "attack", "?", "it is asked, not told"),
    ],
)
def test_shows_the_word_and_the_step_that_decide(judge, text, word, cue, because):
    judgement, _ = judge(text, word)
    assert (judgement.cue and judgement.cue.text) == cue
    assert judgement.because == because


@pytest.mark.parametrize(
    ("text", "word", "hedges"),
    [
        ("Rebels reportedly attacked soldiers.", "attacked", ["reportedly"]),
        ("Suspected rebels attacked soldiers.", "attacked", ["Suspected"]),
        ("The alleged attack on soldiers ended.", "attack", ["alleged"]),
        ("Rebels are believed to have attacked soldiers.", "attacked", ["believed"]),
        ("Rebels attacked soldiers.", "attacked", []),
    ],
)
def test_hears_what_holds_back(judge, text, word, hedges):
    assert judge(text, word)[1] == hedges
