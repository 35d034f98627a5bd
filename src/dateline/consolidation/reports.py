"""Weigh whether what two documents tell is one happening.

Two events left apart are better than two made one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from ..types import Reason
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
from .gist import Gist, words_of_town
from .kinds import Within
from .relations import (
    Parties,
    Places,
    Times,
    are_some_civilians,
    name_others,
    relate_places,
    relate_times,
)
from .story import likeness

# Place and time weigh more than within a document, for names and kinds repeat from day to day.
# By design, not by measurement; see ACCEPT_REPORTS in join.py.
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
SOME_CIVILIANS = 0.5
OTHER_BLAME = -0.5
OTHER_PEOPLE = -2.0
TOLLS_DIFFER_UNDATED = -1.0
# How much of their names two stories share, and what it is worth. On 145 reports of seven pairs of
# like crimes these joined 69 % of what belongs together and nothing else; 0.08 joined no more, and
# on reports of other things it mixed more of them.
STORY = ((0.3, 3.0), (0.2, 2.0), (0.12, 1.0))
NO_TIME = 0.0
TOLD_NAMES = 3
SAME_HEADLINE = 0.5
HEADLINE = 0.5
# A day lies between the same evening in two time zones.
DAY_SLACK = 1
# An undated report tells of the last week; two undated ones of one thing come a day apart at most.
REPORT_LAG = timedelta(days=7)
REPORT_GAP = timedelta(days=1)


def compare_reports(left: Gist, right: Gist, world: World) -> Comparison:
    """Compare what two documents tell."""
    return weigh_all(reason for weigh in ACROSS for reason in weigh(left, right, world))


def weigh_report_kinds(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Two writers may call one thing by kinds that agree."""
    yield from weigh_kinds(left, right, world, Within.REPORTS)


def weigh_report_places(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Two reports must name one place; words alone may do without."""
    relation = relate_places(left, right, world.hierarchy)
    if relation is Places.SAME:
        yield Reason(POINT_PLACE, "they name the same place")
    elif relation is Places.SAME_AREA:
        yield Reason(AREA_PLACE, "they name the same area")
    elif relation in (Places.HOLDS, Places.WITHIN):
        yield Reason(AREA_PLACE, "one place lies in the other")
    elif relation is Places.NEAR and tolls_agree(left, right):
        yield Reason(NEAR_PLACE, "the places are neighbours and the tolls agree")
    elif relation is Places.UNKNOWN and _are_words(left, right, world):
        yield Reason(PLACELESS, "reports of words may leave the place out")
    elif relation in (Places.UNKNOWN, Places.OTHER_NAME) and is_named_near(left, right):
        yield Reason(AREA_PLACE, "the place that one tells is named near the other")
    elif relation is Places.APART or not is_one_story(left, right):
        yield Reason(NEVER, "nothing says that it was at one place")


def _are_words(left: Gist, right: Gist, world: World) -> bool:
    return (
        bool(left.kinds & right.kinds)
        and world.kinds.is_placeless(left.kind)
        and all(relation is Parties.ALL for _, relation in relate_roles(left, right, world))
    )


def weigh_report_times(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Two reports must tell of one time; an undated one tells of the days before it."""
    relation = relate_times(left.when, right.when, slack=DAY_SLACK)
    if relation is Times.APART:
        yield Reason(NEVER, "they give different times")
    elif (left.is_timeless or right.is_timeless) and is_one_story(left, right):
        yield Reason(NO_TIME, "one says nothing of when, and the names are those of one story")
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
    relations = tuple(relate_roles(left, right, world))
    shared = [role for role, relation in relations if relation in (Parties.ALL, Parties.SOME)]
    contrary = {role for role, relation in relations if relation is Parties.CONTRARY}
    for role in shared:
        if role == "targets" and are_some_civilians(left.targets, right.targets, world.hierarchy):
            yield Reason(SOME_CIVILIANS, "both tell of civilians")
        else:
            yield Reason(SHARED_ROLE, f"they share {role}")
    if name_others(left.targets, right.targets):
        yield Reason(OTHER_PEOPLE, "they name other people as targets")
    if contrary - {"actors"}:
        yield Reason(NEVER, f"they name different {min(contrary - {'actors'})}")
    elif contrary and (shared or tolls_agree(left, right)):
        yield Reason(OTHER_BLAME, "they name different actors")
    elif contrary:
        yield Reason(NEVER, "they name different actors, and nothing else ties them")
    elif not (
        shared
        or is_one_story(left, right)
        or _is_pinned(left, right)
        or _is_counted_alike(left, right, world)
    ):
        yield Reason(NEVER, "they share no party, and place and day are not exact")


def _is_counted_alike(left: Gist, right: Gist, world: World) -> bool:
    """Whether both count the same dead or wounded of one day and place."""
    pairs = ((one, other) for one in left.figures for other in right.figures)
    return (
        left.is_dated
        and right.is_dated
        and any(one.equals(other) and one.low > 1 for one, other in pairs)
        and (
            is_named_near(left, right) or relate_places(left, right, world.hierarchy) is Places.SAME
        )
    )


def weigh_report_tolls(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """Reports of one day may count differently; without a day another count is another event."""
    agrees = tolls_agree(left, right)
    if agrees:
        yield Reason(SAME_TOLL, "their tolls agree")
    elif agrees is False and not (left.is_dated and right.is_dated):
        yield Reason(TOLLS_DIFFER_UNDATED, "their tolls differ, and one gives no day")


def weigh_report_story(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """The names around."""
    share = likeness(left.story, right.story)
    points = next((points for least, points in STORY if share >= least), None)
    if points is not None:
        names = sorted(left.story & right.story, key=lambda name: (-len(name), name))
        yield Reason(points, f"both name {', '.join(names[:TOLD_NAMES])}")


def is_one_story(left: Gist, right: Gist) -> bool:
    """Whether so many names are shared that neither place nor time need be told."""
    return likeness(left.story, right.story) >= STORY[-1][0]


def is_named_near(left: Gist, right: Gist) -> bool:
    """Whether one tells of no known place, and names the town that the other tells of."""
    return _names_town(left, right) or _names_town(right, left)


def _names_town(one: Gist, other: Gist) -> bool:
    town = words_of_town(other)
    return one.location is None and bool(town) and one.named.issuperset(town)


def weigh_report_headlines(left: Gist, right: Gist, world: World) -> Iterator[Reason]:
    """What heads both reports is told in the same words."""
    if likeness(left.headline, right.headline) >= SAME_HEADLINE:
        yield Reason(HEADLINE, "their headlines are of the same words")


def _is_pinned(left: Gist, right: Gist) -> bool:
    points = (gist.location and gist.location.precision <= 2 for gist in (left, right))
    return all(points) and left.is_dated and right.is_dated


WeighReports = Callable[[Gist, Gist, World], Iterator[Reason]]

ACROSS: tuple[WeighReports, ...] = (
    weigh_report_kinds,
    weigh_status,
    weigh_report_times,
    weigh_report_places,
    weigh_report_roles,
    weigh_report_tolls,
    weigh_report_story,
    weigh_report_headlines,
)
