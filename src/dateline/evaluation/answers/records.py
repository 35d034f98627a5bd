"""Whole events of a text, in a corpus's own kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from ...codebook.kinds import Class
from ...pipeline import DocumentReading, Engine
from ...resolution.countries import Countries, load_countries
from ...types import (
    Claim,
    Event,
    Mention,
    Stance,
    Status,
    Toll,
    When,
)
from ..maps import KindMap
from ..rows import DateRange, Filler, RecordEvent, RecordsRow, RecordToll
from .circumstances import Told, head_of, sort_of
from .documents import read_rows

_STATUSES = {
    Status.OCCURRED: "occurred",
    Status.ONGOING: "occurred",
    Status.FAILED: "failed",
    Status.THREATENED: "threatened",
}
# A corpus of news wants no history: what is recalled from longer ago is not the report's event.
RECENT = timedelta(days=180)


def answer(rows: Sequence[RecordsRow], engine: Engine, kinds: KindMap) -> Iterator[RecordsRow]:
    """The events of each text that the corpus counts."""
    for row, read in read_rows(rows, engine):
        yield RecordsRow(id=row.id, events=tuple(_events(read, Told(read, engine.codebook), kinds)))


def _events(read: DocumentReading, told: Told, kinds: KindMap) -> Iterator[RecordEvent]:
    claims = {claim.id: claim for claim in read.claims}
    for event in read.events:
        own = [claims[claim] for claim in event.claims if claim in claims]
        view = _View(read, told, kinds, event, own)
        if view.label is not None and view.is_counted:
            yield view.record()


@dataclass(frozen=True)
class _View:
    """One event as the corpus sees it."""

    read: DocumentReading
    told: Told
    kinds: KindMap
    event: Event
    claims: list[Claim]

    @property
    def label(self) -> str | None:
        return next(iter(self.told.labels_of(self.claims, self.kinds)), None)

    @property
    def is_counted(self) -> bool:
        if self.event.status not in _STATUSES:
            return False
        country = self._country
        if self.kinds.countries and country is not None and country not in self.kinds.countries:
            return False
        published, when = self.read.document.published, self.event.when
        latest = when.latest.date if when and when.latest else None
        if self.event.background and latest and published:
            return published.date() - latest < RECENT
        return bool(self.event.places or self._parties)

    def record(self) -> RecordEvent:
        people, things = self._split()
        actors, organizations = self._actors()
        return RecordEvent(
            kind=self.label,
            status=_STATUSES[self.event.status],
            actors=actors,
            actor_organizations=organizations,
            actor_confidence=self._confidence() if organizations else None,
            targets=things,
            victims=people,
            instruments=self._fillers(m for claim in self.claims for m in claim.instruments),
            place=self._place(),
            date=self._date(),
            tolls=tuple(self._tolls()),
        )

    # ---- who ----

    @property
    def _parties(self) -> list[Mention]:
        return [m for claim in self.claims for m in (*claim.actors, *claim.targets)]

    def _split(self) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
        """Targets that are people, and targets that are things or bodies."""
        people: list[Mention] = []
        things: list[Mention] = []
        harmed = [toll.whose for claim in self.claims for toll in claim.tolls if toll.whose]
        for mention in (*(m for claim in self.claims for m in claim.targets), *harmed):
            words = mention.names.of(self._text)
            sort = sort_of(words)
            is_person = sort is None and (mention in harmed or _looks_like_person(words))
            is_person = is_person or sort in (Class.PEOPLE, Class.ARMED)
            (people if is_person else things).append(mention)
        return self._fillers(people), self._fillers(things)

    def _actors(self) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
        """Who acted, as named by what they are, and the organisations by name."""
        persons: list[Mention] = []
        bodies: list[Mention] = []
        for mention in (m for claim in self.claims for m in claim.actors):
            known = self.told.actor_of(mention)
            (bodies if known is not None and known.registered else persons).append(mention)
        return self._fillers(persons), self._organizations(bodies)

    def _organizations(self, mentions: Iterable[Mention]) -> tuple[Filler, ...]:
        found: dict[str, list[str]] = {}
        for mention in mentions:
            known = self.told.actor_of(mention)
            name = known.name if known else mention.names.of(self._text)
            found.setdefault(name, [name]).append(mention.names.of(self._text))
        return tuple(tuple(dict.fromkeys(names)) for names in found.values())

    def _fillers(self, mentions: Iterable[Mention]) -> tuple[Filler, ...]:
        found: dict[str, str] = {}
        for mention in mentions:
            words = " ".join(mention.names.of(self._text).split())
            found.setdefault(head_of(words), words)
        return tuple((words,) for words in found.values())

    def _confidence(self) -> str:
        stances = {said.stance for claim in self.claims for said in claim.speakers}
        if Stance.CLAIMS in stances:
            return "claimed or admitted"
        if Stance.ACCUSES in stances or any(claim.hedges for claim in self.claims):
            return "suspected or accused"
        return "reported as fact"

    # ---- where, when, how many ----

    @property
    def _text(self) -> str:
        return self.read.document.text

    @property
    def _country(self) -> str | None:
        return self.event.location.country if self.event.location else None

    def _place(self) -> tuple[str | None, ...] | None:
        location = self.event.location
        if location is None:
            return None
        levels = [_country_name(location.country), location.admin1, location.name]
        return tuple(dict.fromkeys(level for level in levels if level))

    def _date(self) -> DateRange | None:
        published = self.read.document.published
        day = published.date().isoformat() if published else None
        when: When | None = self.event.when
        if when is None or when.latest is None or when.latest.date is None:
            return DateRange(None, day) if day else None
        start = when.earliest.date if when.earliest else None
        return DateRange(start.isoformat() if start else None, when.latest.date.isoformat())

    def _tolls(self) -> Iterator[RecordToll]:
        best: dict[str, Toll] = {}
        for claim in self.claims:
            for toll in claim.tolls:
                kept = best.get(toll.kind.value)
                if not toll.cumulative and (kept is None or (toll.low or 0) > (kept.low or 0)):
                    best[toll.kind.value] = toll
        for kind, toll in best.items():
            if kind in ("killed", "wounded", "abducted", "released") and toll.low:
                yield RecordToll(kind, toll.low, toll.high)


@cache
def _countries() -> Countries:
    return Countries(load_countries())


def _country_name(code: str | None) -> str | None:
    return _countries().country_name(code) if code else None


def _looks_like_person(words: str) -> bool:
    return len(words.split()) > 1 and not words[0].islower()
