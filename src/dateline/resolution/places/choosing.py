"""Decide which place a name refers to, and how exactly that says where something was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ...types import (
    Candidate,
    Confidence,
    Location,
    Place,
    PlaceId,
    PlaceKind,
    Reason,
    Resolution,
)
from ..countries import Countries
from ..masks import resolve_plainly
from .areas import locate, locate_between
from .borders import country_before_border, locate_border, other_side
from .lookup import Match, PlaceLookup
from .names import SHORTEST_FOLDED, SpellingGazetteer, has_capital
from .phrases import PlacePhrase, Relation, read_place_phrase
from .weights import (
    METROPOLIS,
    NOWHERE,
    Case,
    PlaceContext,
    are_one_spot,
    lies_in,
    weigh,
    weight_of,
)

# Below this, a wrong pin does more harm than no pin: a name in no country of the document and
# without weight of its own stays under it, a village in the right country passes.
ACCEPT = 0.5
# Two places in the same country that differ by less fit equally well, and none is chosen.
MARGIN = 0.05
SURE, CLEAR = 0.65, 0.2

KEPT = 8  # candidates shown to a reviewer
COMPARED = 30  # namesakes in the document's countries, and as many elsewhere


@dataclass(frozen=True, slots=True)
class PlaceResolver:
    """Resolve the words that say where, against a gazetteer; pure."""

    gazetteer: SpellingGazetteer
    countries: Countries
    accept: float = ACCEPT
    lookup: PlaceLookup | None = None  # where names may also be found that are only alike

    def __call__(self, name: str, *, context: PlaceContext = NOWHERE) -> Resolution[Location]:
        """Resolve a place's name, or a phrase around it, in a document with this context."""
        return resolve_plainly(name, lambda plain: self._resolve(plain, context))

    def _resolve(self, name: str, context: PlaceContext) -> Resolution[Location]:
        phrase = read_place_phrase(name, self.is_known)
        if phrase.relation is Relation.BORDER:
            return self._border(name, phrase, context)
        if phrase.relation is Relation.BETWEEN:
            return self._between(name, phrase, context)
        return self._one(name, phrase, context)

    def _one(self, name: str, phrase: PlacePhrase, context: PlaceContext) -> Resolution[Location]:
        found = self.choose(phrase, context)
        if not found.candidates and phrase.within:
            return self._container(name, phrase, context)
        candidates = tuple(
            Candidate(locate(candidate.value, phrase), candidate.reasons)
            for candidate in found.candidates[:KEPT]
        )
        chosen = locate(found.chosen, phrase) if found.chosen else None
        return Resolution(name, candidates, chosen, found.confidence, found.because)

    def choose(self, phrase: PlacePhrase, context: PlaceContext) -> Resolution[Place]:
        """Which entry of the gazetteer the phrase's name is, before its other words are applied."""
        name = phrase.names[0]
        containers = tuple(self._find_containers(phrase, context))
        case = Case(phrase, context, containers, self.countries)
        named = self.find(name)
        alike = self.find_alike(name, named, context)
        places = keep_likely((*named, *(match.place for match in alike.values())), context)
        spelled = frozenset(place.id for place in self.gazetteer.spelled(name))
        candidates = sorted(
            (
                Candidate(place, tuple(weigh(place, places, case, spelled=spelled, alike=alike)))
                for place in places
            ),
            key=lambda candidate: (-candidate.score, candidate.value.id),
        )
        found = decide(name, tuple(candidates), self.accept)
        if found.chosen and self.is_stray(found.chosen, case):
            because = f"{found.because}; nothing else here is in {found.chosen.country}"
            return replace(found, confidence=Confidence.LOW, because=because)
        return found

    def is_stray(self, place: Place, case: Case) -> bool:
        """A town abroad that only its own name speaks for: the one meant may be in no gazetteer."""
        if place.kind is not PlaceKind.SETTLEMENT or not case.home or case.containers:
            return False
        is_famous = (place.population or 0) >= METROPOLIS
        is_famous = is_famous or self.countries.capital_country(place.name) == place.country
        return not is_famous and place.country not in case.home

    def find(self, name: str) -> tuple[Place, ...]:
        """The places known by a name, each country under its short names and acronyms too."""
        if not has_capital(name):
            return ()
        named = tuple(self.gazetteer.named(name))
        if sum(map(str.isalpha, name)) >= SHORTEST_FOLDED or not name.isascii():
            return named
        # "L.A." is not "LA", but "US" is "U.S."
        exact = frozenset(place.id for place in self.spelled(name))
        countries = (place for place in named if place.kind is PlaceKind.COUNTRY)
        others = (place for place in named if place.kind is not PlaceKind.COUNTRY)
        return (*countries, *(place for place in others if place.id in exact))

    def spelled(self, name: str) -> tuple[Place, ...]:
        """The places known by exactly this spelling."""
        return tuple(self.gazetteer.spelled(name))

    def has_place_in(self, name: str, outer: str) -> bool:
        """Whether a place of this name lies in a country or region of that name."""
        containers = [
            place
            for place in self.spelled(outer)
            if place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT)
        ]
        return any(
            lies_in(place, container)
            for container in containers
            for place in self.spelled(name)
            if place.kind is not PlaceKind.COUNTRY
        )

    def find_alike(
        self, name: str, found: tuple[Place, ...], context: PlaceContext
    ) -> Mapping[PlaceId, Match]:
        """Places with names only alike, of the document's countries that know none by this name."""
        if self.lookup is None or not has_capital(name):
            return {}
        known = {place.country for place in found}
        if known.intersection(context.countries):
            return {}
        matches = self.lookup.find_alike(name, context.countries)
        return {match.place.id: match for match in matches if match.place not in found}

    def is_known(self, words: str) -> bool:
        """Whether the gazetteer has these words as one name."""
        return bool(self.find(words)) and self.countries.country_of_demonym(words) is None

    def _find_containers(self, phrase: PlacePhrase, context: PlaceContext) -> Iterator[Place]:
        for name in phrase.within or context.within.get(phrase.names[0], ()):
            code = self.countries.country_named(name) or self.countries.country_of_demonym(name)
            country = self.countries.place_of(code) if code else None
            if country:
                yield country
                continue
            # What has places in it is rather the region than the city of the same name.
            inner = self.choose(PlacePhrase((name,), Relation.PART), context)
            if inner.chosen:
                yield inner.chosen

    def _between(
        self, name: str, phrase: PlacePhrase, context: PlaceContext
    ) -> Resolution[Location]:
        first, second = (PlacePhrase((end,), within=phrase.within) for end in phrase.names)
        ends = [self.choose(first, context), self.choose(second, context)]
        # What is between Homs and Palmyra says which Palmyra.
        if ends[0].chosen:
            ends[1] = self.choose(second, beside(ends[0].chosen, context))
        elif ends[1].chosen:
            ends[0] = self.choose(first, beside(ends[1].chosen, context))
        one, other = (end.chosen for end in ends)
        reasons = tuple(reason for end in ends for reason in winning_reasons(end))
        if one is None or other is None:
            lost = phrase.names[0] if one is None else phrase.names[1]
            return Resolution(name, because=f"no place is sure for {lost}")
        middle = self._locate_border(one, other, context) or locate_between(one, other)
        confidence = max((end.confidence for end in ends), key=list(Confidence).index)
        because = f"half-way between {one.name} and {other.name}"
        return Resolution(name, (Candidate(middle, reasons),), middle, confidence, because)

    def _locate_border(self, one: Place, other: Place, context: PlaceContext) -> Location | None:
        """What is between two countries is on their border, where they have one."""
        if one.kind is not PlaceKind.COUNTRY or other.kind is not PlaceKind.COUNTRY:
            return None
        codes = one.country or "", other.country or ""
        return locate_border(*codes, self.countries, context.countries)

    def _border(
        self, name: str, phrase: PlacePhrase, context: PlaceContext
    ) -> Resolution[Location]:
        """The border of two countries, or of one with the document's; else what lies near it."""
        codes = [country_before_border(word, self.countries) for word in phrase.names]
        one, *others = [code for code in codes if code] or [""]
        if not all(codes):
            relation = Relation.BETWEEN if len(codes) == 2 else Relation.NEAR
            resolve = self._between if len(codes) == 2 else self._one
            return resolve(name, replace(phrase, relation=relation), context)
        other = others[0] if others else other_side(one, context.countries)
        location = locate_border(one, other or one, self.countries, context.countries)
        if location is None:
            return self._one(name, PlacePhrase((self.countries.country_name(one),)), context)
        confidence = Confidence.HIGH if len(codes) == 2 else Confidence.MEDIUM
        because = f"{location.name}, by its middle"
        candidate = Candidate(location, (Reason(self.accept, because),))
        return Resolution(name, (candidate,), location, confidence, because)

    def _container(
        self, name: str, phrase: PlacePhrase, context: PlaceContext
    ) -> Resolution[Location]:
        """Fall back on the smallest place it is said to lie in."""
        for container in self._find_containers(phrase, context):
            location = locate(container, PlacePhrase((container.name,), Relation.NEAR))
            because = f"{phrase.names[0]} is not known; it lies in {container.name}"
            candidate = Candidate(location, (Reason(self.accept, because),))
            return Resolution(name, (candidate,), location, Confidence.LOW, because)
        return Resolution(name, because=f"no place is known as {phrase.names[0]}")


