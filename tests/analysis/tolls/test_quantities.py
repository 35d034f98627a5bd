from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analysis.grammar.parse import Text
from dateline.analysis.text.blocks import Part
from dateline.analysis.tolls.quantities import find_quantity
from dateline.types import Qualifier

EXACT, AT_LEAST, ABOUT, AT_MOST, VAGUE = Qualifier


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier"),
    [
        ("12", 12, 12, EXACT),
        ("three", 3, 3, EXACT),
        ("seventeen", 17, 17, EXACT),
        ("forty", 40, 40, EXACT),
        ("twenty-five", 25, 25, EXACT),
        ("one hundred", 100, 100, EXACT),
        ("a hundred", 100, 100, EXACT),
        ("two hundred", 200, 200, EXACT),
        ("one hundred and ten", 110, 110, EXACT),
        ("three thousand", 3_000, 3_000, EXACT),
        ("two million", 2_000_000, 2_000_000, EXACT),
        ("6.8 million", 6_800_000, 6_800_000, EXACT),
        ("more than 1.5 million", 1_500_000, None, AT_LEAST),
        ("two and a half million", 2_500_000, 2_500_000, EXACT),
        ("1,200", 1_200, 1_200, EXACT),
        ("1.200", 1_200, 1_200, EXACT),
        ("12,000", 12_000, 12_000, EXACT),
        ("1,234,567", 1_234_567, 1_234_567, EXACT),
        ("60 thousand", 60_000, 60_000, EXACT),
        ("a dozen", 12, 12, EXACT),
        ("two dozen", 24, 24, EXACT),
        ("at least 10", 10, None, AT_LEAST),
        ("at least twenty-two", 22, None, AT_LEAST),
        ("more than 300", 300, None, AT_LEAST),
        ("no fewer than 40", 40, None, AT_LEAST),
        ("not less than 40", 40, None, AT_LEAST),
        ("over 50", 50, None, AT_LEAST),
        pytest.param(
            "upwards of 70",
            70,
            None,
            AT_LEAST,
            marks=pytest.mark.xfail(reason="the number behind “upwards of” is not seen"),
        ),
        ("up to 60", None, 60, AT_MOST),
        ("as many as 60", None, 60, AT_MOST),
        ("fewer than 20", None, 20, AT_MOST),
        ("no more than 20", None, 20, AT_MOST),
        ("about 50", 50, 50, ABOUT),
        ("around 50", 50, 50, ABOUT),
        ("some 200", 200, 200, ABOUT),
        ("nearly 30", 30, 30, ABOUT),
        ("roughly 30", 30, 30, ABOUT),
        ("an estimated 400", 400, 400, ABOUT),
        ("10 to 15", 10, 15, ABOUT),
        ("between 10 and 15", 10, 15, ABOUT),
        ("two or three", 2, 3, ABOUT),
        ("20-25", 20, 25, ABOUT),
        ("20–25", 20, 25, ABOUT),
        ("dozens of", 24, None, VAGUE),
        ("hundreds of", 200, None, VAGUE),
        ("thousands of", 2_000, None, VAGUE),
        ("several", 2, None, VAGUE),
        ("a few", 2, None, VAGUE),
        ("many", None, None, VAGUE),
        ("some", None, None, VAGUE),
    ],
)
def test_reads_a_figure(passage, words, low, high, qualifier):
    here = passage(f"{words[0].upper()}{words[1:]} villagers were killed.")
    head = here("killed").child("nsubjpass")
    quantity = find_quantity(head, here.sentence)
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize("words", ["villagers", "the villagers", "their villagers"])
def test_a_bare_plural_has_no_figure(passage, words):
    here = passage(f"Gunmen killed {words}.")
    assert find_quantity(here("villagers"), here.sentence) is None


def test_a_single_one_is_one(passage):
    here = passage("Gunmen killed a villager.")
    quantity = find_quantity(here("villager"), here.sentence)
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.span.of(here.text)) == (1, 1, "a villager")


def test_the_one_is_no_figure(passage):
    here = passage("Gunmen killed the villager.")
    assert find_quantity(here("villager"), here.sentence) is None


def test_the_quote_holds_the_qualifier_and_the_number(passage):
    here = passage("Gunmen killed at least 12 villagers.")
    quantity = find_quantity(here("villagers"), here.sentence)
    assert quantity is not None
    assert quantity.span.of(here.text) == "at least 12"


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 9_999_999))
def test_any_number_in_digits_is_itself(engine, number):
    for words in (str(number), f"{number:,}"):
        text = f"Gunmen killed {words} villagers."
        (sentence,) = engine.find_claims.parser([Text(text, 0, Part.BODY, 0)])
        head = next(token for token in sentence.tokens if token.text == "villagers")
        quantity = find_quantity(head, sentence)
        assert quantity is not None
        assert (quantity.low, quantity.high) == (number, number)
