"""Telling what an address gives."""

from __future__ import annotations

import pytest

from dateline.errors import ExtractError
from dateline.sources.discovering import Discovered, discover
from dateline.types import SourceKind

AT = "https://nile.example/news/"
PAGE = """<html><head><meta property="og:site_name" content="Nile Post">
<link rel="alternate" hreflang="ar" href="/ar"><link rel="ALTERNATE" type="{type}" href="{feed}">
</head><body><p>Today's news.</p></body></html>"""


def page(feed: str, type: str = "application/rss+xml") -> bytes:
    return PAGE.format(feed=feed, type=type).encode()


def test_a_feed_is_told_with_its_title() -> None:
    raw = b"<rss version='2.0'><channel><title>Nile Post</title></channel></rss>"
    assert discover(raw, AT) == Discovered(SourceKind.FEED, "Nile Post")


@pytest.mark.parametrize("type", ["application/rss+xml", "application/feed+json"])
def test_a_page_is_told_with_the_feed_it_names(type: str) -> None:
    found = discover(page("../feed", type), AT, media_type="text/html")
    assert found == Discovered(SourceKind.PAGE, "Nile Post", "https://nile.example/feed")


@pytest.mark.parametrize("feed", ["file:///etc/passwd", "javascript:alert(1)", ""])
def test_a_feed_that_is_nowhere_on_the_web_is_not_told(feed: str) -> None:
    assert discover(page(feed), AT, media_type="text/html").feed is None


def test_a_list_of_addresses_is_told_from_a_text() -> None:
    listed = discover(b"https://a.example/1\n", AT, media_type="text/plain")
    text = discover(b"Rebels shelled Kosti.\n", AT, media_type="text/plain")
    assert (listed.kind, text.kind) == (SourceKind.LIST, SourceKind.PAGE)


def test_xml_that_is_no_feed_is_refused() -> None:
    with pytest.raises(ExtractError, match="is no feed"):
        discover(b"<invoice/>", AT, media_type="application/xml")


def test_a_sitemap_is_told() -> None:
    raw = b"<urlset><url><loc>https://nile.example/1</loc></url></urlset>"
    assert discover(raw, AT, media_type="application/xml").kind is SourceKind.SITEMAP
