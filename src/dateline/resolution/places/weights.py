"""Make the case for each place that a name could mean, one reason at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log10

from ...types import Place, PlaceId, PlaceKind, Reason
from ..countries import Countries
from ..folding import fold
from .areas import distance_km
from .lookup import Match, Step
from .phrases import PlacePhrase, Relation

# Points. They were set so that each line of tests/cases/places.toml comes out right, and nothing
# else decides them yet; `dateline evaluate toponyms` is to sweep them.
SPELLED = 0.15
FOLDED = 0.05
OTHER_NAME = -0.05  # "Salisbury" is what it is called, and no longer Harare
TRANSLITERATED = 0.0
FUZZY = -0.1
OWN_ENTRY = 0.25
SAME_COUNTRY = 0.5  # for the country the document is most about, less for each after it
RANK = 0.2  # how much less
WITHIN = 0.5
NOT_WITHIN = -0.4
KIND_ASKED = 0.25
OTHER_KIND = -0.15
POPULATION = 0.4
SAME_REGION = 0.3  # for the division that the document is most about
LEAST_REGION = 0.3  # of the first one's votes
NEARBY = 0.2
NEARBY_KM = 300.0
AMONG = 0.1  # close to two others
AMONG_KM = 80.0
FAR_KM = 50.0  # two places nearer than this to each other are not worth a quarrel
DOMINANT = 0.2  # and up to twice that
CAPITAL = 0.1
METROPOLIS = 1_000_000  # people: such a city is named in reports from anywhere
LARGEST_CITY_KM = 25.0
BARE_CITY = 0.15
BARE_REGION = 0.5
BEYOND_CITY_KM = 20.0
LARGEST_STAND_IN = 500_000  # people: "Deir Ezzor" can be the governorate, "Aleppo" is the city

# Where reports mean the region by a name that its city has too: "in Gaza" is in the Strip.
REGIONS_MEANT = frozenset({PlaceId("dl:gaza-strip-ps")})

# What a kind is worth where no population is known.
STANDING = {
    PlaceKind.COUNTRY: 0.7,
    PlaceKind.REGION: 0.3,
    PlaceKind.AREA: 0.3,
    PlaceKind.FEATURE: 0.3,
    PlaceKind.DISTRICT: 0.3,
    PlaceKind.WATER: 0.3,
    PlaceKind.SETTLEMENT: 0.15,
}
# As how many people each counts when namesakes are compared.
WEIGHT = {PlaceKind.COUNTRY: 10_000_000, PlaceKind.SETTLEMENT: 500}
USUAL_WEIGHT = 250_000
NAMESAKES = 5  # times as large as the next: then a name alone is enough
SMALLEST_ALONE = 5_000  # of fewer people, even an only namesake may be a chance hit

# How ids of places begin that the user's own table brought.
OWN = "own:"

NONE_ALIKE: Mapping[PlaceId, Match] = {}


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What the rest of a document says about where it is.

    ``countries`` are ISO codes, the one it is most about first; ``places`` are those it names
    beyond doubt. ``regions`` are first-level divisions, as country and name, with their votes as a
    share of the first one's. ``within`` are names with what the text says they lie in. What a name
    itself said about country and region is left out of ``other_countries`` and ``other_regions``,
    whose keys are in small letters.
    """

    countries: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    regions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_regions: Mapping[str, Mapping[tuple[str, str], float]] = field(default_factory=dict)

    def countries_beside(self, name: str) -> tuple[str, ...]:
        """The document's countries, as its other names have it."""
        return self.other_countries.get(name.casefold(), self.countries)

    def regions_beside(self, name: str) -> Mapping[tuple[str, str], float]:
        """The document's first-level divisions, as its other names have it."""
        return self.other_regions.get(name.casefold(), self.regions)


NOWHERE = PlaceContext()


@dataclass(frozen=True, slots=True)
class Case:
    """All that bears on one name, besides the name."""

    phrase: PlacePhrase
    context: PlaceContext
    containers: tuple[Place, ...]
    countries: Countries

    @property
    def home(self) -> tuple[str, ...]:
        """The countries in which a place of this name is no surprise."""
        return self.context.countries_beside(self.phrase.names[0])


def are_one_spot(one: Place, other: Place) -> bool:
    """Whether it hardly matters which is meant: the same spot, or a city in the region named so."""
    if one.country != other.country:
        return False
    if is_region_of(one, other) or is_region_of(other, one):
        return True
    return distance_km(one, other) <= max(FAR_KM, one.radius_km or 0, other.radius_km or 0)


