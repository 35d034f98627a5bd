from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolution.places.areas import (
    bearing,
    contains,
    distance_km,
    locate,
    locate_between,
    locate_place,
    travel,
)
from dateline.resolution.places.phrases import PlacePhrase, Relation
from dateline.types import Place, PlaceId, PlaceKind, WherePrecision


def place(kind: PlaceKind, radius: float | None = None, country: str | None = "SY") -> Place:
    return Place(PlaceId(f"the-{kind}"), "There", kind, 35.0, 38.0, country, radius_km=radius)


def phrase(relation: Relation, **other: float) -> PlacePhrase:
    return PlacePhrase(("There",), relation, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "radius", "precision"),
    [
        (PlaceKind.SETTLEMENT, 3.0, 1),
        (PlaceKind.FEATURE, 2.0, 1),
        (PlaceKind.FEATURE, 8.0, 2),
        (PlaceKind.DISTRICT, 25.0, 3),
        (PlaceKind.REGION, 80.0, 4),
        (PlaceKind.AREA, 16.0, 2),
        (PlaceKind.AREA, 130.0, 5),
        (PlaceKind.COUNTRY, 240.0, 6),
        (PlaceKind.WATER, 20.0, 2),
        (PlaceKind.WATER, 80.0, 5),
    ],
)
def test_a_kind_has_its_precision(kind: PlaceKind, radius: float, precision: int) -> None:
    assert locate_place(place(kind, radius)).precision == precision


def test_the_open_sea_is_international() -> None:
    sea = Place(PlaceId("sea"), "Red Sea", PlaceKind.WATER, 20.0, 38.5, None, radius_km=400)
    assert locate_place(sea).precision is WherePrecision.INTERNATIONAL


@pytest.mark.parametrize("kind", PlaceKind)
def test_every_kind_has_a_radius_where_none_is_given(kind: PlaceKind) -> None:
    assert locate_place(place(kind)).radius_km > 0


@pytest.mark.parametrize("relation", [r for r in Relation if r is not Relation.BETWEEN])
@pytest.mark.parametrize("kind", PlaceKind)
def test_words_around_a_name_never_make_it_more_exact(relation: Relation, kind: PlaceKind) -> None:
    there = place(kind, 30.0)
    whole = locate_place(there)
    for bearing_degrees in (None, 90.0):
        here = locate(there, PlacePhrase(("There",), relation, bearing=bearing_degrees))
        if whole.precision is WherePrecision.COUNTRY:
            # A part of a country is UCDP's 5: more than the country alone.
            assert here.precision >= WherePrecision.AREA
        else:
            assert here.precision >= min(whole.precision, WherePrecision.AREA)


def test_a_part_lies_on_its_side() -> None:
    south = locate(place(PlaceKind.REGION, 80.0), phrase(Relation.PART, bearing=180.0))
    assert south.latitude is not None
    assert south.latitude < 35.0
    assert south.radius_km < 80.0
    assert south.precision is WherePrecision.REGION


def test_a_bearing_and_a_distance_fix_a_point_nearby() -> None:
    here = locate(
        place(PlaceKind.SETTLEMENT, 2.0), phrase(Relation.AWAY, bearing=0.0, distance_km=12.0)
    )
    assert here.latitude == pytest.approx(35.108, abs=0.002)
    assert here.precision is WherePrecision.NEAR
    assert here.name == "12 km north of There"


def test_a_far_bearing_fixes_no_point() -> None:
    here = locate(
        place(PlaceKind.SETTLEMENT, 2.0), phrase(Relation.AWAY, bearing=0.0, distance_km=120.0)
    )
    assert here.precision is WherePrecision.AREA


def test_a_distance_alone_is_a_circle() -> None:
    near = locate(place(PlaceKind.SETTLEMENT, 2.0), phrase(Relation.AWAY, distance_km=10.0))
    far = locate(place(PlaceKind.SETTLEMENT, 2.0), phrase(Relation.AWAY, distance_km=60.0))
    assert (near.precision, near.radius_km) == (2, 12.0)
    assert (far.precision, far.radius_km) == (5, 62.0)


def test_an_oil_field_named_after_a_town_is_near_it() -> None:
    here = locate(place(PlaceKind.SETTLEMENT, 2.0), PlacePhrase(("There",), kind=PlaceKind.FEATURE))
    assert here.precision is WherePrecision.NEAR


def test_outskirts_on_one_side_are_moved_there() -> None:
    here = locate(place(PlaceKind.SETTLEMENT, 4.0), phrase(Relation.OUTSKIRTS, bearing=90.0))
    assert here.longitude is not None
    assert here.longitude > 38.0


def test_between_two_countries_lies_in_neither() -> None:
    one = place(PlaceKind.SETTLEMENT, 2.0)
    other = Place(PlaceId("o"), "Other", PlaceKind.SETTLEMENT, 35.0, 43.0, "IQ")
    middle = locate_between(one, other)
    assert middle.country is None
    assert middle.longitude == pytest.approx(40.5, abs=0.01)
    assert middle.precision is WherePrecision.AREA


def test_a_country_contains_its_towns_and_not_the_reverse() -> None:
    country = locate_place(place(PlaceKind.COUNTRY, 240.0))
    settlement = locate_place(place(PlaceKind.SETTLEMENT, 3.0))
    assert contains(country, settlement)
    assert not contains(settlement, country)


def test_a_region_contains_what_bears_its_name_as_admin1() -> None:
    region = locate_place(Place(PlaceId("r"), "Homs", PlaceKind.REGION, 34, 38, "SY", "Homs"))
    inside = locate_place(Place(PlaceId("i"), "A", PlaceKind.SETTLEMENT, 34, 36, "SY", "Homs"))
    outside = locate_place(Place(PlaceId("o"), "B", PlaceKind.SETTLEMENT, 34, 36, "SY", "Hama"))
    assert contains(region, inside)
    assert not contains(region, outside)


def test_an_area_contains_what_lies_in_its_circle() -> None:
    area = locate_place(place(PlaceKind.AREA, 100.0))
    near = locate_place(Place(PlaceId("n"), "N", PlaceKind.SETTLEMENT, 35.5, 38.0, "SY"))
    far = locate_place(Place(PlaceId("f"), "F", PlaceKind.SETTLEMENT, 37.5, 38.0, "SY"))
    assert contains(area, near)
    assert not contains(area, far)


LATITUDES = st.floats(-75, 75)
LONGITUDES = st.floats(-179, 179)


@given(LATITUDES, LONGITUDES, st.floats(0, 359), st.floats(1, 400))
def test_travelling_takes_one_as_far_as_said(
    latitude: float, longitude: float, course: float, distance: float
) -> None:
    end = travel(latitude, longitude, course, distance)
    one = Place(PlaceId("a"), "A", PlaceKind.SETTLEMENT, latitude, longitude)
    other = Place(PlaceId("b"), "B", PlaceKind.SETTLEMENT, *end)
    assert distance_km(one, other) == pytest.approx(distance, abs=0.2)


def test_a_bearing_is_measured_from_north() -> None:
    here = place(PlaceKind.SETTLEMENT)
    east = Place(PlaceId("e"), "E", PlaceKind.SETTLEMENT, 35.0, 39.0)
    assert bearing(here, east) == pytest.approx(90, abs=1)
