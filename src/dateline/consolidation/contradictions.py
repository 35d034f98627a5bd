"""List what sources tell so differently that not all of it can be true; nothing is averaged."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from ..types import (
    Contradiction,
    Disputed,
    Event,
    Hierarchy,
    Location,
    Party,
    Said,
    Status,
    TollRange,
    When,
)
from ..types.saying import say_figure, say_when
from .compare import World
from .gist import Figure
from .ledger import find_claimant
from .relations import Parties, Places, Times, relate_parties, relate_sites, relate_times
from .resolved import ResolvedClaim, is_registered
from .values import REAL, choose_speakers, told

V = TypeVar("V", bound=Hashable)

ONE_PLACE = frozenset({Places.SAME, Places.SAME_AREA, Places.HOLDS, Places.WITHIN, Places.COUNTRY})
ABOUT = {
    Disputed.BLAME: "who did it is disputed",
    Disputed.FIGURE: "the figures differ",
    Disputed.PLACE: "the places differ",
    Disputed.DATE: "the dates differ",
    Disputed.DENIAL: "it is denied",
}


def find_contradictions(
    event: Event, members: tuple[ResolvedClaim, ...], world: World
) -> tuple[Contradiction, ...]:
    """Every contradiction among the claims of an event, who says what first told first."""
    found: list[Iterable[Contradiction]] = []
    # Most events have one value of each; what has is not looked at.
    if sum(map(is_registered, event.actors)) > 1:
        found.append(find_blame(members, world))
    found += map(find_figures, event.tolls)
    if len(event.locations) > 1:
        found.append(_find_places(members, world.hierarchy))
    if len(event.times) > 1:
        found.append(_find_dates(members))
    if len(event.statuses) > 1:
        found.append(find_denials(members, world.hierarchy))
    return tuple(chain.from_iterable(found))


def find_blame(members: tuple[ResolvedClaim, ...], world: World) -> Iterator[Contradiction]:
    """Known actors that are not of one side, for what one side does."""

    def actors(member: ResolvedClaim) -> tuple[Party, ...] | None:
        if member.claim.status not in REAL or world.kinds.is_symmetric(member.claim.kind):
            return None
        return tuple(filter(is_registered, member.actors)) if _names_actors(member) else None

    def agree(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
        return relate_parties(left, right, world.hierarchy) is not Parties.CONTRARY

    def say(parties: tuple[Party, ...]) -> str:
        return ", ".join(party.name for party in parties)

    yield from _differing(Disputed.BLAME, _sort_apart(in_order(members), actors, agree), say)


def _names_actors(member: ResolvedClaim) -> bool:
    """Whether its words say who did it: "since the shelling" takes that from what went before."""
    is_said = any(mention.span != member.claim.trigger for mention in member.claim.actors)
    return is_said and any(map(is_registered, member.actors))


def _find_places(members: Iterable[ResolvedClaim], hierarchy: Hierarchy) -> Iterator[Contradiction]:
    def sites(member: ResolvedClaim) -> tuple[Location, ...] | None:
        return member.sites or None

    def agree(left: tuple[Location, ...], right: tuple[Location, ...]) -> bool:
        return relate_sites(left, right, hierarchy) in ONE_PLACE

    def say(locations: tuple[Location, ...]) -> str:
        return " and ".join(location.name for location in locations)

    # "In A and B" goes first: with it both A and B agree.
    ordered = sorted(members, key=lambda member: (-len(member.sites), told(member)))
    yield from _differing(Disputed.PLACE, _sort_apart(ordered, sites, agree), say)


def _find_dates(members: Iterable[ResolvedClaim]) -> Iterator[Contradiction]:
    def agree(left: When, right: When) -> bool:
        return relate_times(left, right) is not Times.APART

    yield from _differing(
        Disputed.DATE, _sort_apart(in_order(members), lambda member: member.when, agree), say_when
    )


def find_denials(
    members: tuple[ResolvedClaim, ...], hierarchy: Hierarchy
) -> Iterator[Contradiction]:
    """Who denies what others tell; who names the accused stands for all that tell it."""
    members = in_order(members)
    denied = [member for member in members if member.claim.status is Status.DENIED]
    asserted = [member for member in members if member.claim.status in REAL]
    if not denied or not asserted:
        return
    accused = tuple(party for member in denied for party in member.actors)
    accusers = [
        member
        for member in asserted
        if _names_actors(member)
        and relate_parties(member.actors, accused, hierarchy) in (Parties.ALL, Parties.SOME)
    ]
    told_of = [_said("it was so", accusers or asserted), _said("it was not so", denied)]
    yield _contradiction(Disputed.DENIAL, told_of)


def find_figures(toll: TollRange) -> Iterator[Contradiction]:
    """Figures that stand and cannot both be the number; "at least 12" and 17 can."""
    if toll.cumulative or len(toll.ledger) < 2:
        return
    figures: dict[Figure, Said] = {}
    for entry in toll.ledger:
        if entry.superseded is None and entry.toll.low is not None:
            figure = Figure(toll.kind, None, entry.toll.low, entry.toll.high)
            said = figures.get(figure, Said(say_figure(figure.low, figure.high), (), ()))
            figures[figure] = Said(
                said.value,
                tuple(dict.fromkeys((*said.claimants, entry.claimant))),
                tuple(dict.fromkeys((*said.claims, *entry.claims))),
            )
    versions = [
        said
        for figure, said in figures.items()
        if any(not figure.agrees(other) for other in figures)
    ]
    if len({version.claimants for version in versions}) > 1:
        whose = f" {toll.whose}" if toll.whose else ""
        yield _contradiction(Disputed.FIGURE, versions, f"the figures of {toll.kind}{whose} differ")


def in_order(members: Iterable[ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
    """Claims as they were told."""
    return tuple(sorted(members, key=told))


def _sort_apart(
    members: Iterable[ResolvedClaim],
    value: Callable[[ResolvedClaim], V | None],
    agree: Callable[[V, V], bool],
) -> dict[V, list[ResolvedClaim]]:
    """The claims by value, each with the first value that it agrees with."""
    groups: dict[V, list[ResolvedClaim]] = {}
    for member in members:
        own = value(member)
        if own in groups:
            groups[own].append(member)
        elif own is not None:
            alike = next((other for other in groups if agree(other, own)), own)
            groups.setdefault(alike, []).append(member)
    return groups


def _differing(
    field: Disputed, groups: dict[V, list[ResolvedClaim]], say: Callable[[V], str]
) -> Iterator[Contradiction]:
    if len(groups) > 1:
        yield _contradiction(
            field, [_said(say(value), members) for value, members in groups.items()]
        )


def _said(value: str, members: list[ResolvedClaim]) -> Said:
    return Said(
        value,
        choose_speakers(map(find_claimant, members)),
        tuple(member.claim.id for member in members),
    )


def _contradiction(field: Disputed, versions: list[Said], about: str = "") -> Contradiction:
    told_apart = "; ".join(f"{said.value} ({', '.join(said.claimants)})" for said in versions)
    return Contradiction(field, tuple(versions), f"{about or ABOUT[field]}: {told_apart}")
