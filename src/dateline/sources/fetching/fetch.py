"""Fetch one address: the only function of the program that asks the network for anything."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from ssl import SSLContext

import httpcore2
import httpx2

from ...errors import FetchError
from .connecting import Budget, Guarded, Resolve, StoppedError, look_up
from .pacing import WHEN_NOT_SAID, Pace, read_retry_after
from .policy import Policy
from .robots import Robots, parse_robots
from .targets import Target, check_port, is_own, join, parse_target
from .transport import Transport

ENCODINGS = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
)
REDIRECTS = frozenset((301, 302, 303, 307, 308))
LASTING = frozenset((301, 308))
BUSY = frozenset((429, 503))
ROBOTS_AGE = 24 * 3600.0  # seconds; the RFC's longest
FREE_OF_RATIO = 1_000_000  # decoded bytes: an empty table compresses a thousandfold and harms none

REASONS = {
    401: "asks for a password",
    402: "asks for money",
    403: "refuses to be read",
    404: "is not there",
    410: "is gone for good",
    429: "asks to be read less often",
    451: "is withheld for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What was told of an address's content the last time, to ask whether it changed."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    address: str  # where it was in the end, after redirects
    body: bytes | None  # None: not changed since what is known
    media_type: str = ""  # "text/html", lower case; empty when none was told
    charset: str | None = None
    known: Known = Known()
    moved: bool = False  # every redirect on the way was a lasting one


class Fetcher:
    """Fetches for one program: remembers what hosts asked for, and nothing else.

    Connections, cookies and credentials are never kept, and no proxy is used.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        resolve: Resolve = look_up,
        pace: Pace | None = None,
    ) -> None:
        self._policy = policy or Policy()
        self._resolve = resolve
        self._pace = pace or Pace()
        self._robots: dict[str, tuple[float, Robots]] = {}
        self._tls: SSLContext | None = None

    def fetch(
        self, address: str, *, known: Known = Known(), found_on: str | None = None
    ) -> Fetched:
        """Fetch an address whose content is unknown, or ask whether it changed.

        ``found_on`` is the address of the feed or page that led there. ``FetchError`` says why
        there is nothing: the address is not public, robots.txt keeps it, a limit of the policy was
        reached, the host answered otherwise.
        """
        limits = self._policy.limits
        budget = Budget(limits.seconds, limits.wire_bytes)
        target = parse_target(address)
        came_from = parse_target(found_on) if found_on else None
        lasting = True
        for hop in range(limits.redirects + 1):
            self._check(target, came_from, budget)
            with self._ask(target, came_from, budget, known) as response:
                if response.status_code not in REDIRECTS:
                    fetched = self._take(response, target, budget)
                    return replace(fetched, moved=lasting and hop > 0)
                lasting = lasting and response.status_code in LASTING
                came_from, target = target, join(target, response.headers.get("location", ""))
        raise FetchError(address, f"redirects more than {limits.redirects} times")

    def _check(self, target: Target, came_from: Target | None, budget: Budget) -> None:
        """See that a target may be asked for at all, and wait until it may be."""
        own = is_own(target, self._policy.allow, came_from)
        if not own:
            check_port(target)
        if wait := self._pace.closed_for(target.authority):
            raise FetchError(
                target.address,
                f"its host asked to be left alone for {wait:,.0f} seconds more",
                retry_after=wait,
            )
        robots = self._find_robots(target, came_from, budget)
        path = httpx2.URL(target.address).raw_path.decode("ascii")
        if not robots.allows(path):
            raise FetchError(target.address, "its host's robots.txt asks programs not to read it")
        pause = 0.0 if own else max(self._policy.pause, robots.delay or 0.0)
        budget.extend(self._pace.wait(target.authority, pause))

    def _find_robots(self, target: Target, came_from: Target | None, budget: Budget) -> Robots:
        if not self._policy.robots:
            return Robots()
        at, robots = self._robots.get(target.origin, (0.0, None))
        if robots is None or time.monotonic() - at > ROBOTS_AGE:
            robots = self._fetch_robots(target, came_from, budget)
            self._robots[target.origin] = time.monotonic(), robots
        return robots

    def _fetch_robots(self, target: Target, came_from: Target | None, budget: Budget) -> Robots:
        place = parse_target(f"{target.origin}/robots.txt")
        for _ in range(self._policy.limits.redirects + 1):
            if not is_own(place, self._policy.allow, came_from):
                check_port(place)
            with self._ask(place, came_from, budget, Known()) as response:
                if response.status_code in REDIRECTS:
                    came_from, place = place, join(place, response.headers.get("location", ""))
                    continue
                if 400 <= response.status_code < 500 and response.status_code not in BUSY:
                    return Robots()
                fetched = self._take(response, place, budget)
                return parse_robots(fetched.body or b"", agent=self._policy.user_agent)
        return Robots()  # the RFC's reading of too many redirects

    @contextmanager
    def _ask(
        self, target: Target, came_from: Target | None, budget: Budget, known: Known
    ) -> Iterator[httpx2.Response]:
        """Send one request over a connection of its own, and give the answer before its body."""
        own = is_own(target, self._policy.allow, came_from)
        backend = Guarded(budget, resolve=self._resolve, own=own)
        with explained(target), Transport(backend, self._trust()) as transport:
            request = httpx2.Request("GET", target.address, headers=self._headers(known))
            response = transport.handle_request(request)
            try:
                yield response
            finally:
                response.close()

    def _headers(self, known: Known) -> dict[str, str]:
        headers = {
            "User-Agent": self._policy.user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.modified:
            headers["If-Modified-Since"] = known.modified
        return headers

    def _trust(self) -> SSLContext:
        if self._tls is None:  # reading the system's certificates takes a while
            self._tls = httpcore2.default_ssl_context()
        return self._tls

    def _take(self, response: httpx2.Response, target: Target, budget: Budget) -> Fetched:
        """The body of an answer that has one."""
        status = response.status_code
        if status in (200, 203):
            body = self._read(response, budget)
        elif status == 304:
            body = None
        else:
            raise self._refusal(response, target)
        media_type, charset = read_media_type(response.headers.get("content-type", ""))
        known = Known(*map(_repeatable, map(response.headers.get, ("etag", "last-modified"))))
        return Fetched(target.address, body, media_type, charset, known)

    def _refusal(self, response: httpx2.Response, target: Target) -> FetchError:
        status = response.status_code
        wait = read_retry_after(response.headers.get("retry-after"), now=datetime.now(UTC))
        if status in BUSY:
            wait = WHEN_NOT_SAID if wait is None else wait
            self._pace.close(target.authority, wait)
        reason = REASONS.get(status, "failed" if status >= 500 else "answered otherwise")
        return FetchError(target.address, f"{reason} (HTTP {status})", retry_after=wait)

    def _read(self, response: httpx2.Response, budget: Budget) -> bytes:
        limits = self._policy.limits
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in ENCODINGS:
            raise StoppedError(f"is encoded as {encoding[:40]!r}, which was not asked for")
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length[:18]) > limits.wire_bytes:
            raise StoppedError(f"is too large: over {limits.wire_bytes:,} bytes")
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > limits.decoded_bytes:
                raise StoppedError(f"is too large: over {limits.decoded_bytes:,} bytes")
            if len(body) > max(FREE_OF_RATIO, limits.ratio * budget.received):
                raise StoppedError(f"unpacks to more than {limits.ratio} times what was sent")
            budget.left()
        return bytes(body)


