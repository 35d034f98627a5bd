"""Tell addresses on the public internet from all others.

The standard library's ``is_global`` differs between versions of Python, and calls 6to4 and Azure's
metadata service global; so the list is here, after the two special-purpose registries of IANA.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

NOT_PUBLIC_V4 = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "this host"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "a provider's inner network"),
        ("127.0.0.0/8", "this machine"),
        ("168.63.129.16/32", "a cloud's service for its machines"),
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.0.2.0/24", "reserved for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "a private network"),
        ("198.18.0.0/15", "reserved for benchmarks"),
        ("198.51.100.0/24", "reserved for documentation"),
        ("203.0.113.0/24", "reserved for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "reserved"),
    )
)
NOT_PUBLIC_V6 = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("2001::/32", "a Teredo tunnel"),
        ("2001::/23", "reserved for protocols"),
        ("2001:db8::/32", "reserved for documentation"),
        ("2002::/16", "a 6to4 tunnel"),
        ("3fff::/20", "reserved for documentation"),
    )
)
UNICAST = IPv6Network("2000::/3")  # all that was ever given out
NAT64 = IPv6Network("64:ff9b::/96")  # IPv4 as networks with IPv6 alone see it
ISATAP = (0x00005EFE, 0x02005EFE)  # interface ids that are followed by an IPv4 address


def parse_address(host: str) -> Address | None:
    """The address a host is written as; ``None`` for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def find_objection(address: Address) -> str | None:
    """Why an address is not on the public internet; ``None`` when it is."""
    if isinstance(address, IPv4Address):
        return _first(address, NOT_PUBLIC_V4)
    embedded = find_embedded(address)
    if embedded is not None and (what := find_objection(embedded)):
        return f"{what}, as {embedded}"
    if address in NAT64:
        return None
    if address.scope_id is not None:
        return "a link-local address"
    if address not in UNICAST:
        return "no address of the public internet"
    return _first(address, NOT_PUBLIC_V6)


def find_embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that traffic to an IPv6 address may end at, if it carries one."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    number = int(address)
    tail = IPv4Address(number & 0xFFFFFFFF)
    carries = (
        address in NAT64
        or (number >> 32) & 0xFFFFFFFF in ISATAP
        or number >> 32 in (0, 0xFFFF0000)  # IPv4-compatible, IPv4-translated
    )
    return tail if carries else None


def _first(
    address: Address, networks: tuple[tuple[IPv4Network | IPv6Network, str], ...]
) -> str | None:
    return next((what for network, what in networks if address in network), None)
