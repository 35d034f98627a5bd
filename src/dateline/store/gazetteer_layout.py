"""The tables of a gazetteer's index, and how a place becomes a row of them and a place again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b

from ..types import Place, PlaceId, PlaceKind

# Takes part in the name of the packaged index's file, and is kept in every index; raise it when the
# tables change.
LAYOUT = 2

# ``known`` finds a place by its folded name, ``alike`` by the key of its name's consonants. While
# an index is filled, names go to ``spelling`` and ``sounding``, which take them in any order.
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, format TEXT NOT NULL, licence TEXT NOT NULL,
    attribution TEXT NOT NULL, own INTEGER NOT NULL, line INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL DEFAULT 0, rows INTEGER NOT NULL DEFAULT 0,
    places INTEGER NOT NULL DEFAULT 0, names INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE failure (source INTEGER NOT NULL, line INTEGER NOT NULL, problem TEXT NOT NULL);
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT NOT NULL, kind INTEGER NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL, country TEXT, admin1 TEXT,
    population INTEGER, radius_km REAL, admin2 TEXT, feature TEXT, source INTEGER NOT NULL,
    listed INTEGER NOT NULL
);
CREATE TABLE spelling (folded TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE sounding (key TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE pending (
    country TEXT, kind INTEGER, folded TEXT, name TEXT NOT NULL, source INTEGER NOT NULL,
    line INTEGER NOT NULL
);
CREATE TABLE own (folded TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE known (
    folded TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL,
    PRIMARY KEY (folded, name, place)
) WITHOUT ROWID;
CREATE TABLE alike (
    key TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, name, place)
) WITHOUT ROWID;
CREATE TABLE tally (country TEXT, kind INTEGER NOT NULL, places INTEGER NOT NULL);
"""
COLUMNS = (
    "place.number, place.id, place.name, place.kind, latitude, longitude, country, admin1,"
    " population, radius_km"
)

# Kinds by their number in the tables; a new one goes to the end.
KINDS = (
    PlaceKind.SETTLEMENT,
    PlaceKind.DISTRICT,
    PlaceKind.REGION,
    PlaceKind.COUNTRY,
    PlaceKind.AREA,
    PlaceKind.FEATURE,
    PlaceKind.WATER,
)
NUMBER_OF_KIND = {kind: number for number, kind in enumerate(KINDS)}

# GeoNames' own numbers stay; other ids get one beyond them, made of the id.
GEONAMES = "gn:"
BEYOND_GEONAMES = 1 << 61

Row = tuple[str | int | float | None, ...]


def no_key(name: str, country: str | None) -> str | None:
    """The key of names that are only to be found as they fold."""
    return None


@dataclass(frozen=True, slots=True)
class Spelling:
    """How names are compared: ``digest`` names the rules, for an index is no use with others."""

    fold: Callable[[str], str]
    key: Callable[[str, str | None], str | None] = no_key
    digest: str = ""


def number_of(place: PlaceId) -> int:
    """The number of a place in the tables; the same for the same id in every index."""
    if place.startswith(GEONAMES) and place[len(GEONAMES) :].isdecimal():
        return int(place[len(GEONAMES) :])
    digest = blake2b(place.encode(), digest_size=8).digest()
    return BEYOND_GEONAMES | int.from_bytes(digest, "big") >> 3


def to_row(place: Place) -> Row:
    """A place's values in the order of ``COLUMNS``."""
    number = number_of(place.id)
    return (
        number, place.id if number >= BEYOND_GEONAMES else None, place.name,
        NUMBER_OF_KIND[place.kind], place.latitude, place.longitude, place.country, place.admin1,
        place.population, place.radius_km,
    )  # fmt: skip


def to_place(row: tuple[object, ...]) -> Place:
    """The place that a row of ``COLUMNS`` holds."""
    number, ident, name, kind, *rest = row
    assert isinstance(kind, int)
    return Place(PlaceId(str(ident or f"{GEONAMES}{number}")), str(name), KINDS[kind], *rest)  # type: ignore[arg-type]


def run_all(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    """Run statements one after the other."""
    for statement in statements:
        connection.execute(statement)
