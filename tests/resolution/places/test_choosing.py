from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.resolution.countries import Countries, Country
from dateline.resolution.folding import fold
from dateline.resolution.places.choosing import PlaceResolver
from dateline.resolution.places.context import make_place_context
from dateline.resolution.places.weights import PlaceContext
from dateline.types import Confidence, Place, PlaceId, PlaceKind, WherePrecision

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "places.toml").read_text("utf-8"))[
    "case"
]


def town(ident: str, name: str, country: str, at: tuple[float, float], people: int = 0) -> Place:
    return Place(
        PlaceId(ident), name, PlaceKind.SETTLEMENT, *at, country, population=people or None
    )


class Atlas:
    """A gazetteer small enough to read."""

    places = (
        town("tripoli-ly", "Tripoli", "LY", (32.89, 13.19), 1_150_000),
        town("tripoli-lb", "Tripoli", "LB", (34.44, 35.85), 230_000),
        town("springfield-1", "Springfield", "US", (39.80, -89.64), 114_000),
        town("springfield-2", "Springfield", "US", (37.21, -93.29), 169_000),
        town("hamra-1", "Hamra", "SY", (35.3, 37.1), 3_000),
        town("hamra-2", "Hamra", "SY", (33.1, 36.2), 2_900),
        replace(town("homs", "Homs", "SY", (34.72, 36.73), 775_000), admin1="Homs"),
        town("salma", "Salamiyah", "SY", (35.01, 37.05), 66_000),
        Place(PlaceId("homs-region"), "Homs", PlaceKind.REGION, 34.3, 38.3, "SY", "Homs"),
    )

    def named(self, name: str) -> tuple[Place, ...]:
        return tuple(place for place in self.places if fold(place.name) == fold(name))

    def spelled(self, name: str) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.name == name)

    def get_place(self, place: PlaceId) -> Place | None:
        return next((entry for entry in self.places if entry.id == place), None)


@pytest.fixture
def small() -> PlaceResolver:
    syria = Country("SY", "Syria", 35.0, 38.5, 240, demonyms=("Syrian",), capitals=("Damascus",))
    return PlaceResolver(Atlas(), Countries((syria,)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_chooses_the_place_that_is_meant(case: dict[str, Any], resolve: PlaceResolver) -> None:
    context = make_place_context(
        [case["mention"], *case.get("others", ())], case.get("demonyms", ()), resolve
    )
    resolution = resolve(case["mention"], context=context)
    chosen = resolution.chosen
    assert (list(chosen.places) if chosen else []) == case["expect"], resolution
    if chosen:
        assert chosen.precision == case["precision"]
        if "near" in case:
            assert chosen.latitude == pytest.approx(case["near"][0], abs=0.06)
            assert chosen.longitude == pytest.approx(case["near"][1], abs=0.06)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


def test_keeps_the_losing_candidates_and_their_reasons(small: PlaceResolver) -> None:
    resolution = small("Tripoli", context=PlaceContext(("LB",)))
    winner, loser = resolution.candidates
    assert resolution.chosen == winner.value
    assert "the document is about LB" in [reason.because for reason in winner.reasons]
    assert loser.value.country == "LY"
    assert winner.score > loser.score


def test_says_why_nothing_was_chosen(small: PlaceResolver) -> None:
    assert small("Springfield").chosen is None
    assert "too weak" in small("Springfield").because
    assert small("Nowhere").because == "no place is known as Nowhere"


def test_declines_when_two_places_of_one_country_fit_equally(small: PlaceResolver) -> None:
    resolution = small("Hamra", context=PlaceContext(("SY",)))
    assert resolution.chosen is None
    assert "fit equally well" in resolution.because


def test_a_neighbour_in_the_document_settles_which_namesake(small: PlaceResolver) -> None:
    near = Atlas().get_place(PlaceId("salma"))
    assert near
    resolution = small("Hamra", context=PlaceContext(("SY",), (near,)))
    assert resolution.chosen
    assert resolution.chosen.places == ("hamra-1",)


def test_a_region_never_pretends_to_be_a_point(small: PlaceResolver) -> None:
    chosen = small("Homs province", context=PlaceContext(("SY",))).chosen
    assert chosen
    assert chosen.places == ("homs-region",)
    assert chosen.precision is WherePrecision.REGION


def test_a_province_known_only_by_its_town_is_no_point_either(small: PlaceResolver) -> None:
    chosen = small("Salamiyah district", context=PlaceContext(("SY",))).chosen
    assert chosen
    assert chosen.precision is WherePrecision.DISTRICT


def test_an_unknown_place_falls_back_on_what_it_lies_in(small: PlaceResolver) -> None:
    resolution = small("Kafr Nowhere, in Homs", context=PlaceContext(("SY",)))
    assert resolution.chosen
    assert resolution.chosen.places == ("homs-region",)
    assert resolution.confidence is Confidence.LOW


def test_a_stretch_with_one_unknown_end_is_not_placed(small: PlaceResolver) -> None:
    resolution = small("between Homs and Nowhere", context=PlaceContext(("SY",)))
    assert resolution.chosen is None
    assert resolution.because == "no place is sure for Nowhere"


def test_small_letters_are_no_name(small: PlaceResolver) -> None:
    assert small("homs", context=PlaceContext(("SY",))).candidates == ()


def test_a_name_of_many_places_keeps_the_likely_ones(resolve: PlaceResolver) -> None:
    chosen = resolve("San José", context=PlaceContext(("CR",))).chosen
    assert chosen
    assert chosen.country == "CR"


def test_the_same_words_in_the_same_document_give_the_same_answer(resolve: PlaceResolver) -> None:
    names = ["Homs", "Hajin", "Syria", "Abu Kamal", "Tripoli"]
    first = make_place_context(names, ["Syrian"], resolve)
    assert first == make_place_context(names, ["Syrian"], resolve)
    assert resolve("Tripoli", context=first) == resolve("Tripoli", context=first)
