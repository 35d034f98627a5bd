"""Events of two sides are paired one to one; no order and no swap changes who is paired."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.evaluation.comparison.fields import measure_fields
from dateline.evaluation.comparison.matching import match
from dateline.evaluation.comparison.weighing import Coded, Tolerance

from .conftest import make_coded

TOLERANCE = Tolerance()


def names(matching) -> set[tuple[str, str]]:
    return {(pair.mine.name, pair.theirs.name) for pair in matching.pairs}


@st.composite
def codings(draw) -> list[Coded]:
    """Up to eight events near each other in days, places and parties."""
    return [
        make_coded(
            str(number),
            draw(st.sampled_from(["clash", "shelling", "killing", "protest"])),
            day=draw(st.sampled_from(["2024-05-17", "2024-05-18", "2024-05-21", "--05-17", None])),
            last=draw(st.sampled_from([None, None, "2024-05-22"])),
            place=draw(st.sampled_from(["Hajin", "Abu Kamal", None])),
            at=draw(st.sampled_from([(34.69, 40.83), (34.5, 40.9), (36.0, 37.0), None])),
            where=draw(st.sampled_from([1, 2, 4])),
            country=draw(st.sampled_from(["SY", None])),
            actors=draw(st.sampled_from([(), ("army",), ("brigade",), ("front",)])),
            targets=draw(st.sampled_from([(), ("front",), ("villagers",)])),
            reported=draw(st.sampled_from([None, "2024-05-18"])),
            killed=(draw(st.integers(0, 3)), draw(st.sampled_from([3, None]))),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


@settings(max_examples=150, deadline=None)
@given(mine=codings(), theirs=codings())
def test_swapping_the_sides_swaps_the_pairs(world, mine, theirs) -> None:
    one = match(mine, theirs, world, TOLERANCE)
    other = match(theirs, mine, world, TOLERANCE)
    assert names(other) == {(b, a) for a, b in names(one)}
    assert [coded.name for coded in one.only_mine] == [coded.name for coded in other.only_theirs]


@settings(max_examples=100, deadline=None)
@given(mine=codings(), theirs=codings(), shuffle=st.randoms())
def test_the_order_of_the_rows_does_not_matter(world, mine, theirs, shuffle: random.Random) -> None:
    before = match(mine, theirs, world, TOLERANCE)
    shuffle.shuffle(mine)
    shuffle.shuffle(theirs)
    assert match(mine, theirs, world, TOLERANCE) == before


@settings(max_examples=150, deadline=None)
@given(mine=codings())
def test_a_coding_agrees_fully_with_itself(world, mine) -> None:
    matching = match(mine, mine, world, TOLERANCE)
    assert len(matching.pairs) == len(mine)
    for field in measure_fields(matching.pairs, world):
        assert field.rate.hits == field.rate.total, field
        assert field.only_mine == field.only_theirs == 0
        assert field.beyond_chance in (1, None)


@settings(max_examples=100, deadline=None)
@given(mine=codings(), theirs=codings())
def test_nobody_is_paired_twice_and_nobody_is_lost(world, mine, theirs) -> None:
    matching = match(mine, theirs, world, TOLERANCE)
    left = [pair.mine.name for pair in matching.pairs]
    right = [pair.theirs.name for pair in matching.pairs]
    assert sorted([*left, *(c.name for c in matching.only_mine)]) == [c.name for c in mine]
    assert sorted([*right, *(c.name for c in matching.only_theirs)]) == [c.name for c in theirs]


def test_the_best_case_is_taken_first(code, world) -> None:
    mine = [code("1", killed=(9, 9)), code("2", killed=(3, 3))]
    theirs = [code("a", day="2024-05-18", killed=(3, 3)), code("b", killed=(9, 10))]
    assert names(match(mine, theirs, world, TOLERANCE)) == {("1", "b"), ("2", "a")}


def test_what_has_no_pair_is_named_on_its_side(code, world) -> None:
    matching = match(
        [code("1"), code("2", "protest")],
        [code("a"), code("b", day="2024-07-01")],
        world,
        TOLERANCE,
    )
    assert [coded.name for coded in matching.only_mine] == ["2"]
    assert [coded.name for coded in matching.only_theirs] == ["b"]


def test_a_place_that_is_only_named_meets_one_with_coordinates(code, world) -> None:
    assert names(match([code("1", at=None)], [code("a", place="hajin")], world, TOLERANCE))


def test_a_region_meets_a_town_of_its_country(code, world) -> None:
    region = code("a", place="Deir ez-Zor", at=(35.0, 40.5), where=4, radius=80.0)
    assert names(match([code("1")], [region], world, TOLERANCE)) == {("1", "a")}


def test_each_event_is_weighed_against_a_few_others_only(world, monkeypatch) -> None:
    from dateline.evaluation.comparison import matching

    weighed = 0
    weigh = matching.weigh_match

    def count(*words):
        nonlocal weighed
        weighed += 1
        return weigh(*words)

    monkeypatch.setattr(matching, "weigh_match", count)
    start = date(2024, 1, 1)
    mine = [
        make_coded(
            str(number),
            day=str(start + timedelta(days=number % 300)),
            place=f"town {number % 100}",
            at=(30 + number % 10, 30 + number // 10 % 10),
        )
        for number in range(2_000)
    ]
    assert len(match(mine, mine, world, TOLERANCE).pairs) == 2_000
    assert weighed < 20 * 2_000
