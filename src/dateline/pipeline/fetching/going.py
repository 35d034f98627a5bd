"""Bring in what is new from the project's sources: one transaction for each document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...errors import FetchError
from ...sources import File, find_files, is_archive, original_of, read_bytes
from ...sources.fetching import Known
from ...types import SourceKind
from .archives import take_archive
from .feeding import fetch_feed
from .listing import fetch_list, fetch_page
from .sitemaps import fetch_sitemap
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
    SourceKind.SITEMAP: fetch_sitemap,
    SourceKind.FILES: fetch_files,
}
