"""Make originals of the pages that were fetched."""

from __future__ import annotations

from ..errors import ExtractError
from ..types import Original
from .extracting import find_format
from .links import canonical
from .published import Moment, parts_of

FORMATS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
UNTYPED = ("", "application/octet-stream")


def page_original(
    raw: bytes,
    address: str,
    *,
    source: str,
    media_type: str = "",
    told: str | None = None,
    published: Moment | None = None,
) -> Original:
    """The original of a page; ``published`` is the word of the feed that names it."""
    at, zone = parts_of(published)
    return Original(
        raw,
        format_of(raw, media_type, address),
        canonical(address),
        source,
        published=at,
        zone=zone,
        told=told,
        web=True,
    )


def format_of(raw: bytes, media_type: str, address: str) -> str:
    """The format that a host says a page has, or else how it begins."""
    if media_type in UNTYPED:
        return find_format(raw)
    if media_type not in FORMATS:
        raise ExtractError(
            address, f"is {media_type}; web pages, PDF, DOCX and plain text are read"
        )
    return FORMATS[media_type]
