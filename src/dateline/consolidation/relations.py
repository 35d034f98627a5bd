"""How the parties, places and times of two gists stand to each other."""

from __future__ import annotations

from enum import Enum, auto
from math import asin, cos, radians, sin, sqrt

from ..types import Hierarchy, Inter, Location, Party, When, WherePrecision
from .gist import Gist, days_of
from .resolved import fold, is_civilian, is_registered, is_shorter

_AGAINST_STATES = frozenset({Inter.REBEL_GROUP, Inter.POLITICAL_MILITIA})
EARTH_KM = 6371.0
# Two villages ten kilometres apart are told as one place by reporters who were at neither.
NEAR_KM = 10.0


class Parties(Enum):
    """How the parties in one role stand to those of another claim."""

    ALL = auto()
    SOME = auto()
    UNKNOWN = auto()  # one names nobody, only "gunmen", or things where the other names people
    DIFFERENT = auto()
    CONTRARY = auto()  # the register knows both, and they are not one side


class Places(Enum):
    """How two places stand to each other."""

    SAME = auto()
    SAME_AREA = auto()
    HOLDS = auto()  # the first contains the second
    WITHIN = auto()  # the first lies in the second
    COUNTRY = auto()  # all that is known of one is the country
    NEAR = auto()
    OTHER_NAME = auto()  # not both resolved, and named differently
    APART = auto()
    UNKNOWN = auto()


class Times(Enum):
    """How two times stand to each other."""

    SAME = auto()
    APART = auto()
    UNKNOWN = auto()


def is_same_party(left: Party, right: Party, hierarchy: Hierarchy) -> bool:
    """Whether two names can mean one party: the same, one side, or both civilians."""
    return (is_civilian(left) and is_civilian(right)) or is_named_alike(left, right, hierarchy)


def is_named_alike(left: Party, right: Party, hierarchy: Hierarchy) -> bool:
    """Whether two names can mean one party, and not only both some civilians."""
    # By name too: a register may hold one force twice, before and after a date.
    if fold(left.name) == fold(right.name):
        return True
    if not (is_registered(left) or is_registered(right)):
        return is_shorter(left.name, right.name) or is_shorter(right.name, left.name)
    if left.actor is None or right.actor is None:
        return False
    are_known = left.actor.registered and right.actor.registered
    return are_known and hierarchy.same_side(left.actor, right.actor)


def relate_parties(
    left: tuple[Party, ...], right: tuple[Party, ...], hierarchy: Hierarchy
) -> Parties:
    """Compare the parties of one role."""
    if not left or not right:
        return Parties.UNKNOWN
    matched = [_has_match(one, right, hierarchy) for one in left]
    if any(matched):
        is_whole = all(matched) and all(_has_match(one, left, hierarchy) for one in right)
        return Parties.ALL if is_whole else Parties.SOME
    if any(map(is_registered, left)) and any(map(is_registered, right)):
        return Parties.CONTRARY
    # A market that was hit and the people who died in it are not two targets.
    are_people = {party.actor is not None for party in left + right}
    if len(are_people) == 2 or any(map(_is_some_group, left + right)):
        return Parties.UNKNOWN
    return Parties.DIFFERENT


def are_some_civilians(
    left: tuple[Party, ...], right: tuple[Party, ...], hierarchy: Hierarchy
) -> bool:
    """Whether the parties have no more in common than that some of them are civilians."""
    return not any(is_named_alike(one, other, hierarchy) for one in left for other in right)


