"""Read chunks of documents in this process, or in several that each hold the model."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from queue import LifoQueue
from typing import Protocol, Self, TypeVar

from ...config import Resources
from ...errors import DocumentError
from ...types import Document
from ..processes.child_side import portable
from ..processes.children import Child, ChildLostError
from .chunks import Outcome, Reader, read_chunk
from .engine import Engine, load_engine
from .gazetteers import Progress, open_places
from .library import shared_engine

# To load a model takes as long as to read about this many documents: 2.7 s, and 20 ms for each of
# 170 words.
WORTH_A_WORKER = 130
# A chunk of the largest documents takes a minute; what takes longer hangs.
READ_SECONDS = 600.0
# Chunks on their way for each worker: one that takes long does not keep the others waiting.
AHEAD = 3
# Workers that each use all cores would be in each other's way.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)

Answer = TypeVar("Answer")
Chunk = tuple[Document, ...]


class Readers(Protocol):
    """What reads chunks of documents."""

    @property
    def digest(self) -> str:
        """Names what reads them."""

    def read(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
        """Each chunk, in order, with what came of its documents."""


@dataclass(frozen=True, slots=True)
class ReaderHere:
    """Reads in this process."""

    reader: Reader

    @property
    def digest(self) -> str:
        """Names what reads."""
        return self.reader.digest

    def read(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
        """Each chunk, in order, with what came of its documents."""
        for chunk in chunks:
            yield chunk, read_chunk(self.reader, chunk)


class Workers:
    """Reads in processes that each load the engine when there is a chunk for it.

    A document that ends its process is found by reading the chunk one by one.
    """

    def __init__(self, resources: Resources, number: int) -> None:
        self.resources = resources
        self.number = number
        self.children = tuple(
            Child(seconds=READ_SECONDS, variables=ONE_THREAD) for _ in range(number)
        )
        # The one that read last reads next: what one can do needs no second one.
        self._idle: LifoQueue[Child] = LifoQueue()
        for child in self.children:
            self._idle.put(child)
        self._threads = ThreadPoolExecutor(number)
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        for child in self.children:
            child.stop()
        self._threads.shutdown(cancel_futures=True)
        for child in self.children:
            child.close()

    @cached_property
    def digest(self) -> str:
        """Names what reads."""
        return self._lend(lambda child: child.call(digest_in_child, self.resources))

    def read(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
        """Each chunk, in order, with what came of its documents."""
        on_their_way: deque[tuple[Chunk, Future[list[Outcome]]]] = deque()
        for chunk in chunks:
            on_their_way.append((chunk, self._threads.submit(self._read, chunk)))
            if len(on_their_way) == AHEAD * self.number:
                first, found = on_their_way.popleft()
                yield first, found.result()
        for waiting, found in on_their_way:
            yield waiting, found.result()

    def _read(self, chunk: Chunk) -> list[Outcome]:
        try:
            return self._lend(lambda child: child.call(read_in_child, self.resources, chunk))
        except ChildLostError as error:
            if self._closed or len(chunk) == 1:
                return [DocumentError(document.address, str(error)) for document in chunk]
        return [outcome for document in chunk for outcome in self._read((document,))]

    def _lend(self, ask: Callable[[Child], Answer]) -> Answer:
        child = self._idle.get()
        try:
            return ask(child)
        finally:
            self._idle.put(child)


@lru_cache(1)
def _load(resources: Resources) -> Engine:
    return load_engine(**asdict(resources))


def digest_in_child(resources: Resources) -> str:
    """What a worker reads with."""
    return _load(resources).digest


def read_in_child(resources: Resources, chunk: Chunk) -> list[Outcome]:
    """What a worker finds, fit for the way to its parent."""
    return [
        portable(outcome) if isinstance(outcome, Exception) else outcome
        for outcome in read_chunk(_load(resources), chunk)
    ]


@contextmanager
def open_readers(
    resources: Resources,
    *,
    documents: int,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Readers]:
    """What reads so many documents best: so many workers, or as many as there are cores.

    Where there are few documents this process reads them itself, unless workers are asked for.
    """
    number = workers or min(count_cores(), documents // WORTH_A_WORKER)
    if number < 2 and workers is None:
        yield ReaderHere(shared_engine(**asdict(resources), progress=progress))
        return
    open_places(resources.gazetteer, progress=progress)  # once, where it is not built yet
    with Workers(resources, number) as reading:
        yield reading


def count_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
