"""What is read wrongly today: a case that passes has to move to the table of its behaviour."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TABLE = Path(__file__).parent.parent / "cases" / "known_gaps.toml"
GAPS = tomllib.loads(TABLE.read_text(encoding="utf-8"))["gap"]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["name"], marks=pytest.mark.xfail(reason=gap["reason"]))
        for gap in GAPS
        for case in gap["case"]
    ],
)
def test_will_be_read_rightly(case, differences):
    assert differences(case) == []