def name_others(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    """Whether both name people, and none of the same surname."""
    surnames = _surnames(left), _surnames(right)
    return all(surnames) and surnames[0].isdisjoint(surnames[1])


def _surnames(parties: tuple[Party, ...]) -> frozenset[str]:
    """The last words of names, "Escalante" of "the young Escalante"; of those no register knows."""
    last = (party.name.split()[-1] for party in parties if not is_registered(party))
    return frozenset(fold(word) for word in last if word[0].isupper())


def relate_sides(
    left: tuple[Party, ...], right: tuple[Party, ...], hierarchy: Hierarchy
) -> Parties:
    """Compare both sides at once: one shared enemy does not make two fights one."""
    relation = relate_parties(left, right, hierarchy)
    if relation is not Parties.SOME:
        return relation
    others = tuple(one for one in left if not _has_match(one, right, hierarchy))
    strangers = tuple(one for one in right if not _has_match(one, left, hierarchy))
    rest = relate_parties(others, strangers, hierarchy)
    return Parties.CONTRARY if rest is Parties.CONTRARY else Parties.SOME


def are_opposed(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    """A state's army on one side, only rebels or gunmen on the other."""
    return bool(left and right) and (_is_force_beside(left, right) or _is_force_beside(right, left))


def _is_force_beside(forces: tuple[Party, ...], group: tuple[Party, ...]) -> bool:
    return all(is_registered(one) and _inter(one) is Inter.STATE_FORCES for one in forces) and all(
        _inter(one) in _AGAINST_STATES for one in group
    )


def _inter(party: Party) -> Inter | None:
    return party.actor.inter if party.actor else None


def _has_match(party: Party, others: tuple[Party, ...], hierarchy: Hierarchy) -> bool:
    return any(is_same_party(party, other, hierarchy) for other in others)


def _is_some_group(party: Party) -> bool:
    return party.actor is not None and not is_registered(party) and not is_civilian(party)


def is_part(part: tuple[Party, ...], whole: tuple[Party, ...]) -> bool:
    """Whether the first names some of those whom the second names, and not all."""
    # By name: a register may hold one force twice, before and after a date.
    some, all_of_them = ({fold(party.name) for party in parties} for parties in (part, whole))
    return bool(part) and some < all_of_them


def relate_places(left: Gist, right: Gist, hierarchy: Hierarchy) -> Places:
    """Compare two places: by what they resolved to, else by name."""
    if left.location and right.location:
        return relate_sites(left.sites, right.sites, hierarchy)
    if not left.places or not right.places:
        return Places.UNKNOWN
    return Places.SAME if set(left.places) & set(right.places) else Places.OTHER_NAME


def relate_sites(
    left: tuple[Location, ...], right: tuple[Location, ...], hierarchy: Hierarchy
) -> Places:
    """Compare lists of places: "in A and B" was at B too."""
    relations = (relate_locations(one, other, hierarchy) for one in left for other in right)
    return min(relations, key=lambda relation: relation.value)


def relate_locations(left: Location, right: Location, hierarchy: Hierarchy) -> Places:
    """Compare two resolved places."""
    widest = max(left.precision, right.precision)
    same = fold(left.name) == fold(right.name) or bool(set(left.places) & set(right.places))
    holds, within = hierarchy.contains(left, right), hierarchy.contains(right, left)
    if widest >= WherePrecision.COUNTRY:
        return Places.COUNTRY if same or holds or within else Places.APART
    if same or (holds and within):
        return Places.SAME if widest <= WherePrecision.DISTRICT else Places.SAME_AREA
    if holds or within:
        return Places.HOLDS if holds else Places.WITHIN
    gap = gap_km(left, right)
    if gap is None:
        return Places.OTHER_NAME
    return Places.NEAR if gap <= NEAR_KM else Places.APART


def gap_km(left: Location, right: Location) -> float | None:
    """Kilometres between the edges of two places."""
    points = (left.latitude, left.longitude, right.latitude, right.longitude)
    if None in points:
        return None
    lat1, lon1, lat2, lon2 = (radians(degree) for degree in points if degree is not None)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half)) - left.radius_km - right.radius_km


def relate_times(left: When | None, right: When | None, *, slack: int = 0) -> Times:
    """Compare two times as sources give them, allowing ``slack`` days between them."""
    if left is None or right is None:
        return Times.UNKNOWN
    one, other = days_of(left), days_of(right)
    if one and other:
        gap = max((other[0] - one[1]).days, (one[0] - other[1]).days)
        return Times.SAME if gap <= slack else Times.APART
    if left.earliest is None or right.earliest is None:
        return Times.UNKNOWN
    # One of them has no year: 25 July is 25 July, and no more can be said.
    days = {(day.month, day.day) for day in (left.earliest, right.earliest)}
    return Times.SAME if len(days) == 1 else Times.APART
