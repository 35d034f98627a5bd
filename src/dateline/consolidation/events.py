"""Compute events from claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ..types import Document, Event, EventId, Hierarchy, Reading
from .compare import World
from .contradictions import find_contradictions
from .entries import Filed, make_entry
from .grading import Case, choose_grade
from .identity import PreviousEvent, Redirect, give_ids
from .independence import find_voices
from .join import Group, join_document, join_reports
from .kinds import Kinds
from .resolved import resolve_claims
from .tolls import make_tolls
from .values import (
    choose_confidence,
    choose_extent,
    choose_kind,
    choose_location,
    choose_names,
    choose_outcome,
    choose_parties,
    choose_speakers,
    choose_status,
    choose_when,
    fullest_first,
    make_versions,
)


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The events of a set of readings, by first report, and the ids that are gone.

    ``filed`` says what each document tells, and by what it is found when another one comes.
    """

    events: tuple[Event, ...]
    redirects: tuple[Redirect, ...] = ()
    filed: tuple[Filed, ...] = ()


def consolidate(
    readings: Iterable[tuple[Document, Reading]],
    *,
    hierarchy: Hierarchy,
    kinds: Kinds,
    previous: Iterable[PreviousEvent] = (),
    owners: Mapping[str, str] | None = None,
) -> Consolidation:
    """Join the claims of current readings into events; their order makes no difference.

    ``owners`` says to whom sources belong, by their names.
    """
    world = World(hierarchy, kinds, owners or {})
    told = (
        group for document, reading in readings for group in group_claims(document, reading, world)
    )
    return join_groups(told, world, previous)


def group_claims(document: Document, reading: Reading, world: World) -> tuple[Group, ...]:
    """What one document tells, its headline, lead and body joined."""
    return join_document(resolve_claims(document, reading, world.hierarchy), world)


def join_groups(
    told: Iterable[Group],
    world: World,
    previous: Iterable[PreviousEvent] = (),
    *,
    is_taken: Callable[[EventId], bool] = lambda event: False,
) -> Consolidation:
    """Join what documents tell into events; ``is_taken`` knows ids beyond the previous ones."""
    clusters = join_reports(told, world)
    naming = give_ids(
        tuple(cluster.group.members for cluster in clusters), previous, is_taken=is_taken
    )
    named = tuple(zip(naming.ids, clusters, strict=True))
    components: dict[int, str] = {}
    for cluster in clusters:
        names = [part.name for part in cluster.parts]
        components[cluster.component] = min([*names, components.get(cluster.component, names[0])])
    return Consolidation(
        tuple(make_event(event, cluster.group, world) for event, cluster in named),
        naming.redirects,
        tuple(
            Filed(make_entry(part, world), event, components[cluster.component])
            for event, cluster in named
            for part in cluster.parts
        ),
    )


def make_event(event: EventId, group: Group, world: World) -> Event:
    """The values of an event, from the claims of its group; the fullest claim comes first."""
    members = fullest_first(group.members)
    voices = find_voices(group.members, world.owners)
    published = sorted(member.published for member in members if member.published)
    kind, status = choose_kind(members, world.kinds), choose_status(members)
    location, when = choose_location(members), choose_when(members)
    computed = Event(
        id=event,
        kind=kind,
        status=status,
        background=all(member.claim.background for member in members),
        claims=tuple(member.claim.id for member in members),
        documents=tuple(dict.fromkeys(member.document for member in group.members)),
        actors=choose_parties(members, lambda member: member.actors),
        targets=choose_parties(members, lambda member: member.targets),
        through=choose_parties(members, lambda member: member.through),
        places=choose_names(name for member in members for name in member.places),
        location=location,
        extent=choose_extent(members, world.hierarchy),
        when=when,
        tolls=make_tolls(members, voices),
        outcome=choose_outcome(members, status),
        speakers=choose_speakers(party for member in members for party in member.speakers),
        hedged=all(member.claim.hedged for member in members),
        confidence=choose_confidence(members),
        first_reported=published[0] if published else None,
        last_reported=published[-1] if published else None,
        kinds=make_versions(members, lambda member: member.claim.kind, kind),
        statuses=make_versions(members, lambda member: member.claim.status, status),
        locations=make_versions(members, lambda member: member.location, location),
        times=make_versions(members, lambda member: member.when, when),
        why=group.why,
        voices=voices,
    )
    contradictions = find_contradictions(computed, members, world)
    grade, graded = choose_grade(Case(members, voices, contradictions, world.hierarchy))
    return replace(computed, contradictions=contradictions, grade=grade, graded=graded)
