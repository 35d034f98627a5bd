"""A reader small enough to read, and a store to read into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.consolidation import Kinds, load_kinds
from dateline.errors import ExtractError
from dateline.store import Store, open_store
from dateline.types import Actor, Claim, Document, KindId, Location, Reading, Span, Status


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


class Apart:
    """A world in which nothing lies in anything and nobody stands with anybody."""

    def contains(self, outer: Location, inner: Location) -> bool:
        return outer == inner

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
def world() -> Apart:
    return Apart()


@pytest.fixture(scope="session")
def kinds() -> Kinds:
    return load_kinds({"shelling": "fighting"})


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