def weigh(
    place: Place,
    namesakes: Iterable[Place],
    case: Case,
    *,
    spelled: frozenset[PlaceId],
    alike: Mapping[PlaceId, Match] = NONE_ALIKE,
) -> Iterator[Reason]:
    """Make the case for a place, one reason at a time."""
    name = case.phrase.names[0]
    is_spelled = place.id in spelled
    is_other = is_other_name(place, namesakes, name)
    yield weigh_spelling(place, is_spelled, is_other, alike.get(place.id))
    yield weigh_size(place)
    # A place spelled so is not outweighed by a town that only sounds alike, and such a town in
    # another country than the document's does not win by its size, nor does one that is called
    # otherwise now.
    is_far = place.country not in (case.home or (place.country,))
    may_sound_alike = place.kind in (PlaceKind.SETTLEMENT, PlaceKind.REGION)
    sounds_alike = may_sound_alike and not is_spelled
    is_alike = (sounds_alike and (bool(spelled) or is_far)) or (is_other and is_far)
    rivals = [other for other in namesakes if other.id in spelled or not is_spelled]
    for reason in (
        weigh_own(place),
        weigh_country(place, case.home),
        weigh_region(place, case.context.regions_beside(name)),
        weigh_kind(place, case.phrase),
        weigh_neighbours(place, namesakes, case.context),
        None if is_alike else weigh_dominance(place, rivals),
        weigh_capital(place, case.countries),
        weigh_bare_city(place, namesakes, case),
    ):
        if reason:
            yield reason
    for container in case.containers:
        yield weigh_container(place, container)


def is_other_name(place: Place, namesakes: Iterable[Place], name: str) -> bool:
    """Whether a place is called otherwise, and another is called just so."""
    called = fold(name)
    if fold(place.name) == called or place.id in REGIONS_MEANT:
        return False
    return any(
        fold(other.name) == called and other.kind is not PlaceKind.DISTRICT
        for other in namesakes
        if distance_km(place, other) > FAR_KM or other.kind is PlaceKind.COUNTRY
    )


def weigh_spelling(
    place: Place, spelled: bool, is_other: bool, alike: Match | None = None
) -> Reason:
    """Points for the very spelling, and fewer for each step further from it."""
    if alike and alike.step is Step.FUZZY:
        return Reason(FUZZY, f"one letter off {alike.spelling}")
    if alike:
        return Reason(TRANSLITERATED, f"another way to write {alike.spelling} in English")
    if spelled and not is_other:
        return Reason(SPELLED, f"{place.name} is spelled so")
    if spelled:
        return Reason(OTHER_NAME, f"another name of {place.name}, and another place is called so")
    return Reason(FOLDED, f"a spelling of {place.name}")


def weigh_own(place: Place) -> Reason | None:
    """Points for being in the user's own table: whoever lists a place means it."""
    return Reason(OWN_ENTRY, "it is in your own table") if place.id.startswith(OWN) else None


def weigh_size(place: Place) -> Reason:
    """Points for people, or for what it is where nobody counts them."""
    if place.population and place.kind is PlaceKind.SETTLEMENT:
        share = min(log10(place.population) / 7, 1.0)  # 1 for ten million people
        return Reason(POPULATION * share, f"{place.population:,} people live there")
    return Reason(STANDING[place.kind], f"it is {a_kind(place.kind)}")


def a_kind(kind: PlaceKind) -> str:
    """A kind with its article."""
    return f"an {kind}" if kind is PlaceKind.AREA else f"a {kind}"


def weigh_country(place: Place, countries: tuple[str, ...]) -> Reason | None:
    """Points for lying in a country that the document is about."""
    if place.country not in countries:
        return None
    rank = countries.index(place.country)
    points = max(SAME_COUNTRY * (1 - RANK * rank), SAME_COUNTRY * RANK)
    return Reason(points, f"the document is about {place.country}")


def weigh_region(place: Place, regions: Mapping[tuple[str, str], float]) -> Reason | None:
    """Points for lying in a first-level division that other names of the document share."""
    share = regions.get((place.country or "", place.admin1 or ""), 0.0)
    if share < LEAST_REGION:
        return None
    return Reason(SAME_REGION * share, f"other names here are of {place.admin1} too")


def weigh_kind(place: Place, phrase: PlacePhrase) -> Reason | None:
    """Points for being what the words call it."""
    if phrase.kind is None and phrase.relation is Relation.PART:
        # "Southern Idlib" is a part of the governorate, not of the city.
        if place.kind in (PlaceKind.REGION, PlaceKind.AREA, PlaceKind.COUNTRY):
            return Reason(KIND_ASKED, f"it has parts, being {a_kind(place.kind)}")
        return None
    if phrase.kind is None:
        return None
    if place.kind is phrase.kind:
        return Reason(KIND_ASKED, f"the words call it {a_kind(phrase.kind)}")
    return Reason(
        OTHER_KIND, f"the words call it {a_kind(phrase.kind)}, and it is {a_kind(place.kind)}"
    )


