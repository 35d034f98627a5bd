"""Bring in what is new from the project's sources: one transaction for each document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..errors import FetchError
from ..sources import File, find_files, is_archive, original_of, read_bytes
from ..sources.fetching import Fetched, Known
from ..sources.lists import read_list
from ..store import Visit
from ..types import SourceKind
from .archives import take_archive
from .feeding import fetch_feed, make_page
from .visiting import FetchTally, Go, Planned


def fetch_sources(go: Go, planned: Sequence[Planned]) -> FetchTally:
    """Bring in what is new; what fails is recorded with its reason, and the rest goes on."""
    go.store.set_sources(plan.source for plan in planned)
    for plan in planned:
        if go.stop():
            break
        go.tally.sources += 1
        lease = [f"source {plan.name}"]
        if go.leases.take(lease):
            go.begin()
            BY_KIND[plan.source.kind](go, plan)
            if go.is_late():
                go.tally.late.append(plan.name)
            go.leases.give_back(lease)
            visit = go.store.get_visit(plan.name, plan.location)
            go.tally.failed += visit is not None and visit.problem is not None
        else:
            go.tally.elsewhere += 1
        go.seen(go.tally)
    go.tally.failures.sort(key=lambda failure: failure.address)
    if go.tally.new:
        names = {plan.name for plan in planned}
        states = (state for state in go.store.source_states() if state.source.name in names)
        go.tally.surging = [state for state in states if state.surges]
    return go.tally


def fetch_page(go: Go, plan: Planned) -> None:
    """Fetch a page that changes; each change is a version."""
    take_page(go, plan, plan.location, found_on=None)


def fetch_list(go: Go, plan: Planned) -> None:
    """Fetch the pages of a list; one that was had is not asked for again."""

    def take(fetched: Fetched, visit: Visit) -> None:
        if fetched.body is not None:
            addresses = go.sandbox.call(fetched.address, read_list, fetched.body, fetched.address)
            if not take_listed(go, plan, addresses, found_on=fetched.address):
                visit = Visit(visit.source, visit.address, visit.at, visit.succeeded)
        go.store.take_in(visit)

    if plan.path is None:
        go.visit(plan, plan.location, take)
        return
    with go.recording(plan, plan.location):
        raw = read_bytes(File(plan.path, plan.location, plan.name))
        addresses = go.sandbox.call(plan.location, read_list, raw, plan.location)
        go.store.take_in(go.success(plan, plan.location))
        take_listed(go, plan, addresses, found_on=None)


def take_listed(go: Go, plan: Planned, addresses: Iterable[str], *, found_on: str | None) -> bool:
    """Take the pages that were not had yet, up to the limit of one go; whether all are had."""
    asked, whole = 0, True
    for address in addresses:
        if go.is_over():
            return False
        visit = go.store.get_visit(plan.name, address)
        if visit is not None and visit.succeeded:
            go.leave(plan, address)
        elif asked == go.items:
            go.tally.left += 1
            whole = False
        else:
            asked += 1
            whole = take_page(go, plan, address, found_on=found_on) and whole
            go.seen(go.tally)
    return whole


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


def fetch_files(go: Go, plan: Planned) -> None:
    """Read the files of a folder; one whose size and time are as before is not read again."""
    assert plan.path is not None
    with go.recording(plan, plan.location) as found:
        if not plan.path.exists():
            raise FetchError(plan.location, "is not there")
        go.store.take_in(go.success(plan, plan.location))
    for file in find_files([plan.path]) if found else ():
        if go.stop():
            return
        take_file(go, plan, file)
        go.seen(go.tally)


def take_file(go: Go, plan: Planned, file: File) -> None:
    """Take a file that is new or changed."""
    place = f"{plan.location}/{file.address}"
    before = go.store.get_visit(plan.name, place)
    with go.recording(plan, place, before=before):
        stat = file.path.stat()
        known = Known(f"{stat.st_size}-{stat.st_mtime_ns}")
        is_same = before is not None and before.etag == known.etag
        if before is not None and before.succeeded and is_same:
            go.leave(plan, place)
            return
        visit = go.success(plan, place, known)
        if is_archive(file):
            take_archive(go, plan, file, visit, before=before if is_same else None)
            return
        original = original_of(file, read_bytes(file), said=plan.said)
        document = go.extract(original, place=place)
        go.take_in(plan, document, original, visit=visit)


BY_KIND: dict[SourceKind, Callable[[Go, Planned], None]] = {
    SourceKind.FEED: fetch_feed,
    SourceKind.PAGE: fetch_page,
    SourceKind.LIST: fetch_list,
    SourceKind.FILES: fetch_files,
}
