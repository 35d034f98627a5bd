from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.discourse.quotations import find_quotations, quoted_speech
from dateline.analysis.opening import Opener
from dateline.types import Document

TABLE = Path(__file__).parents[2] / "cases" / "quotations.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="session")
def open_passages(engine):
    """The passages of a text."""
    finder = engine.find_claims

    def of(text: str):
        (opened,) = Opener(finder.parser, finder.knowledge)([Document("a.txt", "test", text)])
        return tuple(opened.passages(finder.knowledge))

    return of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_finds_source_cue_and_content(open_passages, engine, case):
    text = case["text"]
    speech = engine.find_claims.knowledge.speech
    found = find_quotations(open_passages(text), text, speech)
    assert [
        {
            **({"source": one.source.of(text)} if one.source else {}),
            "cue": one.cue.of(text),
            "content": [span.of(text) for span in one.content],
        }
        for one in found
    ] == case["quotations"]


def test_only_what_is_between_marks_is_quoted_speech(open_passages, engine):
    speech = engine.find_claims.knowledge.speech
    plain = "The army said rebels had attacked Bor."
    marked = 'The army said: "Rebels attacked Bor."'
    assert quoted_speech(open_passages(plain), plain, speech) == ()
    assert [one.cue.of(marked) for one in quoted_speech(open_passages(marked), marked, speech)] == [
        "said"
    ]


def test_a_claim_in_a_quotation_that_goes_on_keeps_its_speaker(read):
    text = '"Rebels attacked the camp in Kutum. They killed six refugees," said the aid worker.'
    speakers = {claim.speakers[0].speaker.span.of(text) for claim in read(text)}
    assert speakers == {"the aid worker"}
