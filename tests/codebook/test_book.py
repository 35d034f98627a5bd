"""A codebook finds its kinds and maps them to the other schemes."""

from __future__ import annotations

import pytest

from dateline.codebook.book import Circumstances, Codebook
from dateline.codebook.kinds import Acled, Condition, Kind
from dateline.errors import UsageError
from dateline.types import KindId, Status

SMALL = Codebook(
    kinds=(
        Kind(
            id=KindId("takeover"),
            label="Takeover",
            definition="A place changes hands.",
            family="fighting",
            acled=(
                Acled(event="Battles", sub_event="by a state", when=Condition(inter=(1,))),
                Acled(event="Battles", sub_event="from a state", when=Condition(target_inter=(1,))),
                Acled(
                    event="Battles", sub_event="not done", when=Condition(status=(Status.FAILED,))
                ),
                Acled(event="Battles", sub_event="gassed", when=Condition(words=("tear gas",))),
            ),
        ),
        Kind(id=KindId("talks"), label="Talks", definition="Sides meet."),
    )
)


@pytest.mark.parametrize(
    ("known", "expect"),
    [
        ({}, None),
        ({"inter": 1}, "by a state"),
        ({"inter": 2}, None),
        ({"inter": 2, "target_inter": 1}, "from a state"),
        ({"inter": 1, "target_inter": 1}, "by a state"),
        ({"status": Status.FAILED}, "not done"),
        ({"status": Status.OCCURRED}, None),
        ({"words": {"gas", "tear"}}, "gassed"),
        ({"words": {"gas"}}, None),
    ],
)
def test_the_first_mapping_whose_condition_holds_applies(known, expect) -> None:
    found = SMALL.acled_of("takeover", **known)
    assert (found.sub_event if found else None) == expect


def test_every_field_of_a_condition_must_hold() -> None:
    condition = Condition(inter=(1,), target_inter=(7,))
    assert Circumstances(inter=1, target_inter=7).meet(condition)
    assert not Circumstances(inter=1, target_inter=2).meet(condition)


def test_a_kind_without_mappings_maps_to_nothing() -> None:
    assert SMALL.plover_of("talks") is None
    assert SMALL.cameo_of("talks") is None
    assert SMALL.acled_of("talks") is None
    assert SMALL.ucdp_of("talks") is None


def test_an_unknown_kind_is_refused_with_the_near_ones() -> None:
    with pytest.raises(UsageError, match=r"no kind 'takover'.*did you mean takeover\?"):
        SMALL.kind("takover")


def test_a_kind_that_is_near_nothing_is_refused_with_the_place_to_look() -> None:
    with pytest.raises(UsageError, match=r"no kind 'xyz'.*see `dateline codebook`"):
        SMALL.kind("xyz")


def test_knows_which_kinds_it_has() -> None:
    assert "talks" in SMALL
    assert "parley" not in SMALL


def test_a_kind_may_stand_alone() -> None:
    assert SMALL.family_of("takeover") == "fighting"
    assert SMALL.family_of("talks") is None
