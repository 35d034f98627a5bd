from __future__ import annotations

import pytest

from dateline.resolution.place_names import PlaceNames, load_ordinary_words
from dateline.store.gazetteer import GazetteerIndex


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
