"""Fetching: what an honest host gets asked, and what comes of its answers."""

from __future__ import annotations

import socket
import zlib

import pytest

from dateline.errors import FetchError
from dateline.sources.fetching import Fetcher, Known, Policy


def fetcher_for(*servers, **policy) -> Fetcher:
    allow = frozenset(server.authority for server in servers)
    return Fetcher(Policy(allow=allow, **{"robots": False, **policy}))


def test_a_page_comes_with_its_type_and_what_to_ask_next_time(serve, reply) -> None:
    page = reply(
        "<p>News", content_type="text/html; Charset=ISO-8859-1", etag='"a1"', last_modified="Mon"
    )
    server = serve({"/a": page})
    fetched = fetcher_for(server).fetch(server.url("/a#part"))
    assert fetched.body == b"<p>News"
    assert fetched.address == server.url("/a")
    assert (fetched.media_type, fetched.charset) == ("text/html", "iso-8859-1")
    assert fetched.known == Known('"a1"', "Mon")
    assert not fetched.moved


def test_a_page_that_did_not_change_is_not_sent_again(serve, reply) -> None:
    server = serve({"/a": reply("", "304 Not Modified")})
    fetched = fetcher_for(server).fetch(server.url("/a"), known=Known('"a1"', "Mon"))
    assert fetched.body is None
    assert server.asked[0].headers["if-none-match"] == '"a1"'
    assert server.asked[0].headers["if-modified-since"] == "Mon"


def test_a_header_that_cannot_be_sent_back_is_not_kept(serve, reply) -> None:
    server = serve({"/a": reply("News", etag='"\xe9"', last_modified="x" * 2000)})
    assert fetcher_for(server).fetch(server.url("/a")).known == Known()


@pytest.mark.parametrize(("status", "moved"), [("301 Moved", True), ("302 Found", False)])
def test_a_redirect_is_followed_and_a_lasting_one_said(status, moved, serve, reply) -> None:
    server = serve({"/a": reply("", status, location="b"), "/b": reply("News")})
    fetched = fetcher_for(server).fetch(server.url("/a"))
    assert (fetched.address, fetched.moved) == (server.url("/b"), moved)


def test_a_packed_body_is_unpacked(serve, reply) -> None:
    server = serve({"/a": reply(zlib.compress(b"News"), content_encoding="deflate")})
    assert fetcher_for(server).fetch(server.url("/a")).body == b"News"


def test_no_cookie_and_no_referrer_is_sent(serve, reply) -> None:
    first = reply("", "302 Found", location="/b", set_cookie="id=1; Path=/")
    server = serve({"/a": first, "/b": reply("News")})
    fetcher_for(server, user_agent="Desk/2").fetch(server.url("/a"))
    headers = server.asked[1].headers
    assert headers["user-agent"] == "Desk/2"
    assert not {"cookie", "referer", "from", "authorization"} & headers.keys()


@pytest.mark.parametrize(
    ("status", "complaint"),
    [
        ("401 Unauthorized", r"asks for a password \(HTTP 401\)"),
        ("403 Forbidden", "refuses to be read"),
        ("404 Not Found", "is not there"),
        ("410 Gone", "is gone for good"),
        ("418 Teapot", r"answered otherwise \(HTTP 418\)"),
        ("500 Oops", r"failed \(HTTP 500\)"),
        ("204 No Content", "answered otherwise"),
    ],
)
def test_an_answer_without_a_page_is_a_failure_with_its_reason(
    status, complaint, serve, reply
) -> None:
    server = serve({"/a": reply("", status)})
    with pytest.raises(FetchError, match=complaint):
        fetcher_for(server).fetch(server.url("/a"))


@pytest.mark.parametrize("status", ["429 Too Many", "503 Busy"])
def test_a_host_that_asks_for_time_gets_it(status, serve, reply) -> None:
    server = serve({"/a": reply("", status, retry_after="120"), "/b": reply("News")})
    fetcher = fetcher_for(server)
    with pytest.raises(FetchError, match="HTTP") as refusal:
        fetcher.fetch(server.url("/a"))
    assert refusal.value.retry_after == 120
    with pytest.raises(FetchError, match="asked to be left alone for 1"):
        fetcher.fetch(server.url("/b"))
    assert server.paths == ["/a"]


def test_a_busy_host_that_names_no_time_gets_a_minute(serve, reply) -> None:
    server = serve({"/a": reply("", "429 Too Many")})
    with pytest.raises(FetchError, match="less often") as refusal:
        fetcher_for(server).fetch(server.url("/a"))
    assert refusal.value.retry_after == 60


def test_a_host_where_nobody_listens_is_one_line(serve) -> None:
    server = serve({})
    address, fetcher = server.url(), fetcher_for(server)
    # Closed alone, the one who waits in accept() would still answer once.
    server.listener.shutdown(socket.SHUT_RDWR)
    with pytest.raises(FetchError, match="could not be reached"):
        fetcher.fetch(address)


# ---- robots.txt ------------------------------------------------------------------------------


def test_robots_txt_is_asked_for_once_and_kept_to(serve, reply) -> None:
    rules = "User-agent: *\nDisallow: /private\n"
    server = serve({"/robots.txt": reply(rules), "/a": reply("News"), "/private": reply("No")})
    fetcher = fetcher_for(server, robots=True)
    assert fetcher.fetch(server.url("/a")).body == b"News"
    with pytest.raises(FetchError, match=r"robots\.txt asks programs not to read it"):
        fetcher.fetch(server.url("/private"))
    assert server.paths == ["/robots.txt", "/a"]


def test_a_redirect_into_what_robots_txt_keeps_is_not_followed(serve, reply) -> None:
    rules = "User-agent: dateline\nDisallow: /private\n"
    away = reply("", "302 Found", location="/private")
    server = serve({"/robots.txt": reply(rules), "/a": away, "/private": reply("No")})
    with pytest.raises(FetchError, match="/private: its host's robots"):
        fetcher_for(server, robots=True).fetch(server.url("/a"))


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_a_host_without_robots_txt_may_be_read(status, serve, reply) -> None:
    server = serve({"/robots.txt": reply("", status), "/a": reply("News")})
    assert fetcher_for(server, robots=True).fetch(server.url("/a")).body == b"News"


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "429 Too Many"])
def test_a_host_whose_robots_txt_fails_is_asked_another_time(status, serve, reply) -> None:
    server = serve({"/robots.txt": reply("", status), "/a": reply("News")})
    with pytest.raises(FetchError, match=r"/robots\.txt"):
        fetcher_for(server, robots=True).fetch(server.url("/a"))
    assert server.paths == ["/robots.txt"]


def test_a_robots_txt_elsewhere_is_followed_there(serve, reply) -> None:
    moved = reply("", "301 Moved", location="/r")
    server = serve(
        {"/robots.txt": moved, "/r": reply("User-agent: *\nDisallow: /"), "/a": reply("News")}
    )
    with pytest.raises(FetchError, match="asks programs"):
        fetcher_for(server, robots=True).fetch(server.url("/a"))


def test_a_robots_txt_that_redirects_for_ever_keeps_nothing(serve, reply) -> None:
    server = serve(
        {"/robots.txt": reply("", "302 Found", location="/robots.txt"), "/a": reply("News")}
    )
    assert fetcher_for(server, robots=True).fetch(server.url("/a")).body == b"News"
