"""Sitemaps: what a site lists of itself."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources.sitemaps import Listed, Sitemap, read_sitemap

AT = "https://www.nile.example/sitemap.xml"
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PAGES = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {SPACE} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<!-- the newest first -->
<url><loc> https://nile.example/2 </loc><lastmod>2024-05-15T10:00:00+02:00</lastmod>
<image:image><image:loc>https://nile.example/2.png</image:loc></image:image></url>
<url><loc>https://www.nile.example/1</loc><lastmod>2024-05-14</lastmod></url>
<url><loc>https://www.nile.example/1</loc></url>
<url><loc>https://other.example/3</loc></url>
<url><loc>file:///etc/passwd</loc></url>
<url><lastmod>soon</lastmod></url>
<url><loc>/4</loc><lastmod>soon</lastmod></url>
</urlset>"""
LISTED = (
    Listed("https://nile.example/2", datetime(2024, 5, 15, 8, tzinfo=UTC)),
    Listed("https://www.nile.example/1", datetime(2024, 5, 14, tzinfo=UTC)),
    Listed("https://www.nile.example/4"),
)


@pytest.mark.parametrize(
    "raw",
    [PAGES.encode(), gzip.compress(PAGES.encode(), mtime=0), PAGES.replace(SPACE, "").encode()],
    ids=["plain", "packed", "without its namespace"],
)
def test_pages_of_its_own_site_are_listed_once_with_when_they_changed(raw: bytes) -> None:
    assert read_sitemap(raw, AT) == Sitemap(pages=LISTED)


def test_a_sitemap_of_sitemaps_lists_them() -> None:
    raw = f"<sitemapindex {SPACE}><sitemap><loc>{AT}?2</loc></sitemap></sitemapindex>"
    assert read_sitemap(raw.encode(), AT) == Sitemap(maps=(Listed(f"{AT}?2"),))


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"<rss/>", "is no sitemap"),
        (b"nothing", "is no sitemap"),
        (b"", "is no sitemap"),
        (gzip.compress(b"<urlset>", mtime=0)[:12], "cannot be unpacked"),
        (
            gzip.compress(bytes(20_000_000), mtime=0),
            "is too large: unpacks to over 10,000,000 bytes",
        ),
        (b" " * 10_000_001, "is too large: 10,000,001 bytes"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><urlset/>', "declares an XML entity"),
        (b"<urlset>" + b"<a>" * 300, "nested more than 200 deep"),
    ],
)
def test_what_is_no_sitemap_or_a_hostile_one_is_refused(raw: bytes, problem: str) -> None:
    with pytest.raises(ExtractError, match=problem):
        read_sitemap(raw, AT)
