"""Read Natural Earth's populated places, as GeoJSON or as a table.

The columns are those of ne_10m_populated_places; their case does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TextIO

import msgspec

from ...errors import UsageError
from ...types import BadRow, GazetteerRow, NamesRow, Place, PlaceId, PlaceKind, PlaceRow
from ..places.atlas import find_radius
from .geonames import is_latin, is_on_earth
from .knowledge import Knowledge
from .rows import UNREADABLE, read_table

NAMES = ("name", "nameascii", "namealt", "name_en", "ls_name", "meganame")

# Natural Earth's largest file has 30 MB; a whole document must be read at once.
LARGEST = 256 * 1024 * 1024

Rows = Iterator[tuple[int, GazetteerRow | None]]


def read_places(file: TextIO, knowledge: Knowledge, *, done: int) -> Rows:
    """The places of a table."""
    for number, cells in read_table(file, done=done):
        yield number, read_place(cells, knowledge)


def read_features(file: TextIO, knowledge: Knowledge, *, done: int) -> Rows:
    """The places of a GeoJSON document; a feature's number stands for its line."""
    text = file.read(LARGEST + 1)
    if len(text) > LARGEST:
        raise UsageError(f"a GeoJSON document of more than {LARGEST >> 20} MB: give it as CSV")
    try:
        features = msgspec.json.decode(text, type=dict[str, Any]).get("features") or []
    except msgspec.DecodeError as error:
        raise UsageError(f"no GeoJSON: {error}") from error
    for number, feature in enumerate(features, start=1):
        if number > done:
            yield number, read_feature(feature, knowledge)


def read_feature(feature: object, knowledge: Knowledge) -> GazetteerRow:
    """One feature: its properties, and its point where they have none."""
    if not isinstance(feature, Mapping) or not isinstance(feature.get("properties"), Mapping):
        return BadRow("a feature without properties")
    cells = {
        str(name).lower(): "" if value is None else str(value)
        for name, value in feature["properties"].items()
    }
    point = feature.get("geometry") or {}
    if isinstance(point, Mapping) and point.get("type") == "Point":
        for name, value in zip(("longitude", "latitude"), point["coordinates"], strict=False):
            cells[name] = cells.get(name) or str(value)
    return read_place(cells, knowledge)


def read_place(cells: Mapping[str, str], knowledge: Knowledge) -> GazetteerRow:
    """One place; more names of GeoNames' place where Natural Earth says which it is."""
    if UNREADABLE in "".join(cells.values()) or UNREADABLE in cells:
        return BadRow("its bytes are not UTF-8, or a quotation mark has no end")
    names = find_names(cells)
    try:
        latitude, longitude = float(cells["latitude"]), float(cells["longitude"])
        people = int(float(cells.get("pop_max") or 0))
    except (KeyError, ValueError, OverflowError) as error:
        return BadRow(f"no latitude, longitude or number of people: {error}")
    if not names or not is_on_earth(latitude, longitude):
        return BadRow("no name, or no point on earth")
    number = find_geonames_number(cells)
    if number:
        return NamesRow(names, PlaceId(f"gn:{number}"))
    country = knowledge.country(cells.get("iso_a2") or cells.get("adm0_a3") or "")
    place = Place(
        PlaceId(f"ne:{cells.get('ne_id') or cells.get('wikidataid') or names[0]}"),
        names[0],
        PlaceKind.SETTLEMENT,
        latitude,
        longitude,
        country,
        cells.get("adm1name") or None,
        people if people > 0 else None,
        find_radius(people),
        names[1:],
    )
    return PlaceRow(place, cells.get("featurecla") or None)


def find_names(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Every Latin name of a place, the usual one first."""
    listed = (name for column in NAMES for name in cells.get(column, "").split("|"))
    return tuple(dict.fromkeys(name.strip() for name in listed if name.strip() and is_latin(name)))


def find_geonames_number(cells: Mapping[str, str]) -> int | None:
    """GeoNames' number of a place; Natural Earth writes -1 where it knows none."""
    for column in ("geonameid", "geonamesid", "geonames_id"):
        try:
            number = int(float(cells.get(column) or 0))
        except ValueError:
            continue
        if number > 0:
            return number
    return None
