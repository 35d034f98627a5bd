from __future__ import annotations

import json
from io import StringIO

from dateline.exports.columns import COLUMNS
from dateline.exports.geojson import write_geojson
from dateline.types import Location, WherePrecision


def written(rows):
    stream = StringIO()
    write_geojson(rows, stream)
    return stream.getvalue()


def features(rows):
    collection = json.loads(written(rows))
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_longitude_comes_first(row):
    feature = features([row()])["e1"]
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [-20.5, 10.0]}


def test_an_unknown_place_has_no_geometry(row):
    nowhere = Location("Nowhere", WherePrecision.AREA, None, None, 50.0, "XX")
    westless = Location("Nowhere", WherePrecision.AREA, 1.0, None, 50.0, "XX")
    for location in (None, nowhere, westless):
        assert features([row(location=location)])["e1"]["geometry"] is None


def test_every_column_round_trips(rows):
    found = features(rows)
    by_id = {row.event.id: row for row in rows}
    for event, feature in found.items():
        properties = {**feature["properties"], "event_id": event}
        del properties["evidence"]
        expected = {column.name: column.cell(by_id[event]) for column in COLUMNS}
        point = (expected.pop("longitude"), expected.pop("latitude"))
        assert properties == expected
        assert feature["geometry"] is None or tuple(feature["geometry"]["coordinates"]) == point


def test_a_region_says_that_it_is_no_point(rows):
    properties = features(rows)["a1"]["properties"]
    assert (properties["where_prec"], properties["geo_precision"]) == (4, 3)
    assert properties["radius_km"] == 90.0


def test_the_words_behind_every_value_come_along(row):
    told = row()
    evidence = features([told])["e1"]["properties"]["evidence"]
    assert [words["quote"] for words in evidence] == [words.quote for words in told.evidence]


def test_nothing_that_did_not_happen_is_on_the_map(rows):
    statuses = {feature["properties"]["status"] for feature in features(rows).values()}
    assert statuses == {"occurred", "ongoing", "failed"}


def test_no_events_are_an_empty_collection():
    assert json.loads(written([])) == {"type": "FeatureCollection", "features": []}
