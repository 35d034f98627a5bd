from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.resolution.actors.choosing import ActorContext, ActorResolver
from dateline.resolution.actors.names import ActorNames
from dateline.types import Confidence, Inter

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "actors.toml").read_text(encoding="utf-8")
)["case"]


@pytest.fixture(scope="module")
def resolve() -> ActorResolver:
    return ActorResolver()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_chooses_the_actor_that_is_meant(case: dict[str, Any], resolve: ActorResolver) -> None:
    context = ActorContext(tuple(case["countries"]), case.get("on"))
    resolution = resolve(case["mention"], context=context)
    assert (resolution.chosen.id if resolution.chosen else "") == case["expect"], (
        resolution.candidates
    )
    if "inter" in case:
        assert resolution.chosen is not None
        assert resolution.chosen.inter == case["inter"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 90


def test_keeps_the_losing_candidates_and_their_reasons(resolve: ActorResolver) -> None:
    resolution = resolve("Syrian army", context=ActorContext(("SY",), date(2018, 9, 1)))
    winner, *losers = resolution.candidates
    assert winner.value.id == "syrian-arab-army"
    later = next(loser for loser in losers if loser.value.id == "syria-army-since-2024")
    assert "it begins only on 2024-12-08" in {reason.because for reason in later.reasons}
    assert all(loser.score < winner.score for loser in losers)


def test_the_choice_says_why(resolve: ActorResolver) -> None:
    resolution = resolve("fighters of Hezbollah", context=ActorContext(("LB",)))
    assert "'fighters' are its people" in resolution.because
    assert resolution.confidence is Confidence.HIGH


def test_without_a_country_a_name_of_two_actors_stays_open(resolve: ActorResolver) -> None:
    resolution = resolve("SDF", context=ActorContext((), date(2019, 1, 1)))
    assert resolution.chosen is None
    assert {c.value.country for c in resolution.candidates} == {"SY", "JP"}
    assert resolution.because == "two readings are as likely"


def test_a_group_without_a_name_is_not_registered(resolve: ActorResolver) -> None:
    chosen = resolve("unidentified gunmen", context=ActorContext(("NG",))).chosen
    assert chosen is not None
    assert not chosen.registered
    assert chosen.inter is Inter.POLITICAL_MILITIA


def test_a_group_named_after_its_backer_is_on_its_side(resolve: ActorResolver) -> None:
    chosen = resolve("Iran-backed militias", context=ActorContext(("IQ",))).chosen
    assert chosen is not None
    assert chosen.side == "iran"
    assert chosen.inter is Inter.POLITICAL_MILITIA


def test_composed_organs_belong_to_their_state(resolve: ActorResolver) -> None:
    army = resolve("Tanzanian soldiers", context=ActorContext()).chosen
    assert army is not None
    assert (army.id, army.name, army.country) == ("tanzania-army", "Tanzanian army", "TZ")
    assert army.parent == "tanzania-military"


def test_the_same_name_gives_the_same_answer(resolve: ActorResolver) -> None:
    context = ActorContext(("SY",), date(2018, 9, 1))
    assert resolve("the SDF", context=context) == resolve("the SDF", context=context)
    assert resolve("the SDF", context=context) == ActorResolver()("the SDF", context=context)


# ---- laws that hold for any string ----

RESOLVE = ActorResolver()
NAMES = ActorNames(RESOLVE)

WORDS = st.sampled_from(
    "the Syrian army rebel forces of Hezbollah Iran-backed leader (SDF) IS 30 men [X] ,".split()
)
STRINGS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=7).map(" ".join))
CONTEXTS = st.builds(
    ActorContext,
    st.lists(st.sampled_from(["SY", "IR", "LB", "XX"]), max_size=3, unique=True).map(tuple),
    st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2030, 1, 1))),
)


@settings(max_examples=150, deadline=None)
@given(STRINGS, CONTEXTS)
def test_any_string_gets_an_answer_with_the_best_candidate_first(
    name: str, context: ActorContext
) -> None:
    resolution = RESOLVE(name, context=context)
    scores = [candidate.score for candidate in resolution.candidates]
    assert scores == sorted(scores, reverse=True)
    assert resolution.because
    if resolution.chosen:
        assert resolution.chosen == resolution.candidates[0].value


@settings(max_examples=150, deadline=None)
@given(STRINGS)
def test_what_analysis_calls_an_actor_is_in_the_register_or_a_state(name: str) -> None:
    if NAMES.is_actor(name):
        assert any(proposal.actor.registered for proposal in RESOLVE.propose(name))


@settings(max_examples=100, deadline=None)
@given(STRINGS)
def test_small_letters_are_never_folded_into_a_name(name: str) -> None:
    assert RESOLVE.register.sounding(name.lower()) == ()


def test_a_president_is_that_of_the_country_the_text_was_written_in(resolve: ActorResolver) -> None:
    context = ActorContext(("RU", "UA"), home="UA")
    chosen = resolve("President Hakim Example", context=context).chosen
    assert chosen is not None
    assert chosen.country == "UA"
