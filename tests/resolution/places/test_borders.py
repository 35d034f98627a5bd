from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resolution.countries import Countries
from dateline.resolution.places.borders import country_before_border, load_borders, locate_border
from dateline.resolution.places.choosing import PlaceResolver
from dateline.resolution.places.weights import PlaceContext
from dateline.types import Confidence, PlaceId, WherePrecision


@pytest.mark.parametrize(
    ("word", "code"),
    [("Chad", "TD"), ("Thai", "TH"), ("Sino", "CN"), ("Kharkiv", None), ("South Sudan", "SS")],
)
def test_a_name_a_people_or_a_short_form_stands_before_border(
    word: str, code: str | None, countries: Countries
) -> None:
    assert country_before_border(word, countries) == code


def test_a_border_is_an_area_on_the_side_the_document_is_about(countries: Countries) -> None:
    border = locate_border("TD", "SD", countries, ["SD", "TD"])
    assert border is not None
    assert border.name == "border of Chad and Sudan"
    assert border.precision is WherePrecision.AREA
    assert border.country == "SD"
    assert border.places == (PlaceId("iso:TD"), PlaceId("iso:SD"))


def test_countries_that_do_not_meet_have_no_border(countries: Countries) -> None:
    assert locate_border("ML", "JP", countries) is None


def test_borders_are_as_wide_as_the_countries_meet() -> None:
    borders = load_borders()
    assert len(borders) > 300
    assert borders[frozenset(("EG", "PS"))].radius_km < 40
    assert borders[frozenset(("TH", "MM"))].radius_km > 400


TWO = (
    "along the Syrian-Turkish border",
    "the border of Turkey and Syria",
    "near Syria's border with Turkey",
)


@pytest.mark.parametrize("words", TWO)
def test_a_border_of_two_is_beyond_doubt(words: str, resolve: PlaceResolver) -> None:
    found = resolve(words)
    assert found.chosen is not None
    assert found.chosen.name == "border of Syria and Turkey"
    assert found.confidence is Confidence.HIGH


@pytest.mark.parametrize("words", ["the Lebanese border", "the border with Lebanon"])
def test_a_border_of_one_is_with_the_documents_country(words: str, resolve: PlaceResolver) -> None:
    found = resolve(words, context=PlaceContext(("US", "SY")))
    assert found.chosen is not None
    assert found.chosen.name == "border of Lebanon and Syria"
    assert found.chosen.country == "SY"


def test_a_border_of_one_with_nobody_is_somewhere_in_the_country(resolve: PlaceResolver) -> None:
    found = resolve("the Lebanese border")
    assert found.chosen is not None
    assert found.chosen.precision is WherePrecision.COUNTRY


def test_the_border_of_a_division_is_near_it(resolve: PlaceResolver) -> None:
    found = resolve("near the Gaza border")
    assert found.chosen is not None
    assert found.chosen.name == "Gaza Strip"


def test_between_two_neighbouring_countries_is_their_border(resolve: PlaceResolver) -> None:
    found = resolve("between Mali and Niger")
    assert found.chosen is not None
    assert found.chosen.name == "border of Mali and Niger"


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.tsv"
    broken.write_text("SY\tTR\tnorth\t38\t100\n")
    with pytest.raises(ResourceError, match=r"broken\.tsv"):
        load_borders(broken)
