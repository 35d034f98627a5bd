"""Tell what a gazetteer's file is by what stands in it, and read it as that."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ...errors import UsageError
from ...tables import choose_sign, find_sign
from ...types import GazetteerRow, GazetteerSource
from . import divisions, geonames, natural_earth, own_places
from .knowledge import Knowledge
from .rows import open_text

Rows = Iterator[tuple[int, GazetteerRow | None]]

LOOKED_AT = 65_536  # characters of a file that tell what it is


class Format(StrEnum):
    """What a file is; in the order in which files are taken in, the last word last."""

    GEONAMES = "geonames"
    NATURAL_EARTH = "natural-earth"
    GEONAMES_ADMIN = "geonames-admin"
    GEONAMES_NAMES = "geonames-names"
    PCODES = "pcodes"
    OWN = "own"


_GEONAMES = ("CC BY 4.0", "GeoNames, https://www.geonames.org")
CREDITS = {
    Format.GEONAMES: _GEONAMES,
    Format.GEONAMES_ADMIN: _GEONAMES,
    Format.GEONAMES_NAMES: _GEONAMES,
    Format.NATURAL_EARTH: ("public domain", "Made with Natural Earth, naturalearthdata.com"),
    Format.PCODES: (
        "CC BY-IGO, or as its country's page on HDX says",
        "OCHA, Common Operational Datasets, https://data.humdata.org",
    ),
    Format.OWN: ("your own", "your own"),
}


@dataclass(frozen=True, slots=True)
class GazetteerFile:
    """A file to take in, and what it is."""

    path: Path
    format: Format

    @property
    def source(self) -> GazetteerSource:
        """The file as a source of the gazetteer."""
        licence, attribution = CREDITS[self.format]
        return GazetteerSource(
            self.path.name, self.format, licence, attribution, own=self.format is Format.OWN
        )

    def read(
        self, knowledge: Knowledge, *, done: int = 0, columns: Mapping[str, str] | None = None
    ) -> Rows:
        """Its rows after the first so many lines."""
        with open_text(self.path) as file:
            try:
                if self.format is Format.OWN:
                    yield from own_places.read_own(file, knowledge, columns or {}, done=done)
                elif self.format is Format.NATURAL_EARTH and is_json(self.path):
                    yield from natural_earth.read_features(file, knowledge, done=done)
                else:
                    yield from READERS[self.format](file, knowledge, done=done)
            except UsageError as error:
                raise UsageError(f"{self.path}: {error}") from error


READERS: Mapping[Format, Callable[..., Rows]] = {
    Format.GEONAMES: geonames.read_places,
    Format.GEONAMES_ADMIN: geonames.read_admin_names,
    Format.GEONAMES_NAMES: geonames.read_names,
    Format.NATURAL_EARTH: natural_earth.read_places,
    Format.PCODES: divisions.read_divisions,
}


def recognise(path: Path) -> GazetteerFile:
    """What a file is; ``UsageError`` where nothing tells."""
    with open_text(path) as file:
        start = file.read(LOOKED_AT)
    found = find_format(start)
    if found is None:
        first = " ".join(start.split("\n", 1)[0].split())[:60]
        raise UsageError(
            f"{path}: neither GeoNames, Natural Earth, P-codes nor a table with name, latitude and"
            f" longitude; it begins {first!r}; say what it is with --format"
        )
    return GazetteerFile(path, found)


def find_format(start: str) -> Format | None:
    """What a file is whose text begins so."""
    if start.lstrip().startswith("{"):
        return Format.NATURAL_EARTH if '"features"' in start or '"Feature' in start else None
    line = next((line for line in start.splitlines() if line and not line.startswith("#")), "")
    return find_dump(line.split("\t")) or find_table(line)


def find_dump(cells: list[str]) -> Format | None:
    """Which of GeoNames' files has such a line."""
    if len(cells) == geonames.PLACE_COLUMNS and cells[0].isdecimal():
        return Format.GEONAMES
    if len(cells) in geonames.NAME_COLUMNS and cells[0].isdecimal() and cells[1].isdecimal():
        return Format.GEONAMES_NAMES
    is_admin = len(cells) == geonames.ADMIN_COLUMNS and cells[3].strip().isdecimal()
    if is_admin and re.fullmatch(r"[A-Z]{2}\.[^.]+(\.[^.]+)?", cells[0]):
        return Format.GEONAMES_ADMIN
    return None


def find_table(line: str) -> Format | None:
    """What a table with such a header is."""
    header = next(csv.reader([line], delimiter=choose_sign(line)), [])
    columns = {name.strip().lower() for name in header}
    if {"nameascii", "featurecla"} & columns and {"name"} <= columns:
        return Format.NATURAL_EARTH
    if any(divisions.CODE.fullmatch(column) for column in columns) or (
        {"p-code", "admin level"} <= columns
    ):
        return Format.PCODES
    chosen = own_places.find_columns(header, {})
    return Format.OWN if all(name in chosen for name in own_places.REQUIRED) else None


def is_json(path: Path) -> bool:
    """Whether a file holds JSON."""
    with open_text(path) as file:
        return file.read(64).lstrip().startswith("{")


def check_columns(file: GazetteerFile, said: Mapping[str, str]) -> None:
    """Refuse a table of one's own that lacks a column, before anything is built."""
    with open_text(file.path) as text:
        header = next(csv.reader(text, delimiter=find_sign(text)), [])
    try:
        chosen = own_places.find_columns(header, said)
    except UsageError as error:
        raise UsageError(f"{file.path}: {error}") from error
    missing = [name for name in own_places.REQUIRED if name not in chosen]
    if missing:
        raise UsageError(
            f"{file.path}: no column for {missing[0]}; it has {', '.join(header)}; say which it is"
            f" with --column {missing[0]}=COLUMN"
        )
