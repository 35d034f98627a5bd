"""One text of a corpus as its coders read it: its claims in their terms, and what is around."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...analysis.text.vocabulary import Vocabulary
from ...codebook.kinds import Class
from ...pipeline import DocumentReading
from ...types import Actor, Claim, Inter, Location, Mention, Span, Status, When
from ..maps import KindMap
from .circumstances import Told, head_of
from .documents import OpenText
from .harm import Deed, Harm
from .naming import Namer, sorts_of
from .owners import find_owners
from .surroundings import Surroundings
from .tellings import Telling, paragraphs, words_before

_STATUSES = {
    Status.OCCURRED: "occurred",
    Status.ONGOING: "occurred",
    Status.FAILED: "failed",
    Status.THREATENED: "threatened",
}
_HARM = frozenset({"killed", "wounded", "damaged"})
_HARMS = {"kidnapping": frozenset({"abducted"}), "arson": frozenset({"damaged"})}


@dataclass(frozen=True)
class TextView:
    """One text as the corpus sees it."""

    opened: OpenText
    told: Told
    kinds: KindMap
    vocabulary: Vocabulary

    @property
    def read(self) -> DocumentReading:
        """Its reading."""
        return self.opened.read

    @cached_property
    def around(self) -> Surroundings:
        """What stands near its claims."""
        return Surroundings(self.opened)

    def found_around(
        self, groups: list[list[Telling]]
    ) -> tuple[dict[int, list[tuple[int, Harm]]], dict[int, list[Deed]]]:
        """Who did and who came to harm in each event: in its sentences and those that follow."""
        told: dict[int, list[tuple[Span, int]]] = {}
        for number, group in enumerate(groups):
            for telling in group:
                told.setdefault(self.around.sentence_of(telling.claim), []).append(
                    (telling.claim.trigger, number)
                )
        found: dict[int, list[tuple[int, Harm]]] = {}
        done: dict[int, list[Deed]] = {}
        only = 0 if len(groups) == 1 else None
        for index, owner in enumerate(find_owners(self.around.sentences, told)):
            for harm in self.opened.harms[index]:
                whose = owner.of_harm(harm.at)
                if whose is not None and harm.kind in _HARMS.get(groups[whose][0].label, _HARM):
                    found.setdefault(whose, []).append((index, harm))
            for deed in self.opened.deeds[index]:
                whose = owner.of_deed(deed.at)
                if whose is None and deed.is_blame:
                    whose = only
                if whose is not None:
                    done.setdefault(whose, []).append(deed)
        return found, done

    @cached_property
    def namer(self) -> Namer:
        """Reads its names."""
        return Namer(self.read.document.text, self.vocabulary)

    @cached_property
    def country(self) -> str | None:
        """The country the text is about: of those the corpus covers, the one most often named."""
        found = Counter(place.country for place in self.opened.places.values() if place.country)
        found.update(
            actor.chosen.country
            for actor in self.read.reading.actors
            if actor.chosen is not None and actor.chosen.country
            for _ in actor.spans
        )
        filed = self.opened.filed
        if filed is not None and filed.country in self.kinds.countries:
            return filed.country
        covered = [code for code, _ in found.most_common() if code in self.kinds.countries]
        return next(iter(covered or (code for code, _ in found.most_common())), None)

    def covers(self, location: Location) -> bool:
        """Whether the corpus covers the country that a place lies in."""
        return not self.kinds.countries or location.country in self.kinds.countries

    def location_of(self, claim: Claim) -> Location | None:
        """The most exact place of a claim."""
        found = (self._locations.get(m.names) for m in claim.places)
        return min(filter(None, found), key=lambda place: place.radius_km, default=None)

    def when_of(self, claim: Claim) -> When | None:
        """The most exact time of a claim."""
        found = (self._times.get(m.names) for m in claim.times)
        return min(filter(None, found), key=lambda when: when.precision, default=None)

    @cached_property
    def _locations(self) -> dict[object, Location]:
        places = self.read.reading.places
        return {span: p.chosen for p in places if p.chosen is not None for span in p.spans}

    @cached_property
    def _times(self) -> dict[object, When]:
        times = self.read.reading.times
        return {span: t.chosen for t in times if t.chosen is not None for span in t.spans}

    def tellings(self) -> Iterator[Telling]:
        """Its claims of the corpus's kinds, in text order."""
        text = self.read.document.text
        starts = paragraphs(text)
        events = {claim: event.id for event in self.read.events for claim in event.claims}
        for claim in sorted(self.read.claims, key=lambda claim: (claim.trigger, claim.id)):
            label = next(iter(self.told.labels_of([claim], self.kinds)), None)
            if label is None or claim.status not in _STATUSES:
                continue
            whose = (toll.whose for toll in claim.tolls if toll.whose)
            hit = sorts_of((m.names for m in (*claim.targets, *whose)), self.namer)
            people = tuple(w for w, sort in hit.items() if sort in (Class.PEOPLE, Class.ARMED))
            yield Telling(
                claim=claim,
                label=label,
                status="threatened" if claim.kind == "threat" else _STATUSES[claim.status],
                paragraph=bisect_right(starts, claim.evidence.start) - 1,
                sentence=claim.evidence.start,
                before=words_before(claim, text),
                event=str(events.get(claim.id, claim.id)),
                people=people,
                things=tuple(words for words in hit if words not in people),
                actors=frozenset(self._actor_key(m) for m in claim.actors),
                location=self.location_of(claim),
                when=self.when_of(claim),
            )

    @cached_property
    def rebels(self) -> Actor | None:
        """The one rebel group of this country that the text names, or names by far the most."""
        named = [
            actor
            for span, actor in (*self.opened.actors.items(), *self.told.named.items())
            if actor.registered and actor.inter is Inter.REBEL_GROUP
        ]
        counts = Counter(named).most_common(2)
        if not counts or (len(counts) > 1 and counts[1][1] * 3 > counts[0][1]):
            return None
        return counts[0][0]

    def actor_at(self, span: Span) -> Actor | None:
        """Whom a name was resolved to."""
        return self.told.actor_named(span) or self.opened.actors.get(span)

    def _actor_key(self, mention: Mention) -> str:
        known = self.told.actor_of(mention)
        if known is not None and known.registered:
            return known.name
        return head_of(self.namer.words(mention.names)).removesuffix("s")
