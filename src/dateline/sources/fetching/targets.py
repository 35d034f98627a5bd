"""Decide which URLs may be asked for, before any name is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

import httpx2

from ...errors import FetchError
from .addresses import parse_address

PORTS = {"http": 80, "https": 443}
LONGEST = 4_000  # characters; browsers and servers refuse longer ones too

# A last label like this makes the whole host a number to some resolvers: 2130706433, 0x7f.1.
NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)$", re.IGNORECASE)
NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\.?$")


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that is well formed, without its fragment, and the parts that decide about it."""

    address: str
    scheme: str
    host: str
    port: int

    @property
    def authority(self) -> str:
        """Host and port, as ``allow`` names them."""
        return f"{bracketed(self.host)}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt is about."""
        return f"{self.scheme}://{self.authority}"


def bracketed(host: str) -> str:
    """A host as it stands in a URL, where IPv6 addresses have brackets."""
    return f"[{host}]" if ":" in host else host


def parse_target(address: str) -> Target:
    """Take a URL apart; ``FetchError`` for one that is not plain http or https."""
    address = address.strip()
    if len(address) > LONGEST:
        raise FetchError(address[:80] + "…", f"is too long for an address: over {LONGEST:,}")
    try:
        url = httpx2.URL(address).copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(ascii(address), f"is no address that can be read: {error}") from error
    if url.userinfo:
        raise FetchError(
            f"{url.scheme}://{url.host}", "has a user or password in it; take them out"
        )
    if url.scheme not in PORTS or not url.host:
        raise FetchError(address, "is no web address: it must begin with http:// or https://")
    if url.port is not None and not 0 < url.port < 2**16:
        raise FetchError(address, f"has no such port as {url.port}")
    host = url.raw_host.decode("ascii")
    _check_host(host, address)
    return Target(str(url), url.scheme, host.rstrip("."), url.port or PORTS[url.scheme])


def join(base: Target, reference: str) -> Target:
    """The target that a link or a redirect on another one leads to."""
    try:
        return parse_target(str(httpx2.URL(base.address).join(reference.strip())))
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(base.address, f"leads to no address: {error}") from error


def is_own(target: Target, allow: frozenset[str], came_from: Target | None) -> bool:
    """Whether the user vouches for a target; a page from elsewhere cannot make use of that."""
    if came_from is not None and came_from.authority != target.authority:
        return False
    return target.authority in allow or (
        bracketed(target.host) in allow and target.port == PORTS[target.scheme]
    )


def check_port(target: Target) -> None:
    """Refuse ports other than those of the web."""
    if target.port != PORTS[target.scheme]:
        raise FetchError(
            target.address,
            f"is on port {target.port}, which is not fetched from; "
            f'if it is yours, allow "{target.authority}"',
        )


def _check_host(host: str, address: str) -> None:
    if parse_address(host) is not None:
        return
    if NUMERIC.match(host.rstrip(".").rpartition(".")[2]):
        raise FetchError(address, "has a number for a host that is no plain IP address")
    if not NAME.match(host) or len(host) > 253:
        raise FetchError(address, "has no host name that can be looked up")
