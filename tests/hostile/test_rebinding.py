"""The address that was checked is the address that is connected to."""

from __future__ import annotations

import socket
import ssl
from ipaddress import IPv4Address, ip_address
from pathlib import Path

import httpcore2
import pytest

from dateline.errors import FetchError
from dateline.sources.fetching import Fetcher, Policy

CERTIFICATES = (
    Path(__file__).parent / "certificates"
)  # for news.example, made for these tests alone
PUBLIC = ip_address("93.184.215.14")


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch):
    """Lead every connection to a public address to a server of the test, and note where it went."""

    def lead(port: int) -> list[tuple[str, int]]:
        went: list[tuple[str, int]] = []
        connect = httpcore2.SyncBackend.connect_tcp

        def connect_tcp(self, host, port_asked, **options):
            went.append((host, port_asked))
            return connect(self, "127.0.0.1", port, **options)

        monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect_tcp)
        return went

    return lead


def answers(*rounds: str):
    """A name server that tells something else each time it is asked."""
    left = list(rounds)

    def resolve(host: str, port: int) -> tuple[IPv4Address, ...]:
        return (IPv4Address(left.pop(0)),)

    return resolve


def test_a_name_that_changes_after_the_check_gains_nothing(serve, reply, reached) -> None:
    server = serve({"/a": reply("news", content_type="text/plain")})
    went = reached(server.port)
    fetcher = Fetcher(Policy(robots=False), resolve=answers(str(PUBLIC), "127.0.0.1"))
    assert fetcher.fetch("http://news.example/a").body == b"news"
    assert went == [(str(PUBLIC), 80)]  # looked up once, and connected to what came
    assert server.asked[0].headers["host"] == "news.example"


def test_a_name_that_changes_between_two_requests_is_checked_again(serve, reply, reached) -> None:
    server = serve({"/a": reply("", "302 Found", location="/b"), "/b": reply("inner")})
    went = reached(server.port)
    fetcher = Fetcher(Policy(robots=False, pause=0), resolve=answers(str(PUBLIC), "127.0.0.1"))
    with pytest.raises(FetchError, match=r"news.example \(127.0.0.1\) is this machine"):
        fetcher.fetch("http://news.example/a")
    assert went == [(str(PUBLIC), 80)]


def test_the_look_up_of_robots_txt_is_checked_like_any_other(reached, serve, reply) -> None:
    server = serve({})
    went = reached(server.port)
    with pytest.raises(FetchError, match=r"/robots.txt: news.example \(10.0.0.5\)"):
        Fetcher(resolve=answers("10.0.0.5")).fetch("http://news.example/a")
    assert went == []


@pytest.fixture
def secure(serve, reply, monkeypatch: pytest.MonkeyPatch):
    """A server with the certificate of news.example, which this test trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "certificate.pem", CERTIFICATES / "key.pem")
    named: list[str | None] = []
    context.sni_callback = lambda connection, name, _: named.append(name)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "certificate.pem"))

    def wrap(connection: socket.socket) -> socket.socket:
        return context.wrap_socket(connection, server_side=True)

    return serve({"/a": reply("news")}, wrap=wrap), named


def test_the_certificate_must_be_that_of_the_name(secure, reached) -> None:
    server, named = secure
    went = reached(server.port)
    fetcher = Fetcher(Policy(robots=False), resolve=lambda host, port: (PUBLIC,))
    assert fetcher.fetch("https://news.example/a").body == b"news"
    assert named == ["news.example"]
    assert went == [(str(PUBLIC), 443)]
    with pytest.raises(FetchError, match="certificate verify failed"):
        fetcher.fetch("https://other.example/a")


def test_a_certificate_nobody_trusts_is_refused(secure, reached, monkeypatch) -> None:
    server, _ = secure
    monkeypatch.delenv("SSL_CERT_FILE")
    reached(server.port)
    with pytest.raises(FetchError, match="certificate verify failed"):
        Fetcher(Policy(robots=False), resolve=lambda host, port: (PUBLIC,)).fetch(
            "https://news.example/a"
        )


def test_a_proxy_of_the_environment_is_not_used(serve, reply, reached, monkeypatch) -> None:
    proxy = serve({})
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url())
    server = serve({"/a": reply("news")})
    reached(server.port)
    fetcher = Fetcher(Policy(robots=False), resolve=lambda host, port: (PUBLIC,))
    assert fetcher.fetch("http://news.example/a").body == b"news"
    assert proxy.asked == []


def test_a_host_the_user_vouches_for_is_reached_by_the_user_alone(serve, reply) -> None:
    inner = serve({"/admin": reply("secret")})
    outer = serve({"/": reply("", "302 Found", location=inner.url("/admin"))})
    allow = frozenset({inner.authority, outer.authority})
    fetcher = Fetcher(Policy(robots=False, allow=allow))
    assert fetcher.fetch(inner.url("/admin")).body == b"secret"
    assert fetcher.fetch(inner.url("/admin"), found_on=inner.url("/feed")).body == b"secret"
    with pytest.raises(FetchError, match="is on port"):
        fetcher.fetch(outer.url())
    with pytest.raises(FetchError, match="is on port"):
        fetcher.fetch(inner.url("/admin"), found_on=outer.url("/feed"))
    assert inner.paths == ["/admin", "/admin"]


def test_an_allowed_name_needs_no_port_when_it_is_the_usual_one(serve, reply, reached) -> None:
    server = serve({"/a": reply("inner news")})
    reached(server.port)
    fetcher = Fetcher(
        Policy(robots=False, allow=frozenset({"intranet.example"})), resolve=answers("10.0.0.5")
    )
    assert fetcher.fetch("http://intranet.example/a").body == b"inner news"


def test_a_name_server_that_never_answers_does_not_hang_the_run() -> None:
    import threading
    import time

    from dateline.sources.fetching import Limits

    never = threading.Event()

    def resolve(host: str, port: int) -> tuple[IPv4Address, ...]:
        never.wait(20)
        return ()

    start = time.monotonic()
    with pytest.raises(FetchError, match="could not be looked up in time"):
        Fetcher(Policy(limits=Limits(seconds=0.3)), resolve=resolve).fetch("http://news.example/")
    assert time.monotonic() - start < 2
    never.set()
