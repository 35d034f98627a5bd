"""Make originals of the items that a feed holds whole, and read them."""

from __future__ import annotations

import msgspec

from ..types import Original
from .blocks import join_blocks
from .feeds import Entry
from .html import find_blocks
from .links import canonical
from .page import Page, check_size


def entry_original(entry: Entry, *, source: str, address: str) -> Original:
    """The original of an item itself, where there is no page to read."""
    return Original(msgspec.json.encode(entry), ".entry", address, source)


def read_entry(original: Original) -> Page:
    """Read an item as its feed holds it."""
    entry = msgspec.json.decode(original.raw, type=Entry)
    check_size(entry.html, original.address)
    blocks = find_blocks(entry.html, original.address) if entry.html else ()
    title = " ".join(find_blocks(entry.title, original.address)) if entry.title else None
    text, headline = join_blocks(title, blocks)
    return Page(text, headline, entry.published, author=entry.author)


def entry_address(entry: Entry, feed: str) -> str:
    """What an item's documents are filed under, before its page says more."""
    return canonical(entry.link) if entry.link else f"{canonical(feed)}#{entry.guid}"
