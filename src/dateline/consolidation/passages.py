"""Weigh whether two claims of one document tell one happening."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..types import Inter, Reason
from .blame import is_disputed, says_who, turn_blame
from .compare import (
    NEVER,
    SAME_TOLL,
    Comparison,
    World,
    relate_roles,
    tolls_agree,
    weigh_all,
    weigh_kinds,
    weigh_status,
)
from .gist import Gist
from .kinds import Within
from .nearness import is_close, is_next
from .relations import (
    Parties,
    Places,
    Times,
    are_opposed,
    is_part,
    relate_places,
    relate_times,
)
from .resolved import Reference, ResolvedClaim

# By design, not by measurement: a kind and one shared role, or a kind and the place, are enough;
# see ACCEPT in join.py.
SAME_PARTIES = 1.5
SOME_PARTIES = 0.75
OTHER_PARTIES = -0.75
SAME_PLACE = 1.5
PLACE_WITHIN = 1.0
SAME_COUNTRY = 0.5
OTHER_NAME = -1.5
SAME_TIME = 1.0
OTHER_TOLL = -1.0
HEAD = 1.0
NEXT = 0.5
REFERS_BACK = 2.0
EFFECT = 2.0
SAME_WORD = 0.5
BLAMED = 1.5
# With kinds that agree it just reaches what is needed.
TURNED = 2.5

# "Attack", "attacked"; "agreement", "agreed".
WORD_START = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim beside its gist."""

    claim: ResolvedClaim
    gist: Gist


def compare_passages(left: Passage, right: Passage, world: World) -> Comparison:
    """Compare two claims of one document, in any order."""
    first, second = sorted((left, right), key=lambda passage: _position(passage.claim))
    return weigh_all(reason for weigh in IN_DOCUMENT for reason in weigh(first, second, world))


def _position(member: ResolvedClaim) -> tuple[int, int, str]:
    claim = member.claim
    return claim.trigger.start, claim.trigger.end, claim.id


