"""Sitemaps as sources: what is new or changed is asked for, the newest first."""

from __future__ import annotations

import pytest

from dateline.pipeline.fetching import sitemaps
from dateline.types import SourceKind

KOSTI = "Rebels shelled Kosti on Monday, the army said in report {}."


def listing(outlet, kind: str, each: str, *listed: tuple[str, str]) -> str:
    parts = "".join(
        f"<{each}><loc>{outlet.url(path)}</loc><lastmod>{day}</lastmod></{each}>"
        for path, day in listed
    )
    return f"<{kind}>{parts}</{kind}>"


def put(outlet, *listed: tuple[str, str], at: str = "/map.xml", **headers: str) -> None:
    text = listing(outlet, "urlset", "url", *listed)
    outlet.answers[at] = outlet.reply(text, content_type="application/xml", **headers)


def put_index(outlet, *listed: tuple[str, str], at: str = "/map.xml") -> None:
    outlet.answers[at] = outlet.reply(listing(outlet, "sitemapindex", "sitemap", *listed))


@pytest.fixture
def site(outlet):
    """Three pages, which the sitemap at /map.xml lists."""
    for number in (1, 2, 3):
        outlet.page(f"/{number}", f"Report {number}", KOSTI.format(number))
    put(outlet, ("/1", "2024-05-01"), ("/2", "2024-05-14"), ("/3", "2024-05-13"))
    return outlet


def fetch(outlet, **how):
    return outlet.fetch(outlet.plan(SourceKind.SITEMAP, "/map.xml"), **how)


def test_the_pages_of_a_sitemap_are_brought_in_the_newest_first(site) -> None:
    assert fetch(site).new == 3
    assert site.paths == ["/map.xml", "/2", "/3", "/1"]


def test_a_page_is_asked_for_again_when_the_sitemap_says_that_it_changed(site) -> None:
    fetch(site)
    site.later(days=2)
    put(site, ("/1", "2024-05-01"), ("/2", "2024-05-17"), ("/3", "2024-05-13"))
    site.page("/2", "Report 2", f"{KOSTI.format(2)} Nine died.")
    tally = fetch(site)
    assert (site.paths, tally.versions, tally.unchanged) == (["/map.xml", "/2"], 1, 2)


def test_what_is_left_for_the_next_time_is_brought_in_then(site) -> None:
    put(site, ("/1", ""), ("/2", ""), ("/3", ""), etag='"a"')
    first = fetch(site, items=2)
    assert (first.new, first.left) == (2, 1)
    assert fetch(site, items=2).new == 1
    assert fetch(site).unchanged == 1
    assert site.paths == ["/map.xml"]


def test_sitemaps_of_a_sitemap_are_asked_for_when_they_changed(site) -> None:
    put_index(site, ("/old.xml", "2024-05-01"), ("/new.xml", "2024-05-15"))
    put(site, ("/1", "2024-05-01"), at="/old.xml")
    put(site, ("/2", "2024-05-15"), at="/new.xml")
    assert fetch(site).new == 2
    site.later(days=1)
    put_index(site, ("/old.xml", "2024-05-01"), ("/new.xml", "2024-05-16T11:00:00Z"))
    put(site, ("/2", "2024-05-15"), ("/3", "2024-05-16"), at="/new.xml")
    assert fetch(site).new == 1
    assert site.paths == ["/map.xml", "/new.xml", "/3"]


def test_sitemaps_that_name_each_other_end(site) -> None:
    put_index(site, ("/a.xml", ""))
    put_index(site, ("/map.xml", ""), at="/a.xml")
    fetch(site)
    assert site.paths == ["/map.xml", "/a.xml", "/map.xml", "/a.xml"]


def test_no_more_is_asked_for_and_held_than_the_limits(
    site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "MOST_MAPS", 2)
    put_index(site, ("/a.xml", ""), ("/b.xml", ""))
    put(site, ("/1", ""), ("/2", ""), at="/a.xml")
    monkeypatch.setattr(sitemaps, "MOST_PAGES", 1)
    tally = fetch(site)
    assert (site.paths, tally.left, tally.new) == (["/map.xml", "/a.xml", "/1"], 1, 1)


def test_who_stops_a_fetch_is_asked_no_further(site) -> None:
    put_index(site, ("/a.xml", ""))
    fetch(site, stop=lambda: bool(site.paths))
    assert site.paths == ["/map.xml"]


def test_a_sitemap_that_fails_is_a_failure_of_its_source(site) -> None:
    site.answers["/map.xml"] = site.reply("<rss/>")
    (failure,) = fetch(site).failures
    assert failure.problem == "is no sitemap"
