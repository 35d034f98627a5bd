"""Read a sitemap: the pages that a site lists of itself, or its further sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from ..errors import ExtractError
from .links import same_site, web_link
from .page import SIZE_LIMIT
from .published import parse_published, parts_of
from .unpacking import decode_content
from .xml import check_xml

PACKED = b"\x1f\x8b"
# The standard allows 50,000 addresses, each with a time and a picture or two.
MOST_ELEMENTS = 500_000


@dataclass(frozen=True, slots=True)
class Listed:
    """An address, and when what is there last changed, if that is said."""

    address: str
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap lists: pages, or sitemaps."""

    pages: tuple[Listed, ...] = ()
    maps: tuple[Listed, ...] = ()


def read_sitemap(raw: bytes, address: str) -> Sitemap:
    """Read a sitemap's bytes, packed or not; what it says of other sites is passed over."""
    if raw.startswith(PACKED):
        try:
            raw = decode_content(raw, "gzip")
        except ValueError as error:
            raise ExtractError(address, str(error)) from error
    if len(raw) > SIZE_LIMIT:
        raise ExtractError(address, f"is too large: {len(raw):,} bytes, over {SIZE_LIMIT:,}")
    check_xml(raw, address, most=MOST_ELEMENTS)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(raw.strip(), parser)
    except etree.XMLSyntaxError as error:
        raise ExtractError(address, f"is no sitemap: {error}") from error
    match None if root is None else _name(root):
        case "urlset":
            return Sitemap(pages=tuple(_find_listed(root, "url", address)))
        case "sitemapindex":
            return Sitemap(maps=tuple(_find_listed(root, "sitemap", address)))
        case _:
            raise ExtractError(address, "is no sitemap")


def _find_listed(root: etree._Element, wanted: str, address: str) -> Iterator[Listed]:
    """What is listed on the sitemap's own site, each once."""
    seen: set[str] = set()
    for element in root:
        if _name(element) != wanted:
            continue
        said = {_name(part): (part.text or "").strip() for part in element}
        link = web_link(address, said.get("loc"))
        if link is None or link in seen or not same_site(link, address):
            continue
        seen.add(link)
        yield Listed(link, parts_of(parse_published(said.get("lastmod", "")))[0])


def _name(element: etree._Element) -> str:
    """An element's name, whatever its namespace: many a site writes a wrong one."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
