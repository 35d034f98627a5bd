"""Bring in the pages that a site lists of itself: what is new or changed, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ...sources.fetching import Fetched
from ...sources.sitemaps import Listed, Sitemap, read_sitemap
from ...store import Visit
from .listing import take_listed
from .visiting import Go, Planned, to_be_had_whole

DEEPEST = 3  # sitemaps of sitemaps; the standard allows one level
MOST_MAPS = 500  # asked for at one go
MOST_PAGES = 200_000  # held at one go; what goes beyond comes when these are had
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Gathered:
    """What the sitemaps of one go list."""

    asked: int = 0
    visits: list[Visit] = field(default_factory=list)  # to be kept when their pages are had
    pages: dict[str, Listed] = field(default_factory=dict)


def fetch_sitemap(go: Go, plan: Planned) -> None:
    """Fetch a sitemap, those it names that changed, and the pages that are new or changed."""
    gathered = _Gathered()
    _gather(go, plan, Listed(plan.location), gathered, found_on=None, depth=0)
    newest = sorted(
        gathered.pages.values(), key=lambda page: page.changed or LONG_AGO, reverse=True
    )
    is_whole = take_listed(go, plan, newest, found_on=plan.location)
    for visit in gathered.visits:
        go.store.take_in(visit if is_whole else to_be_had_whole(visit))


def _gather(
    go: Go, plan: Planned, listed: Listed, gathered: _Gathered, *, found_on: str | None, depth: int
) -> None:
    maps: list[Listed] = []

    def take(fetched: Fetched, visit: Visit) -> None:
        if fetched.body is None:
            go.leave(plan, listed.address)
            go.store.take_in(visit)
            return
        sitemap: Sitemap = go.sandbox.call(
            fetched.address, read_sitemap, fetched.body, fetched.address
        )
        maps.extend(sitemap.maps)
        _hold(sitemap.pages, gathered)
        # One of sitemaps may stay as it is when they change.
        kept = to_be_had_whole(visit) if sitemap.maps else visit
        gathered.visits.append(kept)

    gathered.asked += 1
    if not go.visit(plan, listed.address, take, found_on=found_on) or depth == DEEPEST:
        return
    for one in maps:
        if go.is_over():
            return
        before = go.store.get_visit(plan.name, one.address)
        if before and before.succeeded and one.changed and one.changed <= before.succeeded:
            go.leave(plan, one.address)
        elif gathered.asked == MOST_MAPS:
            go.tally.left += 1
        else:
            _gather(go, plan, one, gathered, found_on=listed.address, depth=depth + 1)


def _hold(pages: Iterable[Listed], gathered: _Gathered) -> None:
    for page in pages:
        if len(gathered.pages) < MOST_PAGES:
            gathered.pages.setdefault(page.address, page)
