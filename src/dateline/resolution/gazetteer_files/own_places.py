"""Read a table of the user's own places, whose columns are known by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TextIO

from ...errors import UsageError
from ...types import BadRow, GazetteerRow, Place, PlaceId, PlaceKind, PlaceRow
from ..folding import strip_marks
from ..places.areas import RADIUS_KM
from ..places.atlas import find_radius
from ..places.weights import OWN
from .geonames import is_on_earth
from .knowledge import Knowledge
from .rows import UNREADABLE, read_table
from .whereabouts import load_whereabouts

# Other names that people give these columns; the first is the usual one.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "place", "placename", "place_name", "toponym", "location", "site", "title"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "country": ("country", "iso2", "iso", "iso3", "country_code", "countrycode", "cc"),
    "admin1": ("admin1", "adm1", "province", "governorate", "region", "state", "oblast"),
    "kind": ("kind", "type", "feature", "category"),
    "radius_km": ("radius_km", "radius"),
    "population": ("population", "pop", "people"),
    "aliases": ("aliases", "alias", "alternates", "other_names", "alternative_names", "spellings"),
    "id": ("id", "code", "uid"),
}
REQUIRED = ("name", "latitude", "longitude")
FOREIGN = ("gn:", "dl:", "ne:", "pcode:", OWN)
LARGEST_RADIUS_KM = 5_000.0
BETWEEN_ALIASES = re.compile(r"[;|]")

Rows = Iterator[tuple[int, GazetteerRow | None]]


def find_columns(header: list[str], said: Mapping[str, str]) -> dict[str, str]:
    """Which column of a table holds what; ``said`` is the user's own word and comes first."""
    present = {name.strip().lower() for name in header}
    chosen: dict[str, str] = {}
    for column, names in COLUMNS.items():
        if column in said:
            if said[column].lower() not in present:
                raise UsageError(f"there is no column {said[column]!r} for {column}")
            chosen[column] = said[column].lower()
            continue
        found = next((name for name in names if name in present), None)
        if found and found not in chosen.values():
            chosen[column] = found
    return chosen


# What people call them in tables of their own.
_EVERYDAY = {
    **dict.fromkeys(("village", "town", "city", "hamlet", "populated place"), PlaceKind.SETTLEMENT),
    **dict.fromkeys(("camp", "base", "airbase", "airport", "crossing", "mine"), PlaceKind.FEATURE),
    **dict.fromkeys(("province", "governorate", "state", "oblast"), PlaceKind.REGION),
    **dict.fromkeys(("county", "woreda", "township"), PlaceKind.DISTRICT),
    **dict.fromkeys(("river", "lake", "sea", "bay"), PlaceKind.WATER),
}


def read_own(file: TextIO, knowledge: Knowledge, said: Mapping[str, str], *, done: int) -> Rows:
    """The places of such a table."""
    for number, cells in read_table(file, done=done):
        if UNREADABLE in "".join(cells.values()) or UNREADABLE in cells:
            yield number, BadRow("its bytes are not UTF-8, or a quotation mark has no end")
        else:
            columns = find_columns(list(cells), said)
            values = {name: cells[column] for name, column in columns.items()}
            yield number, read_place(values, knowledge)


def read_place(values: Mapping[str, str], knowledge: Knowledge) -> GazetteerRow:
    """One of the user's places."""
    if missing := [name for name in REQUIRED if not values.get(name)]:
        return BadRow(f"no {missing[0]}")
    try:
        (latitude, longitude), people, radius = read_numbers(values)
        kind = read_kind(values.get("kind") or "")
    except (ValueError, OverflowError) as error:
        return BadRow(str(error))
    country = knowledge.country(values.get("country", ""))
    if values.get("country") and country is None:
        return BadRow(f"no country is called {values['country']!r}")
    country, admin1 = find_whereabouts(latitude, longitude, country, values.get("admin1") or None)
    usual = find_radius(people) if kind is PlaceKind.SETTLEMENT else RADIUS_KM[kind]
    aliases = BETWEEN_ALIASES.split(values.get("aliases", ""))
    return PlaceRow(
        Place(
            make_id(values.get("id") or "", values["name"], (latitude, longitude)),
            values["name"],
            kind,
            latitude,
            longitude,
            country,
            admin1,
            people if people > 0 else None,
            radius or usual,
            tuple(filter(None, map(str.strip, aliases))),
        )
    )


def read_kind(word: str) -> PlaceKind:
    """A kind by its name or an everyday one; ``ValueError`` names those there are."""
    word = word.strip().lower() or PlaceKind.SETTLEMENT
    if word in _EVERYDAY:
        return _EVERYDAY[word]
    try:
        return PlaceKind(word)
    except ValueError as error:
        known = ", ".join(kind.value for kind in PlaceKind)
        raise ValueError(f"no kind of place is called {word!r}; there are {known}") from error


def read_numbers(values: Mapping[str, str]) -> tuple[tuple[float, float], int, float]:
    """Point, people and radius in kilometres; ``ValueError`` where one cannot be."""
    latitude, longitude = (float(values[name].replace(",", ".")) for name in REQUIRED[1:])
    if not is_on_earth(latitude, longitude):
        raise ValueError(f"no point on earth: {values['latitude']}, {values['longitude']}")
    radius = float(values.get("radius_km") or 0)
    if not 0 <= radius <= LARGEST_RADIUS_KM:
        raise ValueError(f"no radius in kilometres: {values['radius_km']}")
    return (latitude, longitude), int(float(values.get("population") or 0)), radius


def find_whereabouts(
    latitude: float, longitude: float, country: str | None, admin1: str | None
) -> tuple[str | None, str | None]:
    """Country and region: what the table says, and else what the point tells."""
    if country and admin1:
        return country, admin1
    region = load_whereabouts().find(latitude, longitude)
    if region is None or country not in (None, region.country):
        return country, admin1
    return region.country, admin1 or region.name


def make_id(said: str, name: str, point: tuple[float, float]) -> PlaceId:
    """The id of an own place: what the table says, or one of name and point.

    An id of another gazetteer ("gn:170063") means that gazetteer's place, which it then replaces.
    """
    if said.startswith(FOREIGN):
        return PlaceId(said)
    slug = re.sub(r"\W+", "-", strip_marks(name)).strip("-")
    return PlaceId(f"{OWN}{said or f'{slug}@{point[0]:.2f},{point[1]:.2f}'}")
