"""No page, feed, redirect or name server leads Dateline to a machine that is not public."""

from __future__ import annotations

import tomllib
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.config import init_project, load_project
from dateline.errors import FetchError, UsageError
from dateline.pipeline.fetching.adding import Wish, add_locations
from dateline.sources.fetching import Fetcher, Policy
from dateline.sources.fetching.addresses import find_objection, parse_address

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "addresses.toml").read_text(encoding="utf-8")
)
REFUSED = [host for group in CASES["refused"] for host in group["hosts"]]
ALLOWED = [host for group in CASES["allowed"] for host in group["hosts"]]
ADDRESSES = [address for host in REFUSED if (address := parse_address(host.strip("[]")))]


class Here:
    """A sandbox that is none: what is asked of it is done at once, in this process."""

    def call(self, address: str, function, *args, **kwargs):
        return function(*args, **kwargs)


def resolve_nothing(host: str, port: int) -> tuple[IPv4Address, ...]:
    raise AssertionError(f"{host} was looked up")


def test_the_table_is_long_enough() -> None:
    assert len(REFUSED) >= 60
    assert len(ADDRESSES) >= 60


@pytest.mark.parametrize("host", REFUSED)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_host_that_is_not_public_is_refused_unasked(host: str, scheme: str) -> None:
    with pytest.raises(FetchError):
        Fetcher(resolve=resolve_nothing).fetch(f"{scheme}://{host}/news")


@pytest.mark.parametrize("host", REFUSED)
def test_no_redirect_leads_there(host: str, serve, reply) -> None:
    location = f"http://{host}/latest".encode().decode("latin-1")
    server = serve({"/": reply("", "302 Found", location=location)})
    fetcher = Fetcher(
        Policy(allow=frozenset({server.authority}), robots=False), resolve=resolve_nothing
    )
    with pytest.raises(FetchError):
        fetcher.fetch(server.url())
    assert server.paths == ["/"]


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_no_name_leads_there(address: IPv4Address | IPv6Address) -> None:
    asked = []

    def resolve(host: str, port: int) -> tuple[IPv4Address | IPv6Address, ...]:
        asked.append(host)
        return ip_address("1.1.1.1"), address

    with pytest.raises(FetchError, match="which is not fetched from"):
        Fetcher(Policy(robots=False), resolve=resolve).fetch("http://news.example/")
    assert asked == ["news.example"]


def test_no_robots_txt_leads_to_a_machine_of_ours(serve, reply) -> None:
    secret = serve({"/robots.txt": reply("User-agent: *")})
    server = serve({"/robots.txt": reply("", "302 Found", location=secret.url("/robots.txt"))})
    allow = frozenset({server.authority, secret.authority})
    with pytest.raises(FetchError, match="is on port"):
        Fetcher(Policy(allow=allow)).fetch(server.url())
    assert secret.asked == []


def test_no_page_names_a_feed_on_a_machine_of_ours(serve, reply, tmp_path: Path) -> None:
    secret = serve({"/feed": reply("<rss version='2.0'/>")})
    page = f"<link rel=alternate type=application/rss+xml href={secret.url('/feed')}><p>News"
    server = serve({"/": reply(page, content_type="text/html")})
    init_project(tmp_path)
    wish = Wish(allow_private=True)
    with pytest.raises(UsageError, match="is on port"):
        list(add_locations(load_project(tmp_path), [server.url()], wish, Here()))
    assert secret.asked == []


@pytest.mark.parametrize("host", ALLOWED)
def test_public_addresses_are_not_refused(host: str) -> None:
    address = parse_address(host.strip("[]"))
    assert address is not None
    assert find_objection(address) is None


@given(number=st.integers(0, 2**128 - 1))
def test_what_is_let_through_is_global_by_the_standard_library_too(number: int) -> None:
    address = IPv6Address(number)
    if find_objection(address) is None and not str(address).startswith("64:ff9b::"):
        assert address.is_global
        assert not address.is_multicast


PRIVATE = st.sampled_from(["127.0.0.1", "10.1.2.3", "192.168.7.7", "169.254.169.254", "0.0.0.0"])


@given(
    inner=PRIVATE.map(IPv4Address),
    prefix=st.integers(0, 2**64 - 1),
    embed=st.sampled_from(["mapped", "compatible", "nat64", "6to4", "teredo", "isatap"]),
)
def test_no_embedding_hides_a_private_address(inner: IPv4Address, prefix: int, embed: str) -> None:
    number = int(inner)
    outer = {
        "mapped": 0xFFFF << 32 | number,
        "compatible": number,
        "nat64": 0x64FF9B << 96 | number,
        "6to4": 0x2002 << 112 | number << 80 | prefix,
        "teredo": 0x20010000 << 96 | (prefix & 0xFFFFFFFF) << 64 | (number ^ 0xFFFFFFFF),
        "isatap": (0x2 << 60 | prefix >> 4) << 64 | 0x5EFE << 32 | number,
    }[embed]
    assert find_objection(IPv6Address(outer)) is not None


@given(number=st.integers(0, 2**32 - 1))
def test_every_ipv4_address_that_is_let_through_is_global(number: int) -> None:
    address = IPv4Address(number)
    if find_objection(address) is None:
        assert address.is_global
        assert not address.is_multicast


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("ftp://news.example/a", "must begin with http"),
        ("file:///etc/passwd", "must begin with http"),
        ("gopher://news.example/", "must begin with http"),
        ("javascript:alert(1)", "must begin with http"),
        ("//news.example/a", "must begin with http"),
        ("news.example/a", "must begin with http"),
        ("http://news.example:22/", "is on port 22"),
        ("https://news.example:80/", "is on port 80"),
        ("http://news.example:6379/", "is on port 6379"),
        ("http://news.example:99999/", "has no such port"),
        ("http:///news", "must begin with http"),
        ("http://reader:secret@news.example/", "has a user or password"),
        ("http://news.example@127.0.0.1/", "has a user or password"),
        ("http://127.0.0.1\\@news.example/", "has a user or password"),
        ("http://news.example/\r\nHost: other", "no address"),
        ("http://" + "a" * 5000 + ".example/", "too long"),
    ],
)
def test_an_address_that_is_no_plain_web_address_is_refused(address: str, complaint: str) -> None:
    with pytest.raises(FetchError, match=complaint) as refusal:
        Fetcher(resolve=resolve_nothing).fetch(address)
    assert "secret" not in str(refusal.value)
