"""What happened in the world, computed from claims and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from .accounts import Contradiction, Grade, LedgerEntry, Voice
from .claims import Confidence, OutcomeKind, Reason, Status, TollKind
from .ids import ClaimId, DocumentId, EventId, KindId
from .resolution import Actor, Location, When

T = TypeVar("T")


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
    ledger: tuple[LedgerEntry, ...] = ()  # who gives which figure; those that stand first


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
    extent: tuple[Location, ...] = ()  # every place, where one claim lists several: "in A and B"
    when: When | None = None
    tolls: tuple[TollRange, ...] = ()
    outcome: OutcomeKind | None = None
    speakers: tuple[str, ...] = ()  # as the text names them: officials are not their government
    hedged: bool = False
    confidence: Confidence = Confidence.MEDIUM
    first_reported: datetime | None = None
    last_reported: datetime | None = None
    kinds: tuple[Version[KindId], ...] = ()
    statuses: tuple[Version[Status], ...] = ()
    locations: tuple[Version[Location], ...] = ()
    times: tuple[Version[When], ...] = ()
    why: tuple[Reason, ...] = ()  # why these claims are one event
    voices: tuple[Voice, ...] = ()  # its documents, those that are not independent together
    contradictions: tuple[Contradiction, ...] = ()
    grade: Grade = Grade.WEAK
    graded: str = ""  # the rule that gave the grade

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources that tell it, each once."""
        return tuple(dict.fromkeys(source for voice in self.voices for source in voice.sources))

    @property
    def day(self) -> date | None:
        """Its first day, else that of its first report."""
        earliest = self.when.earliest.date if self.when and self.when.earliest else None
        reported = self.first_reported.date() if self.first_reported else None
        return earliest or reported

    @property
    def order(self) -> tuple[bool, date, str]:
        """Sorts events by their day; undated ones last."""
        return self.day is None, self.day or date.min, self.id


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for."""

    kind: KindId | None = None
    status: Status | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    grade: Grade | None = None
