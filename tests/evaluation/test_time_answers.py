from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.evaluation.answers.tenses import is_ahead
from dateline.evaluation.answers.times import answer
from dateline.evaluation.answers.timex import length_of
from dateline.evaluation.rows import TimesRow
from dateline.types import Span

TABLE = Path(__file__).parent.parent / "cases" / "timex.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_gives_each_expression_its_type_and_value(case):
    row = TimesRow(id="a", text=case["text"], published=case.get("published"))
    (said,) = answer([row], None)
    assert [[time.quote, time.type, time.value or ""] for time in said.times] == case["found"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_expression_is_words_of_the_text(case):
    (said,) = answer([TimesRow(id="a", text=case["text"])], None)
    for time in said.times:
        assert " ".join(case["text"][time.start : time.end].split()) == time.quote


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two years", "P2Y"),
        ("at least twenty-five days", "P25D"),
        ("a couple of hours", "PT2H"),
        ("a few minutes", "PTXM"),
        ("three-day", "P3D"),
        ("five trading days", "P5D"),
        ("a fortnight", "P2W"),
        ("two decades", "P20Y"),
        ("four years ago", "P4Y"),
        ("two days ago", None),
        ("last week", None),
        ("the offensive", None),
    ],
)
def test_an_amount_is_written_as_a_period(words, value):
    assert length_of(words) == value


@pytest.mark.parametrize(
    ("before", "after", "ahead"),
    [
        ("The bridge will open on ", ".", True),
        ("It is due to be finished by ", ".", True),
        ("A ", " deadline was missed.", True),
        ("On ", " the port will close.", True),
        ("The port closed on ", ".", False),
        ("He will go, they said on ", ".", False),
        ("He will go. They came on ", ".", False),
    ],
)
def test_the_words_around_tell_what_is_ahead(before, after, ahead):
    text = f"{before}3 June{after}"
    assert is_ahead(text, Span(len(before), len(before) + 6)) is ahead
