from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TABLE = Path(__file__).parent.parent / "cases" / "places_of_claims.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_gives_each_claim_its_place(case, differences):
    assert differences(case) == []
