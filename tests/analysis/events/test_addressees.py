from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TABLE = Path(__file__).parents[2] / "cases" / "addressees.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_finds_whom_it_is_directed_at(case, differences):
    assert differences(case) == []
