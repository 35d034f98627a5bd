"""Weigh whether two claims, or two groups of joined claims, tell one happening.

Every point has its reason. What speaks against it for good has ``NEVER`` points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..types import Hierarchy, Reason
from .gist import Gist
from .kinds import Kinds, Within
from .relations import (
    Parties,
    Places,
    Times,
    is_part,
    relate_parties,
    relate_places,
    relate_sides,
    relate_times,
)
from .resolved import Reference, ResolvedClaim
from .values import REAL

NEVER = float("-inf")

# Points are whole or half so that sums are exact. A kind and one shared role, or a kind and the
# place, are enough within a document; see ACCEPT in join.py.
SAME_KIND = 2.0
AGREEING_KIND = 1.0
SAME_PARTIES = 1.5
SOME_PARTIES = 0.75
OTHER_PARTIES = -0.75
SAME_PLACE = 1.5
PLACE_WITHIN = 1.0
SAME_COUNTRY = 0.5
OTHER_NAME = -1.5
SAME_TIME = 1.0
SAME_TOLL = 1.0
OTHER_TOLL = -1.0
HEAD = 1.0
NEXT = 0.5
REFERS_BACK = 2.0
EFFECT = 2.0
SAME_WORD = 0.5
BLAMED = 1.5

# "Attack", "attacked"; "agreement", "agreed".
WORD_START = 5
# One space or one blank line lies between a passage and the next.
NEXT_GAP = 3

# Across documents place and time weigh more, for names and kinds repeat from day to day.
POINT_PLACE = 2.0
AREA_PLACE = 1.0
NEAR_PLACE = 0.5
SAME_DAY = 1.5
DAY_REPORTED = 1.0
DAY_WITHOUT_YEAR = 1.0
TIMES_OVERLAP = 0.5
REPORTED_TOGETHER = 0.5
SHARED_ROLE = 1.0
PLACELESS = 0.5
OTHER_BLAME = -0.5
TOLLS_DIFFER_UNDATED = -1.0
# A day lies between the same evening in two time zones.
DAY_SLACK = 1
# An undated report tells of the last week; two undated ones of one thing come a day apart at most.
REPORT_LAG = timedelta(days=7)
REPORT_GAP = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class World:
    """What a comparison may ask: about places and actors, and about kinds."""

    hierarchy: Hierarchy
    kinds: Kinds


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim beside its gist."""

    claim: ResolvedClaim
    gist: Gist


