"""Find a project, and understand its settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from ..errors import UsageError
from ..types import Confidence, Source, SourceKind

PROJECT_FILE = "dateline.toml"

Words = Annotated[str, msgspec.Meta(min_length=1)]
Positive = Annotated[float, msgspec.Meta(gt=0)]


class SourceSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the project's ``[[sources]]``."""

    name: Words
    kind: SourceKind
    location: Words
    country: str | None = None
    owner: str | None = None
    lean: str | None = None
    trust: Confidence | None = None
    pages: bool = True  # of a feed: read the pages it links, or only what it holds itself
    allow_private: bool = False  # it may lie on this machine, in a private network, on any port
    columns: dict[str, Words] = {}  # of tables: what each column holds, and its name

    @property
    def record(self) -> Source:
        """What the store keeps of it."""
        return Source(
            self.name,
            self.kind,
            self.location,
            self.country,
            self.owner,
            self.lean,
            self.trust,
        )


class FetchSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to behave towards hosts: ``[fetch]``."""

    user_agent: str = "Dateline"
    pause: Annotated[float, msgspec.Meta(ge=0)] = 1.0  # seconds between two requests to one host
    robots: bool = True  # keep to robots.txt
    allow: tuple[str, ...] = ()  # hosts of one's own: "127.0.0.1:8000"


class LimitSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What fetching, and reading what came, may cost at most: ``[limits]``."""

    seconds: Positive = 30.0  # for one address, redirects included
    megabytes: Positive = 10.0  # of one body, unpacked
    items: Annotated[int, msgspec.Meta(gt=0)] = (
        1_000  # that are new, of one feed or list, at one go
    )
    # For what is new of one source on the web, at one go: 1,000 pages with the usual pause take 17.
    source_minutes: Positive = 30.0
    extract_seconds: Positive = 20.0  # to make a document of what was fetched
    extract_megabytes: Positive = 1_000.0  # of memory for that; on Linux alone


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a project's ``dateline.toml`` says; paths are relative to its folder."""

    store: str | None = None  # a path or a URL
    codebook: str | None = None  # a codebook file over the packaged one
    registers: tuple[str, ...] = ()  # files of actors of one's own
    gazetteer: str | None = None  # one of one's own, in place of the packaged one
    fetch: FetchSettings = FetchSettings()
    limits: LimitSettings = LimitSettings()
    sources: tuple[SourceSettings, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder, and what its file says."""

    folder: Path
    settings: Settings

    @property
    def file(self) -> Path:
        """Its ``dateline.toml``."""
        return self.folder / PROJECT_FILE

    def path(self, location: str) -> Path:
        """A path of the file, seen from where the command runs."""
        return self.folder / Path(location).expanduser()


def find_project(start: Path) -> Path | None:
    """Find the nearest ``dateline.toml`` in a folder or one of those above it."""
    folder = start.absolute()
    return next(
        (
            candidate
            for above in (folder, *folder.parents)
            if (candidate := above / PROJECT_FILE).is_file()
        ),
        None,
    )


def load_project(cwd: Path) -> Project:
    """The project a command runs in; ``UsageError`` where there is none."""
    file = find_project(cwd)
    if file is None:
        raise UsageError(f"no {PROJECT_FILE} here or above: make a project with `dateline init`")
    return Project(file.parent, load_settings(file))


def load_settings(project: Path) -> Settings:
    """Read a project's settings; a key that means nothing is refused, for it is a slip."""
    try:
        return parse_settings(project.read_bytes(), project)
    except OSError as error:
        raise UsageError(f"{project}: cannot be read: {error.strerror}") from error


def parse_settings(raw: bytes, project: Path) -> Settings:
    """Understand a project's settings, and refuse two sources of one name."""
    try:
        table = msgspec.toml.decode(raw, type=dict[str, object])
        known = [field.name for field in msgspec.structs.fields(Settings)]
        if unknown := sorted(set(table) - set(known)):
            raise UsageError(
                f"{project}: unknown setting {unknown[0]!r}; known: {', '.join(known)}"
            )
        settings = msgspec.convert(table, Settings)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"{project}: {error}") from error
    names = [source.name for source in settings.sources]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(f"{project}: two sources are called {twice!r}; rename one")
    return settings
