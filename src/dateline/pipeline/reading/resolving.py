"""Resolve what the claims of one document name: the same words mean the same all through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from ...analysis.claims import Findings
from ...resolution.actors.choosing import ActorContext, ActorResolver
from ...resolution.places.choosing import PlaceResolver
from ...resolution.places.context import make_place_context
from ...resolution.places.nested_names import find_nested_names
from ...resolution.places.weights import PlaceContext
from ...resolution.sections import Section, find_sections
from ...types import Actor, Claim, Document, Location, Mention, Reading, Resolution, Span
from .telling_times import day_written, resolve_times, seen_from


@dataclass(frozen=True, slots=True)
class Resolvers:
    """Who resolves names, in the order in which they are asked."""

    actors: ActorResolver
    places: PlaceResolver

    def __call__(self, document: Document, findings: Findings, *, digest: str) -> Reading:
        """A document's reading, from what analysis found in it."""
        text = findings.cased or document.text
        published = _published(document, findings, text)
        seen = seen_from(_plain(findings.dated, text) if findings.dated else None, published)
        day = published.date() if published else None
        parties = sorted(_names(_parties(findings.claims)))
        places = sorted(_names(_places(findings.claims)))
        actors: list[Resolution[Actor]] = []
        locations: list[Resolution[Location]] = []
        for section, context in self._sections(document, findings, text):
            acting = ActorContext(context.countries, day, self.home_of(findings, context, text))
            actors += (
                replace(self.actors(name, context=acting), spans=spans)
                for name, spans in _words(_within(section, parties), text).items()
            )
            locations += (
                replace(self.places(name, context=context), spans=spans)
                for name, spans in _words(_within(section, places), text).items()
            )
        return Reading(
            document=document.id,
            digest=digest,
            claims=findings.claims,
            actors=tuple(actors),
            places=tuple(locations),
            times=tuple(resolve_times(findings.claims, text, seen)),
            passed_over=findings.passed_over,
        )

    def context_of(
        self, document: Document, findings: Findings, section: Section | None = None
    ) -> PlaceContext:
        """Where a document or a section of it is: the countries and places its names point at."""
        text = findings.cased or document.text
        published = _published(document, findings, text)
        unplaced = ActorContext(on=published.date() if published else None)
        parties = _words(_within(section, sorted(_names(_parties(findings.claims)))), text)
        first = [self.actors(name, context=unplaced).chosen for name in parties]
        context = make_place_context(
            (_plain(span, text) for span in _within(section, (*findings.filed, *findings.places))),
            (_plain(span, text) for span in _within(section, findings.demonyms)),
            self.places,
            actor_countries=[actor.country for actor in first if actor and actor.country],
            within=find_nested_names(text, (*findings.filed, *findings.places)),
            source=document.source,
        )
        if section is None or section.country is None:
            return context
        others = (code for code in context.countries if code != section.country)
        return replace(context, countries=(section.country, *others))

    def _sections(
        self, document: Document, findings: Findings, text: str
    ) -> Iterator[tuple[Section, PlaceContext]]:
        """The parts of a document, each with where it is; only a digest has more than one."""
        whole = self.context_of(document, findings)
        sections = self.sections_of(findings, text, whole)
        if len(sections) == 1:
            yield sections[0], whole
            return
        for section in sections:
            yield section, self.context_of(document, findings, section)

    def sections_of(
        self, findings: Findings, text: str, context: PlaceContext
    ) -> tuple[Section, ...]:
        """A digest's parts by country; other documents have one."""
        chosen = (
            (span.start, self.places(_plain(span, text), context=context).chosen)
            for span in findings.headings
        )
        heads = ((start, place.country) for start, place in chosen if place)
        return find_sections(((start, country) for start, country in heads if country), len(text))

    def home_of(self, findings: Findings, context: PlaceContext, text: str) -> str | None:
        """The country that a dateline says the document was written in."""
        filed = (self.places(_plain(span, text), context=context) for span in findings.filed)
        return next((place.chosen.country for place in filed if place.chosen), None)


def _published(document: Document, findings: Findings, text: str) -> datetime | None:
    return document.local or (day_written(_plain(findings.dated, text)) if findings.dated else None)


def _parties(claims: Iterable[Claim]) -> Iterator[Mention]:
    for claim in claims:
        yield from (*claim.actors, *claim.targets, *claim.through)
        yield from (toll.whose for toll in claim.tolls if toll.whose)
        yield from (said.speaker for said in claim.speakers if said.speaker)


def _places(claims: Iterable[Claim]) -> Iterator[Mention]:
    for claim in claims:
        yield from claim.places


def _names(mentions: Iterable[Mention]) -> set[Span]:
    return {mention.names for mention in mentions}


def _within(section: Section | None, spans: Iterable[Span]) -> Iterator[Span]:
    return (span for span in spans if section is None or section.span.covers(span))


def _words(spans: Iterable[Span], text: str) -> dict[str, tuple[Span, ...]]:
    """Each different name, in text order, with all the spans where it stands."""
    found: dict[str, list[Span]] = {}
    for span in spans:
        found.setdefault(_plain(span, text), []).append(span)
    return {name: tuple(spans) for name, spans in found.items()}


def _plain(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())
