"""The records every layer passes on, and the few protocols two layers share.

A record is frozen, points at its evidence with spans and keeps unknown as ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Generic, NewType, Protocol, Self, TypeVar

import msgspec

DocumentId = NewType("DocumentId", str)
ReadingId = NewType("ReadingId", str)
ClaimId = NewType("ClaimId", str)
EventId = NewType("EventId", str)
DecisionId = NewType("DecisionId", str)
KindId = NewType("KindId", str)
PlaceId = NewType("PlaceId", str)
ActorId = NewType("ActorId", str)

T = TypeVar("T")


def fingerprint(*parts: object) -> str:
    """Name a record after its content, so that running twice adds nothing."""
    # JSON keeps borders and None apart: ("a|b", "c") is not ("a", "b|c").
    return blake2b(msgspec.json.encode(parts, order="sorted"), digest_size=12).hexdigest()


# ---- text ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, as half-open offsets in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """The stretch from the first of the two to the last."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True)
class Document:
    """One text as published; immutable.

    ``text`` holds everything that was published, the headline too; ``headline`` says where in it.
    ``published`` is aware and UTC. ``truncated`` says that the text went on beyond the limit.
    """

    address: str  # canonical address or file name
    source: str
    text: str
    headline: Span | None = None
    published: datetime | None = None
    language: str | None = None  # ISO 639-1
    truncated: bool = False

    @cached_property
    def id(self) -> DocumentId:
        """The same text published at the same address and time is the same document."""
        return DocumentId(fingerprint(self.address, self.published, self.text))


# ---- what a passage says ---------------------------------------------------------------------


class MentionKind(StrEnum):
    """What a mention names."""

    ACTOR = "actor"
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"
    WEAPON = "weapon"


class Confidence(StrEnum):
    """How far a value can be relied on, from named reasons."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """Whether what a claim tells of happened, by its source."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FAILED = "failed"
    PLANNED = "planned"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    NEGATED = "negated"


class OutcomeKind(StrEnum):
    """How an attempt ended."""

    REPELLED = "repelled"
    SEIZED = "seized"
    NO_RESULT = "no-result"
    CALLED_OFF = "called-off"
    ENDED = "ended"
    OTHER = "other"


class Stance(StrEnum):
    """What a reporting verb commits its speaker to."""

    SAYS = "says"
    CLAIMS = "claims"
    DENIES = "denies"
    ACCUSES = "accuses"
    CONFIRMS = "confirms"


class TollKind(StrEnum):
    """What was done to the people counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    ABDUCTED = "abducted"
    HELD = "held"
    RELEASED = "released"
    DISPLACED = "displaced"
    SURRENDERED = "surrendered"


class Qualifier(StrEnum):
    """How exactly a figure was given."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    ABOUT = "about"
    AT_MOST = "at-most"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor, place, time, quantity or weapon, and why they are read so."""

    span: Span
    kind: MentionKind
    antecedent: Span | None = None  # the words that "they" or "the group" stands for
    confidence: Confidence = Confidence.HIGH
    because: str = ""  # the rule that put it into its role

    @property
    def names(self) -> Span:
        """The words to resolve: the antecedent's where there is one."""
        return self.antecedent or self.span


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, in the passage's words."""

    kind: OutcomeKind
    span: Span


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure of people, as one source gives it; ``low`` and ``high`` are inclusive.

    Both are ``None`` when the words give no number ("losses"); ``high`` alone is ``None`` when
    they give no upper bound ("at least ten"). ``cumulative`` counts more than this event
    ("since August").
    """

    kind: TollKind
    span: Span
    low: int | None
    high: int | None
    qualifier: Qualifier
    whose: Mention | None = None
    cumulative: bool = False
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is reported as saying it, with which verb; no speaker for a bare "reportedly"."""

    stance: Stance
    cue: Span | None
    speaker: Mention | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Points, and the sentence that explains them."""

    points: float
    because: str


@dataclass(frozen=True)
class Claim:
    """What one passage reports: what a source says, not what is true.

    Never edited: every field takes part in the id, so a passage read differently is another claim.
    """

    document: DocumentId
    evidence: Span  # the passage
    trigger: Span
    kind: KindId
    status: Status
    status_cue: Span | None = None
    background: bool = False
    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    through: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    times: tuple[Mention, ...] = ()
    instruments: tuple[Mention, ...] = ()
    purposes: tuple[Span, ...] = ()
    outcome: Outcome | None = None
    tolls: tuple[Toll, ...] = ()
    speakers: tuple[Attribution, ...] = ()  # the nearest to the event first
    hedges: tuple[Span, ...] = ()
    confidence: Confidence = Confidence.MEDIUM
    why: tuple[Reason, ...] = ()

    @cached_property
    def id(self) -> ClaimId:
        """The same passage, read the same way, has the same id in every run."""
        return ClaimId(fingerprint(self))

    @property
    def speaker(self) -> Mention | None:
        """Who is reported as saying it, nearest to the event."""
        return next((said.speaker for said in self.speakers if said.speaker), None)

    @property
    def hedged(self) -> bool:
        """Whether the source holds back from asserting it."""
        return bool(self.hedges)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Words that could have been a claim and were not coded, and the rule that decided."""

    evidence: Span
    trigger: Span | None
    kind: KindId | None
    because: str


