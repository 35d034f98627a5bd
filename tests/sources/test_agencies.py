"""Telling whose text another outlet prints."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from dateline.sources.agencies import find_agency

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/agencies.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"][:40])
def test_the_agency_that_signs_is_found_and_one_that_is_quoted_is_not(case) -> None:
    assert find_agency(case["text"]) == case.get("agency")


@pytest.mark.parametrize("piece", ["(AP/", "By ", "a. (AP", "– ", "Source: AFP, ", '." ('])
def test_no_text_keeps_the_search_for_long(piece: str) -> None:
    start = time.perf_counter()
    find_agency(piece * (100_000 // len(piece)))
    assert time.perf_counter() - start < 0.05
