from __future__ import annotations

import pytest

from dateline.resolution.actors.choosing import ActorResolver
from dateline.resolution.actors.names import ActorNames
from dateline.types import Inter


@pytest.fixture(scope="module")
def names() -> ActorNames:
    return ActorNames(ActorResolver())


@pytest.mark.parametrize(
    "name",
    [
        "Islamic State",
        "IS",
        "Hezbollah",
        "Hizballah",
        "Houthi rebels",
        "Syrian army",
        "Kenyan Defence Forces",
        "US",
        "Russia",
        "Mali's army",
        "Iran-backed Houthis",
        "contras",
    ],
)
def test_knows_a_name_of_the_register_or_of_a_state(name: str, names: ActorNames) -> None:
    assert names.is_actor(name)


@pytest.mark.parametrize(
    "name",
    ["is", "Is", "the army", "Front", "Damascus", "Saudi", "gunmen", "Tuesday", "WHO", "Model", ""],
)
def test_does_not_take_words_for_names(name: str, names: ActorNames) -> None:
    assert not names.is_actor(name)
    assert names.inter_of(name) is None


def test_says_what_sort_of_actor_it_is(names: ActorNames) -> None:
    assert names.inter_of("Boko Haram") is Inter.REBEL_GROUP
    assert names.inter_of("Fulani herdsmen") is Inter.IDENTITY_MILITIA
    assert names.inter_of("Kenyan police") is Inter.STATE_FORCES
    assert names.inter_of("UNHCR") is Inter.EXTERNAL_OR_OTHER


def test_of_two_in_turn_the_present_one_counts(names: ActorNames) -> None:
    assert names.inter_of("Rapid Support Forces") is Inter.REBEL_GROUP
    assert names.inter_of("Taliban") is Inter.STATE_FORCES
