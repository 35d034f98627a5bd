"""Reading in workers gives what reading here gives, and a document that kills one is found."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.config import Resources
from dateline.errors import ExtractError, ResourceError
from dateline.pipeline import shared_engine
from dateline.pipeline.reading import readers as module
from dateline.pipeline.reading.readers import (
    WORTH_A_WORKER,
    ReaderHere,
    Workers,
    count_cores,
    digest_in_child,
    open_readers,
    read_in_child,
)
from dateline.types import Document, Reading

TELLER = '''
"""Stands for an engine in a worker: it says who read, or dies."""

import os
import time

from dateline.errors import ResourceError
from dateline.types import Reading


def digest(resources):
    return resources.model


def read(resources, chunk):
    for document in chunk:
        if document.text == "kill":
            os._exit(3)
        if document.text == "hang":
            time.sleep(600)
        if document.text == "broken":
            raise ResourceError("the model is missing")
    return [Reading(document.id, str(os.getpid())) for document in chunk]
'''


@pytest.fixture
def workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Two workers with an engine that is small enough to read."""
    (tmp_path / "teller.py").write_text(TELLER)
    monkeypatch.syspath_prepend(tmp_path)
    import teller

    monkeypatch.setattr(module, "digest_in_child", teller.digest)
    monkeypatch.setattr(module, "read_in_child", teller.read)
    with Workers(Resources(), 2) as made:
        yield made
    del sys.modules["teller"]


def chunk(*texts: str) -> tuple[Document, ...]:
    return tuple(Document(f"{number}.txt", "x", text) for number, text in enumerate(texts))


def test_chunks_come_back_in_order_however_many(workers: Workers) -> None:
    chunks = [chunk(str(number)) for number in range(20)]
    assert [read for read, _ in workers.read(chunks)] == chunks


def test_both_workers_read_and_each_stays(workers: Workers) -> None:
    readers = {found[0].digest for _, found in workers.read(chunk(str(n)) for n in range(40))}
    assert 1 <= len(readers) <= 2


def test_what_one_worker_can_do_starts_no_second(workers: Workers) -> None:
    assert workers.digest == Resources().model
    [(_, first)] = workers.read([chunk("a")])
    [(_, second)] = workers.read([chunk("b")])
    assert first[0].digest == second[0].digest


def test_a_document_that_kills_its_worker_is_found_and_the_others_are_read(
    workers: Workers,
) -> None:
    [(_, found)] = workers.read([chunk("a", "kill", "b")])
    first, lost, last = found
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert str(lost) == "1.txt: ended the process that read it (status 3)"


def test_a_document_that_hangs_is_stopped(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    for child in workers.children:
        monkeypatch.setattr(child, "seconds", 0.5)
    [(_, [lost])] = workers.read([chunk("hang")])
    assert str(lost) == "0.txt: took more than 0.5 s and was stopped"


def test_what_no_document_could_be_read_with_stops_the_run(workers: Workers) -> None:
    with pytest.raises(ResourceError, match="the model is missing"):
        list(workers.read([chunk("broken")]))


def test_who_stops_waiting_stops_the_workers(workers: Workers) -> None:
    reading = workers.read([chunk("a"), *[chunk("hang", "b")] * 9])
    next(reading)


class Small:
    """An engine that is small enough to read."""

    digest = "small"

    def check(self, document: Document) -> None:
        if document.text == "unreadable":
            raise ExtractError(document.address, "is unreadable")

    def read(self, document: Document) -> Reading:
        self.check(document)
        if document.text == "crash":
            raise RuntimeError("a slip")
        return Reading(document.id, self.digest)

    def read_each(self, documents):
        return map(self.read, documents)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch):
    module._load.cache_clear()
    monkeypatch.setattr(module, "load_engine", lambda **_: Small())
    yield
    module._load.cache_clear()


def test_what_a_worker_tells_can_be_sent(small: None) -> None:
    found = read_in_child(Resources(), chunk("a", "unreadable", "crash"))
    assert isinstance(found[0], Reading)
    assert [str(error) for error in found[1:]] == ["1.txt: is unreadable", "a slip"]
    assert "Traceback" in found[2].__notes__[0]
    assert digest_in_child(Resources()) == "small"


@pytest.mark.parametrize(
    ("documents", "workers", "cores", "number"),
    [
        (1, None, 8, 0),
        (2 * WORTH_A_WORKER - 1, None, 8, 0),
        (2 * WORTH_A_WORKER, None, 8, 2),
        (100_000, None, 8, 8),
        (100_000, None, 1, 0),
        (1, 1, 8, 1),
        (1, 3, 1, 3),
    ],
)
def test_there_are_as_many_workers_as_the_work_is_worth(
    documents: int,
    workers: int | None,
    cores: int,
    number: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "count_cores", lambda: cores)
    monkeypatch.setattr(module, "shared_engine", lambda **_: Small())
    with open_readers(Resources(), documents=documents, workers=workers) as readers:
        made = readers.number if isinstance(readers, Workers) else 0
        assert made == number
        assert number or readers == ReaderHere(readers.reader)


def test_the_cores_are_those_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_cores() >= 1
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert count_cores() == 1


def test_workers_find_what_is_found_here(write: Callable[..., tuple[Document, ...]]) -> None:
    documents = write("Rebels shelled Kosti on Monday, killing nine.", "Войска обстреляли город.")
    here = ReaderHere(shared_engine())
    with Workers(Resources(), 1) as workers:
        assert workers.digest == here.digest
        [(_, there)] = workers.read([documents])
    [(_, found)] = here.read([documents])
    assert there[0] == found[0]
    assert str(there[1]) == str(found[1])


@pytest.fixture
def write() -> Callable[..., tuple[Document, ...]]:
    return chunk
