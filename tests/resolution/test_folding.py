import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolution.folding import fold

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "folding.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["same"], ids=lambda case: case["names"][0])
def test_spellings_of_one_name_fold_together(case: dict[str, list[str]]) -> None:
    assert len({fold(name) for name in case["names"]}) == 1, {n: fold(n) for n in case["names"]}


@pytest.mark.parametrize("case", CASES["apart"], ids=lambda case: case["names"][0])
def test_different_names_stay_apart(case: dict[str, list[str]]) -> None:
    assert len({fold(name) for name in case["names"]}) == len(case["names"])


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


# Random text seldom has articles and sun letters; words made of their pieces often do.
PIECES = st.sampled_from(
    ["al", "el", "ez", "az", "as", "bu", "abu", "albu", "deir", "zz", "ou", "aw", "ay", "iy", "yi",
     "ey", "qu", "dj", "h", "ah", "eh", "u", "w", "e", "a", "kamal", "-", " ", "'", "ʿ", "ß", "ı"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8).map("".join))
def test_folding_twice_changes_nothing_in_arabic_shapes(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_a_name_of_signs_alone_folds_to_nothing() -> None:
    assert fold(" - ' ") == ""
