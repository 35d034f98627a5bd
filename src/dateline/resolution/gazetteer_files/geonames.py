"""Read GeoNames' dump files: places, alternate names, names of divisions.

The columns are those of its readme: https://download.geonames.org/export/dump/readme.txt
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from ...types import BadRow, GazetteerRow, NamesRow, Place, PlaceId, PlaceKind, PlaceRow
from ..places.atlas import ROMANISED, VILLAGE_RADIUS_KM, find_radius, is_written, romanise
from .knowledge import Knowledge
from .rows import problem_of, read_lines

PLACE_COLUMNS = 19
NAME_COLUMNS = (8, 10)  # alternateNames.txt, and V2 with its days
ADMIN_COLUMNS = 4

# What stands in the column of languages and is no language.
NO_LANGUAGE = frozenset(
    "abbr faac fr_1793 iata icao link nuts phon piny post tcid uicn unlc wkdt".split()
)
LAST_LATIN = 0x24F
MORE_LATIN = range(0x1E00, 0x1F00)

Rows = Iterator[tuple[int, GazetteerRow | None]]


def read_places(file: TextIO, knowledge: Knowledge, *, done: int) -> Rows:
    """The places of a country's file or of allCountries.txt."""
    for number, line in read_lines(file, done=done):
        if line and not line.startswith("#"):
            yield number, read_place(line, knowledge)


def read_place(line: str, knowledge: Knowledge) -> GazetteerRow | None:
    """One line of such a file; none for a feature that is of no use here."""
    cells = line.split("\t")
    if len(cells) != PLACE_COLUMNS:
        return BadRow(f"{len(cells)} columns where GeoNames has {PLACE_COLUMNS}")
    if problem := problem_of(line):
        return BadRow(problem)
    sort = find_sort(f"{cells[6]}.{cells[7]}", knowledge)
    if sort is None:
        return None
    try:
        number, latitude, longitude = int(cells[0]), float(cells[4]), float(cells[5])
        people = int(cells[14] or 0)
    except ValueError as error:
        return BadRow(f"no number where one is wanted: {error}")
    if not is_on_earth(latitude, longitude):
        return BadRow(f"no point on earth: {cells[4]}, {cells[5]}")
    if not cells[1].strip():
        return BadRow("it has no name")
    return make_row(cells, sort, knowledge, (number, latitude, longitude, people))


def make_row(
    cells: list[str],
    sort: tuple[PlaceKind, float | None],
    knowledge: Knowledge,
    numbers: tuple[int, float, float, int],
) -> GazetteerRow:
    """A place, or the names of a region that the packaged gazetteer has already."""
    number, latitude, longitude, people = numbers
    kind, radius = sort
    country = cells[8] or None
    code = f"{country}.{cells[10]}"
    names = [name for name in cells[3].split(",") if is_wanted(name, knowledge)]
    if kind is PlaceKind.REGION and (region := knowledge.regions.get(code)):
        return NamesRow((cells[1], cells[2], *names), region)
    name = romanise(cells[1]) if country in ROMANISED else cells[1]
    place = Place(
        PlaceId(f"gn:{number}"),
        name,
        kind,
        latitude,
        longitude,
        country,
        name if kind is PlaceKind.REGION else knowledge.admin1.get(code),
        people if people > 0 else None,
        find_radius(people) if radius is None else radius,
        (cells[1], *([cells[2]] if cells[2] else []), *names),
    )
    admin2 = knowledge.admin2.get(f"{code}.{cells[11]}") if cells[11] else None
    return PlaceRow(place, f"{cells[6]}.{cells[7]}", admin2)


def find_sort(feature: str, knowledge: Knowledge) -> tuple[PlaceKind, float | None] | None:
    """What kind of place a feature is, and its radius where its people do not tell it."""
    listed = knowledge.features.codes.get(feature)
    if listed:
        return listed
    kind = knowledge.features.classes.get(feature[:1])
    if kind:
        return kind, None
    # Countries are packaged, and so are not taken in again.
    if not knowledge.every_feature or feature.startswith("A."):
        return None
    return PlaceKind.WATER if feature.startswith("H.") else PlaceKind.FEATURE, VILLAGE_RADIUS_KM


def read_names(file: TextIO, knowledge: Knowledge, *, done: int) -> Rows:
    """The names of alternateNames.txt or alternateNamesV2.txt."""
    for number, line in read_lines(file, done=done):
        cells = line.split("\t")
        if len(cells) < NAME_COLUMNS[0] or not cells[1].isdecimal():
            problem = f"{len(cells)} columns, or no number of a place in the second"
            yield number, BadRow(problem)
        elif problem_of(line):
            yield number, BadRow("its bytes are not UTF-8")
        elif cells[2] in NO_LANGUAGE or not is_wanted(cells[3], knowledge):
            yield number, None
        else:
            yield number, NamesRow((cells[3],), PlaceId(f"gn:{cells[1]}"))


def read_admin_names(file: TextIO, knowledge: Knowledge, *, done: int) -> Rows:
    """The names of divisions in admin1CodesASCII.txt or admin2Codes.txt."""
    for number, line in read_lines(file, done=done):
        cells = line.split("\t")
        if len(cells) != ADMIN_COLUMNS or not cells[3].strip().isdecimal():
            yield number, BadRow(f"{len(cells)} columns where GeoNames has {ADMIN_COLUMNS}")
        else:
            region = knowledge.regions.get(cells[0])
            yield (
                number,
                NamesRow((cells[1], cells[2]), region or PlaceId(f"gn:{cells[3].strip()}")),
            )


def load_admin_names(file: TextIO) -> dict[str, str]:
    """The names in such a file by their codes."""
    rows = (line.split("\t") for _, line in read_lines(file, done=0))
    return {cells[0]: cells[1] for cells in rows if len(cells) == ADMIN_COLUMNS}


def is_wanted(name: str, knowledge: Knowledge) -> bool:
    """Whether people write a name so, and in the letters that reports are written in."""
    if not name or not is_written(name):
        return False
    return name.isascii() or knowledge.every_script or is_latin(name)


def is_latin(name: str) -> bool:
    """Whether all its letters are Latin ones, with whatever marks."""
    return all(
        ord(letter) <= LAST_LATIN or ord(letter) in MORE_LATIN or not letter.isalpha()
        for letter in name
    )


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Whether these are degrees; not a number is none."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180
