"""Gather, from a whole document, where it is: the countries and places that its names point at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from ...types import Confidence, Place, PlaceKind
from ..countries import Countries
from .ballots import Ballots
from .choosing import PlaceResolver
from .phrases import PlacePhrase, read_place_phrase
from .weights import PlaceContext

# Votes for a country. A country named outright says most; a people's name may be the foreign
# power's ("Russian jets"); a place says as much as a country, once it is known which place it is.
NAMED = 2.0
DEMONYM = 1.0
ACTOR = 1.0
PLACE = 2.0
# A name whose places lie in many countries or regions says a little for each.
MAYBE = 0.5
SOURCE = 0.4
TIMES_COUNTED = (
    3  # a country named twenty times is not ten times as likely to hold the next village
)

PLACES_KEPT = 40

WORD = re.compile(r"[^\W\d_]+")
HOST = re.compile(r"\w\.(?P<domain>[a-z]{2})(?:[/:]|$)", re.I)
OTHER_DOMAINS = {"UK": "GB", "SU": "RU"}
# Domains of small countries that are sold to anybody.
FOR_ANYBODY = frozenset(
    {"AI", "CC", "CO", "FM", "GG", "IO", "LY", "ME", "SH", "TK", "TO", "TV", "WS"}
)

Pairs = Iterable[tuple[str, str]]


def make_place_context(
    names: Iterable[str],
    demonyms: Iterable[str],
    resolver: PlaceResolver,
    *,
    actor_countries: Iterable[str] = (),
    within: Pairs = (),
    source: str = "",
) -> PlaceContext:
    """The context that a document's own place names and demonyms make, repeats and all.

    First the countries that are named vote, by name or by people; then the places that are beyond
    doubt in them, or anywhere; then, with those, the rest. ``within`` are names with what the text
    says they lie in ("Springfield, Ill."). No name votes on itself. ``source`` is who published
    it: "Sudan Tribune" speaks for Sudan, where little else does.
    """
    phrases = Counter(read_place_phrase(name, resolver.is_known) for name in names)
    spoken = count_countries(phrases, demonyms, resolver, actor_countries)
    for code in find_source_countries(source, resolver.countries):
        spoken.add(code, "", SOURCE)
    outer = find_containers(within, resolver)
    regions = count_regions(phrases, resolver, spoken)
    context = make(spoken, regions, (), outer)
    places = find_places(phrases, resolver, context, (Confidence.HIGH,))
    vote_for_countries(spoken, places, PLACE)
    context = make(spoken, regions, (place for place, _, _ in places), outer)
    sure = {name for _, name, _ in places}
    left = Counter(
        {phrase: times for phrase, times in phrases.items() if phrase.names[0] not in sure}
    )
    more = find_places(left, resolver, context, (Confidence.HIGH, Confidence.MEDIUM))
    new = [found for found in more if found[0] not in context.places]
    vote_for_countries(spoken, new, PLACE / 2)
    kept = [place for place, _, _ in (*places, *new)][:PLACES_KEPT]
    return make(spoken, count_regions(phrases, resolver, spoken), kept, outer)


def make(
    spoken: Ballots[str],
    regions: Ballots[tuple[str, str]],
    places: Iterable[Place],
    within: Mapping[str, tuple[str, ...]],
) -> PlaceContext:
    """The context as the votes stand."""
    return PlaceContext(
        spoken.rank(),
        tuple(places),
        regions.shares(),
        within,
        {name: spoken.rank(without=name) for name in spoken.names()},
        {name: regions.shares(without=name) for name in regions.names()},
    )


def count_countries(
    phrases: Counter[PlacePhrase],
    demonyms: Iterable[str],
    resolver: PlaceResolver,
    actor_countries: Iterable[str],
) -> Ballots[str]:
    """Votes of the countries that are named, by whatever word."""
    votes: Ballots[str] = Ballots()
    countries = resolver.countries
    for phrase, times in phrases.items():
        for name in (*phrase.names, *phrase.within):
            if code := countries.country_named(name):
                votes.add(code, name, NAMED * counted(times))
            elif code := countries.country_of_demonym(name):
                votes.add(code, name, DEMONYM * counted(times))
            else:
                maybe = {place.country for place in resolver.spelled(name) if place.country}
                for code in maybe:
                    votes.add(code, name, MAYBE / len(maybe))
    for word, times in Counter(demonyms).items():
        if code := countries.country_of_demonym(word):
            votes.add(code, word, DEMONYM * counted(times))
    for code, times in Counter(actor_countries).items():
        votes.add(code, "", ACTOR * counted(times))
    return votes


def find_source_countries(source: str, countries: Countries) -> frozenset[str]:
    """The countries that a publisher's name or address says: "The Kyiv Post", "dawn.com.pk"."""
    words = WORD.findall(source)
    names = [*words, *(" ".join(pair) for pair in pairwise(words))]
    codes = {
        countries.country_named(name)
        or countries.country_of_demonym(name)
        or countries.capital_country(name)
        for name in names
    }
    if host := HOST.search(source):
        domain = host["domain"].upper()
        code = OTHER_DOMAINS.get(domain, domain)
        codes.add(code if countries.place_of(code) and domain not in FOR_ANYBODY else None)
    return frozenset(code for code in codes if code)


