"""XML that expands, includes or calls home is refused before a parser acts on it."""

from __future__ import annotations

import time

import pytest

from dateline.errors import ExtractError
from dateline.sources.xml import check_xml


def laughs(levels: int) -> str:
    declared = "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, levels + 1)
    )
    return f'<!DOCTYPE rss [<!ENTITY l0 "ha">{declared}]><rss><title>&l{levels};</title></rss>'


QUADRATIC = f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]><rss>{"&a;" * 50_000}</rss>'
HOSTILE = {
    **{f"{levels} levels": laughs(levels) for levels in range(5, 10)},
    "quadratic": QUADRATIC,
    "file": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
    "network": '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1/x">]><rss>&x;</rss>',
    "public": '<!DOCTYPE rss [<!ENTITY x PUBLIC "p" "http://127.0.0.1/x">]><rss>&x;</rss>',
    "parameter": '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/d"> %p;]><rss/>',
    "unparsed": '<!DOCTYPE rss [<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "y" NDATA n>]><rss/>',
    "unused": '<!DOCTYPE rss [<!ENTITY x "y">]><rss/>',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("xml", HOSTILE.values(), ids=HOSTILE)
def test_declared_entities_are_refused_at_once(xml: str, encoding: str) -> None:
    raw = xml.encode(encoding)
    start = time.monotonic()
    with pytest.raises(ExtractError, match="declares an XML entity"):
        check_xml(raw, "http://news.example/feed")
    assert time.monotonic() - start < 0.1


@pytest.mark.parametrize(
    "xml",
    [
        "<rss><title>Army &amp; rebels &#8211; talks</title></rss>",
        '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://n.example/rss-0.91.dtd"><rss/>',
        "<rss><title>no end",
        "<rss>&nbsp;</rss>",
        "not XML at all",
        "",
    ],
    ids=["plain", "doctype", "broken", "html entity", "text", "empty"],
)
def test_what_feeds_really_hold_passes(xml: str) -> None:
    check_xml(xml.encode(), "http://news.example/feed")