def weigh_passages(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """One passage tells two things; neighbours and heads tell the same."""
    left, right = first.claim, second.claim
    if left.claim.evidence.overlaps(right.claim.evidence):
        if not _is_told_twice(first.gist, second.gist, world):
            yield Reason(NEVER, "one passage tells both, so it tells them apart")
    elif is_next(left, right):
        yield Reason(NEXT, "the passages follow each other")
    if _is_bare_head(left) and first.gist.kinds & second.gist.kinds:
        yield Reason(REFERS_BACK, f"the {left.part} says no more than what the text tells")
    if _is_head_of(left, right):
        yield Reason(HEAD, f"the {left.part} stands over the paragraph")


def _is_told_twice(first: Gist, second: Gist, world: World) -> bool:
    """Whether noun and verb of one passage tell one thing: "shells struck the market"."""
    place = relate_places(first, second, world.hierarchy)
    roles = dict(relate_roles(first, second, world))
    return (
        first.kind == second.kind
        and place in (Places.SAME, Places.SAME_AREA, Places.UNKNOWN)
        and set(roles.values()) <= {Parties.ALL, Parties.UNKNOWN}
        and (place is not Places.UNKNOWN or roles.get("targets") is Parties.ALL)
    )


def _is_bare_head(claim: ResolvedClaim) -> bool:
    """ "Rockets fired", in a headline."""
    return claim.is_head and not (
        claim.actors or claim.targets or claim.places or claim.when or claim.claim.tolls
    )


def _is_head_of(left: ResolvedClaim, right: ResolvedClaim) -> bool:
    return left.is_head and left.lead == right.lead


def weigh_background(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """What is recalled is not the news."""
    if first.gist.background != second.gist.background:
        yield Reason(NEVER, "one recalls what happened before, the other is the news")


def weigh_reference(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """ "The attack" is one that was told; "another attack" is not."""
    left, right = first.claim, second.claim
    is_told_anew = right.reference is Reference.ANEW and left.reference is not Reference.ANEW
    if is_told_anew and not _is_head_of(left, right):
        yield Reason(NEVER, f"“{right.trigger}” is told as another one")
    elif right.reference is Reference.BACK and is_close(left, right):
        yield Reason(REFERS_BACK, f"“{right.trigger}” points back to one that was told")
    if _start(left.trigger) == _start(right.trigger):
        yield Reason(SAME_WORD, f"both are told with “{left.trigger}”")


def _start(words: str) -> str:
    return words.casefold()[:WORD_START]


def weigh_document_kinds(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """One writer calls one thing by one kind, or by a general one beside it.

    Two speakers are two reports, although one writer quotes both.
    """
    # Asked only where it decides: most pairs are of one kind.
    are_two = not first.gist.kinds & second.gist.kinds and (
        is_disputed(first.claim, second.claim)
        or turn_blame(first.claim, second.claim, world) is not None
        or says_who(first.claim, second.claim)
    )
    within = Within.REPORTS if are_two else Within.DOCUMENT
    yield from weigh_kinds(first.gist, second.gist, world, within)


def weigh_blame(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """Who did it may be told, or turned round, further down than what was done."""
    if because := turn_blame(first.claim, second.claim, world):
        yield Reason(TURNED, because)
    elif first.gist.kinds & second.gist.kinds and says_who(first.claim, second.claim):
        yield Reason(BLAMED, f"the {first.claim.part} does not say who did it")


def weigh_document_status(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """A plan and what came of it are two claims."""
    yield from weigh_status(first.gist, second.gist, world)


def weigh_effect(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """A bare "ten were killed" beside an attack tells what it led to."""
    table = world.kinds.table
    left, right = first.claim, second.claim
    follows = right.claim.evidence.start >= left.claim.evidence.end and is_next(left, right)
    elsewhere = set(right.places) - set(left.places)  # a paragraph goes on at its place
    is_bare = not (right.actors or elsewhere or right.when)
    if (
        follows
        and is_bare
        and right.claim.kind == table.effect
        and left.claim.kind in table.causes
        and tolls_agree(first.gist, second.gist) is not False
    ):
        yield Reason(EFFECT, f"“{right.trigger}” tells what “{left.trigger}” led to")


def weigh_roles(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """Who acts, and on whom; speakers may blame each other for one thing."""
    roles = dict(relate_roles(first.gist, second.gist, world))
    for role, relation in roles.items():
        if relation is Parties.ALL and role == "targets" and _is_ever_attacked(first, second):
            yield Reason(SOME_PARTIES, "they name the same targets, a side of the war")
        elif relation is Parties.CONTRARY and role == "actors":
            yield from _weigh_contrary(first.claim, second.claim, roles.get("targets"), world)
        elif relation is Parties.CONTRARY:
            yield Reason(NEVER, f"they name different {role}")
        elif role == "actors" and are_opposed(first.gist.actors, second.gist.actors):
            yield Reason(NEVER, "a state's army did the one, gunmen did the other")
        elif relation is Parties.ALL:
            yield Reason(SAME_PARTIES, f"they name the same {role}")
        elif relation is Parties.SOME:
            yield Reason(SOME_PARTIES, f"they share some of the {role}")
        elif relation is Parties.DIFFERENT:
            yield Reason(OTHER_PARTIES, f"they name other {role}")


def _weigh_contrary(
    left: ResolvedClaim, right: ResolvedClaim, targets: Parties | None, world: World
) -> Iterator[Reason]:
    """One writer who names two actors tells of two things, unless two speakers blame them."""
    are_two = is_disputed(left, right)
    if are_two and targets is Parties.ALL:
        yield Reason(BLAMED, "two speakers name different actors for one target")
    elif turn_blame(left, right, world):
        return
    elif are_two and targets is Parties.UNKNOWN:
        yield Reason(OTHER_PARTIES, "two speakers name different actors")
    else:
        yield Reason(NEVER, "they name different actors")


def _is_ever_attacked(first: Passage, second: Passage) -> bool:
    """Whether a state is all that two attacks of different kinds have in common."""
    if first.gist.kinds & second.gist.kinds or (first.gist.actors and second.gist.actors):
        return False
    targets = (*first.gist.targets, *second.gist.targets)
    return all(party.actor and party.actor.inter is Inter.STATE_FORCES for party in targets)


def weigh_document_places(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """One writer who names two places tells of two things, unless one lies in the other."""
    relation = relate_places(first.gist, second.gist, world.hierarchy)
    if relation in (Places.APART, Places.NEAR):
        yield Reason(NEVER, "they name different places")
    elif relation in (Places.SAME, Places.SAME_AREA):
        yield Reason(SAME_PLACE, "they name the same place")
    elif relation in (Places.HOLDS, Places.WITHIN):
        whole, part = first.gist, second.gist
        if relation is Places.WITHIN:
            whole, part = part, whole
        if is_part(part.targets, whole.targets) or is_part(part.actors, whole.actors):
            yield Reason(NEVER, "one tells a part of the other: fewer parties at a smaller place")
        else:
            yield Reason(PLACE_WITHIN, "one place lies in the other")
    elif relation is Places.COUNTRY:
        yield Reason(SAME_COUNTRY, "they name the same country")
    elif relation is Places.OTHER_NAME:
        yield Reason(OTHER_NAME, "they name places of different names")


def weigh_document_times(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """When it happened."""
    relation = relate_times(first.gist.when, second.gist.when)
    if relation is Times.APART:
        yield Reason(NEVER, "they give different times")
    elif relation is Times.SAME:
        yield Reason(SAME_TIME, "they give the same time")


def weigh_document_tolls(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """How many."""
    agrees = tolls_agree(first.gist, second.gist)
    if agrees is not None:
        points = SAME_TOLL if agrees else OTHER_TOLL
        yield Reason(points, f"their tolls {'agree' if agrees else 'differ'}")


def weigh_both_apart(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """Others who act, at a place of another name, do another thing."""
    roles = dict(relate_roles(first.gist, second.gist, world))
    place = relate_places(first.gist, second.gist, world.hierarchy)
    if roles.get("actors") is Parties.DIFFERENT and place is Places.OTHER_NAME:
        yield Reason(NEVER, "others act, at a place of another name")


Weigh = Callable[[Passage, Passage, World], Iterator[Reason]]

IN_DOCUMENT: tuple[Weigh, ...] = (
    weigh_document_kinds,
    weigh_document_status,
    weigh_background,
    weigh_passages,
    weigh_reference,
    weigh_effect,
    weigh_roles,
    weigh_blame,
    weigh_document_places,
    weigh_document_times,
    weigh_document_tolls,
    weigh_both_apart,
)
