from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.triggers.figurative import Figurative
from dateline.types import Document

TABLE = Path(__file__).parents[2] / "cases" / "figurative.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_gives_nothing_for_figures_of_speech(case, differences):
    assert differences(case) == []


@pytest.fixture(scope="session")
def figurative(engine):
    return Figurative.of(engine.codebook)


def test_finds_the_listed_phrase_a_word_is_part_of(figurative, passage):
    here = passage("They fought a price war over a heart attack.")
    assert figurative.phrase_at(here("war"), here.sentence) == "price war"
    assert figurative.phrase_at(here("attack"), here.sentence) == "heart attack"
    assert figurative.phrase_at(here("fought"), here.sentence) is None


def test_a_page_in_sporting_company_is_about_sport(figurative, passage):
    sport = [
        passage("The striker fired past the goalkeeper in the cup final.").sentence,
        passage("The coach praised the midfielder after the match.").sentence,
    ]
    war = [passage("Rebels attacked the town.").sentence] * 20
    assert figurative.is_page(tuple(sport))
    assert not figurative.is_page((*sport, *war))
    assert not figurative.is_page(())


def test_an_armed_side_is_believed_even_in_sporting_company(read):
    text = "Al-Shabaab fighters attacked a football match in Kismayo."
    assert [claim.kind for claim in read(text)] == ["offensive"]


def test_what_is_not_believed_is_kept_with_its_reason(engine):
    text = "The visitors shelled the champions of the league."
    findings = engine.find_claims(Document("a.txt", "test", text))
    assert findings.claims == ()
    assert any("keeps it company" in passed.because for passed in findings.passed_over)
