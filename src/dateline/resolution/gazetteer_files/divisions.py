"""Read the tables of administrative divisions that OCHA keeps: COD-AB and the lists of P-codes.

COD-AB names its columns ADM1_EN, ADM1_PCODE and so on, or adm1_name, adm1_pcode since 2025; the
list of all P-codes has Location, Admin Level, P-Code and Name. Most have no coordinates: then the
names go to the division that the gazetteer has under that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TextIO

from ...types import BadRow, GazetteerRow, NamesRow, Place, PlaceId, PlaceKind, PlaceRow
from .geonames import is_latin, is_on_earth
from .knowledge import Knowledge
from .rows import UNREADABLE, read_table

KINDS = {1: PlaceKind.REGION, 2: PlaceKind.DISTRICT, 3: PlaceKind.DISTRICT, 4: PlaceKind.DISTRICT}
RADIUS_KM = {2: 25.0, 3: 12.0, 4: 6.0}

CODE = re.compile(r"adm([1-4])_?p?code")
LETTERS = re.compile(r"[A-Za-z]{2,3}")
POINTS = (
    ("center_lat", "center_lon"),
    ("latitude", "longitude"),
    ("lat", "lon"),
    ("lat", "long"),
    ("y", "x"),
)
COUNTRIES = ("iso2", "adm0_pcode", "iso3", "adm0_en", "adm0_name", "location")

Rows = Iterator[tuple[int, GazetteerRow | None]]


def read_divisions(file: TextIO, knowledge: Knowledge, *, done: int) -> Rows:
    """The divisions of a table: of each row, the one of the lowest level."""
    for number, cells in read_table(file, done=done):
        yield number, read_division(cells, knowledge)


def read_division(cells: Mapping[str, str], knowledge: Knowledge) -> GazetteerRow | None:
    """One division; none for a country."""
    if UNREADABLE in "".join(cells.values()) or UNREADABLE in cells:
        return BadRow("its bytes are not UTF-8, or a quotation mark has no end")
    level = find_level(cells)
    if level == 0:
        return None
    country = find_country(cells, knowledge)
    if level not in KINDS or level is None or country is None:
        return BadRow("no country, or no level from 1 to 4")
    code, names = find_code(cells, level), find_names(cells, level)
    if not names:
        return BadRow("no name in Latin letters")
    names = (*names, code) if code else names
    point = find_point(cells)
    # The first level is packaged, for every country, and known by its outline.
    if point is None or level == 1:
        return NamesRow(names, None, country, KINDS[level], names[0])
    if not is_on_earth(*point):
        return BadRow(f"no point on earth: {point[0]}, {point[1]}")
    above = find_names(cells, 1)
    place = Place(
        PlaceId(f"pcode:{code or names[0]}"),
        names[0],
        KINDS[level],
        *point,
        country,
        above[0] if above else None,
        None,
        RADIUS_KM[level],
        names[1:],
    )
    second = find_names(cells, 2)
    return PlaceRow(place, f"ADM{level}", second[0] if second and level > 2 else None)


def find_level(cells: Mapping[str, str]) -> int | None:
    """The level of a row: what it says, or the lowest that it has a code or name of."""
    said = cells.get("admin level") or cells.get("adm_level")
    if said:
        return int(said) if said.isdecimal() else None
    levels = (level for level in (4, 3, 2, 1) if find_names(cells, level))
    return next(levels, None)


def find_names(cells: Mapping[str, str], level: int) -> tuple[str, ...]:
    """The names of a row at a level, in Latin letters, English first."""
    prefix = f"adm{level}_"
    columns = [f"{prefix}en", f"{prefix}name", f"{prefix}ref"]
    columns += sorted(
        column
        for column in cells
        if column.startswith(prefix) and not CODE.fullmatch(column) and column not in columns
    )
    if "admin level" in cells:
        columns = ["name"]
    values = (cells.get(column, "") for column in columns)
    return tuple(dict.fromkeys(name for name in values if is_name(name)))


def is_name(value: str) -> bool:
    """Whether a cell holds a name in Latin letters, and no number or date."""
    return any(letter.isalpha() for letter in value) and is_latin(value)


def find_code(cells: Mapping[str, str], level: int) -> str:
    """The P-code of a row."""
    named = (f"adm{level}_pcode", f"adm{level}_code", "p-code", "pcode")
    return next((cells[column] for column in named if cells.get(column)), "")


def find_country(cells: Mapping[str, str], knowledge: Knowledge) -> str | None:
    """The country of a row, by whatever column says it; a P-code begins with it."""
    for column in COUNTRIES:
        if (value := cells.get(column)) and (country := knowledge.country(value)):
            return country
    codes = (value for column, value in cells.items() if CODE.fullmatch(column) and value)
    letters = LETTERS.match(next(codes, ""))
    return knowledge.country(letters[0]) or knowledge.country(letters[0][:2]) if letters else None


def find_point(cells: Mapping[str, str]) -> tuple[float, float] | None:
    """The coordinates of a row, if it has some."""
    for latitude, longitude in POINTS:
        try:
            return float(cells[latitude]), float(cells[longitude])
        except (KeyError, ValueError):
            continue
    return None
