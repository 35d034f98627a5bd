"""Read many documents into a store: one transaction each, and a record of each that failed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol

from ..analysis.text.language import find_language
from ..errors import DocumentError
from ..sources import File, Said, extract, original_of, read_bytes
from ..store import Store
from ..types import Claim, Document, DocumentId, Failure, Original, Reading

logger = logging.getLogger(__name__)

NOTHING_SAID = Said()

# Documents parsed at one go. On the sample dispatches 32 read a quarter faster than one by one;
# more gain nothing.
AT_ONE_GO = 32


class Reader(Protocol):
    """What turns a document into a reading."""

    @property
    def digest(self) -> str:
        """Names engine, codebook and data together."""

    def check(self, document: Document) -> None:
        """``DocumentError`` if it cannot be read."""

    def read(self, document: Document) -> Reading:
        """Read one document."""

    def read_each(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """Read documents in order."""


@dataclass(slots=True)
class Tally:
    """What a run did so far."""

    documents: int = 0  # seen
    unchanged: int = 0  # already in the store, read by the same engine
    claims: int = 0
    words: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Documents that the store now holds a reading of."""
        return self.documents - len(self.failures)


@dataclass(frozen=True, slots=True)
class Change:
    """What a new reading of a document changed: what only the old, and only the new one has."""

    document: Document
    gone: tuple[Claim, ...]
    new: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A file whose document is known and waits to be read."""

    address: str  # as a failure names it
    original: Original | None  # None: it is kept already
    document: Document


def read_files(
    files: Iterable[File],
    reader: Reader,
    store: Store,
    *,
    said: Said = NOTHING_SAID,
    seen: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Read files into the store; what fails is recorded with its reason, and the run goes on."""
    tally = Tally()
    waiting: list[_Fetched] = []
    for file in files:
        tally.documents += 1
        fetched = _fetch(file, reader, store, said, tally)
        if fetched is not None:
            waiting.append(fetched)
        if len(waiting) == AT_ONE_GO:
            _read_all(waiting, reader, store, tally)
            waiting.clear()
        seen(tally)
    _read_all(waiting, reader, store, tally)
    tally.failures.sort(key=lambda failure: failure.address)
    return tally


def read_unread(
    reader: Reader,
    store: Store,
    *,
    stop: Callable[[], bool] = lambda: False,
    seen: Callable[[Tally, int], None] = lambda tally, total: None,
) -> Tally:
    """Read the documents that were taken in and not read yet; ``seen`` hears how many there are."""
    tally = Tally()
    ids = [document.id for document in store.unread_documents()]
    for at in range(0, len(ids), AT_ONE_GO):
        if stop():
            break
        chunk = ids[at : at + AT_ONE_GO]
        tally.documents += len(chunk)
        waiting = [
            _Fetched(document.address, None, document)
            for document in map(store.get_document, chunk)
            if _is_readable(document, reader, store, tally)
        ]
        _read_all(waiting, reader, store, tally)
        seen(tally, len(ids))
    tally.failures.sort(key=lambda failure: failure.address)
    return tally


def _is_readable(document: Document, reader: Reader, store: Store, tally: Tally) -> bool:
    """Whether a document can be read; why not is recorded."""
    readable = []
    with _recording(document.address, store, tally, document) as at:
        at.step = "read"
        reader.check(document)
        readable.append(document)
    return bool(readable)


def _fetch(file: File, reader: Reader, store: Store, said: Said, tally: Tally) -> _Fetched | None:
    """A file's document, if it is to be read; why not is recorded."""
    fetched: _Fetched | None = None
    with _recording(file.address, store, tally) as at:
        original = original_of(file, read_bytes(file), said=said)
        at.step = "extract"
        document = extract(original)
        document = replace(document, language=document.language or find_language(document.text))
        at.document = document
        at.step = "read"
        if store.has_reading(document.id, reader.digest):
            tally.unchanged += 1
        else:
            reader.check(document)
            fetched = _Fetched(file.address, original, document)
    return fetched


def _read_all(waiting: Sequence[_Fetched], reader: Reader, store: Store, tally: Tally) -> None:
    """Read what waits at one go; if one of them breaks it, each by itself."""
    try:
        readings: Sequence[Reading | None] = list(
            reader.read_each([fetched.document for fetched in waiting])
        )
    except Exception:  # noqa: BLE001 - which one it is shows when each is read by itself
        readings = [None] * len(waiting)
    for fetched, reading in zip(waiting, readings, strict=True):
        document = fetched.document
        with _recording(fetched.address, store, tally, document) as at:
            at.step = "read"
            found = reading or reader.read(document)
            at.step = "store"
            store.add(document, found, original=fetched.original, fetched=datetime.now(UTC))
            tally.claims += len(found.claims)
            tally.words += len(document.text.split())


@dataclass(slots=True)
class _Progress:
    """How far one document has come."""

    step: str = "fetch"
    document: Document | None = None


@contextmanager
def _recording(
    address: str, store: Store, tally: Tally, document: Document | None = None
) -> Iterator[_Progress]:
    """Record what goes wrong with one document, and let the run go on."""
    at = _Progress(document=document)
    try:
        yield at
    except DocumentError as error:
        problem = error.problem
    except Exception as error:  # noqa: BLE001 - a bug in one document must not lose the others
        problem = _report_bug(address, at.step, error)
    else:
        return
    failure = Failure(address, at.step, problem, _id(at.document))
    tally.failures.append(_record(store, failure, at.document))


def _report_bug(address: str, step: str, error: Exception) -> str:
    """Keep a bug's traceback for whoever mends it, and its last line for the record."""
    logger.exception("%s: a bug in Dateline, at the step %r", address, step)
    return f"a bug in Dateline: {type(error).__name__}: {error}"


def _id(document: Document | None) -> DocumentId | None:
    return document.id if document else None


def _record(store: Store, failure: Failure, document: Document | None) -> Failure:
    store.add_failure(failure, document=document)
    return failure


def reread(
    reader: Reader,
    store: Store,
    *,
    seen: Callable[[Tally], None] = lambda tally: None,
) -> Iterator[Change]:
    """Read the latest documents anew where engine or data changed, yielding what is different.

    What a person coded by hand stays as it is.
    """
    tally = Tally()
    for document in list(store.latest_documents()):
        tally.documents += 1
        if not store.has_reading(document.id, reader.digest):
            change = _reread(document, reader, store, tally)
            if change is not None:
                yield change
        seen(tally)


def _reread(document: Document, reader: Reader, store: Store, tally: Tally) -> Change | None:
    before = store.current_reading(document.id)
    if before is not None and before.coder is not None:
        return None  # a person's word
    try:
        reading = reader.read(document)
        store.add_reading(reading)
    except DocumentError as error:
        _add_failure(document, error.problem, store, tally)
        return None
    except Exception as error:  # noqa: BLE001 - a bug in one document must not lose the others
        _add_failure(document, _report_bug(document.address, "read", error), store, tally)
        return None
    old = {claim.id: claim for claim in before.claims} if before else {}
    new = {claim.id: claim for claim in reading.claims}
    gone = tuple(claim for id, claim in old.items() if id not in new)
    added = tuple(claim for id, claim in new.items() if id not in old)
    return Change(document, gone, added) if gone or added else None


def _add_failure(document: Document, problem: str, store: Store, tally: Tally) -> None:
    failure = Failure(document.address, "read", problem, document.id)
    tally.failures.append(_record(store, failure, None))
