"""Where documents come from, and who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .claims import Confidence


class SourceKind(StrEnum):
    """How a source gives its documents."""

    FEED = "feed"  # RSS, Atom or JSON Feed, with the pages it links
    PAGE = "page"  # one page, which changes
    LIST = "list"  # addresses, one a line, each a page
    SITEMAP = "sitemap"  # what a site lists of itself, with the pages
    FILES = "files"  # a file, or a folder with all below it


@dataclass(frozen=True, slots=True)
class Source:
    """A place that documents come from, and what its user says of it.

    Reports of sources with one owner are not independent. Owner and lean are words of the user's
    own, as "Ministry of Information" and "government".
    """

    name: str
    kind: SourceKind
    location: str  # an address, or a path relative to the project
    country: str | None = None  # ISO 3166-1 alpha-2
    owner: str | None = None
    lean: str | None = None
    trust: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes a document is made from, and how; with it the document can be made again.

    ``published`` and ``encoding`` are the user's or a feed's word, which goes before what the
    bytes say of themselves; ``told`` is the encoding that came with them, believed when UTF-8
    fails.
    """

    raw: bytes
    format: str  # as a file's name would end: ".html", ".pdf"; "" leaves it to the first bytes
    address: str  # what the document is filed under, unless it says its own
    source: str
    published: datetime | None = None
    zone: str | None = None  # of ``published``, as in a document
    encoding: str | None = None
    told: str | None = None
    web: bool = False  # from the web: its own word of its address counts on its own site alone
    guessed: bool = False  # its source is a folder's name, before which its own word goes