@dataclass(frozen=True, slots=True)
class Comparison:
    """The case for one happening, and against it."""

    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the points."""
        return sum(reason.points for reason in self.reasons)

    @property
    def is_contradiction(self) -> bool:
        """Whether something speaks against it for good."""
        return self.score == NEVER


def compare_passages(left: Passage, right: Passage, world: World) -> Comparison:
    """Compare two claims of one document, in any order."""
    first, second = sorted((left, right), key=lambda passage: _position(passage.claim))
    return _weigh(reason for weigh in IN_DOCUMENT for reason in weigh(first, second, world))


def compare_reports(left: Gist, right: Gist, world: World) -> Comparison:
    """Compare what two documents tell."""
    return _weigh(reason for weigh in ACROSS for reason in weigh(left, right, world))


def _weigh(reasons: Iterator[Reason]) -> Comparison:
    weighed = []
    for reason in reasons:
        weighed.append(reason)
        if reason.points == NEVER:
            break
    return Comparison(tuple(weighed))


def _position(member: ResolvedClaim) -> tuple[int, int, str]:
    claim = member.claim
    return claim.trigger.start, claim.trigger.end, claim.id


# ---- within a document -------------------------------------------------------------------------


def weigh_passages(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """One passage tells two things; neighbours and heads tell the same."""
    left, right = first.claim, second.claim
    if left.claim.evidence.overlaps(right.claim.evidence):
        if not _is_told_twice(first.gist, second.gist, world):
            yield Reason(NEVER, "one passage tells both, so it tells them apart")
    elif right.claim.evidence.start - left.claim.evidence.end <= NEXT_GAP:
        yield Reason(NEXT, "the passages follow each other")
    if _is_head_of(left, right):
        yield Reason(HEAD, f"the {left.part} stands over the paragraph")


def _is_told_twice(first: Gist, second: Gist, world: World) -> bool:
    """Whether noun and verb of one passage tell one thing: "shells struck the market"."""
    place = relate_places(first, second, world.hierarchy)
    roles = dict(_roles(first, second, world))
    return (
        first.kind == second.kind
        and place in (Places.SAME, Places.SAME_AREA, Places.UNKNOWN)
        and set(roles.values()) <= {Parties.ALL, Parties.UNKNOWN}
        and (place is not Places.UNKNOWN or roles.get("targets") is Parties.ALL)
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
    elif right.reference is Reference.BACK and _is_close(left, right):
        yield Reason(REFERS_BACK, f"“{right.trigger}” points back to one that was told")
    if _start(left.trigger) == _start(right.trigger):
        yield Reason(SAME_WORD, f"both are told with “{left.trigger}”")


def _is_close(left: ResolvedClaim, right: ResolvedClaim) -> bool:
    # "The offensive" two paragraphs on may be one that the text has only hinted at.
    return not right.is_head and right.paragraph - left.paragraph <= 1


def _start(words: str) -> str:
    return words.casefold()[:WORD_START]


def weigh_document_kinds(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """One writer calls one thing by one kind, or by a general one beside it.

    Two speakers are two reports, although one writer quotes both.
    """
    within = Within.REPORTS if _is_disputed(first, second) else Within.DOCUMENT
    yield from _weigh_kinds(first.gist, second.gist, world, within)


def _is_disputed(first: Passage, second: Passage) -> bool:
    """Whether two different speakers are quoted."""
    speakers = {frozenset(passage.claim.speakers) for passage in (first, second)}
    return len(speakers) == 2 and frozenset() not in speakers


def weigh_document_status(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """A plan and what came of it are two claims."""
    yield from weigh_status(first.gist, second.gist, world)


def weigh_effect(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """A bare "ten were killed" beside an attack tells what it led to."""
    table = world.kinds.table
    left, right = first.claim, second.claim
    follows = 0 <= right.claim.evidence.start - left.claim.evidence.end <= NEXT_GAP
    is_bare = not (right.actors or right.places or right.when)
    if (
        follows
        and is_bare
        and right.claim.kind == table.effect
        and left.claim.kind in table.causes
        and _tolls_agree(first.gist, second.gist) is not False
    ):
        yield Reason(EFFECT, f"“{right.trigger}” tells what “{left.trigger}” led to")


def weigh_roles(first: Passage, second: Passage, world: World) -> Iterator[Reason]:
    """Who acts, and on whom; speakers may blame each other for one thing."""
    roles = dict(_roles(first.gist, second.gist, world))
    is_blame = _is_disputed(first, second) and roles.get("targets") is Parties.ALL
    for role, relation in roles.items():
        if relation is Parties.CONTRARY and role == "actors" and is_blame:
            yield Reason(BLAMED, "two speakers name different actors for one target")
        elif relation is Parties.CONTRARY:
            yield Reason(NEVER, f"they name different {role}")
        elif relation is Parties.ALL:
            yield Reason(SAME_PARTIES, f"they name the same {role}")
        elif relation is Parties.SOME:
            yield Reason(SOME_PARTIES, f"they share some of the {role}")
        elif relation is Parties.DIFFERENT:
            yield Reason(OTHER_PARTIES, f"they name other {role}")


def _roles(left: Gist, right: Gist, world: World) -> Iterator[tuple[str, Parties]]:
    hierarchy = world.hierarchy
    if world.kinds.is_symmetric(left.kind) and world.kinds.is_symmetric(right.kind):
        sides = relate_sides(left.actors + left.targets, right.actors + right.targets, hierarchy)
        yield "sides", sides
        if sides is Parties.ALL:
            yield "counterparts", sides
    else:
        yield "actors", relate_parties(left.actors, right.actors, hierarchy)
        yield "targets", relate_parties(left.targets, right.targets, hierarchy)


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
    agrees = _tolls_agree(first.gist, second.gist)
    if agrees is not None:
        points = SAME_TOLL if agrees else OTHER_TOLL
        yield Reason(points, f"their tolls {'agree' if agrees else 'differ'}")


# ---- both --------------------------------------------------------------------------------------


def _weigh_kinds(left: Gist, right: Gist, world: World, within: Within) -> Iterator[Reason]:
    if left.kinds & right.kinds:
        yield Reason(SAME_KIND, f"both tell of {min(left.kinds & right.kinds)}")
        return
    agreement = world.kinds.agreement(left.kind, right.kind)
    if agreement is None or (agreement.within is Within.REPORTS and within is Within.DOCUMENT):
        yield Reason(NEVER, f"{left.kind} and {right.kind} are two things")
    else:
        yield Reason(AGREEING_KIND, agreement.because)


def weigh_status(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """A plan, a threat or a denial is never joined with what happened."""
    if left.status is not right.status and not {left.status, right.status} <= REAL:
        yield Reason(NEVER, f"one is {left.status}, the other {right.status}")


def _tolls_agree(left: Gist, right: Gist) -> bool | None:
    pairs = [
        one.agrees(other)
        for one in left.figures
        for other in right.figures
        if one.kind is other.kind
        and (one.whose == other.whose or one.whose is None or other.whose is None)
    ]
    return any(pairs) if pairs else None


# ---- across documents --------------------------------------------------------------------------


def weigh_report_kinds(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Two writers may call one thing by kinds that agree."""
    yield from _weigh_kinds(left, right, world, Within.REPORTS)


