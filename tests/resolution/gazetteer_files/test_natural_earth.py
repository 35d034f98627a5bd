from __future__ import annotations

import json

import pytest

from dateline.errors import UsageError
from dateline.resolution.gazetteer_files.formats import Format
from dateline.types import BadRow, NamesRow, PlaceId, PlaceRow

PLACE = {
    "NAME": "Tessalit", "NAMEASCII": "Tessalit", "FEATURECLA": "Populated place", "ISO_A2": "ML",
    "ADM1NAME": "Kidal", "LATITUDE": 20.2, "LONGITUDE": 1.01, "POP_MAX": 4000, "ne_id": 7,
    "NAMEALT": "Tessalite|تساليت", "GEONAMEID": -1,
}  # fmt: skip


def geojson(*places: object) -> str:
    features = [
        {
            "type": "Feature",
            "properties": one,
            "geometry": {"type": "Point", "coordinates": [1.01, 20.2]},
        }
        for one in places
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_a_place_comes_with_its_country_region_people_and_latin_names(read) -> None:
    (row,) = read(geojson(PLACE))
    assert isinstance(row, PlaceRow)
    place = row.place
    assert (place.id, place.name, place.country, place.admin1) == (
        "ne:7",
        "Tessalit",
        "ML",
        "Kidal",
    )
    assert (place.population, place.aliases) == (4000, ("Tessalite",))


def test_the_point_is_read_where_no_column_has_it(read) -> None:
    (row,) = read(geojson({name: PLACE[name] for name in ("NAME", "ISO_A2")}))
    assert isinstance(row, PlaceRow)
    assert (row.place.latitude, row.place.longitude) == (20.2, 1.01)


def test_a_place_that_geonames_has_too_is_more_names_of_it(read) -> None:
    (row,) = read(geojson(PLACE | {"GEONAMEID": 2449067.0}))
    assert row == NamesRow(("Tessalit", "Tessalite"), PlaceId("gn:2449067"))


def test_a_table_is_read_alike(read) -> None:
    header = ",".join(PLACE)
    cells = ",".join(map(str, PLACE.values()))
    assert read(f"{header}\n{cells}\n") == read(geojson(PLACE))


@pytest.mark.parametrize(
    "place",
    [{"NAME": "Nowhere", "LATITUDE": "x"}, {"NAME": ""}, None, {"NAME": "A", "POP_MAX": "inf"}],
)
def test_a_feature_that_tells_no_place_is_named(read, place: object) -> None:
    rows = read(geojson(PLACE, place))
    assert isinstance(rows[1], BadRow)


def test_a_document_that_is_no_json_is_one_clear_line(read) -> None:
    with pytest.raises(UsageError, match="file: no GeoJSON"):
        read('{"features": [', wanted=Format.NATURAL_EARTH)
