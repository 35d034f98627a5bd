"""What a passage says: a source's report that something happened, with the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from .ids import ClaimId, DocumentId, KindId, fingerprint
from .text import Span


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
    ARRESTED = "arrested"


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
