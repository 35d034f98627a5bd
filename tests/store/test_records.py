"""What the store hands out can be printed as it is, and loads only when it is used."""

from __future__ import annotations

import pytest

import dateline.store
from dateline.store import Found, Problem, RecordKind


def test_found_records_and_problems_are_lines_for_a_person():
    assert str(Found(RecordKind.EVENT, "a1b2c3")) == "event a1b2c3"
    problem = Problem("claim a1b2c3", "no reading holds it", "run `dateline reread`")
    assert str(problem) == "claim a1b2c3: no reading holds it: run `dateline reread`"


@pytest.mark.parametrize("name", dateline.store.__all__)
def test_every_public_name_of_the_store_can_be_had(name):
    assert getattr(dateline.store, name).__name__ == name


def test_a_name_the_store_does_not_have_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Shop'"):
        dateline.store.Shop  # noqa: B018
