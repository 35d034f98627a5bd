"""Reading feeds from bytes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources.feeds import read_feed
from dateline.sources.published import Moment

AT = "https://nile.example/feed.xml"

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title> Nile
Post </title>
<item>
  <guid isPermaLink="false">7</guid>
  <title>Rebels shell Kosti – army</title>
  <link>/news/7?utm_source=rss</link>
  <author>Amal Idris</author>
  <description>Short.</description>
  <content:encoded>&lt;p&gt;Rebels shelled Kosti on Monday.&lt;/p&gt;</content:encoded>
  <pubDate>Wed, 15 May 2024 10:00:00 +0200</pubDate>
</item>
<item><title>No link and no name</title><description>Wet roads.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill News</title>
<entry><id>tag:hill.example,2024:1</id><title>Truce holds</title>
<link rel="alternate" href="https://hill.example/1"/>
<updated>2024-05-15T23:30:00-05:00</updated><summary>A truce.</summary></entry></feed>"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Delta Wire", "items": [
{"id": 1, "url": "/a", "title": "A raid", "content_text": "One <raid>.\\n\\nTwo dead.",
 "date_published": "2024-05-15T10:00:00Z", "authors": [{"name": "Lee"}, {"name": "Kim"}]},
{"id": "2", "external_url": "https://other.example/b", "content_html": "<p>Two.</p>"}]}"""


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>'.encode()


def test_an_rss_item_comes_with_all_it_says() -> None:
    feed = read_feed(RSS.format(encoding="utf-8").encode(), AT)
    first = feed.entries[0]
    assert feed.title == "Nile Post"
    assert (first.guid, first.title) == ("7", "Rebels shell Kosti – army")
    assert first.link == "https://nile.example/news/7?utm_source=rss"
    assert first.html == "<p>Rebels shelled Kosti on Monday.</p>"
    assert first.published == Moment(datetime(2024, 5, 15, 8, tzinfo=UTC), "+02:00")
    assert first.author == "Amal Idris"


def test_an_item_without_link_and_name_is_called_by_its_words() -> None:
    first, again = (read_feed(RSS.format(encoding="utf-8").encode(), AT).entries[1] for _ in "ab")
    assert first.link is None
    assert first.guid == again.guid
    assert len(first.guid) == 24


def test_an_atom_feed_keeps_the_zone_of_its_times() -> None:
    entry = read_feed(ATOM.encode(), "https://hill.example/atom").entries[0]
    assert (entry.guid, entry.link) == ("tag:hill.example,2024:1", "https://hill.example/1")
    assert entry.published == Moment(datetime(2024, 5, 16, 4, 30, tzinfo=UTC), "-05:00")


def test_a_json_feed_is_read_like_the_others() -> None:
    feed = read_feed(JSON.encode(), "https://delta.example/feed.json")
    first, second = feed.entries
    assert (feed.title, first.guid, first.link) == (
        "Delta Wire",
        "1",
        "https://delta.example/a",
    )
    assert first.html == "<p>One &lt;raid&gt;.<p>Two dead."
    assert first.author == "Lee, Kim"
    assert first.published == Moment(datetime(2024, 5, 15, 10, tzinfo=UTC), "+00:00")
    assert (second.link, second.html) == ("https://other.example/b", "<p>Two.</p>")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_the_encoding_that_a_feed_declares_is_believed(encoding: str) -> None:
    raw = RSS.format(encoding=encoding).encode(encoding)
    assert read_feed(raw, AT).entries[0].title == "Rebels shell Kosti – army"


def test_the_encoding_told_by_the_host_is_believed_where_the_feed_is_silent() -> None:
    raw = "<rss version='2.0'><channel><title>Café</title></channel></rss>".encode("latin-1")
    assert read_feed(raw, AT, told="iso-8859-1").title == "Café"


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body>Not found</body></html>",
        b"Rebels shelled Kosti.",
        b'{"items": []}',
        b'{"version": "2", "items": []}',
        b"{" * 100_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": [3]}',
    ],
)
def test_what_is_no_feed_is_said_to_be_none(raw: bytes) -> None:
    with pytest.raises(ExtractError, match=r"is no (feed|JSON Feed)"):
        read_feed(raw, AT)


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    raw = rss("<item><guid>1</guid><title>Fish & chips</title></item>")
    assert [entry.title for entry in read_feed(raw, AT).entries] == ["Fish & chips"]


def test_an_item_that_is_told_twice_counts_once() -> None:
    item = "<item><guid>1</guid><link>https://a.example/1</link><title>One</title></item>"
    assert len(read_feed(rss(item, item), AT).entries) == 1


def test_several_items_of_one_name_are_told_apart_by_their_links() -> None:
    items = [f"<item><guid>post</guid><link>https://a.example/{n}</link></item>" for n in range(3)]
    assert {entry.guid for entry in read_feed(rss(*items), AT).entries} == {
        f"https://a.example/{n}" for n in range(3)
    }


def test_what_an_item_says_names_it_and_its_time_does_not() -> None:
    def digest(title: str, day: int, link: str) -> str:
        date = f"<pubDate>{day} May 2024 10:00:00 GMT</pubDate>"
        item = f"<item><guid>1</guid><title>{title}</title><link>{link}</link>{date}</item>"
        return read_feed(rss(item), AT).entries[0].digest

    first = digest("One", 15, "https://a.example/1")
    assert first == digest("One", 16, "https://a.example/1?utm_medium=feed#top")
    assert first != digest("Two", 15, "https://a.example/1")
    assert first != digest("One", 15, "https://a.example/2")


@pytest.mark.parametrize("date", ["", "sometime", "Wed, 45 Foo 2024", "15 May 99999 10:00 GMT"])
def test_a_time_that_cannot_be_read_is_unknown(date: str) -> None:
    raw = rss(f"<item><guid>1</guid><pubDate>{date}</pubDate></item>")
    assert read_feed(raw, AT).entries[0].published is None


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "   "])
def test_a_link_that_is_no_web_address_is_none(link: str) -> None:
    raw = rss(f"<item><guid>1</guid><title>One</title><link>{link}</link></item>")
    assert read_feed(raw, AT).entries[0].link is None