# ---- resolution ------------------------------------------------------------------------------


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


# ---- readings, events, decisions ----------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """What one version of engine, codebook, register, gazetteer and corrections found."""

    document: DocumentId
    digest: str  # of engine, codebook, register, gazetteer and corrections together
    claims: tuple[Claim, ...] = ()
    actors: tuple[Resolution[Actor], ...] = ()  # one for each different name, in text order
    places: tuple[Resolution[Location], ...] = ()
    times: tuple[Resolution[When], ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

    @property
    def id(self) -> ReadingId:
        """One reading of a document by one digest."""
        return ReadingId(fingerprint(self.document, self.digest))


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as an event shows it: the name to print, and the register's entry, if any."""

    name: str
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Version(Generic[T]):
    """One value of an event's field, and the claims that say so."""

    value: T
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class TollRange:
    """The figures of one kind for one side, over all claims of an event."""

    kind: TollKind
    whose: str | None
    low: int | None
    best: int | None
    high: int | None
    cumulative: bool
    because: str  # how low, best and high were reached
    versions: tuple[Version[Toll], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What happened in the world, computed from claims and decisions.

    ``id`` comes from the founding claim. The single values are those of the fullest claims; every
    field's versions stand beside them, the chosen one first.
    """

    id: EventId
    kind: KindId
    status: Status
    background: bool
    claims: tuple[ClaimId, ...]
    documents: tuple[DocumentId, ...]
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    through: tuple[Party, ...] = ()
    places: tuple[str, ...] = ()  # as named
    location: Location | None = None
    when: When | None = None
    tolls: tuple[TollRange, ...] = ()
    outcome: OutcomeKind | None = None
    speakers: tuple[str, ...] = ()
    hedged: bool = False
    confidence: Confidence = Confidence.MEDIUM
    first_reported: datetime | None = None
    last_reported: datetime | None = None
    kinds: tuple[Version[KindId], ...] = ()
    statuses: tuple[Version[Status], ...] = ()
    locations: tuple[Version[Location], ...] = ()
    times: tuple[Version[When], ...] = ()
    why: tuple[Reason, ...] = ()  # why these claims are one event

    @property
    def order(self) -> tuple[bool, date, str]:
        """Sorts events by their day, else that of their first report; undated ones last."""
        earliest = self.when.earliest.date if self.when and self.when.earliest else None
        reported = self.first_reported.date() if self.first_reported else None
        day = earliest or reported
        return day is None, day or date.min, self.id


class Verb(StrEnum):
    """What a reviewer did."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    MISSED = "missed"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement; appended, never changed. Points at words, not at claim ids."""

    verb: Verb
    by: str
    at: datetime
    document: DocumentId
    span: Span
    field: str | None = None
    old: str | None = None
    new: str | None = None
    because: str | None = None

    @property
    def id(self) -> DecisionId:
        """Every field takes part."""
        return DecisionId(fingerprint(self))


@dataclass(frozen=True, slots=True)
class Failure:
    """A document, the step that failed, and the problem in words."""

    address: str
    step: str
    problem: str
    document: DocumentId | None = None


class Gazetteer(Protocol):
    """Somewhere to look up place names."""

    def named(self, name: str) -> Iterable[Place]:
        """The places known by a name, in any order."""

    def get_place(self, place: PlaceId) -> Place | None:
        """One place by its id."""


class Hierarchy(Protocol):
    """What consolidation may ask about places and actors."""

    def contains(self, outer: Location, inner: Location) -> bool:
        """Whether one location lies within the other."""

    def same_side(self, left: Actor, right: Actor) -> bool:
        """Whether one is the other, its parent, its part, or both fight under one command."""


class Names(Protocol):
    """What analysis may ask about a string; it never learns which place or actor it is."""

    def is_actor(self, name: str) -> bool:
        """Whether the register knows this name, or can compose it ("the Syrian army")."""

    def inter_of(self, name: str) -> Inter | None:
        """What sort of actor the register's entry of this name is; ``None`` when it has none."""

    def is_place(self, name: str) -> bool:
        """Whether the gazetteer knows a place by this name."""

    def is_capital(self, name: str) -> bool:
        """Whether this place's name can stand for a government ("Damascus")."""

    def is_demonym(self, word: str) -> bool:
        """Whether this word says which country someone belongs to ("Syrian")."""
