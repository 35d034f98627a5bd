"""Bring in single pages, and the pages that a list names."""

from __future__ import annotations

from collections.abc import Iterable

from ...sources import File, read_bytes
from ...sources.fetching import Fetched
from ...sources.lists import read_list
from ...sources.sitemaps import Listed
from ...store import Visit
from .feeding import make_page
from .visiting import Go, Planned, to_be_had_whole


def fetch_page(go: Go, plan: Planned) -> None:
    """Fetch a page that changes; each change is a version."""
    take_page(go, plan, plan.location, found_on=None)


def fetch_list(go: Go, plan: Planned) -> None:
    """Fetch the pages of a list; one that was had is not asked for again."""

    def take(fetched: Fetched, visit: Visit) -> None:
        if fetched.body is not None:
            addresses = go.sandbox.call(fetched.address, read_list, fetched.body, fetched.address)
            if not take_listed(go, plan, map(Listed, addresses), found_on=fetched.address):
                visit = to_be_had_whole(visit)
        go.store.take_in(visit)

    if plan.path is None:
        go.visit(plan, plan.location, take)
        return
    with go.recording(plan, plan.location):
        raw = read_bytes(File(plan.path, plan.location, plan.name))
        addresses = go.sandbox.call(plan.location, read_list, raw, plan.location)
        go.store.take_in(go.success(plan, plan.location))
        take_listed(go, plan, map(Listed, addresses), found_on=None)


def take_listed(go: Go, plan: Planned, listed: Iterable[Listed], *, found_on: str | None) -> bool:
    """Take the pages that were not had yet, or changed since, up to the limit of one go.

    Whether all are had.
    """
    asked, whole = 0, True
    for one in listed:
        if go.is_over():
            return False
        if _is_had(go.store.get_visit(plan.name, one.address), one):
            go.leave(plan, one.address)
        elif asked == go.items:
            go.tally.left += 1
            whole = False
        else:
            asked += 1
            whole = take_page(go, plan, one.address, found_on=found_on) and whole
            go.seen(go.tally)
    return whole


def _is_had(visit: Visit | None, listed: Listed) -> bool:
    if visit is None or visit.succeeded is None:
        return False
    return listed.changed is None or listed.changed <= visit.succeeded


def take_page(go: Go, plan: Planned, address: str, *, found_on: str | None) -> bool:
    """Take a page as it is now; whether it was there."""

    def take(fetched: Fetched, visit: Visit) -> None:
        if fetched.body is None:
            go.leave(plan, address)
            go.store.take_in(visit)
        else:
            original = make_page(plan, fetched)
            document = go.extract(original, place=address)
            go.take_in(plan, document, original, visit=visit)

    return go.visit(plan, address, take, found_on=found_on)
