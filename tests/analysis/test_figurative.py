from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TABLE = Path(__file__).parent.parent / "cases" / "figurative.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_gives_nothing_for_figures_of_speech(case, differences):
    assert differences(case) == []
