"""What a gazetteer is built from, row by row, and what is in one."""

from __future__ import annotations

from dataclasses import dataclass

from .ids import PlaceId
from .resolution import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, as one row of a gazetteer's file tells it."""

    place: Place
    feature: str | None = None  # the source's own code: "P.PPL", "L.OILF", "ADM2"
    admin2: str | None = None  # name of the second-level division


@dataclass(frozen=True, slots=True)
class NamesRow:
    """More names of a place that other rows tell: by its id, or as a division of a country."""

    names: tuple[str, ...]
    place: PlaceId | None = None
    country: str | None = None
    kind: PlaceKind | None = None
    called: str | None = None  # the name it is looked for by, with country and kind


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that tells no place, and why."""

    problem: str


GazetteerRow = PlaceRow | NamesRow | BadRow


@dataclass(frozen=True, slots=True)
class GazetteerSource:
    """One file that went into a gazetteer."""

    name: str  # the file's name
    format: str
    licence: str
    attribution: str
    rows: int = 0
    places: int = 0
    names: int = 0  # further names of places that other files brought
    left_out: int = 0  # rows that tell a place of no use here, such as a hotel
    failures: int = 0
    own: bool = False  # the user's own, which wins over all others


@dataclass(frozen=True, slots=True)
class GazetteerFailure:
    """A row of a file that could not be taken in."""

    source: str
    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class GazetteerSummary:
    """What is in a gazetteer."""

    path: str
    built: str  # ISO 8601, UTC; empty for the packaged one
    places: int
    names: int
    size: int  # bytes of the file
    sources: tuple[GazetteerSource, ...]
    countries: tuple[tuple[str, int], ...]  # places of each, most first
    features: tuple[tuple[str, int], ...]  # places of each kind, most first
    failures: tuple[GazetteerFailure, ...] = ()  # the first of each source


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """What a gazetteer keeps of a place beside the place itself."""

    feature: str | None
    admin2: str | None
    source: str
