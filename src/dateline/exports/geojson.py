"""Write events as GeoJSON (RFC 7946): points in longitude and latitude, never without precision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

import msgspec

from .columns import COLUMNS, Cell
from .rows import Evidence, ExportRow, select_rows

ELSEWHERE = frozenset({"event_id", "latitude", "longitude"})


class Point(msgspec.Struct, frozen=True, tag_field="type", tag="Point"):
    """Where it happened; the centre of an area when ``where_prec`` is over 2."""

    coordinates: tuple[float, float]  # longitude first


class Feature(msgspec.Struct, frozen=True, tag_field="type", tag="Feature"):
    """One event; no geometry when its place is unknown."""

    id: str
    geometry: Point | None
    properties: Mapping[str, Cell | tuple[Evidence, ...]]


def write_geojson(rows: Iterable[ExportRow], stream: TextIO) -> None:
    """One feature for each event, with the columns of the CSV as properties."""
    stream.write('{"type":"FeatureCollection","features":[')
    for number, row in enumerate(select_rows(rows, every=False)):
        separator = ",\n" if number else "\n"
        stream.write(separator + msgspec.json.encode(_feature(row)).decode())
    stream.write("\n]}\n")


def _feature(row: ExportRow) -> Feature:
    properties: dict[str, Cell | tuple[Evidence, ...]] = {
        column.name: column.cell(row) for column in COLUMNS if column.name not in ELSEWHERE
    }
    return Feature(row.event.id, _point(row), {**properties, "evidence": row.evidence})


def _point(row: ExportRow) -> Point | None:
    location = row.event.location
    if location is None or location.latitude is None or location.longitude is None:
        return None
    return Point((location.longitude, location.latitude))
