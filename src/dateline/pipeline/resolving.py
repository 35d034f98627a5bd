"""Resolve what the claims of one document name: the same words mean the same all through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ..analysis.claims import Findings
from ..resolution.actors import ActorContext, ActorResolver
from ..resolution.nested_names import find_nested_names
from ..resolution.place_context import make_place_context
from ..resolution.place_weights import PlaceContext
from ..resolution.places import PlaceResolver
from ..resolution.times import TimeResolver
from ..types import (
    Claim,
    Document,
    Mention,
    Reading,
    Resolution,
    Span,
    Status,
    When,
)

# What has not happened yet may lie in the future.
_AHEAD = frozenset({Status.PLANNED, Status.THREATENED, Status.DEMANDED, Status.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Resolvers:
    """Who resolves names, in the order in which they are asked."""

    actors: ActorResolver
    places: PlaceResolver

    def __call__(self, document: Document, findings: Findings, *, digest: str) -> Reading:
        """A document's reading, from what analysis found in it."""
        text = findings.cased or document.text
        parties = _words(_parties(findings.claims), text)
        published = document.published or _written(findings.dated, text)
        day = published.date() if published else None
        context = self.context_of(document, findings)
        acting = ActorContext(context.countries, day, self.home_of(findings, context, text))
        return Reading(
            document=document.id,
            digest=digest,
            claims=findings.claims,
            actors=tuple(
                replace(self.actors(name, context=acting), spans=spans)
                for name, spans in parties.items()
            ),
            places=tuple(
                replace(self.places(name, context=context), spans=spans)
                for name, spans in _words(_places(findings.claims), text).items()
            ),
            times=tuple(_times(findings.claims, text, published)),
            passed_over=findings.passed_over,
        )

    def context_of(self, document: Document, findings: Findings) -> PlaceContext:
        """Where a document is: the countries and places that all its names point at."""
        text = findings.cased or document.text
        published = document.published or _written(findings.dated, text)
        unplaced = ActorContext(on=published.date() if published else None)
        parties = _words(_parties(findings.claims), text)
        first = [self.actors(name, context=unplaced).chosen for name in parties]
        return make_place_context(
            (_plain(span, text) for span in (*findings.filed, *findings.places)),
            (_plain(span, text) for span in findings.demonyms),
            self.places,
            actor_countries=[actor.country for actor in first if actor and actor.country],
            within=find_nested_names(text, (*findings.filed, *findings.places)),
        )

    def home_of(self, findings: Findings, context: PlaceContext, text: str) -> str | None:
        """The country that a dateline says the document was written in."""
        filed = (self.places(_plain(span, text), context=context) for span in findings.filed)
        return next((place.chosen.country for place in filed if place.chosen), None)


def _written(dated: Span | None, text: str) -> datetime | None:
    """The day a dateline names in full: where nothing else says so, the text was written then."""
    when = TimeResolver()(_plain(dated, text)).chosen if dated else None
    day = when.earliest.date if when and when.earliest else None
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _parties(claims: Iterable[Claim]) -> Iterator[Mention]:
    for claim in claims:
        yield from (*claim.actors, *claim.targets, *claim.through)
        yield from (toll.whose for toll in claim.tolls if toll.whose)
        yield from (said.speaker for said in claim.speakers if said.speaker)


def _places(claims: Iterable[Claim]) -> Iterator[Mention]:
    for claim in claims:
        yield from claim.places


def _words(mentions: Iterable[Mention], text: str) -> dict[str, tuple[Span, ...]]:
    """Each different name, in text order, with all the spans where it stands."""
    found: dict[str, set[Span]] = {}
    for span in sorted({mention.names for mention in mentions}):
        found.setdefault(_plain(span, text), set()).add(span)
    return {name: tuple(sorted(spans)) for name, spans in found.items()}


def _plain(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _times(
    claims: Iterable[Claim], text: str, published: datetime | None
) -> Iterator[Resolution[When]]:
    """Times in text order; "a day later" counts from the last one told."""
    resolve = TimeResolver(published)
    told: dict[Span, tuple[Mention, bool]] = {}
    for claim in claims:
        for mention in claim.times:
            told.setdefault(mention.names, (mention, claim.status not in _AHEAD))
    anchor: When | None = None
    for span, (_, past) in sorted(told.items(), key=lambda pair: pair[0]):
        resolution = resolve(_plain(span, text), anchor=anchor, past=past)
        anchor = resolution.chosen or anchor
        yield replace(resolution, spans=(span,))
