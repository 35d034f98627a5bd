"""XML that expands, includes or calls home is refused before a parser acts on it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from dateline.errors import DocumentError, ExtractError
from dateline.sources.discovering import discover
from dateline.sources.feeds import read_feed
from dateline.sources.sitemaps import read_sitemap
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


# Behind these, a document is not looked through: it is not well formed.
BROKEN = {
    "tag": "<x",
    "text": "news",
    "instruction": "<?p",
    "two types": "<!DOCTYPE rss>",
    "two roots": "<a/>",
    "comment": "<!-- -- -->",
    "small letters": "<!doctype rss><x",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("xml", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_is_broken_hides_a_declaration(xml: str, broken: str, grown) -> None:
    feed = (broken + xml).replace("<rss>", "<rss version='2.0'><channel><item><title>", 1)
    start = time.monotonic()
    with pytest.raises(ExtractError, match="declares an XML entity"):
        read_feed(feed.encode(), "http://news.example/feed")
    assert time.monotonic() - start < 1
    assert grown() < 60_000


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "cp037"]
)
@pytest.mark.parametrize("declared", [True, False])
def test_no_encoding_hides_a_declaration(encoding: str, declared: bool) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>' if declared else ""
    raw = (head + laughs(9)).encode(encoding)
    start = time.monotonic()
    with pytest.raises(DocumentError):
        read_feed(raw, "http://news.example/feed")
    with pytest.raises(DocumentError):
        discover(raw, "http://news.example/feed", media_type="application/xml")
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-7", "euc-jp", "big5"])
@pytest.mark.parametrize("declared", [True, False])
def test_no_encoding_hides_a_declaration_in_a_sitemap(encoding: str, declared: bool) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>' if declared else ""
    kind = '<!DOCTYPE urlset [<!ENTITY a "news">]>'
    raw = f"{head}{kind}<urlset><url><loc>http://news.example/&a;</loc></url></urlset>"
    with pytest.raises(ExtractError, match=r"declares an XML entity|encoding that is not read"):
        read_sitemap(raw.encode(encoding), "http://news.example/sitemap.xml")


@pytest.mark.parametrize(
    "item",
    [
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{url}' parse='text'/>",
        "<atom:link rel='self' href='{url}' xmlns:atom='http://www.w3.org/2005/Atom'/>",
        "<enclosure url='{url}' type='text/html' length='9'/>",
        "<source url='{url}'>Nile</source>",
        "<comments>{url}</comments>",
    ],
)
def test_what_a_feed_includes_or_encloses_is_not_fetched(item: str, serve, tmp_path: Path) -> None:
    server = serve({})
    secret = tmp_path / "secret"
    secret.write_text("secret")
    for url in (server.url("/x"), secret.as_uri()):
        head = f"<?xml version='1.0'?><?xml-stylesheet href='{url}' type='text/xsl'?>"
        body = f"<item><title>Truce</title>{item.format(url=url)}</item>"
        feed = f"{head}<rss version='2.0'><channel>{body}</channel></rss>"
        (entry,) = read_feed(feed.encode(), server.url("/feed")).entries
        assert entry.title == "Truce"
        assert entry.html != "secret"
    assert server.asked == []


def test_a_document_type_elsewhere_is_not_asked_for(serve) -> None:
    server = serve({})
    kind = f'<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "{server.url("/rss-0.91.dtd")}">'
    feed = f"{kind}<rss version='0.91'><channel><item><title>A truce</title></item></channel></rss>"
    (entry,) = read_feed(feed.encode(), server.url("/feed")).entries
    assert entry.title == "A truce"
    assert server.asked == []


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
