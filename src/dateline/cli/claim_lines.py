"""A claim as one JSON object: every value beside its words, and what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from ..types import (
    Actor,
    ActorId,
    Claim,
    ClaimId,
    Confidence,
    Document,
    DocumentId,
    Inter,
    KindId,
    Location,
    Mention,
    OutcomeKind,
    PlaceId,
    Qualifier,
    Reading,
    ReadingId,
    Reason,
    Resolution,
    Span,
    Stance,
    Status,
    TollKind,
    When,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text; ``text[start:end]`` is exactly them."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler(Quote):
    """Words that fill a role; ``antecedent`` are those that "they" or "the group" stands for."""

    confidence: Confidence
    because: str
    antecedent: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine(Filler):
    """Who; ``name`` and ``id`` are the register's, and unknown where it has none."""

    name: str | None = None
    id: ActorId | None = None
    inter: Inter | None = None
    country: str | None = None
    registered: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine(Filler):
    """Where; ``where_prec`` is UCDP's and ``geo_precision`` ACLED's."""

    name: str | None = None
    ids: tuple[PlaceId, ...] = ()
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    where_prec: int | None = None
    geo_precision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine(Filler):
    """When, as first and last day; ``date_prec`` is UCDP's."""

    earliest: str | None = None
    latest: str | None = None
    date_prec: int | None = None


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """How it ended."""

    kind: OutcomeKind
    quote: Quote


@dataclass(frozen=True, slots=True)
class TollLine:
    """A figure of people."""

    kind: TollKind
    low: int | None
    high: int | None
    qualifier: Qualifier
    cumulative: bool
    confidence: Confidence
    quote: Quote
    whose: ActorLine | None


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """Who is reported as saying it."""

    stance: Stance
    cue: Quote | None
    speaker: ActorLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One line of ``dateline claims --json``."""

    id: ClaimId
    document: DocumentId
    address: str
    published: datetime | None
    reading: ReadingId
    kind: KindId
    status: Status
    status_cue: Quote | None
    background: bool
    passage: Quote
    trigger: Quote
    actors: tuple[ActorLine, ...]
    targets: tuple[ActorLine, ...]
    through: tuple[ActorLine, ...]
    places: tuple[PlaceLine, ...]
    times: tuple[TimeLine, ...]
    instruments: tuple[Filler, ...]
    purposes: tuple[Quote, ...]
    outcome: OutcomeLine | None
    tolls: tuple[TollLine, ...]
    speakers: tuple[SpeakerLine, ...]
    hedges: tuple[Quote, ...]
    confidence: Confidence
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the words of one reading resolved to, by where they stand."""

    document: Document
    reading: Reading
    actors: Mapping[Span, Resolution[Actor]]
    places: Mapping[Span, Resolution[Location]]
    times: Mapping[Span, Resolution[When]]

    @classmethod
    def of(cls, document: Document, reading: Reading) -> Resolved:
        """Look the resolutions of a reading up by span."""
        return cls(
            document,
            reading,
            _by_span(reading.actors),
            _by_span(reading.places),
            _by_span(reading.times),
        )

    def actor(self, mention: Mention) -> Actor | None:
        """Who is named."""
        found = self.actors.get(mention.names)
        return found.chosen if found else None

    def place(self, mention: Mention) -> Location | None:
        """Where that is."""
        found = self.places.get(mention.names)
        return found.chosen if found else None

    def time(self, mention: Mention) -> When | None:
        """When that is."""
        found = self.times.get(mention.names)
        return found.chosen if found else None

    def quote(self, span: Span) -> Quote:
        """The words at a span."""
        return Quote(span.of(self.document.text), span.start, span.end)


def _by_span(resolutions: Iterable[Resolution[T]]) -> dict[Span, Resolution[T]]:
    return {span: resolution for resolution in resolutions for span in resolution.spans}


def make_lines(document: Document, reading: Reading) -> Iterator[ClaimLine]:
    """The claims of a reading, in its order."""
    resolved = Resolved.of(document, reading)
    return (make_line(claim, resolved) for claim in reading.claims)


def make_line(claim: Claim, resolved: Resolved) -> ClaimLine:
    """One claim with everything it names."""
    maker = _Maker(resolved)
    quote = resolved.quote
    return ClaimLine(
        id=claim.id,
        document=claim.document,
        address=resolved.document.address,
        published=resolved.document.published,
        reading=resolved.reading.id,
        kind=claim.kind,
        status=claim.status,
        status_cue=quote(claim.status_cue) if claim.status_cue else None,
        background=claim.background,
        passage=quote(claim.evidence),
        trigger=quote(claim.trigger),
        actors=tuple(map(maker.actor, claim.actors)),
        targets=tuple(map(maker.actor, claim.targets)),
        through=tuple(map(maker.actor, claim.through)),
        places=tuple(map(maker.place, claim.places)),
        times=tuple(map(maker.time, claim.times)),
        instruments=tuple(map(maker.filler, claim.instruments)),
        purposes=tuple(map(quote, claim.purposes)),
        outcome=OutcomeLine(claim.outcome.kind, quote(claim.outcome.span))
        if claim.outcome
        else None,
        tolls=tuple(
            TollLine(
                toll.kind,
                toll.low,
                toll.high,
                toll.qualifier,
                toll.cumulative,
                toll.confidence,
                quote(toll.span),
                maker.actor(toll.whose) if toll.whose else None,
            )
            for toll in claim.tolls
        ),
        speakers=tuple(
            SpeakerLine(
                said.stance,
                quote(said.cue) if said.cue else None,
                maker.actor(said.speaker) if said.speaker else None,
            )
            for said in claim.speakers
        ),
        hedges=tuple(map(quote, claim.hedges)),
        confidence=claim.confidence,
        why=claim.why,
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    resolved: Resolved

    def filler(self, mention: Mention) -> Filler:
        words = self.resolved.quote(mention.span)
        return Filler(
            words.text,
            words.start,
            words.end,
            confidence=mention.confidence,
            because=mention.because,
            antecedent=self.resolved.quote(mention.antecedent) if mention.antecedent else None,
        )

    def actor(self, mention: Mention) -> ActorLine:
        words = self.filler(mention)
        actor = self.resolved.actor(mention)
        return ActorLine(
            words.text,
            words.start,
            words.end,
            confidence=words.confidence,
            because=words.because,
            antecedent=words.antecedent,
            name=actor.name if actor else None,
            id=actor.id if actor else None,
            inter=actor.inter if actor else None,
            country=actor.country if actor else None,
            registered=actor.registered if actor else None,
        )

    def place(self, mention: Mention) -> PlaceLine:
        words = self.filler(mention)
        location = self.resolved.place(mention)
        return PlaceLine(
            words.text,
            words.start,
            words.end,
            confidence=words.confidence,
            because=words.because,
            antecedent=words.antecedent,
            name=location.name if location else None,
            ids=location.places if location else (),
            country=location.country if location else None,
            admin1=location.admin1 if location else None,
            latitude=location.latitude if location else None,
            longitude=location.longitude if location else None,
            radius_km=location.radius_km if location else None,
            where_prec=int(location.precision) if location else None,
            geo_precision=location.precision.geo_precision if location else None,
        )

    def time(self, mention: Mention) -> TimeLine:
        words = self.filler(mention)
        when = self.resolved.time(mention)
        return TimeLine(
            words.text,
            words.start,
            words.end,
            confidence=words.confidence,
            because=words.because,
            antecedent=words.antecedent,
            earliest=str(when.earliest) if when and when.earliest else None,
            latest=str(when.latest) if when and when.latest else None,
            date_prec=int(when.precision) if when else None,
        )
