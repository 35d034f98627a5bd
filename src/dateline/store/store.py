"""Open a store, and everything it can be asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ParamSpec, Self, TypeVar

from sqlalchemy import Connection

from ..errors import UsageError
from ..types import (
    Claim,
    ClaimId,
    Decision,
    DecisionId,
    Document,
    DocumentId,
    Event,
    EventId,
    Failure,
    KindId,
    Original,
    Reading,
    ReadingId,
    Source,
    Status,
    Wanted,
)
from . import (
    backup,
    claims,
    decisions,
    doctor,
    documents,
    events,
    evidence,
    failures,
    forgetting,
    ids,
    leases,
    originals,
    readings,
    sources,
)
from .database import Database, open_database
from .filing import Filing
from .migrations import MIGRATIONS, find_version, migrate
from .records import (
    Added,
    Evidence,
    Fetch,
    Forgotten,
    Found,
    Item,
    Problem,
    RecordKind,
    SourceState,
    Tombstone,
    Visit,
)

ALL = Wanted()

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def open_store(location: str | Path, *, create: bool = True) -> Store:
    """Open the store at a path or URL, bring its tables up to date, and make it if it is not there.

    A store of a newer Dateline, and a database of another program, are refused.
    """
    database = open_database(location, create=create)
    try:
        prepare(database)
    except BaseException:
        database.close()
        raise
    return Store(database)


def prepare(database: Database) -> None:
    """Run the migrations that a store lacks, each in a transaction, after a copy was made."""
    with database.reading() as connection:
        version = find_version(connection, database.name)
    if version == len(MIGRATIONS):
        return
    if version:
        backup.copy_before_migration(database, version)
    else:
        database.keep_log()
    for number in range(version, len(MIGRATIONS)):
        with database.writing() as connection:
            migrate(connection, name=database.name, to=number + 1)


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. Every method is one transaction; what it acknowledged is on the disk.

    Iterators show the store as it was when the first record was asked for. Their order does not
    depend on the order of arrival.
    """

    database: Database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Its path or URL as people may see it, without a password."""
        return self.database.name

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    # ---- documents and readings --------------------------------------------------------------

    def add(
        self,
        document: Document,
        reading: Reading,
        *,
        original: Original | None = None,
        fetched: datetime | None = None,
        latest: bool = False,
    ) -> Added:
        """Keep a document and what was found in it, in one transaction; twice changes nothing.

        A failure recorded for the address is cleared. With ``latest`` this is the version that
        stands there now, even if it came before and was replaced. ``DocumentError`` for a document
        that was forgotten, or a reading whose spans are not the document's words.
        """
        with self.database.writing() as connection:
            new = documents.add_document(connection, document, original=original, fetched=fetched)
            if latest and not new:
                new = documents.make_latest(connection, document)
            stored = documents.lock_document(connection, document.id) or document
            read = readings.add_reading(connection, reading, stored, complete=True)
            failures.clear_failure(connection, document.address)
            return Added(new, read)

    def add_document(
        self,
        document: Document,
        *,
        original: Original | None = None,
        fetched: datetime | None = None,
    ) -> bool:
        """Keep a document that is not read yet; whether it is new."""
        with self.database.writing() as connection:
            return documents.add_document(connection, document, original=original, fetched=fetched)

    def add_reading(self, reading: Reading, *, complete: bool = True) -> bool:
        """Keep a reading of a document that is kept; whether anything changed."""
        with self.database.writing() as connection:
            document = documents.lock_document(connection, reading.document)
            if document is None:
                raise UsageError(f"no document {reading.document}: add it before its reading")
            if complete:
                failures.clear_failure(connection, document.address)
            return readings.add_reading(connection, reading, document, complete=complete)

    def add_failure(
        self,
        failure: Failure,
        *,
        document: Document | None = None,
        original: Original | None = None,
    ) -> bool:
        """Keep why an address failed, with its document or the bytes that gave none.

        Whether that is news.
        """
        with self.database.writing() as connection:
            if document is not None:
                documents.add_document(connection, document)
            if original is not None:
                originals.keep_failed(connection, failure.address, original)
            return failures.add_failure(connection, failure)

    def get_document(self, prefix: str) -> Document:
        """The document whose id begins with these characters."""
        with self.database.reading() as connection:
            found = ids.find_id(connection, prefix, RecordKind.DOCUMENT)
            return present(documents.get_document(connection, DocumentId(found.id)))

    def get_reading(self, prefix: str) -> Reading:
        """The reading whose id begins with these characters."""
        with self.database.reading() as connection:
            found = ids.find_id(connection, prefix, RecordKind.READING)
            return present(readings.get_reading(connection, ReadingId(found.id)))

    def get_claim(self, prefix: str) -> Claim:
        """The claim whose id begins with these characters, of whatever reading."""
        with self.database.reading() as connection:
            found = ids.find_id(connection, prefix, RecordKind.CLAIM)
            return present(claims.get_claim(connection, ClaimId(found.id)))

    def documents(self) -> Iterator[Document]:
        """Every version of every document, oldest first, undated last."""
        return self._each(documents.find_documents)

    def latest_ids(self) -> tuple[DocumentId, ...]:
        """The ids of the latest version at each address of each source, in their order."""
        return self.database.ask(documents.find_latest_ids)

    def unread_ids(self) -> tuple[DocumentId, ...]:
        """The latest versions that no engine read yet, without those that failed."""
        return self.database.ask(documents.find_unread)

    def successors(self, replaced: Collection[DocumentId]) -> dict[DocumentId, DocumentId]:
        """The current version of each of some documents that an edit replaced."""
        return self.database.ask(documents.find_successors, replaced)

    def count_documents(self) -> int:
        """How many versions of documents there are."""
        return self.database.ask(documents.count_documents)

    def fetches(self, document: DocumentId) -> tuple[Fetch, ...]:
        """When a document was first read from each source."""
        return self.database.ask(documents.find_fetches, document)

    def get_original(self, document: DocumentId) -> Original | None:
        """What a document was made from, if it was kept."""
        return self.database.ask(originals.get_original, document)

    def get_failed_original(self, address: str) -> Original | None:
        """What gave no document at an address, if it was kept."""
        return self.database.ask(originals.get_failed, address)

    def failures(self) -> tuple[Failure, ...]:
        """The last failure of each address that has not succeeded since."""
        return self.database.ask(failures.find_failures)

    def get_failure(self, address: str) -> Failure | None:
        """Why an address failed, if it has not succeeded since."""
        return self.database.ask(failures.get_failure, address)

    def clear_failure(self, address: str) -> None:
        """Forget a failure, and what it kept; where there is none nothing is written."""
        if self.get_failure(address) is None:
            return
        with self.database.writing() as connection:
            failures.clear_failure(connection, address)

    def unread_by(self, digest: str, documents: Sequence[DocumentId]) -> tuple[Document, ...]:
        """Those of some documents whose current reading is not by this digest, in their order.

        What a person coded by hand counts as read; what was forgotten is left out.
        """
        return self.database.ask(readings.find_unread_by, digest, documents)

    def current_reading(self, document: DocumentId) -> Reading | None:
        """The newest complete reading of a document."""
        return self.database.ask(readings.current_reading, document)

    def readings(self, document: DocumentId) -> tuple[Reading, ...]:
        """Every reading of a document, the current one last; broken-off ones too."""
        return self.database.ask(readings.find_readings, document)

    def current_readings(self) -> Iterator[tuple[Document, Reading]]:
        """Every document that was read, with its current reading, in the order of documents.

        Of several versions at an address, the latest.
        """
        return self._each(readings.find_current)

    def claims(
        self,
        *,
        document: DocumentId | None = None,
        kind: KindId | None = None,
        status: Status | None = None,
    ) -> Iterator[Claim]:
        """The claims of current readings, in the order of documents and then of the reading."""

        def find(connection: Connection) -> Iterator[Claim]:
            return claims.find_claims(connection, document=document, kind=kind, status=status)

        return self._each(find)

    def get_claims(self, wanted: Collection[ClaimId]) -> dict[ClaimId, Claim]:
        """Some claims by their ids, of whatever reading."""
        return self.database.ask(claims.get_claims, wanted)

    def get_documents(self, wanted: Collection[DocumentId]) -> tuple[Document, ...]:
        """Some documents by their ids."""
        return self.database.ask(documents.get_documents, wanted)

    def evidence(self, claim: ClaimId) -> tuple[Evidence, ...]:
        """The words behind every value of a claim."""
        return self.database.ask(evidence.get_evidence, claim)

    # ---- sources -----------------------------------------------------------------------------

    def set_sources(self, said: Iterable[Source]) -> None:
        """Keep what is said of sources now; of those that are gone, what was said stays."""
        with self.database.writing() as connection:
            sources.set_sources(connection, said)

    def sources(self) -> tuple[Source, ...]:
        """Every source there ever was, by name."""
        return self.database.ask(sources.find_sources)

    def source_states(self) -> tuple[SourceState, ...]:
        """How each source is doing, by name."""
        return self.database.ask(sources.find_states)

    def get_visit(self, source: str, address: str) -> Visit | None:
        """The last visit to an address for a source."""
        return self.database.ask(sources.get_visit, source, address)

    def find_item(self, source: str, *, guid: str, address: str) -> Item | None:
        """What is remembered of an item: by what its feed calls it, else by its address."""
        return self.database.ask(sources.find_item, source, guid=guid, address=address)

    def items(self, source: str) -> tuple[Item, ...]:
        """The items of a feed, the oldest first."""
        return self.database.ask(sources.find_items, source)

    def latest_at(self, source: str, address: str) -> Document | None:
        """The latest version of a source's document at an address."""
        return self.database.ask(documents.latest_at, source, address)

    def take_in(
        self,
        visit: Visit | None,
        *,
        document: Document | None = None,
        original: Original | None = None,
        item: Item | None = None,
        fetched: datetime | None = None,
    ) -> bool:
        """Keep a visit and all that came of it, in one transaction; whether a document was new.

        A visit with a problem is a failure of its address, with the original that gave no
        document; one without clears it. ``fetched`` is when a crawler had the document, else now.
        """
        with self.database.writing() as connection:
            if visit is not None:
                sources.set_visit(connection, visit)
                step = "fetch" if original is None else "extract"
                failures.note_visit(connection, visit, step=step)
            if item is not None:
                sources.set_item(connection, item)
            if document is None:
                if visit is not None and original is not None:
                    originals.keep_failed(connection, visit.address, original)
                return False
            fetched = fetched or (visit.at if visit else None)
            return documents.add_document(connection, document, original=original, fetched=fetched)

    # ---- events and decisions ----------------------------------------------------------------

    def set_events(
        self, events_now: Iterable[Event], redirects: Mapping[EventId, EventId] | None = None
    ) -> bool:
        """Replace the computed events; whether anything changed.

        ``redirects`` says what the ids that vanished became.
        """
        with self.database.writing() as connection:
            return events.set_events(connection, events_now, redirects or {})

    def events(
        self, wanted: Wanted = ALL, *, after: EventId | None = None, limit: int | None = None
    ) -> Iterator[Event]:
        """The computed events that fit, in their order: oldest first, undated last.

        ``after`` and ``limit`` make pages of them.
        """

        def find(connection: Connection) -> Iterator[Event]:
            return events.find_events(connection, wanted, after=after, limit=limit)

        return self._each(find)

    def count_events(self, wanted: Wanted = ALL, *, at_most: int | None = None) -> int:
        """How many of the computed events fit, counted no further than asked."""
        return self.database.ask(events.count_events, wanted, at_most=at_most)

    def get_event(self, prefix: str) -> Event:
        """The event whose id, or an id that was merged into it, begins with these characters."""
        with self.database.reading() as connection:
            found = ids.find_id(connection, prefix, RecordKind.EVENT)
            return present(events.get_event(connection, EventId(found.id)))

    def redirects(self) -> dict[EventId, EventId]:
        """Where the ids of merged events lead."""
        return self.database.ask(events.find_redirects)

    def add_decision(self, decision: Decision) -> bool:
        """Keep what a reviewer did; whether it is new. It is never changed or removed."""
        with self.database.writing() as connection:
            return decisions.add_decision(connection, decision)

    def decisions(self, document: DocumentId | None = None) -> tuple[Decision, ...]:
        """What reviewers did, in the order it came."""
        return self.database.ask(decisions.find_decisions, document)

    def get_decision(self, prefix: str) -> Decision:
        """The decision whose id begins with these characters."""
        with self.database.reading() as connection:
            found = ids.find_id(connection, prefix, RecordKind.DECISION)
            return present(decisions.get_decision(connection, DecisionId(found.id)))

    def find_id(self, prefix: str) -> Found:
        """The one record of any kind whose id begins with these six or more characters.

        ``UsageError`` names the candidates when there are several, and says when there is none.
        """
        return self.database.ask(ids.find_id, prefix, None)

    @property
    def filing(self) -> Filing:
        """What is filed of the claims that events rest on."""
        return Filing(self.database)

    # ---- leases ------------------------------------------------------------------------------

    def lease(self, names: Collection[str], *, owner: str, seconds: float) -> tuple[str, ...]:
        """Take work that no other process holds, by names, for so long; which of it is one's own.

        What one holds already is held for longer; what another let expire is free.
        """
        with self.database.writing() as connection:
            return leases.lease(connection, names, owner=owner, seconds=seconds)

    def lease_owners(self, names: Collection[str]) -> tuple[str, ...]:
        """Who holds some names, or did until the lease expired."""
        return self.database.ask(leases.find_owners, names)

    def release(self, names: Collection[str], *, owner: str) -> None:
        """Give work back."""
        with self.database.writing() as connection:
            leases.release(connection, names, owner=owner)

    # ---- care --------------------------------------------------------------------------------

    def forget(self, prefix: str, *, reason: str) -> Forgotten:
        """Remove a document, all that came from it and every trace of its words.

        Its id, the reason and the time stay as a tombstone, and it is not taken in again. Events
        that rest on other documents too are bare until they are computed again. Forgetting twice
        finishes what was interrupted.
        """
        with self.database.writing() as connection:
            document = forgetting.find_document(connection, prefix)
            forgotten = forgetting.forget(
                connection,
                document,
                reason=reason,
                copies=backup.find_copies(self.database.path),
            )
        forgetting.scrub(self.database)
        return forgotten

    def tombstones(self) -> tuple[Tombstone, ...]:
        """The documents that were forgotten, the first one first."""
        return self.database.ask(forgetting.find_tombstones)

    def backup(self, target: Path) -> None:
        """Write everything to a new file that ``restore`` reads, into either database."""
        self.database.ask(backup.write_backup, target)

    def doctor(self) -> tuple[Problem, ...]:
        """What is not as it must be, each with what to do about it."""
        return doctor.examine(self.database)

    def _each(self, find: Callable[[Connection], Iterator[Answer]]) -> Iterator[Answer]:
        with self.database.reading() as connection:
            yield from find(connection)


def present(record: Answer | None) -> Answer:
    """A record that was found a moment ago in the same view of the store."""
    assert record is not None
    return record
