"""The page on what the gazetteer has is as the gazetteer and the list are now."""

from __future__ import annotations

from coverage_doc import PAGE, Wanted, make_page, read_list
from dateline.store.gazetteer import GazetteerIndex
from dateline.types import Place, PlaceId, PlaceKind


def test_the_page_of_coverage_is_fresh(gazetteer: GazetteerIndex) -> None:
    assert PAGE.read_text("utf-8") == make_page(gazetteer)


def test_the_list_has_two_hundred_places_of_more_than_thirty_countries() -> None:
    places = list(read_list())
    assert len(places) == len({(place.name, place.country) for place in places}) == 200
    assert len({place.country for place in places}) >= 30


def test_a_namesake_far_away_or_in_another_country_does_not_count() -> None:
    wanted = Wanted("Palma", "town", -10.77, 40.47, (), "MZ")

    def at(latitude: float, country: str) -> Place:
        return Place(PlaceId("x"), "Palma", PlaceKind.SETTLEMENT, latitude, 40.47, country)

    assert wanted.is_one_of([at(-10.9, "MZ")])
    assert not wanted.is_one_of([at(-11.5, "MZ"), at(-10.77, "ES")])
    assert not wanted.is_one_of([])