def weigh_report_places(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Two reports must name one place; words alone may do without."""
    relation = relate_places(left, right, world.hierarchy)
    if relation is Places.SAME:
        yield Reason(POINT_PLACE, "they name the same place")
    elif relation is Places.SAME_AREA:
        yield Reason(AREA_PLACE, "they name the same area")
    elif relation in (Places.HOLDS, Places.WITHIN):
        yield Reason(AREA_PLACE, "one place lies in the other")
    elif relation is Places.NEAR and _tolls_agree(left, right):
        yield Reason(NEAR_PLACE, "the places are neighbours and the tolls agree")
    elif relation is Places.UNKNOWN and _are_words(left, right, world):
        yield Reason(PLACELESS, "reports of words may leave the place out")
    else:
        yield Reason(NEVER, "nothing says that it was at one place")


def _are_words(left: Gist, right: Gist, world: World) -> bool:
    return (
        bool(left.kinds & right.kinds)
        and world.kinds.is_placeless(left.kind)
        and all(relation is Parties.ALL for _, relation in _roles(left, right, world))
    )


def weigh_report_times(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Two reports must tell of one time; an undated one tells of the days before it."""
    relation = relate_times(left.when, right.when, slack=DAY_SLACK)
    if relation is Times.APART:
        yield Reason(NEVER, "they give different times")
    elif left.days and right.days:
        if left.is_dated and right.is_dated:
            yield Reason(SAME_DAY, "they give the same day")
        else:
            yield Reason(TIMES_OVERLAP, "the times they give overlap")
    elif relation is Times.UNKNOWN and (left.background or right.background):
        yield Reason(NEVER, "a recollection without a date could be of any day")
    elif (left.days is None) != (right.days is None):
        dated, report = (left, right) if left.days else (right, left)
        if _is_reported_after(dated, report.published):
            yield Reason(DAY_REPORTED, "one was published within a week of the day of the other")
        else:
            yield Reason(NEVER, "one was not published within a week of the day of the other")
    elif relation is Times.SAME and left.published is None and right.published is None:
        yield Reason(DAY_WITHOUT_YEAR, "they give the same day of a year that is not known")
    elif _are_published_together(left.published, right.published):
        yield Reason(REPORTED_TOGETHER, "they were published within a day")
    else:
        yield Reason(NEVER, "nothing says that it was at one time")


def _is_reported_after(dated: Gist, published: date | None) -> bool:
    if dated.days is None or published is None:
        return False
    first, last = dated.days
    return first - timedelta(days=DAY_SLACK) <= published <= last + REPORT_LAG


def _are_published_together(left: date | None, right: date | None) -> bool:
    return left is not None and right is not None and abs(left - right) <= REPORT_GAP


def weigh_report_roles(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Reports may differ on who is to blame, not on who was hit."""
    relations = tuple(_roles(left, right, world))
    shared = [role for role, relation in relations if relation in (Parties.ALL, Parties.SOME)]
    contrary = {role for role, relation in relations if relation is Parties.CONTRARY}
    for role in shared:
        yield Reason(SHARED_ROLE, f"they share {role}")
    if contrary - {"actors"}:
        yield Reason(NEVER, f"they name different {min(contrary - {'actors'})}")
    elif contrary and (shared or _tolls_agree(left, right)):
        yield Reason(OTHER_BLAME, "they name different actors")
    elif contrary:
        yield Reason(NEVER, "they name different actors, and nothing else ties them")
    elif not shared and not _is_pinned(left, right):
        yield Reason(NEVER, "they share no party, and place and day are not exact")


def weigh_report_tolls(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Reports of one day may count differently; without a day another count is another event."""
    agrees = _tolls_agree(left, right)
    if agrees:
        yield Reason(SAME_TOLL, "their tolls agree")
    elif agrees is False and not (left.is_dated and right.is_dated):
        yield Reason(TOLLS_DIFFER_UNDATED, "their tolls differ, and one gives no day")


def _is_pinned(left: Gist, right: Gist) -> bool:
    points = (gist.location and gist.location.precision <= 2 for gist in (left, right))
    return all(points) and left.is_dated and right.is_dated


Weigh = Callable[[Passage, Passage, World], Iterator[Reason]]
WeighReports = Callable[[Gist, Gist, World], Iterator[Reason]]

IN_DOCUMENT: tuple[Weigh, ...] = (
    weigh_document_kinds,
    weigh_document_status,
    weigh_background,
    weigh_passages,
    weigh_reference,
    weigh_effect,
    weigh_roles,
    weigh_document_places,
    weigh_document_times,
    weigh_document_tolls,
)
ACROSS: tuple[WeighReports, ...] = (
    weigh_report_kinds,
    weigh_status,
    weigh_report_times,
    weigh_report_places,
    weigh_report_roles,
    weigh_report_tolls,
)
