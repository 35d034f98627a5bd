from __future__ import annotations

import pytest

import disputed_doc
from dateline.resolution.countries import Countries
from dateline.resolution.places.choosing import PlaceResolver
from dateline.resolution.places.disputed import Territory, load_disputed
from dateline.resolution.places.phrases import PlacePhrase
from dateline.resolution.places.weights import PlaceContext

TERRITORIES = load_disputed()


@pytest.mark.parametrize(
    "territory", [entry for entry in TERRITORIES if entry.around], ids=lambda entry: entry.name
)
def test_the_gazetteer_shows_the_country_of_the_table(
    territory: Territory, resolve: PlaceResolver
) -> None:
    context = PlaceContext((territory.shown,))
    found = resolve.choose(PlacePhrase((territory.around,)), context)
    assert found.chosen, found
    assert found.chosen.country == territory.shown
    others = {
        candidate.value.country
        for candidate in found.candidates
        if abs(candidate.value.latitude - found.chosen.latitude) < 0.3
        and abs(candidate.value.longitude - found.chosen.longitude) < 0.3
    }
    assert others == {territory.shown}


def test_each_shows_a_known_country_and_says_why(countries: Countries) -> None:
    for territory in TERRITORIES:
        assert countries.place_of(territory.shown), territory.name
        assert territory.because.endswith(".")
        assert territory.held_by


def test_the_territories_stand_in_order() -> None:
    names = [territory.name for territory in TERRITORIES]
    assert names == sorted(names)
    assert len(set(names)) == len(names) >= 20


def test_the_page_is_fresh() -> None:
    assert disputed_doc.PAGE.read_text("utf-8") == disputed_doc.make_page()
