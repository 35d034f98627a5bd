"""Analysis asks about names; who and where they are it never learns."""

import pytest

from dateline.pipeline import shared_engine
from dateline.types import Inter, Names


@pytest.fixture(scope="module")
def names() -> Names:
    return shared_engine().find_claims.knowledge.names


def test_actors_are_known_by_their_names(names: Names) -> None:
    assert names.is_actor("Islamic State")
    assert not names.is_actor("the weather")
    assert names.inter_of("Islamic State") is Inter.REBEL_GROUP


def test_places_are_known_by_their_names(names: Names) -> None:
    assert names.is_place("El Obeid")
    assert not names.is_place("Qwertyville")


def test_a_capital_can_stand_for_a_government(names: Names) -> None:
    assert names.is_capital("Damascus")
    assert not names.is_capital("Hajin")


def test_a_demonym_is_known(names: Names) -> None:
    assert names.is_demonym("Syrian")
    assert not names.is_demonym("Tuesday")
