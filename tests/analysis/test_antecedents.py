from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TABLE = Path(__file__).parent.parent / "cases" / "antecedents.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_finds_whom_words_stand_for(case, differences):
    assert differences(case) == []
