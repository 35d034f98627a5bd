"""Find out what an address gives: a feed, a sitemap, a page that names its feed, a page alone."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import ExtractError
from ..types import SourceKind
from .decoding import decode
from .feeds import read_feed
from .html import find_feeds, read_html
from .links import web_link
from .lists import read_list
from .sitemaps import read_sitemap


@dataclass(frozen=True, slots=True)
class Discovered:
    """What an address gives, and what it calls itself."""

    kind: SourceKind
    name: str | None
    feed: str | None = None  # the feed that a page names, to be looked at next


def discover(
    raw: bytes, address: str, *, media_type: str = "", told: str | None = None
) -> Discovered:
    """Tell a feed from a sitemap, a list and a page; pure."""
    try:
        return Discovered(SourceKind.FEED, read_feed(raw, address, told=told).title)
    except ExtractError:
        if is_sitemap(raw, address):
            return Discovered(SourceKind.SITEMAP, None)
        if media_type.endswith("xml") and "html" not in media_type:
            raise
    if media_type == "text/plain":
        try:
            if read_list(raw, address):
                return Discovered(SourceKind.LIST, None)
        except ExtractError:
            pass
    text = decode(raw, address, told=told, markup=True)
    feeds = [link for found in find_feeds(text, address) if (link := web_link(address, found))]
    return Discovered(SourceKind.PAGE, read_html(text, address).source, next(iter(feeds), None))


def is_sitemap(raw: bytes, address: str) -> bool:
    """Whether bytes are a sitemap."""
    try:
        read_sitemap(raw, address)
    except ExtractError:
        return False
    return True
