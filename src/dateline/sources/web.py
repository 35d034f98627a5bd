"""Make documents of what was fetched: pages, and items that a feed holds whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ..errors import ExtractError
from ..types import Document
from .blocks import join_blocks
from .feeds import Entry
from .files import File, Said, document_of
from .html import find_blocks
from .links import canonical, is_front, same_site
from .page import Page, check_size, make_document

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}


def page_document(
    raw: bytes,
    address: str,
    *,
    source: str,
    media_type: str = "",
    told: str | None = None,
    published: datetime | None = None,
) -> Document:
    """The document of a page; the address it gives itself counts only on its own site."""
    suffix = SUFFIXES.get(media_type) or _guess(raw, media_type, address)
    said = Said(published=published, source=source, told=told)
    document = document_of(raw, File(Path(f"page{suffix}"), canonical(address), source), said=said)
    own = canonical(document.address)
    # Many a site calls its front page the address of every page.
    believed = same_site(own, address) and not (is_front(own) and not is_front(address))
    return replace(document, address=own if believed else canonical(address))


def entry_document(entry: Entry, *, source: str, address: str) -> Document:
    """The document of an item itself, where there is no page to read."""
    check_size(entry.html, address)
    title = " ".join(find_blocks(entry.title, address)) if entry.title else None
    text, headline = join_blocks(title, find_blocks(entry.html, address) if entry.html else ())
    page = Page(text, headline, entry.published, author=entry.author)
    return make_document(page, address=address, source=source)


def entry_address(entry: Entry, feed: str) -> str:
    """What an item's documents are filed under, before its page says more."""
    return canonical(entry.link) if entry.link else f"{canonical(feed)}#{entry.guid}"


def _guess(raw: bytes, media_type: str, address: str) -> str:
    if media_type not in ("", "application/octet-stream"):
        raise ExtractError(address, f"is {media_type}; web pages and plain text are read")
    return ".html" if raw.lstrip()[:1] == b"<" else ".txt"
