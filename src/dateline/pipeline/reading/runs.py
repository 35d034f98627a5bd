"""Read stored documents: one transaction each with all its claims, and a record of each failure."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ...errors import DocumentError, RunError, UsageError
from ...store import Store
from ...types import Claim, Document, DocumentId, Failure, Reading
from ..processes.bugs import report_bug
from ..processes.crashing import crash_at
from ..processes.leasing import Leases
from .chunks import AT_ONE_GO, Outcome, split
from .readers import Chunk, Readers
from .taking import Taken

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """What a run did so far."""

    total: int = 0  # documents it is to go through
    documents: int = 0  # seen
    unchanged: int = 0  # read by the same engine before
    elsewhere: int = 0  # left to another process, which reads them now
    claims: int = 0
    words: int = 0
    seconds: float = 0.0
    failures: list[Failure] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Documents that the store now holds a reading of."""
        return self.documents - self.elsewhere - len(self.failures)

    def add(self, taken: Taken) -> None:
        """Count the files that these documents came from, and those that gave none."""
        again = taken.files - len(taken.documents) - len(taken.failures)
        self.documents += again + len(taken.failures)
        self.unchanged += again
        self.failures = sorted(
            (*taken.failures, *self.failures), key=lambda failure: failure.address
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What a new reading of a document changed: what only the old, and only the new one has."""

    document: Document
    gone: tuple[Claim, ...]
    new: tuple[Claim, ...]


@dataclass
class Run:
    """One go through stored documents: what it works with, and what it did so far.

    Documents are held some at a time, however many there are. What another process is reading is
    left to it.
    """

    store: Store
    readers: Readers
    stop: Callable[[], bool] = lambda: False
    seen: Callable[[Tally], None] = lambda tally: None
    changed: Callable[[Change], None] | None = None  # to be told what is different
    tally: Tally = field(default_factory=Tally)
    leases: Leases = field(init=False)

    def __post_init__(self) -> None:
        self.leases = Leases(self.store)

    def read(self, documents: Sequence[DocumentId]) -> Tally:
        """Read those of some documents that these readers have not read yet."""
        self.tally.total += len(documents)
        for chunk, outcomes in self.readers.read(self._chunks(documents)):
            for document, outcome in zip(chunk, outcomes, strict=True):
                self._keep(document, outcome)
            self.leases.give_back([_lease_of(document.id) for document in chunk])
            self.leases.renew()
            self.seen(self.tally)
        self.tally.failures.sort(key=lambda failure: failure.address)
        return self.tally

    def _chunks(self, documents: Sequence[DocumentId]) -> Iterator[Chunk]:
        for at in range(0, len(documents), AT_ONE_GO):
            if self.stop():
                return
            yield from split(self._leased(documents[at : at + AT_ONE_GO]))
            self.seen(self.tally)

    def _leased(self, documents: Sequence[DocumentId]) -> tuple[Document, ...]:
        """Those of some documents that are to be read by this process."""
        names = {_lease_of(document): document for document in documents}
        mine = [names[name] for name in self.leases.take(tuple(names))]
        unread = self.store.unread_by(self.readers.digest, mine)
        done = set(mine).difference(document.id for document in unread)
        self.leases.give_back([_lease_of(document) for document in done])
        self.tally.documents += len(documents) - len(unread)
        self.tally.elsewhere += len(documents) - len(mine)
        self.tally.unchanged += len(done)
        return unread

    def _keep(self, document: Document, outcome: Outcome) -> None:
        """Store what was found in a document, or why there is nothing."""
        self.tally.documents += 1
        crash_at("reading-made")
        try:
            if isinstance(outcome, Exception):
                raise outcome
            self._keep_reading(document, outcome)
        except DocumentError as error:
            self._fail(document, error.problem)
        except RunError:
            raise  # the store fails, not the document
        except UsageError:
            logger.info("%s: was forgotten as it was read", document.address)
        except Exception as error:  # noqa: BLE001 - a bug in one document must not lose the others
            self._fail(document, report_bug(document.address, "read", error))
        crash_at("reading-kept")

    def _keep_reading(self, document: Document, reading: Reading) -> None:
        before = self.store.current_reading(document.id) if self.changed else None
        self.store.add_reading(reading)
        self.tally.claims += len(reading.claims)
        self.tally.words += len(document.text.split())
        if self.changed is not None:
            change = _compare(document, before, reading)
            if change.gone or change.new:
                self.changed(change)

    def _fail(self, document: Document, problem: str) -> None:
        failure = Failure(document.address, "read", problem, document.id)
        self.store.add_failure(failure)
        self.tally.failures.append(failure)


def _lease_of(document: DocumentId) -> str:
    return f"document {document}"


def _compare(document: Document, before: Reading | None, now: Reading) -> Change:
    old = {claim.id: claim for claim in before.claims} if before else {}
    new = {claim.id: claim for claim in now.claims}
    return Change(
        document,
        tuple(claim for id, claim in old.items() if id not in new),
        tuple(claim for id, claim in new.items() if id not in old),
    )