def counted(times: int) -> int:
    """How often a vote counts that was cast so often."""
    return min(times, TIMES_COUNTED)


def vote_for_countries(
    votes: Ballots[str], places: Iterable[tuple[Place, str, int]], points: float
) -> None:
    """Let places vote for the countries they lie in."""
    for place, name, times in places:
        if place.country:
            votes.add(place.country, name, points * counted(times))


def count_regions(
    phrases: Counter[PlacePhrase], resolver: PlaceResolver, spoken: Ballots[str]
) -> Ballots[tuple[str, str]]:
    """Votes for first-level divisions, of every name that has places in the document's countries.

    One name may lie in ten of them; what they all share is where the document is.
    """
    votes: Ballots[tuple[str, str]] = Ballots()
    for phrase, times in phrases.items():
        for name in (*phrase.names, *phrase.within):
            countries = frozenset(spoken.rank(without=name))
            found = [place for place in resolver.spelled(name) if place.country in countries]
            regions = [place for place in found if place.kind is PlaceKind.REGION]
            divisions = {(place.country or "", place.admin1) for place in regions or found}
            points = NAMED if regions else 1.0
            for country, admin1 in divisions:
                if admin1:
                    votes.add((country, admin1), name, points * counted(times) / len(divisions))
    return votes


def find_containers(within: Pairs, resolver: PlaceResolver) -> Mapping[str, tuple[str, ...]]:
    """What each name lies in, where a place of that name does lie there."""
    found: dict[str, tuple[str, ...]] = {}
    for name, outer in dict.fromkeys(within):
        if name != outer and resolver.has_place_in(name, outer):
            found[name] = (*found.get(name, ()), outer)
    # Two towns of one name, each in its own state: the text must say each time which is meant.
    return {name: outers for name, outers in found.items() if len(outers) == 1}


def find_places(
    phrases: Counter[PlacePhrase],
    resolver: PlaceResolver,
    context: PlaceContext,
    confidences: tuple[Confidence, ...],
) -> list[tuple[Place, str, int]]:
    """The places, no countries, that the names mean with such confidence, and how often."""
    counts: dict[Place, tuple[str, int]] = {}
    for phrase, times in phrases.items():
        for name in (*phrase.names, *phrase.within):
            found = resolver.choose(PlacePhrase((name,), kind=phrase.kind), context)
            place = found.chosen
            if place is None or place.kind is PlaceKind.COUNTRY:
                continue
            if found.confidence in confidences:
                counts[place] = (name, counts.get(place, (name, 0))[1] + times)
    return [(place, name, times) for place, (name, times) in counts.items()]