def beside(place: Place, context: PlaceContext) -> PlaceContext:
    """The context with one place more."""
    countries = context.countries
    if place.country and place.country not in countries:
        countries = (*countries, place.country)
    return replace(context, countries=countries, places=(*context.places, place))


def keep_likely(places: tuple[Place, ...], context: PlaceContext) -> tuple[Place, ...]:
    """Without the many small namesakes elsewhere: hundreds of places are called San José."""
    if len(places) <= COMPARED:
        return places
    order = {code: rank for rank, code in enumerate(context.countries)}
    last = len(order)
    ranked = sorted(
        places,
        key=lambda place: (order.get(place.country or "", last), -weight_of(place), place.id),
    )
    heaviest = sorted(places, key=lambda place: (-weight_of(place), place.id))
    kept = {place.id for place in (*ranked[:COMPARED], *heaviest[:COMPARED])}
    return tuple(place for place in places if place.id in kept)


def winning_reasons(resolution: Resolution[Place]) -> tuple[Reason, ...]:
    """The case for what was chosen."""
    return resolution.candidates[0].reasons if resolution.chosen else ()


def decide(name: str, candidates: tuple[Candidate[Place], ...], accept: float) -> Resolution[Place]:
    """Choose the best candidate, or none when it is weak or has an equal."""
    if not candidates:
        return Resolution(name, because=f"no place is known as {name}")
    best = candidates[0]
    rivals = [
        candidate for candidate in candidates[1:] if not are_one_spot(best.value, candidate.value)
    ]
    lead = best.score - rivals[0].score if rivals else best.score
    if best.score < accept:
        because = f"the best case, {describe(best.value)}, is too weak ({best.score:.2f})"
        return Resolution(name, candidates, None, Confidence.LOW, because)
    if lead < MARGIN:
        because = f"{describe(best.value)} and {describe(rivals[0].value)} fit equally well"
        return Resolution(name, candidates, None, Confidence.LOW, because)
    confidence = Confidence.LOW
    if best.score >= SURE and lead >= CLEAR:
        confidence = Confidence.HIGH
    elif lead >= CLEAR / 2:
        confidence = Confidence.MEDIUM
    because = "; ".join(reason.because for reason in best.reasons if reason.points > 0)
    return Resolution(name, candidates, best.value, confidence, because)


def describe(place: Place) -> str:
    """A place in a few words for a reviewer."""
    where = ", ".join(part for part in (place.admin1, place.country) if part and part != place.name)
    return f"{place.name} ({place.kind}{', ' if where else ''}{where})"
