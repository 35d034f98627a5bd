"""Make of a hand-coded row a document and its coder's reading: every value of it has words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from ...resolution.actors.choosing import ActorContext, ActorResolver
from ...resolution.actors.register import load_register, register_digests
from ...resolution.countries import Countries, load_countries
from ...resolution.places.choosing import PlaceResolver
from ...resolution.places.weights import PlaceContext
from ...sources.coded import CodedEvent, Table, Told, tell
from ...sources.coded.records import Figure, Named
from ...sources.published import parts_of
from ...types import (
    Actor,
    ActorId,
    Candidate,
    Claim,
    Confidence,
    Document,
    Inter,
    Location,
    Mention,
    MentionKind,
    Qualifier,
    Reading,
    Reason,
    Resolution,
    Span,
    Toll,
    fingerprint,
)
from ..reading.digests import code_digest
from ..reading.gazetteers import make_lookup, open_places

T = TypeVar("T")

# What decides how a row is read, beside the table's own description.
_DECIDING = ("sources/coded", "pipeline/events/coding.py", "types", "resolution", "time_forms")

# "Civilians (Syria)", "Police Forces of Sudan (2019-)": where and when, not who.
_ASIDE = re.compile(r"(?<!\s)\s*\([^()]*\)\s*$")
_UNIDENTIFIED = re.compile(r"(?:unidentified|unknown)\b", re.IGNORECASE)
# PLOVER's sector for ACLED's sorts, where nothing but the coder's word is known of an actor.
_SECTORS = {
    Inter.STATE_FORCES: "MIL",
    Inter.REBEL_GROUP: "REB",
    Inter.POLITICAL_MILITIA: "PRM",
    Inter.IDENTITY_MILITIA: "PRM",
    Inter.RIOTERS: "CVL",
    Inter.PROTESTERS: "CVL",
    Inter.CIVILIANS: "CVL",
    Inter.EXTERNAL_OR_OTHER: "UNK",
}

Locate = Callable[[str, str | None], Resolution[Location]]  # a place's name, its country


@dataclass(frozen=True, slots=True)
class Coding:
    """Who coded a table, and what resolves the names in it."""

    coder: str
    digest: str
    actors: ActorResolver
    countries: Countries
    locate: Locate | None = None  # for rows without coordinates

    def __call__(self, event: CodedEvent) -> tuple[Document, Reading]:
        """A row as a document, and what its coder says in it."""
        told = tell(event)
        published, zone = parts_of(event.published)
        document = Document(event.address, self.coder, told.text, published=published, zone=zone)
        country = self._find_country(event)
        return document, Reading(
            document=document.id,
            digest=self.digest,
            claims=(self._claim(event, told, document),),
            actors=tuple(self._resolve_actors(event, told, country)),
            places=tuple(self._resolve_places(event, told, country)),
            times=tuple(
                _resolve(piece.words, event.when, self._word(), (told.find(piece),))
                for piece in event.dates
                if event.when is not None
            ),
            coder=self.coder,
        )

    def _word(self) -> Reason:
        return Reason(1.0, f"coded by hand by {self.coder}")

    def _claim(self, event: CodedEvent, told: Told, document: Document) -> Claim:
        place = (event.place,) if event.place else ()
        return Claim(
            document=document.id,
            evidence=Span(0, len(told.text)),
            trigger=told.find(event.kind_piece),
            kind=event.kind,
            status=event.status,
            actors=_parties(event.actors, told),
            targets=_parties(event.targets, told),
            places=tuple(_mention(told.find(p), MentionKind.PLACE, p.column) for p in place),
            times=tuple(_mention(told.find(p), MentionKind.TIME, p.column) for p in event.dates),
            tolls=tuple(_toll(figure, told) for figure in event.figures),
            confidence=Confidence.HIGH,
            why=(self._word(),),
        )

    def _find_country(self, event: CodedEvent) -> str | None:
        words = event.country
        if words is None:
            return None
        if len(words) == 2 and self.countries.place_of(words.upper()):
            return words.upper()
        aside = re.findall(r"\(([^()]*)\)", words)  # "DR Congo (Zaire)", "Myanmar (Burma)"
        names = (words, _ASIDE.sub("", words), *aside)
        return next(filter(None, map(self.countries.country_named, names)), None)

    def _resolve_actors(
        self, event: CodedEvent, told: Told, country: str | None
    ) -> Iterator[Resolution[Actor]]:
        earliest = event.when.earliest if event.when else None
        day = earliest.date if earliest else None
        context = ActorContext((country,) if country else (), day)
        for named in (*event.actors, *event.targets):
            spans = (told.find(named.piece),)
            yield replace(self._resolve_actor(named, context), spans=spans)

    def _resolve_actor(self, named: Named, context: ActorContext) -> Resolution[Actor]:
        """As the register knows it by any part of its name; else what its coder says it is."""
        words = named.piece.words
        best = self._look_up(words, context)
        if named.inter is None or _is_listed(best):
            return best
        actor = _as_coded(words, named.inter, best.chosen)
        because = f"{self._word().because} as {named.inter.name.lower().replace('_', ' ')}"
        return _resolve(words, actor, Reason(1.0, because))

    def _look_up(self, words: str, context: ActorContext) -> Resolution[Actor]:
        if _UNIDENTIFIED.match(words):  # "Unidentified Military Forces" are not the army
            return Resolution(words, because="its coder could not say who it was")
        found = [self.actors(name, context=context) for name in find_names(words)]
        known = [resolution for resolution in found if resolution.chosen]
        listed = (resolution for resolution in known if _is_listed(resolution))
        return replace(next(listed, known[0] if known else found[0]), name=words)

    def _resolve_places(
        self, event: CodedEvent, told: Told, country: str | None
    ) -> Iterator[Resolution[Location]]:
        if event.place is None:
            return
        words, spans = event.place.words, (told.find(event.place),)
        if event.location is not None:
            location = replace(event.location, country=country)
            yield _resolve(words, location, self._word(), spans)
        elif self.locate is not None:
            yield replace(self.locate(words, country), spans=spans)


def _resolve(words: str, value: T, reason: Reason, spans: tuple[Span, ...] = ()) -> Resolution[T]:
    """What words mean because their coder said so."""
    candidate = Candidate(value, (reason,))
    return Resolution(words, (candidate,), value, Confidence.HIGH, reason.because, spans)


def make_coding(
    table: Table, *, registers: tuple[Path, ...] = (), locate: Locate | None = None
) -> Coding:
    """What reads the rows of a table for its coder."""
    shape = table.shape
    described = fingerprint(
        dict(table.kinds.kinds),
        dict(table.kinds.deadly),
        {name: list(columns) for name, columns in shape.columns.items()},
        {column: order.value for column, order in table.orders.items()},
        code_digest(*_DECIDING),
        *register_digests(registers),
    )
    return Coding(
        table.coder,
        f"by hand: {table.coder}, {shape.name}, {described}",
        ActorResolver(load_register(own=registers)),
        Countries(load_countries()),
        locate,
    )


def make_locate(gazetteer: Path | None = None) -> Locate:
    """What finds a place by its name in its country; the gazetteer is opened when one is asked."""
    countries = Countries(load_countries())

    @cache
    def load_resolver() -> PlaceResolver:
        index = open_places(gazetteer)
        return PlaceResolver(index, countries, lookup=make_lookup(index))

    def locate(name: str, country: str | None) -> Resolution[Location]:
        if country is None:
            return load_resolver()(name)
        within = f"{name}, {countries.country_name(country)}"
        found = load_resolver()(within, context=PlaceContext((country,)))
        if found.chosen is not None and found.chosen.country != country:
            because = f"its coder says it lies in {country}: {found.because}"
            return replace(found, name=name, chosen=None, because=because)
        return replace(found, name=name)

    return locate


def find_names(words: str) -> tuple[str, ...]:
    """What to look an actor up by: "RSF: Rapid Support Forces (Sudan)" is both of its names too.

    Of "Red Front - Lakeside" the second is a place, or another name of the first.
    """
    bare = _ASIDE.sub("", words) or words
    short, _, whole = bare.partition(":")
    names = (words, bare, whole.strip(), short.strip(), bare.partition(" - ")[0])
    return tuple(dict.fromkeys(name for name in names if name))


def _is_listed(resolution: Resolution[Actor]) -> bool:
    return resolution.chosen is not None and resolution.chosen.registered


def _as_coded(words: str, inter: Inter, guess: Actor | None) -> Actor:
    name = _ASIDE.sub("", words) or words
    if guess is not None:
        return replace(guess, name=name, inter=inter)
    slug = re.sub(r"\W+", "-", name.casefold()).strip("-")
    return Actor(ActorId(f"named:{slug}"), name, inter, _SECTORS[inter], registered=False)


def _mention(span: Span, kind: MentionKind, column: str) -> Mention:
    return Mention(span, kind, because=f"it stands in the column {column}")


def _parties(parties: Iterable[Named], told: Told) -> tuple[Mention, ...]:
    pieces = (named.piece for named in parties)
    return tuple(_mention(told.find(p), MentionKind.ACTOR, p.column) for p in pieces)


def _toll(figure: Figure, told: Told) -> Toll:
    whose = figure.whose
    spans = [told.find(piece) for piece in figure.pieces]
    return Toll(
        figure.kind,
        spans[0].to(spans[-1]),
        figure.low,
        figure.high,
        _qualifier(figure),
        _mention(told.find(whose), MentionKind.ACTOR, whose.column) if whose else None,
        confidence=Confidence.HIGH,
    )


def _qualifier(figure: Figure) -> Qualifier:
    if figure.high is None:
        return Qualifier.AT_LEAST
    if figure.low == figure.high:
        return Qualifier.EXACT
    return Qualifier.ABOUT if figure.low else Qualifier.AT_MOST
