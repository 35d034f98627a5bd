"""What names refer to: places, actors and times, with the candidates and the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Generic, Self, TypeVar

from .claims import Confidence, Reason
from .ids import ActorId, PlaceId
from .text import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """Something a mention could refer to, and the case for it."""

    value: T
    reasons: tuple[Reason, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the points."""
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Resolution(Generic[T]):
    """What a mention could refer to, best first, and what was chosen, if anything."""

    name: str  # the words that were resolved
    candidates: tuple[Candidate[T], ...] = ()
    chosen: T | None = None
    confidence: Confidence = Confidence.MEDIUM
    because: str = ""
    spans: tuple[Span, ...] = ()  # where in the document these words stand; set by the pipeline


class PlaceKind(StrEnum):
    """What sort of place an entry of the gazetteer is."""

    SETTLEMENT = "settlement"
    DISTRICT = "district"  # second-level division
    REGION = "region"  # first-level division
    COUNTRY = "country"
    AREA = "area"  # a desert, front, valley, historical region
    FEATURE = "feature"  # an airbase, oil field, camp, crossing, dam
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer. Coordinates are WGS84 degrees."""

    id: PlaceId
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None  # name of the first-level division
    population: int | None = None
    radius_km: float | None = None  # of a circle of about its size
    aliases: tuple[str, ...] = ()


class WherePrecision(IntEnum):
    """UCDP GED ``where_prec``: how exactly a place is known."""

    EXACT = 1
    NEAR = 2  # within about 25 km of a known point
    DISTRICT = 3
    REGION = 4
    AREA = 5  # larger than a region, fuzzy, a line, or between two places
    COUNTRY = 6
    INTERNATIONAL = 7  # waters or airspace

    @property
    def geo_precision(self) -> int:
        """ACLED ``geo_precision``: 1 a town, 2 near a town or a small area, 3 a larger region."""
        return {1: 1, 2: 2}.get(self, 3)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a mention of a place is: an area with a centre, a radius and a precision."""

    name: str
    precision: WherePrecision
    latitude: float | None
    longitude: float | None
    radius_km: float
    country: str | None
    admin1: str | None = None
    places: tuple[PlaceId, ...] = ()  # the gazetteer entries it is built from


class Inter(IntEnum):
    """ACLED ``inter``: what sort of actor."""

    STATE_FORCES = 1
    REBEL_GROUP = 2
    POLITICAL_MILITIA = 3
    IDENTITY_MILITIA = 4
    RIOTERS = 5
    PROTESTERS = 6
    CIVILIANS = 7
    EXTERNAL_OR_OTHER = 8


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the actor register, or a group named only by what it is ("villagers")."""

    id: ActorId
    name: str
    inter: Inter
    sector: str  # PLOVER sector code
    country: str | None = None  # ISO 3166-1 alpha-2
    parent: ActorId | None = None
    side: ActorId | None = None  # the force or coalition it fights for, where not its parent
    since: date | None = None
    until: date | None = None
    registered: bool = True  # False: kind guessed from its head word
    aliases: tuple[str, ...] = ()
    ucdp: str | None = None  # what UCDP calls it, where that is known


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day whose year may be unknown; ISO 8601, ``--07-25`` without a year."""

    year: int | None
    month: int
    day: int

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    @classmethod
    def of(cls, day: date) -> Self:
        """The same day, its year known."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2018-07-25`` or ``--07-25``."""
        year, month, day = text.rsplit("-", 2)
        return cls(None if year == "-" else int(year), int(month), int(day))

    @property
    def date(self) -> date | None:
        """The date, if the year is known."""
        return None if self.year is None else date(self.year, self.month, self.day)


class DatePrecision(IntEnum):
    """UCDP GED ``date_prec``: how exactly a time is known."""

    DAY = 1
    FEW_DAYS = 2  # 2-6 days
    WEEK = 3
    MONTH = 4
    YEAR = 5


@dataclass(frozen=True, slots=True)
class When:
    """Earliest and latest day, inclusive, and the precision the source gave; ``None`` is open."""

    earliest: Day | None
    latest: Day | None
    precision: DatePrecision