def _repeatable(value: str | None) -> str | None:
    """A header that can be sent back as it came."""
    return (
        value if value and len(value) < 1_000 and value.isascii() and value.isprintable() else None
    )


@contextmanager
def explained(target: Target) -> Iterator[None]:
    """Turn what goes wrong on the way into one line about the address."""
    try:
        yield
    except StoppedError as stop:
        raise FetchError(target.address, str(stop)) from stop
    except (httpx2.TimeoutException, httpcore2.TimeoutException) as error:
        raise FetchError(target.address, "did not answer in time") from error
    except (httpx2.ConnectError, httpcore2.ConnectError) as error:
        raise FetchError(target.address, f"could not be reached: {_words(error)}") from error
    except (httpx2.DecodingError, httpcore2.ProtocolError) as error:
        raise FetchError(target.address, f"sent what cannot be read: {_words(error)}") from error
    except (httpx2.HTTPError, httpcore2.NetworkError) as error:
        raise FetchError(target.address, f"broke off: {_words(error)}") from error


def _words(error: Exception) -> str:
    return re.sub(r"\[Errno -?\d+\] |\s*\(_ssl\.c:\d+\)", "", str(error)) or type(error).__name__


def read_media_type(value: str) -> tuple[str, str | None]:
    """The media type of a header, and the encoding it names."""
    media_type, _, parameters = value.partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", parameters, re.IGNORECASE)
    return media_type.strip().lower(), charset and charset[1].lower()
