"""A feed leads nowhere it should not, costs no more than it may, and loses nothing."""

from __future__ import annotations

import contextlib
import time
from ipaddress import ip_address

import pytest

from dateline.errors import ExtractError
from dateline.pipeline.fetching.going import fetch_sources
from dateline.pipeline.fetching.visiting import Go, Planned
from dateline.sources.feeds import read_feed
from dateline.sources.fetching import Fetcher, Policy
from dateline.store import open_store
from dateline.types import Source, SourceKind

ITEM = (
    "<item><guid>{n}</guid><title>Report {n}</title><link>{link}</link>"
    "<description>Rebels shelled hill {n}.</description></item>"
)


def feed(*links: str) -> str:
    items = "".join(ITEM.format(n=n, link=link) for n, link in enumerate(links))
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


class Here:
    """A sandbox that is none: what is asked of it is done at once, in this process."""

    def call(self, address: str, function, *args, **kwargs):
        return function(*args, **kwargs)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "dateline.db") as opened:
        yield opened


def fetch(store, url: str, *, allow=frozenset(), resolve=None, **how):
    policy = Policy(allow=allow, robots=False, pause=0.0)
    fetcher = Fetcher(policy, **({"resolve": resolve} if resolve else {}))
    plan = Planned(Source("Nile", SourceKind.FEED, url))
    return fetch_sources(Go(store, fetcher, Here(), **how), [plan])


def test_a_feed_reaches_no_machine_of_ours_by_its_links(store, serve, reply) -> None:
    secret = serve({"/": reply("<p>secret"), "/a": reply("<p>secret")})
    outside = serve({})
    links = [
        secret.url("/a"),
        f"http://localhost:{secret.port}/",
        f"http://[::ffff:127.0.0.1]:{secret.port}/",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        f"http://inner.example:{secret.port}/",
        "http://inner.example/",
    ]
    outside.answer = lambda asked: reply(feed(*links), content_type="application/rss+xml")
    tally = fetch(
        store,
        outside.url("/feed"),
        allow=frozenset([outside.authority]),
        resolve=lambda host, port: (ip_address("10.0.0.7"),),
    )
    assert secret.asked == []
    assert [asked.path for asked in outside.asked] == ["/feed"]
    # What the feed holds itself is taken all the same, and nothing of it is lost.
    assert (tally.new, len(list(store.documents()))) == (len(links), len(links))


def test_a_page_of_a_feed_cannot_redirect_to_a_machine_of_ours(store, serve, reply) -> None:
    secret = serve({"/": reply("<p>secret")})
    outside = serve({})
    answers = {
        "/feed": reply(feed("/1"), content_type="application/rss+xml"),
        "/1": reply("", "302 Found", location=secret.url("/")),
    }
    outside.answer = lambda asked: answers[asked.path]
    # Both hosts are vouched for, and still one does not lead to the other.
    fetch(store, outside.url("/feed"), allow=frozenset([outside.authority, secret.authority]))
    assert secret.asked == []
    assert all("secret" not in document.text for document in store.documents())


def test_a_flood_of_items_comes_in_by_portions(store, serve, reply) -> None:
    outlet = serve({"/feed": reply(feed(*[""] * 1000), content_type="application/rss+xml")})
    allow = frozenset([outlet.authority])
    start = time.perf_counter()
    tally = fetch(store, outlet.url("/feed"), allow=allow, items=20)
    assert (tally.new, tally.left) == (20, 980)
    assert time.perf_counter() - start < 20
    assert fetch(store, outlet.url("/feed"), allow=allow, items=20).new == 20


def test_a_feed_of_a_thousand_items_is_taken_in_bounded_memory(store, serve, reply, grown) -> None:
    outlet = serve({"/feed": reply(feed(*[""] * 1000), content_type="application/rss+xml")})
    allow = frozenset([outlet.authority])
    fetch(store, outlet.url("/feed"), allow=allow, items=10)
    grown.mark()
    assert fetch(store, outlet.url("/feed"), allow=allow).new == 990
    assert grown() < 60_000


def flood(count: int) -> bytes:
    """A JSON Feed, the form that fits most items into what is fetched at most."""
    items = ",".join(f'{{"id":"{n}","content_text":"Hill {n} fell."}}' for n in range(count))
    return f'{{"version":"https://jsonfeed.org/version/1.1","items":[{items}]}}'.encode()


