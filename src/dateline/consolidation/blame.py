"""Tell when passages of one document name different actors for one happening."""

from __future__ import annotations

from ..types import Party, Status
from .compare import World
from .nearness import is_close, is_next
from .relations import Parties, relate_parties
from .resolved import Part, ResolvedClaim, party_key
from .values import REAL


def is_disputed(left: ResolvedClaim, right: ResolvedClaim) -> bool:
    """Whether two different speakers are quoted."""
    speakers = {frozenset(map(party_key, claim.speakers)) for claim in (left, right)}
    return len(speakers) == 2 and frozenset() not in speakers


def turn_blame(left: ResolvedClaim, right: ResolvedClaim, world: World) -> str | None:
    """How the second passage blames another side for what the first tells; ``None`` if it does not.

    "The rebels deny that they shelled it. It was the army's jets that bombed the market."
    """
    parties = left.speakers, left.actors, right.actors
    if not all(parties) or right.claim.status not in REAL:
        return None
    if relate_parties(left.actors, right.actors, world.hierarchy) is not Parties.CONTRARY:
        return None
    is_own = _is_side(left.speakers, left.actors, world)
    if left.claim.status is Status.DENIED and is_own and is_close(left, right):
        return "who denies it says who did it instead"
    if (
        is_next(left, right)
        and left.claim.status in REAL
        and _is_side(left.speakers, right.actors, world)
        and _is_side(right.speakers, left.actors, world)
    ):
        return "two sides blame each other"
    return None


def _is_side(left: tuple[Party, ...], right: tuple[Party, ...], world: World) -> bool:
    return relate_parties(left, right, world.hierarchy) is Parties.ALL


def says_who(left: ResolvedClaim, right: ResolvedClaim) -> bool:
    """Whether somebody says who did what a headline tells without a name, and no more."""
    is_open = left.part is Part.HEADLINE and not left.actors and not right.is_head
    says_more = bool(right.places or right.when or right.claim.tolls)
    return is_open and bool(right.speakers and right.actors) and not says_more
