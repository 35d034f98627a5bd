from __future__ import annotations

import pytest

from dateline.resolution.places.names import PlaceNames, load_ordinary_words
from dateline.store.gazetteer import GazetteerIndex
from dateline.types import Place, PlaceId, PlaceKind


@pytest.fixture(scope="module")
def names(gazetteer: GazetteerIndex) -> PlaceNames:
    return PlaceNames(gazetteer)


@pytest.mark.parametrize(
    "name",
    ["Syria", "the US", "Deir Ezzor", "Abu Kamal", "Hajin", "Al-Safa", "Hurayji", "Badia", "Kyiv",
     "Kiev", "al-Bab", "Robotyne", "Baghuz", "HOMS", "Goma", "Gao", "Tigray", "Gaza", "Rafah",
     "North Kivu", "Nagorno-Karabakh", "El Mozote", "Red Sea", "Mali", "Chad", "Donbas"],
)  # fmt: skip
def test_a_place_is_known_by_name(name: str, names: PlaceNames) -> None:
    assert names.is_place(name)


@pytest.mark.parametrize(
    "word",
    ["is", "IS", "ISIS", "us", "of", "Of", "March", "Reading", "Police", "Army", "Nice", "Mobile",
     "Battle", "Rebel", "SDF", "SAA", "Daesh", "Meanwhile", "However", "Both", "Johnson", "Ali",
     "Sunday", "syria", "homs", "The", "Wagner", "Hamas", "Grad", "General", "", "-", "Zzyzkhan"],
)  # fmt: skip
def test_a_word_that_some_town_is_called_by_is_no_place_on_its_own(
    word: str, names: PlaceNames
) -> None:
    assert not names.is_place(word)


@pytest.mark.parametrize("name", ["Hit", "Nice", "Mobile", "Reading", "Of"])
def test_such_a_town_may_still_be_meant(name: str, names: PlaceNames) -> None:
    assert names.may_be_place(name)


def test_countries_capitals_and_peoples_are_told_apart(names: PlaceNames) -> None:
    assert names.is_capital("Damascus")
    assert not names.is_capital("Aleppo")
    assert names.is_demonym("Syrians")
    assert not names.is_demonym("Syria")
    assert names.country_named("Syria") == names.country_of_demonym("Syrian") == "SY"
    assert names.capital_country("Damascus") == "SY"
    assert names.country_name("SY") == "Syria"


def test_no_conflict_country_is_an_ordinary_word(names: PlaceNames) -> None:
    for country in names.countries.all:
        assert names.is_place(country.name), country.name


def test_ordinary_words_are_one_list_in_small_letters() -> None:
    words = load_ordinary_words()
    assert "march" in words
    assert all(word == word.casefold() for word in words)


class Hamlets:
    """A gazetteer with a hamlet, a town and a place of the user's own."""

    places = (
        Place(PlaceId("gn:1"), "Zaytuniya", PlaceKind.SETTLEMENT, 35.0, 36.0, "SY"),
        Place(PlaceId("gn:2"), "Zubaydiya", PlaceKind.SETTLEMENT, 35.0, 36.0, "SY", None, 900),
        Place(PlaceId("own:3"), "Post Eleven", PlaceKind.SETTLEMENT, 35.0, 36.0, "SY"),
    )

    def named(self, name: str) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.name == name)

    spelled = named

    def get_place(self, place: PlaceId) -> Place | None:
        return next((one for one in self.places if one.id == place), None)


def test_a_hamlet_of_a_bigger_gazetteer_is_meant_only_where_words_ask_for_a_place() -> None:
    names = PlaceNames(Hamlets(), is_listed=lambda place: place.startswith("own:"))
    assert not names.is_place("Zaytuniya")
    assert names.may_be_place("Zaytuniya")
    assert names.is_place("Zubaydiya")
    assert names.is_place("Post Eleven")


def test_what_is_packaged_is_never_obscure() -> None:
    names = PlaceNames(Hamlets())
    assert names.is_place("Zaytuniya")
