"""Find out what a location gives, and add it to a project as a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import msgspec

from ...config import Project, SourceSettings, add_source, locate
from ...errors import DocumentError, UsageError
from ...sources.discovering import Discovered, discover
from ...sources.fetching import Fetcher
from ...sources.fetching.targets import parse_target
from ...sources.formats import named_format
from ...sources.lists import read_list
from ...types import Confidence, SourceKind
from ..processes.sandbox import Sandbox
from .planning import is_web, make_fetcher, read_target

LARGEST_LIST = 1_000_000  # bytes; a larger file of text is one to read


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user says of sources to add; what is ``None`` is found out or left open."""

    name: str | None = None
    kind: SourceKind | None = None
    country: str | None = None
    owner: str | None = None
    lean: str | None = None
    trust: Confidence | None = None
    no_pages: bool = False
    allow_private: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, said: Mapping[str, object]) -> Wish:
        """What the options of a command say."""
        wish = msgspec.convert(said, cls)
        country = wish.country
        if country is not None and not (
            len(country) == 2 and country.isascii() and country.isalpha()
        ):
            raise UsageError(f"--country {country!r} is no code of two letters: write it like SD")
        return wish


def add_locations(
    project: Project, locations: Iterable[str], wish: Wish, sandbox: Sandbox
) -> Iterator[SourceSettings]:
    """Add each location to the project's file, and tell what it became."""
    for location in locations:
        source = find_source(project, location, wish, sandbox)
        project = add_source(project, source)
        yield source


def find_source(project: Project, location: str, wish: Wish, sandbox: Sandbox) -> SourceSettings:
    """The source that a location is."""
    if is_web(location):
        address = read_target(location, said_by="the source").address
        kind, name, place = (
            (wish.kind, None, address)
            if wish.kind
            else _on_the_web(project, address, wish, sandbox)
        )
        host = parse_target(place).host
    else:
        kind, name, place = _on_disk(project, Path(location), wish.kind, sandbox)
        host = None
    return SourceSettings(
        name=wish.name or name or host or place,
        kind=kind,
        location=place,
        country=wish.country and wish.country.upper(),
        owner=wish.owner,
        lean=wish.lean,
        trust=wish.trust,
        pages=not wish.no_pages,
        allow_private=wish.allow_private,
        columns=dict(wish.columns),
    )


Found = tuple[SourceKind, str | None, str]  # kind, its own name, where it is


def _on_disk(project: Project, path: Path, kind: SourceKind | None, sandbox: Sandbox) -> Found:
    if not path.exists():
        raise UsageError(f"{path} is not there; an address begins with http:// or https://")
    if kind not in (None, SourceKind.FILES, SourceKind.LIST):
        raise UsageError(f"{path} is on disk: its kind is files or list")
    if kind is None:
        kind = SourceKind.LIST if _is_list(path, sandbox) else SourceKind.FILES
    return (
        kind,
        _own_name(path) if path.is_file() else path.resolve().name,
        locate(project, path),
    )


def _own_name(path: Path) -> str:
    """A file's name without what says its format: "crawl" for crawl.warc.gz."""
    name = path.absolute().name
    form = named_format(path) or path.suffix
    return name[: -len(form)] if form and len(form) < len(name) else name


def _is_list(path: Path, sandbox: Sandbox) -> bool:
    if not path.is_file() or path.stat().st_size > LARGEST_LIST:
        return False
    try:
        return bool(sandbox.call(path.name, read_list, path.read_bytes(), path.name))
    except (OSError, DocumentError):
        return False


def _on_the_web(project: Project, address: str, wish: Wish, sandbox: Sandbox) -> Found:
    """Ask an address what it is, and the feed that it names."""
    asked = SourceSettings(
        name="", kind=SourceKind.PAGE, location=address, allow_private=wish.allow_private
    )
    ask = partial(_ask, make_fetcher(project, [asked]), sandbox)
    try:
        found, place = ask(address)
        if found.kind is SourceKind.PAGE and found.feed is not None:
            of_page = found
            found, place = ask(found.feed, found_on=place)
            return found.kind, found.name or of_page.name, place
        return found.kind, found.name, place
    except DocumentError as error:
        private = "this machine" in error.problem or "private" in error.problem
        own = private or "is on port" in error.problem
        remedy = "if it is yours, say --allow-private" if own else "say --kind to add it unasked"
        raise UsageError(f"{error.address}: {error.problem.partition(';')[0]}: {remedy}") from error


def _ask(
    fetcher: Fetcher, sandbox: Sandbox, address: str, *, found_on: str | None = None
) -> tuple[Discovered, str]:
    fetched = fetcher.fetch(address, found_on=found_on)
    found = sandbox.call(
        fetched.address,
        discover,
        fetched.body or b"",
        fetched.address,
        media_type=fetched.media_type,
        told=fetched.charset,
    )
    return found, fetched.address if fetched.moved else address
