from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dateline.resolution.actors.choosing import ActorContext, ActorResolver
from dateline.resolution.actors.composition import Part, States
from dateline.resolution.actors.words import load_vocabulary
from dateline.resolution.countries import Country, load_countries
from dateline.types import Inter


@pytest.fixture(scope="module")
def states() -> States:
    return States(load_vocabulary())


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Kenyan army", Part("KE", "army")),
        ("KENYAN ARMY", Part("KE", "army")),
        ("Kenyan elite troops", Part("KE", "army")),
        ("Sri Lankan Navy", Part("LK", "navy")),
        ("Burkina Faso government", Part("BF", "government")),
        ("army of Chad", Part("TD", "army")),
        ("armed forces of the Central African Republic", Part("CF", "military")),
        ("Peru's president", Part("PE", "government")),
        ("French Foreign Minister Jean-Yves Le Drian", Part("FR", "government")),
        ("Togo", Part("TG")),
    ],
)
def test_finds_the_part_of_a_state(name: str, part: Part, states: States) -> None:
    assert states.find_part(tuple(name.split())) == part


@pytest.mark.parametrize(
    "name",
    ["Kenyan", "Kenyan rebel forces", "Kenyan runners", "army", "Jordan Henderson", "kenyan army"],
)
def test_finds_none_where_none_is_named(name: str, states: States) -> None:
    assert states.find_part(tuple(name.split())) is None


def test_an_organ_belongs_to_another_up_to_the_state(states: States) -> None:
    army = states.actor(Part("TD", "army"))
    military = states.actor(Part("TD", "military"))
    government = states.actor(Part("TD", "government"))
    state = states.actor(Part("TD"))
    assert army.parent == military.id
    assert military.parent == government.id
    assert government.parent == state.id == "chad"


def test_what_is_printed_is_what_reports_say(states: States) -> None:
    assert states.actor(Part("US", "army")).name == "US army"
    assert states.actor(Part("GB", "government")).name == "British government"
    assert states.actor(Part("RU")).name == "Russia"


def test_sort_and_sector_come_with_the_organ(states: States) -> None:
    police = states.actor(Part("TD", "police"))
    assert (police.inter, police.sector) == (Inter.STATE_FORCES, "COP")


def test_every_state_has_an_id_of_its_own(states: States) -> None:
    codes = [country.code for country in load_countries()]
    assert len({states.actor(Part(code)).id for code in codes}) == len(codes)


# ---- every country has its offices and forces ----

ORGANS = (
    "army,air force,navy,police,authorities,government,president,prime minister,king,parliament,"
    "defence minister,foreign minister,interior ministry,army chief,troops,soldiers,forces"
).split(",")
ON = date(2024, 6, 1)
# The Sahrawi Republic holds little of its country, and rebels.
REBEL_STATES = frozenset({"EH"})


def phrases_of(country: Country) -> Iterator[str]:
    for demonym in country.demonyms:
        yield from (f"the {demonym} {organ}" for organ in ORGANS)
    if len(country.name.split()) <= 4:
        owner = country.name.removeprefix("the ")
        yield from (f"{owner}'s president", f"{owner} police", f"the army of {country.name}")


def test_every_country_has_its_offices_and_forces() -> None:
    resolve = ActorResolver()
    lost = [
        (phrase, chosen and chosen.id)
        for country in load_countries()
        if country.code not in REBEL_STATES
        for phrase in phrases_of(country)
        for chosen in (resolve(phrase, context=ActorContext((), ON)).chosen,)
        if chosen is None
        or chosen.country != country.code
        or chosen.inter is not Inter.STATE_FORCES
    ]
    assert lost == []


def test_every_state_has_a_name_at_ucdp() -> None:
    resolve = ActorResolver()
    for name, expected in (
        ("Zambian police", "Government of Zambia"),
        ("the Russian air force", "Government of Russia (Soviet Union)"),
        ("US troops", "Government of United States of America"),
        ("Ethiopian troops", "Government of Ethiopia"),
    ):
        chosen = resolve(name, context=ActorContext((), ON)).chosen
        assert chosen is not None
        assert chosen.ucdp == expected
