"""Name a page always the same, whatever is hung on its link."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# Marks of campaigns and of who passed the link on; no page is chosen by them.
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|at_\w+|cmpid|ns_\w+|xtor|spm",
    re.IGNORECASE,
)
PORTS = {"http": 80, "https": 443}


def canonical(address: str) -> str:
    """An address without fragment and tracking, its host in lower case."""
    parts = urlsplit(address.strip())
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not TRACKING.fullmatch(key)
    ]
    changed = len(kept) < len(parse_qsl(parts.query, keep_blank_values=True))
    query = urlencode(kept) if changed else parts.query
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))


def web_link(base: str, link: str | None) -> str | None:
    """A link as a whole web address; ``None`` for what is none."""
    if not link or not link.strip():
        return None
    try:
        whole = urljoin(base, link.strip())
        scheme, host = urlsplit(whole).scheme, urlsplit(whole).hostname
    except ValueError:
        return None
    return whole if scheme in PORTS and host else None


def same_site(left: str, right: str) -> bool:
    """Whether two addresses are on one host, with or without www."""
    return _host(left) == _host(right)


def is_front(address: str) -> bool:
    """Whether an address is that of a site, and of no page of it."""
    parts = urlsplit(canonical(address))
    return parts.path == "/" and not parts.query


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = "" if parts.port in (None, PORTS.get(parts.scheme)) else f":{parts.port}"
    except ValueError:
        return address
    return (parts.hostname or "").removeprefix("www.") + port