def test_a_flood_of_a_hundred_thousand_items_costs_what_one_go_may(
    store, serve, reply, grown
) -> None:
    outlet = serve({"/feed": reply(flood(100_000), content_type="application/feed+json")})
    allow = frozenset([outlet.authority])
    fetch(store, outlet.url("/feed"), allow=allow, items=1)
    grown.mark()
    start = time.process_time()
    tally = fetch(store, outlet.url("/feed"), allow=allow, items=50)
    assert (tally.new, tally.left) == (50, 99_949)
    assert outlet.paths == ["/feed", "/feed"]
    assert grown() < 200_000
    assert time.process_time() - start < 60


def test_a_flood_of_pages_is_asked_for_by_portions(store, serve, reply) -> None:
    outlet = serve({})
    links = [f"/{number}" for number in range(5_000)]
    answers = {"/feed": reply(feed(*links), content_type="application/rss+xml")}
    outlet.answer = lambda asked: answers.get(asked.path) or reply(f"<p>Report {asked.path} came.")
    fetch(store, outlet.url("/feed"), allow=frozenset([outlet.authority]), items=10)
    assert len(outlet.paths) == 11


def test_a_slow_host_leaves_time_for_the_others(store, serve, reply) -> None:
    answers = {"/feed": reply(feed(*[f"/{n}" for n in range(100)]))}

    def answer(asked):
        time.sleep(0 if asked.path == "/feed" else 0.1)
        return answers.get(asked.path) or reply(f"<p>Report {asked.path} came in late.")

    slow, quick = serve(answer), serve({"/feed": reply(feed(""))})
    policy = Policy(allow=frozenset([slow.authority, quick.authority]), robots=False, pause=0.0)
    plans = [
        Planned(Source(name, SourceKind.FEED, outlet.url("/feed")))
        for name, outlet in (("Slow", slow), ("Quick", quick))
    ]
    fetch_sources(Go(store, Fetcher(policy), Here()), plans[1:])  # its imports take a while
    go = Go(store, Fetcher(policy), Here(), seconds=0.5)
    tally = fetch_sources(go, plans)
    assert tally.late == ["Slow"]
    assert store.source_states()[0].documents == 1  # Quick
    had = store.source_states()[1].documents
    assert 0 < had < 20
    # What was left comes the next time, and nothing twice.
    assert fetch_sources(Go(store, Fetcher(policy), Here(), seconds=0.5), plans).new > 0
    assert len({document.address for document in store.documents()}) > had + 1


@pytest.mark.parametrize("name", ["{n}", "same", "", "again {n} {turn}"])
def test_whatever_a_feed_calls_its_items_none_is_lost_or_taken_twice(
    name: str, store, serve, reply
) -> None:
    outlet = serve({})
    for turn in range(3):
        items = "".join(
            f"<item><guid>{name.format(n=n, turn=turn)}</guid><title>Report {n}</title>"
            f"<link>/{n}</link><description>Rebels shelled hill {n}.</description></item>"
            for n in range(5)
        )
        body = f"<rss version='2.0'><channel><title>Turn {turn}</title>{items}</channel></rss>"
        answers = {"/feed": reply(body, content_type="application/rss+xml")}
        outlet.answer = lambda asked, answers=answers: (
            answers.get(asked.path) or reply("nothing", "404 Not Found")
        )
        tally = fetch(store, outlet.url("/feed"), allow=frozenset([outlet.authority]), insist=True)
        assert tally.new == (0 if turn else 5)
    assert {document.text.split()[1] for document in store.documents()} == set("01234")
    # A feed may call itself what it likes: its source is called what the user calls it.
    assert {document.source for document in store.documents()} == {"Nile"}


@pytest.mark.parametrize(
    "raw",
    [
        b"<rss><channel>" + b"<item>" * 1_000_000,
        b"<a>" * 3_000_000,
        b"<rss x><channel>" + b"<item>" * 1_000_000,
        b"<rss><channel>" + b"<item/>" * 1_000_000 + b"</channel></rss>",
        b"<rss version='2.0'><channel><item><title>" + b"&amp;" * 500_000,
        b"<rss version='2.0'><channel><title>" + b"<![CDATA[" * 150_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 5_000_000,
    ],
    ids=["items in items", "deep", "deep and broken", "many", "entities", "CDATA", "JSON"],
)
def test_no_feed_keeps_its_reader_for_long(raw: bytes) -> None:
    start = time.process_time()
    with contextlib.suppress(ExtractError):
        read_feed(raw, "https://nile.example/feed")
    assert time.process_time() - start < 20
