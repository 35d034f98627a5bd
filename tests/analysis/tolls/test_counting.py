from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.tolls.counting import find_tolls
from dateline.analysis.tolls.toll_words import is_consequence

TABLE = Path(__file__).parents[2] / "cases" / "tolls.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_counts_people(case, differences):
    assert differences(case) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Rebels killed ten men.", ["killed 10 ten men"]),
        ("Ten men were killed.", ["killed 10 Ten men"]),
        ("Ten men died.", ["killed 10 Ten men"]),
        ("Ten men who died were farmers.", ["killed 10 Ten men"]),
        ("Ten men killed on Friday were farmers.", ["killed 10 Ten men"]),
        ("They left ten men dead.", ["killed 10 ten men"]),
        ("Ten dead in blast", ["killed 10 None"]),
        ("It claimed the lives of ten men.", ["killed 10 ten men"]),
        ("It claimed ten lives.", ["killed 10 None"]),
        ("The deaths of ten men were reported.", ["killed 10 ten men"]),
        ("Twelve deaths were reported.", ["killed 12 None"]),
        ("The death toll rose to 25.", ["killed 25 None"]),
        ("The army suffered losses.", ["killed None The army"]),
        ("Ten men were missing.", ["missing 10 Ten men"]),
        ("Ten men surrendered.", ["surrendered 10 Ten men"]),
        ("Gunmen shot dead a priest.", ["killed 1 a priest"]),
        ("Gunmen killed farmers.", ["killed None farmers"]),
        ("Gunmen killed the farmers.", []),
        ("The army freed the prisoners.", []),
        ("They killed 20 cows.", []),
        ("They killed time.", []),
        ("The town is calm.", []),
    ],
)
def test_finds_every_figure_of_people(passage, text, figures):
    here = passage(text)
    found = [toll.toll for toll in find_tolls(here.phrases, here.sentence)]
    assert [
        f"{toll.kind} {toll.low} {toll.whose and toll.whose.span.of(text)}" for toll in found
    ] == figures


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Rebels killed ten men.", "killed", True),
        ("Rebels wounded ten men.", "wounded", True),
        ("Rebels freed ten men.", "freed", False),
        ("Rebels attacked ten men.", "attacked", False),
    ],
)
def test_killing_and_wounding_can_be_the_consequence_of_another_event(
    passage, text, verb, expected
):
    assert is_consequence(passage(text)(verb)) is expected
