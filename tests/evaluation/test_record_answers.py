"""Whole events of a text, as a coder would write them down."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dateline.evaluation.answers import records
from dateline.evaluation.answers.naming import Namer, merge_names
from dateline.evaluation.answers.reportable import Weights, load_weights
from dateline.evaluation.maps import load_map
from dateline.evaluation.rows import Filler, RecordEvent, RecordsRow
from dateline.pipeline import shared_engine

BOMBING = """\
BOGOTA, 3 MAY 91 (DPA) -- [TEXT] A CAR BOMB EXPLODED TODAY OUTSIDE A BANK IN CALI, KILLING \
TWO PEDESTRIANS AND INJURING A GUARD, POLICE REPORTED.

THE BOMB DESTROYED THE OFFICES OF THE BANK. THE ATTACK WAS CARRIED OUT BY UNIDENTIFIED INDIVIDUALS.
"""
MURDER = """\
LIMA, 8 JUN 91 (DPA) -- [TEXT] MAYOR TOMASO QUISPE WAS MURDERED YESTERDAY IN AYACUCHO BY SHINING \
PATH [SENDERO LUMINOSO] TERRORISTS, POLICE SAID.

THE MURDER OF QUISPE WAS CONDEMNED BY THE BISHOP.
"""
CLASH = """\
SAN SALVADOR, 8 JUN 91 (DPA) -- [TEXT] THREE SOLDIERS AND FIVE GUERRILLAS WERE KILLED IN A CLASH \
NEAR USULUTAN, THE ARMY SAID.
"""


def events(text: str, day: str = "1991-06-08") -> tuple[RecordEvent, ...]:
    row = RecordsRow(id="made-up", text=text, published=day)
    return next(iter(records.answer([row], shared_engine(), load_map("muc")))).events


def test_what_is_told_several_times_is_one_event() -> None:
    (event,) = events(BOMBING, "1991-05-03")
    assert event.kind == "bombing"
    assert event.place is not None
    assert {"colombia", "cali"} <= {level.casefold() for level in event.place if level}
    assert event.date is not None
    assert event.date.end == "1991-05-03"
    assert any("PEDESTRIANS" in name for names in event.victims for name in names)
    assert any("BANK" in name for names in event.targets for name in names)
    assert any("BOMB" in name for names in event.instruments for name in names)
    assert {(toll.kind, toll.low) for toll in event.tolls} == {("killed", 2), ("wounded", 1)}


def test_names_of_persons_and_groups_come_out_of_capitals() -> None:
    (event,) = events(MURDER)
    assert event.kind == "attack"
    assert ("killed", 1) in {(toll.kind, toll.low) for toll in event.tolls}
    assert any("QUISPE" in name for names in event.victims for name in names)
    assert any("Shining Path" in names for names in event.actor_organizations)


def told(text: str) -> tuple[RecordEvent, ...]:
    return events(f"LIMA, 8 JUN 91 (DPA) -- [TEXT] {text.upper()}\n")


def fillers(names: Iterable[Filler]) -> set[str]:
    return {spelling for filler in names for spelling in filler}


def test_names_that_spell_out_a_group_stand_for_it() -> None:
    (event,) = told(
        "Gunmen murdered three nurses in Ayacucho yesterday: Ana Soto, Rosa Quispe and Elena Ruiz."
    )
    assert len(event.victims) == 3
    assert {"ANA SOTO", "ROSA QUISPE", "ELENA RUIZ"} <= fillers(event.victims)
    assert {(toll.kind, toll.low) for toll in event.tolls} == {("killed", 3)}


def test_whose_murder_it_was_is_the_victim() -> None:
    (event,) = told("The bishop condemned Mayor Tomaso Quispe's murder yesterday in Ayacucho.")
    assert any("QUISPE" in name for name in fillers(event.victims))


def test_guards_are_victims_and_soldiers_are_none() -> None:
    (event,) = told(
        "Gunmen murdered a bank manager and his bodyguard in Ayacucho yesterday. "
        "A soldier was also killed."
    )
    assert "HIS BODYGUARD" in fillers(event.victims)
    assert not any("SOLDIER" in name for name in fillers(event.victims))


def test_the_building_beside_which_a_bomb_went_off_is_its_target() -> None:
    (event,) = told("A bomb exploded yesterday in front of the embassy in Lima.")
    assert "THE EMBASSY" in fillers(event.targets)


def test_a_street_where_a_bomb_went_off_is_no_target() -> None:
    (event,) = told("A bomb exploded yesterday in a street of Lima, killing two pedestrians.")
    assert event.targets == ()


def test_broken_windows_are_damage_to_the_bank() -> None:
    (event,) = told("A bomb exploded yesterday in Lima. The blast shattered the windows of a bank.")
    assert fillers(event.targets) == {"A BANK"}


def test_fighting_between_armed_sides_is_not_counted() -> None:
    assert events(CLASH) == ()


@pytest.fixture(scope="module")
def namer() -> Namer:
    return Namer("", shared_engine().find_claims.parser.vocabulary)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("TOMASZ KOWALSKI", True),
        ("BANKER PEDRO CASTILLO", True),
        ("GENERAL OUATTARA", True),
        ("THE PRIEST", False),
        ("THREE DYNAMITE CHARGES", False),
        ("STUDENT LEADERS", False),
    ],
)
def test_tells_names_of_persons(namer: Namer, words: str, expected: bool) -> None:
    assert namer.is_person_name(words) is expected


def test_one_person_is_one_filler_with_every_spelling(namer: Namer) -> None:
    fillers = merge_names(["GENERAL IBRAHIM OUATTARA", "OUATTARA", "HIS DRIVER"], namer)
    assert len(fillers) == 2
    assert {"GENERAL IBRAHIM OUATTARA", "OUATTARA"} <= set(fillers[0])


def test_the_strongest_reason_for_a_report_comes_first() -> None:
    weights = Weights(-1.0, {"somebody named was hit": 2.0, "recalled only": -3.0}, 0.5)
    features = {"somebody named was hit": 1.0, "recalled only": 1.0, "never seen": 1.0}
    assert weights.reasons(features)[0] == (-3.0, "recalled only")
    assert not weights.is_reported(features)
    assert weights.is_reported({"somebody named was hit": 1.0})


def test_weights_are_packaged_for_the_map_that_names_them() -> None:
    name = load_map("muc").reportable
    assert name is not None
    assert load_weights(name) is not None
    assert load_weights("no such corpus") is None
