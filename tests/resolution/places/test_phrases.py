from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolution.places.phrases import PlacePhrase, Relation, read_place_phrase
from dateline.types import PlaceKind

TABLE = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "place_phrases.toml").read_text("utf-8")
)


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["words"])
def test_takes_a_phrase_apart(case: dict[str, Any]) -> None:
    phrase = read_place_phrase(case["words"], set(TABLE["known"]).__contains__)
    assert phrase == PlacePhrase(
        tuple(case["names"]),
        Relation(case.get("relation", "at")),
        PlaceKind(case["kind"]) if "kind" in case else None,
        tuple(case.get("within", ())),
        case.get("bearing"),
        pytest.approx(case["distance_km"]) if "distance_km" in case else None,
    )


@given(st.text(max_size=60))
def test_any_text_gives_a_phrase_with_a_name(words: str) -> None:
    assert read_place_phrase(words, lambda name: False).names


WORDS = st.sampled_from(
    "the of in at near between and 12 km north south from to road village province Homs Idlib's ,"
    " outskirts countryside – axis a".split()
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_order_of_the_words_it_knows_gives_a_phrase(words: str) -> None:
    assert read_place_phrase(words, {"Homs", "Idlib"}.__contains__).names


def test_a_long_run_of_odd_words_takes_no_time() -> None:
    start = time.perf_counter()
    for words in ("north of " * 200, "between a and " * 200, "a, " * 2000, "x " * 20_000):
        read_place_phrase(words, lambda name: False)
    assert time.perf_counter() - start < 2