def weigh_neighbours(
    place: Place, namesakes: Iterable[Place], context: PlaceContext
) -> Reason | None:
    """Points for lying near another place that the document names."""
    same_name = {namesake.id for namesake in namesakes}
    others = [other for other in context.places if other.id not in same_name]
    if not others or place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION):
        return None
    ways = sorted((distance_km(place, other), other.name) for other in others)
    away, nearest = ways[0]
    if away >= NEARBY_KM:
        return None
    points = NEARBY * (1 - away / NEARBY_KM)
    because = f"{away:.0f} km from {nearest}"
    if len(ways) > 1 and ways[1][0] < AMONG_KM:
        return Reason(points + AMONG, f"{because}, and not far from {ways[1][1]}")
    return Reason(points, because)


def weigh_dominance(place: Place, namesakes: Iterable[Place]) -> Reason | None:
    """Points for being far weightier than every other place of that name."""
    # A city and the region named after it are weighed as one, or the region would win by its kind.
    own, others = 0, []
    for other in namesakes:
        if are_one_spot(place, other):
            own = max(own, weight_of(other))
        else:
            others.append(weight_of(other))
    if own < SMALLEST_ALONE:
        return None
    if not others:
        return Reason(2 * DOMINANT, "no other place is known by this name")
    times = own / max(others)
    if times < NAMESAKES:
        return None
    points = min(DOMINANT + 0.1 * log10(times / NAMESAKES), 2 * DOMINANT)
    return Reason(points, f"{times:.0f} times as weighty as the next place of that name")


def weight_of(place: Place) -> int:
    """How much a place is heard of, as if counted in people."""
    return place.population or WEIGHT.get(place.kind, USUAL_WEIGHT)


def weigh_capital(place: Place, countries: Countries) -> Reason | None:
    """Points for being a capital."""
    if place.kind is not PlaceKind.SETTLEMENT:
        return None
    if countries.capital_country(place.name) != place.country:
        return None
    return Reason(CAPITAL, f"it is the capital of {place.country}")


def weigh_bare_city(place: Place, namesakes: Iterable[Place], case: Case) -> Reason | None:
    """Points where a city and its region have one name and no word says which is meant.

    The city, unless the document names other places of the region: then the name covers them, as
    hand coders read it. A city too large to be its region's stand-in stays the city.
    """
    phrase = case.phrase
    if phrase.kind or phrase.relation is Relation.PART:
        return None
    if place.id in REGIONS_MEANT:
        return Reason(BARE_REGION, f"the bare name means {place.name}")
    if place.kind is PlaceKind.WATER and any(other.kind is PlaceKind.REGION for other in namesakes):
        return Reason(BARE_REGION, "the bare name means the sea, not a region on its coast")
    if place.kind is PlaceKind.REGION:
        return _covers_others(place, namesakes, case.context)
    if place.kind is not PlaceKind.SETTLEMENT:
        return None
    region = next((other for other in namesakes if is_region_of(other, place)), None)
    if region is None or any(other.id in REGIONS_MEANT for other in namesakes):
        return None
    if _covers_others(region, namesakes, case.context):
        return None
    return Reason(BARE_CITY, f"no word says that the {region.kind} is meant")


def _covers_others(
    region: Place, namesakes: Iterable[Place], context: PlaceContext
) -> Reason | None:
    """Points for a region whose other places the document names too, beyond its city's edge."""
    city = next((other for other in namesakes if is_region_of(region, other)), None)
    if city is None or (city.population or 0) >= LARGEST_STAND_IN:
        return None
    names = {other.id for other in namesakes}
    for place in context.places:
        is_apart = place.id not in names and distance_km(place, city) > BEYOND_CITY_KM
        if is_apart and place.kind is not PlaceKind.REGION and lies_in(place, region):
            return Reason(BARE_REGION, f"{place.name}, named here too, lies in it")
    return None


def is_region_of(region: Place, city: Place) -> bool:
    """Whether a city, or whatever bears the same name, lies in the region."""
    same = region.country == city.country and region.name == city.admin1
    return same and region.kind is PlaceKind.REGION and city.kind is not PlaceKind.REGION


def weigh_container(place: Place, container: Place) -> Reason:
    """Points for lying in what it is said to lie in."""
    if place.id == container.id or lies_in(place, container):
        return Reason(WITHIN, f"it lies in {container.name}")
    return Reason(NOT_WITHIN, f"it does not lie in {container.name}")


def lies_in(place: Place, container: Place) -> bool:
    """Whether a place lies within another, by country, by region or by distance."""
    if container.kind is PlaceKind.COUNTRY:
        return place.country == container.country
    # Around a region that is one city the suburbs are another region's.
    is_city = (container.radius_km or 0) < LARGEST_CITY_KM
    if container.kind is PlaceKind.REGION and place.admin1 and not is_city:
        return place.country == container.country and place.admin1 == container.name
    # A circle of a region's area does not cover its corners, nor a city's its villages.
    reach = 1.5 * (container.radius_km or 0) + 20
    return distance_km(place, container) <= reach
