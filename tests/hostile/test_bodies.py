"""What a hostile server can cost is bounded in bytes, seconds and memory."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest

from dateline.errors import FetchError
from dateline.sources.fetching import Fetcher, Limits, Policy

LATE = r"longer than 0\.5 seconds|in time"
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"


def fetch(server, **limits: float) -> bytes | None:
    policy = Policy(allow=frozenset({server.authority}), robots=False, limits=Limits(**limits))
    return Fetcher(policy).fetch(server.url()).body


def zeros(count: int, *, wbits: int, level: int = 9) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, wbits)
    pieces = [packer.compress(bytes(1_000_000)) for _ in range(count // 1_000_000)]
    return b"".join((*pieces, packer.flush()))


@pytest.mark.parametrize(("encoding", "wbits"), [("gzip", 31), ("deflate", 15), ("deflate", -15)])
def test_a_bomb_is_not_unpacked(encoding: str, wbits: int, serve, reply, grown) -> None:
    server = serve({"/": reply(zeros(200_000_000, wbits=wbits), content_encoding=encoding)})
    with pytest.raises(FetchError, match="unpacks to more than 100 times what was sent"):
        fetch(server)
    assert grown() < 30_000  # kilobytes


def test_many_small_bombs_in_a_row_are_one(serve, reply, grown) -> None:
    body = zeros(2_000_000, wbits=31) * 100  # gzip allows several members in one body
    server = serve({"/": reply(body, content_encoding="gzip")})
    with suppress(FetchError):
        assert len(fetch(server) or b"") <= 10_000_000
    assert grown() < 30_000


def test_a_bomb_in_the_answer_for_robots_txt_is_not_unpacked_either(serve, reply, grown) -> None:
    bomb = reply(zeros(200_000_000, wbits=31), content_encoding="gzip")
    server = serve({"/robots.txt": bomb, "/": reply("news")})
    with pytest.raises(FetchError, match=r"robots\.txt: unpacks to more"):
        Fetcher(Policy(allow=frozenset({server.authority}))).fetch(server.url())
    assert grown() < 30_000


def test_a_slow_bomb_ends_at_the_size_limit(serve, reply) -> None:
    import random

    noise = random.Random(1).randbytes(2_000)
    body = zlib.compress(b"".join(noise + bytes(60_000) for _ in range(400)), 9)
    server = serve({"/": reply(body, content_encoding="deflate")})
    with pytest.raises(FetchError, match="over 10,000,000 bytes"):
        fetch(server)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip,deflate", "compress", "x"])
def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str, serve, reply) -> None:
    server = serve({"/": reply(b"\x1b\xff\xff", content_encoding=encoding)})
    with pytest.raises(FetchError, match="which was not asked for"):
        fetch(server)
    assert server.asked[0].headers["accept-encoding"] == "gzip, deflate"


def test_two_headers_of_encoding_count_as_stacked(serve, reply) -> None:
    body = zlib.compress(zlib.compress(b"news"))
    head = HEAD + b"content-encoding: deflate\r\n" * 2
    server = serve(lambda asked: head + b"content-length: %d\r\n\r\n" % len(body) + body)
    with pytest.raises(FetchError, match="which was not asked for"):
        fetch(server)


def endless(piece: bytes, first: bytes = b"") -> Iterator[bytes]:
    yield first
    while True:
        yield piece


@pytest.mark.parametrize(
    ("piece", "first"),
    [
        (b"a" * 65536, HEAD + b"\r\n"),
        (b"10000\r\n" + b"a" * 65536 + b"\r\n", HEAD + b"transfer-encoding: chunked\r\n\r\n"),
    ],
    ids=["plain", "chunked"],
)
def test_an_endless_body_ends_at_the_limit(piece: bytes, first: bytes, serve, grown) -> None:
    server = serve(lambda asked: endless(piece, first))
    with pytest.raises(FetchError, match="10,000,000 bytes"):
        fetch(server)
    assert grown() < 30_000


def test_a_body_that_says_it_is_too_large_is_not_read(serve, reply) -> None:
    server = serve({"/": reply(b"", content_length="10000001")})
    with pytest.raises(FetchError, match="too large"):
        fetch(server)


def drip(first: bytes, piece: bytes) -> Iterator[bytes]:
    yield first
    for _ in range(300):
        time.sleep(0.05)
        yield piece


@pytest.mark.parametrize(
    "first",
    [HEAD + b"\r\n", HEAD + b"x: ", b"HTTP/1.1 2", b""],
    ids=["body", "header", "status", "nothing"],
)
def test_a_server_that_drips_is_left_at_the_deadline(first: bytes, serve) -> None:
    server = serve(lambda asked: drip(first, b"0"))
    start = time.monotonic()
    with pytest.raises(FetchError, match=LATE):
        fetch(server, seconds=0.5)
    assert time.monotonic() - start < 2


def test_a_server_that_redirects_slowly_has_one_deadline_for_all(serve, reply) -> None:
    def answer(asked) -> Iterator[bytes]:
        time.sleep(0.3)
        yield reply("", "302 Found", location=asked.path + "x")

    server = serve(answer)
    start = time.monotonic()
    with pytest.raises(FetchError, match=LATE):
        fetch(server, seconds=0.5)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"x: " + b"a" * 300_000,
        HEAD + b"x: y\r\n" * 100_000 + b"\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 600_000,
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;" + b"a" * 300_000,
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 5\r\n\r\nhello",
        b"",
    ],
    ids=[
        "one huge header", "many headers", "endless 1xx", "chunk extension", "another protocol",
        "binary", "two lengths", "negative length", "cut short", "not gzip", "silence",
    ],
)  # fmt: skip
def test_a_broken_answer_is_one_line(answer: bytes, serve, grown) -> None:
    server = serve(lambda asked: answer)
    with pytest.raises(FetchError) as refusal:
        fetch(server, seconds=10)
    assert len(str(refusal.value)) < 300
    assert grown() < 30_000


def test_endless_headers_end(serve, grown) -> None:
    server = serve(lambda asked: endless(b"x: " + b"a" * 60_000 + b"\r\n", HEAD))
    start = time.monotonic()
    with pytest.raises(FetchError):
        fetch(server)
    assert time.monotonic() - start < 10
    assert grown() < 30_000


def test_redirects_in_a_circle_end(serve, reply) -> None:
    server = serve({"/": reply("", "302 Found", location="/")})
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        fetch(server)
    assert len(server.asked) == 6


def test_an_honest_page_that_compresses_well_is_read(serve, reply) -> None:
    page = b"<tr><td>Kosti</td><td>0</td></tr>" * 30_000
    body = zlib.compress(page)
    assert len(page) > 100 * len(body)
    server = serve({"/": reply(body, content_encoding="deflate")})
    assert fetch(server) == page
