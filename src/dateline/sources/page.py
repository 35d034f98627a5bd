"""What a format's reader gets out of a file, and the document made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import ExtractError
from ..types import Document, Original, Span
from .agencies import find_agency
from .links import canonical, is_front, same_site
from .published import Moment, parts_of

TEXT_LIMIT = 500_000  # code points; what goes beyond is cut and the document marked truncated
SIZE_LIMIT = 10_000_000  # bytes of the decoded text in UTF-8; beyond it nothing is read
LONGEST_NAME = 200  # of an author; what is longer is none

# Line ends of every system, and the separators Unicode has for lines and paragraphs.
LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
PARAGRAPH_END = re.compile("\u2029")
SENTENCE_END = re.compile(
    "[.!?\u2026\u061f\u06d4\u3002][\"'\u2019\u201d\u00bb)\\]]*(?=\\s)|\n(?=\n)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A file's text, where its headline is in it, and what the file says of itself.

    ``address`` and ``source`` are the file's own word, where it has one.
    """

    text: str
    headline: Span | None = None
    published: Moment | None = None
    address: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None  # ISO 639-1
    truncated: bool = False  # the file goes on, and was not read further


def signature(name: str | None) -> str | None:
    """An author's name; ``None`` where it is too long to be one."""
    return name if name and len(name) <= LONGEST_NAME else None


def normalise_lines(text: str) -> str:
    """Make every line end a newline; nothing else of a text is changed."""
    return PARAGRAPH_END.sub("\n\n", LINE_END.sub("\n", text))


def check_size(text: str, address: str) -> None:
    """Refuse a text over the size limit, before any parser sees it."""
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > SIZE_LIMIT:
        raise ExtractError(address, f"is too large: {size:,} bytes, over {SIZE_LIMIT:,}")


def make_document(page: Page, original: Original) -> Document:
    """Make a document, cut at the last sentence end before the limit if it is longer."""
    if not page.text.strip():
        raise ExtractError(original.address, "has no text")
    text = cut(page.text)
    published, zone = original.published, original.zone
    if published is None:
        published, zone = parts_of(page.published)
    return Document(
        address=_find_address(page, original),
        source=(original.guessed and page.source) or original.source,
        text=text,
        headline=page.headline,
        published=published,
        language=page.language,
        truncated=page.truncated or len(text) < len(page.text),
        author=page.author,
        agency=find_agency(text),
        zone=zone,
    )


def _find_address(page: Page, original: Original) -> str:
    if page.address is None or not original.web:
        return page.address or original.address
    own = canonical(page.address)
    # Many a site calls its front page the address of every page.
    is_own = is_front(original.address) or not is_front(own)
    return own if is_own and same_site(own, original.address) else original.address


def cut(text: str, limit: int = TEXT_LIMIT) -> str:
    """The text up to the last sentence end within the limit; all of it if it is within."""
    if len(text) <= limit:
        return text
    # A sentence end in the last fifth; a text without one is no prose and is cut at the limit.
    ends = [found.end() for found in SENTENCE_END.finditer(text, limit - limit // 5, limit + 1)]
    return text[: ends[-1] if ends else limit]
