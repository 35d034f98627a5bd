"""Look a name up once, check every answer, and connect to what was checked.

The check stands where the connection is made: whoever asks for a host, by whatever redirect, gets a
connection to an address that was checked, or none. Host and server name stay the name.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from ssl import SSLContext
from typing import Any

import httpcore2

from .addresses import Address, find_objection, parse_address

CONNECT_SECONDS = 10.0

Resolve = Callable[[str, int], tuple[Address, ...]]


class StoppedError(Exception):
    """A fetch was broken off by a limit or a check; its text says why."""


class Budget:
    """What is left of the seconds and bytes of one fetch."""

    def __init__(self, seconds: float, wire_bytes: int) -> None:
        self._seconds, self._wire_bytes = seconds, wire_bytes
        self._end = time.monotonic() + seconds
        self.received = 0

    def left(self, at_most: float | None = None) -> float:
        """The seconds that may still pass; ``StoppedError`` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise StoppedError(f"took longer than {self._seconds:g} seconds")
        return left if at_most is None else min(left, at_most)

    def extend(self, seconds: float) -> None:
        """Leave out the time that was waited out of politeness."""
        self._end += seconds

    def receive(self, count: int) -> None:
        """Count received bytes; ``StoppedError`` when they are too many."""
        self.received += count
        if self.received > self._wire_bytes:
            raise StoppedError(f"sent more than {self._wire_bytes:,} bytes")


def look_up(host: str, port: int) -> tuple[Address, ...]:
    """All addresses of a name, as the system tells them."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ip_address(answer[4][0]) for answer in answers))


def find_addresses(
    host: str, port: int, *, resolve: Resolve, seconds: float
) -> tuple[Address, ...]:
    """The addresses of a host, looked up once; the system's own look-up has no time limit."""
    literal = parse_address(host)
    if literal is not None:
        return (literal,)
    found: list[tuple[Address, ...] | OSError | ValueError] = []

    def ask() -> None:
        try:
            found.append(resolve(host, port))
        except (OSError, ValueError) as error:
            found.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise StoppedError(f"its host {host} could not be looked up in time")
    answer = found[0]
    if isinstance(answer, Exception) or not answer:
        raise StoppedError(f"there is no host {host}")
    return answer


def check_addresses(host: str, addresses: Iterable[Address]) -> None:
    """Refuse a host of which any address is not public: the others could be a lure."""
    for address in addresses:
        if objection := find_objection(address):
            named = host if str(address) == host else f"{host} ({address})"
            raise StoppedError(f"{named} is {objection}, which is not fetched from")


class Guarded(httpcore2.NetworkBackend):
    """Connects to addresses that were checked, within the budget of one fetch."""

    def __init__(self, budget: Budget, *, resolve: Resolve, own: bool) -> None:
        self._budget, self._resolve, self._own = budget, resolve, own
        self._system = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of a host that answers."""
        addresses = find_addresses(
            host, port, resolve=self._resolve, seconds=self._budget.left(CONNECT_SECONDS)
        )
        if not self._own:
            check_addresses(host, addresses)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._connect(addresses[-1], port)

    def _connect(self, address: Address, port: int) -> httpcore2.NetworkStream:
        timeout = self._budget.left(CONNECT_SECONDS)
        stream = self._system.connect_tcp(str(address), port, timeout=timeout)
        return Metered(stream, self._budget)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Never: no address leads there."""
        raise StoppedError("is a socket of this machine")


class Metered(httpcore2.NetworkStream):
    """A connection on which every byte and second counts against the fetch."""

    def __init__(self, stream: httpcore2.NetworkStream, budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Receive some bytes."""
        received = self._stream.read(max_bytes, self._budget.left(timeout))
        self._budget.receive(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, self._budget.left(timeout))

    def close(self) -> None:
        """Let go of the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Encrypt; the certificate must be that of the name."""
        left = self._budget.left(timeout)
        return Metered(self._stream.start_tls(ssl_context, server_hostname, left), self._budget)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)
