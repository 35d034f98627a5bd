"""Who stands behind an event: which reports are one voice, who gives which figure, who differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .claims import Toll
from .ids import ClaimId, DocumentId


class Grade(StrEnum):
    """How far an event is verified by its sources, apart from how surely it was coded."""

    CONFIRMED = "confirmed"  # by who did it
    FAIR = "fair"  # two or more independent sources
    WEAK = "weak"  # one
    CONTESTED = "contested"  # who did it is disputed
    DENIED = "denied"  # by the accused


class Disputed(StrEnum):
    """What sources disagree on."""

    BLAME = "blame"
    FIGURE = "figure"
    PLACE = "place"
    DATE = "date"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class Voice:
    """Documents that count as one source, and why; a document alone needs no reason."""

    documents: tuple[DocumentId, ...]
    sources: tuple[str, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A figure as one claimant gives it: who is reported as saying it, else the source."""

    toll: Toll
    claimant: str
    claims: tuple[ClaimId, ...]
    superseded: str | None = None  # why it does not stand any more


@dataclass(frozen=True, slots=True)
class Said:
    """One side of a contradiction, and who takes it."""

    value: str
    claimants: tuple[str, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What sources tell so differently that not all of it can be true; none is chosen here."""

    field: Disputed
    versions: tuple[Said, ...]
    because: str
