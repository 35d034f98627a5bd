"""Gather, from a whole document, where it is: the countries and places that its names point at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..types import Confidence, Place, PlaceKind
from .place_phrases import PlacePhrase, read_place_phrase
from .place_weights import PlaceContext
from .places import PlaceResolver

# Votes for a country. A country named outright says most; a people's name may be the foreign
# power's ("Russian jets"); a place says as much as a country, once it is known which place it is.
NAMED = 2.0
DEMONYM = 1.0
ACTOR = 1.0
PLACE = 2.0
TIMES_COUNTED = (
    3  # a country named twenty times is not ten times as likely to hold the next village
)

FEWEST_VOTES = 0.15  # countries with less of the votes than this share of the first are left out
PLACES_KEPT = 40

Votes = dict[str, float]


def make_place_context(
    names: Iterable[str],
    demonyms: Iterable[str],
    resolver: PlaceResolver,
    *,
    actor_countries: Iterable[str] = (),
) -> PlaceContext:
    """The context that a document's own place names and demonyms make, repeats and all.

    First the countries that are named vote, by name or by people; then the places that are beyond
    doubt in them, or anywhere; then, with those, the rest.
    """
    phrases = Counter(read_place_phrase(name, resolver.is_known) for name in names)
    votes = count_countries(phrases, demonyms, resolver, actor_countries)
    named = rank(votes)
    places = find_places(phrases, resolver, PlaceContext(named), (Confidence.HIGH,))
    add_votes(votes, places, PLACE)
    context = PlaceContext(rank(votes), tuple(place for place, _ in places))
    more = find_places(phrases, resolver, context, (Confidence.HIGH, Confidence.MEDIUM))
    add_votes(votes, [found for found in more if found[0] not in context.places], PLACE / 2)
    return PlaceContext(rank(votes), tuple(place for place, _ in more[:PLACES_KEPT]))


def count_countries(
    phrases: Counter[PlacePhrase],
    demonyms: Iterable[str],
    resolver: PlaceResolver,
    actor_countries: Iterable[str],
) -> Votes:
    """Votes of the countries that are named, by whatever word."""
    votes: Votes = {}
    countries = resolver.countries
    for phrase, times in phrases.items():
        for name in (*phrase.names, *phrase.within):
            if code := countries.country_named(name):
                add_vote(votes, code, NAMED, times)
            elif code := countries.country_of_demonym(name):
                add_vote(votes, code, DEMONYM, times)
    for word, times in Counter(demonyms).items():
        if code := countries.country_of_demonym(word):
            add_vote(votes, code, DEMONYM, times)
    for code, times in Counter(actor_countries).items():
        add_vote(votes, code, ACTOR, times)
    return votes


def add_vote(votes: Votes, code: str, points: float, times: int) -> None:
    """Count a vote as often as it was cast, up to a bound."""
    votes[code] = votes.get(code, 0.0) + points * min(times, TIMES_COUNTED)


def add_votes(votes: Votes, places: Iterable[tuple[Place, int]], points: float) -> None:
    """Let places vote for the countries they lie in."""
    for place, times in places:
        if place.country:
            add_vote(votes, place.country, points, times)


def find_places(
    phrases: Counter[PlacePhrase],
    resolver: PlaceResolver,
    context: PlaceContext,
    confidences: tuple[Confidence, ...],
) -> list[tuple[Place, int]]:
    """The places, no countries, that the names mean with such confidence, and how often."""
    counts: dict[Place, int] = {}
    for phrase, times in phrases.items():
        for name in (*phrase.names, *phrase.within):
            found = resolver.choose(PlacePhrase((name,), kind=phrase.kind), context)
            place = found.chosen
            if place is None or place.kind is PlaceKind.COUNTRY:
                continue
            if found.confidence in confidences:
                counts[place] = counts.get(place, 0) + times
    return list(counts.items())


def rank(votes: Votes) -> tuple[str, ...]:
    """Countries by their votes, without those that are only mentioned in passing."""
    most = max(votes.values(), default=0.0)
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return tuple(code for code, count in ranked if count >= FEWEST_VOTES * most)
