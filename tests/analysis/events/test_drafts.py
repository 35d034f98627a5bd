from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.events.drafts import Draft, fold
from dateline.analysis.grammar.parse import Token
from dateline.analysis.grammar.slots import Arguments
from dateline.analysis.status.composition import Judgement
from dateline.analysis.triggers.finding import bare_entry
from dateline.types import Status

SIZE = 5


@pytest.fixture(scope="session")
def make(engine):
    kind = engine.codebook.kind("killing")

    def drafts() -> list[Draft]:
        heads = [Token(at, at, at + 1, "x", "x", "NOUN", "NN", "dep") for at in range(SIZE)]
        told = Judgement(Status.OCCURRED, None, "it is told as a fact")
        return [
            Draft(None, bare_entry(kind), head, Arguments(head, None, ()), (), told)
            for head in heads
        ]

    return drafts


def test_a_part_is_told_as_part_of_the_whole(make):
    whole, part, *_ = make()
    fold(part, whole)
    assert part.is_folded
    assert part.top is whole
    assert [token.index for token in whole.tokens()] == [0, 1]


def test_what_is_part_of_a_part_goes_to_the_top(make):
    top, middle, low, *_ = make()
    fold(middle, top)
    fold(low, middle)
    assert low.top is top


def test_two_that_are_part_of_each_other_stay_apart(make):
    one, other, *_ = make()
    fold(one, other)
    fold(other, one)
    assert one.top is other
    assert not other.is_folded


@given(st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=12))
def test_however_drafts_are_folded_each_is_told_once(make, pairs):
    drafts = make()
    for part, whole in pairs:
        fold(drafts[part], drafts[whole])
    told = [token.index for draft in drafts if not draft.is_folded for token in draft.tokens()]
    assert sorted(told) == list(range(SIZE))
    assert all(not draft.top.is_folded for draft in drafts)


def test_a_verb_and_its_own_noun_are_one_event(read):
    assert len(read("The army fought a battle with the rebels in Bria.")) == 1
    assert len(read("Mortar shells hit a school in Donetsk.")) == 1


def test_who_mediates_stands_between_the_sides_of_the_talks(read):
    text = "Egypt mediated a ceasefire between Israel and Hamas."
    (ceasefire,) = [claim for claim in read(text) if claim.kind == "ceasefire"]
    assert [mention.span.of(text) for mention in ceasefire.through] == ["Egypt"]
