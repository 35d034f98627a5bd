"""A reader small enough to read, and a store to read into."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.consolidation import Kinds, load_kinds
from dateline.errors import ExtractError
from dateline.pipeline import Change, Extraction, Joining, ReaderHere, Run, Taken, Tally, take_files
from dateline.pipeline.fetching.visiting import FetchTally, Go, Planned
from dateline.sources import find_files
from dateline.sources.fetching import Fetcher, Policy
from dateline.store import Store, open_store
from dateline.types import (
    Actor,
    Claim,
    Document,
    KindId,
    Location,
    Reading,
    Source,
    SourceKind,
    Span,
    Status,
)


@dataclass(frozen=True)
class WordReader:
    """Codes each "shelled" as shelling; "unreadable" fails, "crash" is a bug."""

    digest: str = "first"
    word: str = "shelled"
    status: Status = Status.OCCURRED

    def check(self, document: Document) -> None:
        if "unreadable" in document.text:
            raise ExtractError(document.address, "is unreadable")

    def read_each(self, documents: Sequence[Document]) -> Iterator[Reading]:
        return map(self.read, documents)

    def read(self, document: Document) -> Reading:
        self.check(document)
        if "crash" in document.text:
            raise RuntimeError("a slip")
        return Reading(
            document.id,
            self.digest,
            tuple(
                Claim(
                    document.id,
                    Span(0, len(document.text)),
                    Span(*found.span()),
                    KindId("shelling"),
                    self.status,
                )
                for found in re.finditer(self.word, document.text)
            ),
        )


class Here:
    """A sandbox that is none: what is asked of it is done at once, in this process."""

    def call(self, address: str, function, *args, **kwargs):
        return function(*args, **kwargs)

    def stream(self, address: str, function, *args, **kwargs):
        return function(*args, **kwargs)


class Apart:
    """A world in which nothing lies in anything and nobody stands with anybody."""

    def contains(self, outer: Location, inner: Location) -> bool:
        return outer == inner

    def is_common(self, word: str) -> bool:
        return False

    def same_side(self, left: Actor, right: Actor) -> bool:
        return left == right


@pytest.fixture
def reader() -> WordReader:
    return WordReader()


@pytest.fixture
def later_reader() -> WordReader:
    """Another version, which reads another word."""
    return WordReader("second", "hit")


@pytest.fixture
def here() -> Here:
    return Here()


@pytest.fixture
def take_in(store: Store, here: Here) -> Callable[..., Taken]:
    """Take files or folders into the store."""

    def take(*paths: Path, **how: object) -> Taken:
        return take_files(find_files(paths), Extraction(store, here), **how)

    return take


@pytest.fixture
def read(store: Store, take_in) -> Callable[..., Tally]:
    """Take files or folders into the store, and read them."""

    def read(reader: WordReader, *paths: Path) -> Tally:
        taken = take_in(*paths)
        tally = Run(store, ReaderHere(reader)).read(tuple(taken.documents))
        tally.add(taken)
        return tally

    return read


@pytest.fixture
def reread(store: Store) -> Callable[..., list[Change]]:
    """Read the latest documents anew, and tell what changed."""

    def reread(reader: WordReader) -> list[Change]:
        changes: list[Change] = []
        Run(store, ReaderHere(reader), changed=changes.append).read(store.latest_ids())
        return changes

    return reread


@pytest.fixture
def world() -> Apart:
    return Apart()


@pytest.fixture(scope="session")
def kinds() -> Kinds:
    return load_kinds({"shelling": "fighting"})


@pytest.fixture
def joining(world: Apart, kinds: Kinds) -> Joining:
    return Joining(world, kinds, "one way")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "dateline.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts that can be read, and one of each sort that cannot."""
    texts = tmp_path / "news"
    texts.mkdir()
    (texts / "a.txt").write_text("Rebels shelled the town, and the shells hit a market.")
    (texts / "b.txt").write_text("The army shelled the hills. Then it shelled the road.")
    (texts / "c.txt").write_text("This one is unreadable to any reader.")
    (texts / "d.txt").write_text("This one makes the reader crash at once.")
    (texts / "e.txt").write_text("")
    return texts


@dataclass
class Outlet:
    """A feed and pages on this machine, a store, and a clock that a test sets."""

    store: Store
    url: Callable[[str], str]
    authority: str
    paths: list[str]  # what was asked for
    answers: dict[str, bytes]
    reply: Callable[..., bytes]
    sandbox: Here = field(default_factory=Here)
    now: datetime = datetime(2024, 5, 15, 12, tzinfo=UTC)
    items: list[tuple[str, str, str]] = field(default_factory=list)  # name, title, path

    def publish(self, name: str, title: str, words: str, *, path: str | None = None) -> None:
        """Put an item into the feed, or in place of the one of its name, and its page up."""
        path = path or f"/{name}"
        kept = [item for item in self.items if item[0] != name]
        self.items[:] = [(name, title, path), *kept]
        self.page(path, title, words)
        self.feed()

    def page(self, path: str, title: str, words: str, **headers: str) -> None:
        html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p>"
        self.answers[path] = self.reply(html, content_type="text/html", **headers)

    def feed(self, **headers: str) -> None:
        items = "".join(
            f"<item><guid>{name}</guid><title>{title}</title><link>{path}</link>"
            "<pubDate>Wed, 15 May 2024 09:00:00 GMT</pubDate></item>"
            for name, title, path in self.items
        )
        text = f"<rss version='2.0'><channel><title>Nile</title>{items}</channel></rss>"
        self.answers["/feed"] = self.reply(text, content_type="application/rss+xml", **headers)

    def plan(self, kind: SourceKind = SourceKind.FEED, path: str = "/feed", **how) -> Planned:
        return Planned(Source("Nile", kind, self.url(path)), **{"own": True, **how})

    def go(self, **how) -> Go:
        fetcher = Fetcher(Policy(allow=frozenset([self.authority]), robots=False))
        return Go(self.store, fetcher, self.sandbox, now=lambda: self.now, **how)

    def fetch(self, *plans: Planned, **how) -> FetchTally:
        from dateline.pipeline.fetching.going import fetch_sources

        self.paths.clear()
        return fetch_sources(self.go(**how), plans or (self.plan(),))

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    @property
    def texts(self) -> list[str]:
        return [document.text for document in self.store.documents()]


@pytest.fixture
def outlet(store: Store, serve, reply) -> Outlet:
    answers: dict[str, bytes] = {}
    paths: list[str] = []

    def answer(asked) -> bytes:
        paths.append(asked.path)
        found = answers.get(asked.path, reply("nothing here", "404 Not Found"))
        etag = asked.headers.get("if-none-match", "").encode()
        return reply("", "304 Not Modified") if etag and etag in found else found

    server = serve(answer)
    return Outlet(store, server.url, server.authority, paths, answers, reply)
