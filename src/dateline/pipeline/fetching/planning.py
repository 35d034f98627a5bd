"""What a project's settings mean: how to fetch, and what."""

from __future__ import annotations

from collections.abc import Iterable

from ...config import Project, SourceSettings
from ...errors import FetchError, UsageError
from ...sources.archives.columns import check_columns
from ...sources.fetching import Fetcher, Limits, Policy
from ...sources.fetching.targets import Target, is_own, parse_target
from ...types import SourceKind
from .visiting import Planned


def is_web(location: str) -> bool:
    """Whether a location is an address, and no path."""
    return "://" in location


def read_target(location: str, *, said_by: str) -> Target:
    """The parts of an address that a user gave; ``UsageError`` for one that is none."""
    try:
        return parse_target(location)
    except FetchError as error:
        raise UsageError(f"{said_by}: {error}") from error


def make_policy(project: Project, more: Iterable[SourceSettings] = ()) -> Policy:
    """How to fetch for a project, and for sources that may join it."""
    fetch, limits = project.settings.fetch, project.settings.limits
    size = int(limits.megabytes * 1_000_000)
    vouched = {
        read_target(source.location, said_by=source.name).authority
        for source in (*project.settings.sources, *more)
        if source.allow_private and is_web(source.location)
    }
    return Policy(
        user_agent=fetch.user_agent,
        allow=frozenset((*fetch.allow, *vouched)),
        robots=fetch.robots,
        pause=fetch.pause,
        limits=Limits(seconds=limits.seconds, wire_bytes=size, decoded_bytes=size),
    )


def make_fetcher(project: Project, more: Iterable[SourceSettings] = ()) -> Fetcher:
    """What fetches for a project."""
    return Fetcher(make_policy(project, more))


def plan(project: Project, names: tuple[str, ...] = ()) -> tuple[Planned, ...]:
    """The sources of a project, or those of some names."""
    sources = project.settings.sources
    known = {source.name for source in sources}
    if unknown := next((name for name in names if name not in known), None):
        raise UsageError(f"no source is called {unknown!r}: see `dateline sources`")
    policy = make_policy(project)
    return tuple(
        _planned(project, source, policy) for source in sources if not names or source.name in names
    )


def _planned(project: Project, source: SourceSettings, policy: Policy) -> Planned:
    if is_web(source.location):
        if source.kind is SourceKind.FILES:
            raise UsageError(f"{source.name}: {source.location} is no path; its kind is not files")
        own = is_own(read_target(source.location, said_by=source.name), policy.allow, None)
        return Planned(source.record, pages=source.pages, own=own)
    if source.kind not in (SourceKind.FILES, SourceKind.LIST):
        raise UsageError(f"{source.name}: {source.location} is no web address: write http://…")
    check_columns(source.columns, said_by=source.name)
    path = project.path(source.location)
    return Planned(source.record, path, pages=source.pages, columns=source.columns)
