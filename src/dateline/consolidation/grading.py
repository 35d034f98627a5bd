"""Grade how far an event is verified by its sources, after Airwars' grades; a table of rules.

The grade says nothing of how surely the words were read: that is the confidence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..types import Actor, Contradiction, Disputed, Grade, Hierarchy, Status, Voice
from .independence import is_named
from .resolved import ResolvedClaim, is_registered
from .values import REAL


@dataclass(frozen=True, slots=True)
class Case:
    """What a grade is given from."""

    members: tuple[ResolvedClaim, ...]
    voices: tuple[Voice, ...]
    contradictions: tuple[Contradiction, ...]
    hierarchy: Hierarchy

    def speaks_for_itself(self, member: ResolvedClaim) -> bool:
        """Whether who acts, by a claim, is who says so."""
        speaker = member.speakers[0] if member.speakers else None
        if speaker is None or speaker.actor is None or not is_named(speaker):
            return False
        return any(
            self.hierarchy.same_side(speaker.actor, actor) for actor in registered_actors(member)
        )


def registered_actors(member: ResolvedClaim) -> tuple[Actor, ...]:
    """The known actors of a claim."""
    return tuple(party.actor for party in member.actors if party.actor and is_registered(party))


def is_confirmed(case: Case) -> bool:
    """Whether who did it says so, and nobody else is said to have done it."""
    return not is_contested(case) and any(
        member.claim.status in REAL and case.speaks_for_itself(member) for member in case.members
    )


def is_contested(case: Case) -> bool:
    """Whether several are said to have done it."""
    return any(found.field is Disputed.BLAME for found in case.contradictions)


def is_denied(case: Case) -> bool:
    """Whether the accused denies it, or nobody says more than that it is denied."""
    denials = [member for member in case.members if member.claim.status is Status.DENIED]
    return len(denials) == len(case.members) or any(map(case.speaks_for_itself, denials))


def is_fair(case: Case) -> bool:
    """Whether two independent sources tell it."""
    return len(case.voices) > 1


RULES: tuple[tuple[Grade, Callable[[Case], bool], str], ...] = (
    (Grade.CONFIRMED, is_confirmed, "who did it says so"),
    (Grade.CONTESTED, is_contested, "sources name different sides as those who did it"),
    (Grade.DENIED, is_denied, "who is accused denies it"),
    (Grade.FAIR, is_fair, "two or more independent sources tell it"),
    (Grade.WEAK, lambda case: True, "one source tells it"),
)


def choose_grade(case: Case) -> tuple[Grade, str]:
    """The first grade whose rule holds, and the rule."""
    return next((grade, because) for grade, holds, because in RULES if holds(case))
