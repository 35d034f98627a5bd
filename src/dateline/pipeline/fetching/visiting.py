"""Ask for one address, keep what it gave or why it gave nothing, and remember when to ask again."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from ...errors import DocumentError, FetchError, RunError
from ...sources import Said
from ...sources.fetching import Fetched, Fetcher, Known
from ...store import Item, SourceState, Store, Visit
from ...types import Document, Failure, Original, Source
from ..processes.bugs import report_bug
from ..processes.crashing import crash_at
from ..processes.leasing import Leases
from ..processes.sandbox import Sandbox
from ..reading.extracting import Extraction, NoDocumentError
from .revisiting import is_waiting, retry_at

NOTHING_KNOWN = Known()


def to_be_had_whole(visit: Visit) -> Visit:
    """A visit after which all is asked for again, and not whether it changed."""
    return replace(visit, etag=None, modified=None)


@dataclass(frozen=True, slots=True)
class Planned:
    """A source, and how to go about it."""

    source: Source
    path: Path | None = None  # of files and lists on disk
    pages: bool = True
    own: bool = False  # the user vouches for its host: its pages are looked at each time
    columns: Mapping[str, str] = field(default_factory=dict)  # of its tables: what each holds

    @property
    def name(self) -> str:
        """The source's name."""
        return self.source.name

    @property
    def location(self) -> str:
        """The source's location."""
        return self.source.location

    @property
    def said(self) -> Said:
        """What its user says of what is in its files."""
        return Said(source=self.name, columns=self.columns)


@dataclass(slots=True)
class FetchTally:
    """What a fetch did so far."""

    sources: int = 0
    failed: int = 0  # sources whose own address or path gave nothing
    new: int = 0
    versions: int = 0  # new, at an address that had a document
    waiting: int = 0  # not asked for: their hosts want time, or they failed again and again
    quarantined: int = 0  # the bytes that gave no document before; not tried again
    elsewhere: int = 0  # sources that another process asks
    left: int = 0  # beyond the limit of one go
    late: list[str] = field(default_factory=list)  # sources that were left when their time was over
    surging: list[SourceState] = field(default_factory=list)  # that gave many times the usual
    failures: list[Failure] = field(default_factory=list)
    same: set[tuple[str, str]] = field(default_factory=set)  # sources and addresses

    @property
    def unchanged(self) -> int:
        """How many addresses gave what they gave before."""
        return len(self.same)


@dataclass
class Go:
    """One go through some sources: what it works with, and what it did so far."""

    store: Store
    fetcher: Fetcher
    sandbox: Sandbox
    items: int = 1_000  # new ones taken of one feed or list
    seconds: float = 1_800.0  # for one source, so that a slow one leaves time for the others
    insist: bool = False  # ask for what failed again and again all the same
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    stop: Callable[[], bool] = lambda: False
    seen: Callable[[FetchTally], None] = lambda tally: None
    tally: FetchTally = field(default_factory=FetchTally)
    extract: Extraction = field(init=False)
    leases: Leases = field(init=False)

    def __post_init__(self) -> None:
        self.extract = Extraction(self.store, self.sandbox, self.now)
        self.leases = Leases(self.store)
        self._end = math.inf

    def begin(self) -> None:
        """Give the next source its time."""
        self._end = time.monotonic() + self.seconds

    def is_late(self) -> bool:
        """Whether the time of a source is over."""
        return time.monotonic() > self._end

    def is_over(self) -> bool:
        """Whether to leave the rest of a source for the next time."""
        return self.stop() or self.is_late()

    def visit(
        self,
        plan: Planned,
        address: str,
        take: Callable[[Fetched, Visit], None],
        *,
        found_on: str | None = None,
        quietly: bool = False,
    ) -> bool:
        """Ask for an address, unless it is to be left alone, and hand on what it gave.

        Whether that went well. ``quietly``: there is something else to take, so that a failure is
        kept and not told.
        """
        self.leases.renew()
        before = self.store.get_visit(plan.name, address)
        if before and is_waiting(before, now=self.now()) and not self.insist:
            self.tally.waiting += 1
            return False
        known = (
            Known(before.etag, before.modified) if before and before.succeeded else NOTHING_KNOWN
        )
        with self.recording(plan, address, before=before, quietly=quietly) as went_well:
            fetched = self.fetcher.fetch(address, known=known, found_on=found_on)
            take(
                fetched,
                self.success(plan, address, known if fetched.body is None else fetched.known),
            )
        return bool(went_well)

    def success(self, plan: Planned, address: str, known: Known = NOTHING_KNOWN) -> Visit:
        """A visit that went well."""
        now = self.now()
        return Visit(plan.name, address, now, now, known.etag, known.modified)

    def take_in(
        self,
        plan: Planned,
        document: Document,
        original: Original,
        *,
        visit: Visit | None = None,
        item: Item | None = None,
        fetched: datetime | None = None,
    ) -> None:
        """Keep a document, unless its words are those of the latest version already."""
        latest = self.store.latest_at(plan.name, document.address)
        if latest is not None and latest.text == document.text:
            self.store.take_in(visit, item=item)
            self.leave(plan, document.address)
        elif not self.store.take_in(
            visit, document=document, original=original, item=item, fetched=fetched
        ):
            self.leave(plan, document.address)
        else:
            # A feed says that an item is as before, and then its page may not be.
            self.tally.same.discard((plan.name, document.address))
            self.tally.new += latest is None
            self.tally.versions += latest is not None
        crash_at("document-taken")

    def leave(self, plan: Planned, address: str) -> None:
        """Count an address that gave what it gave before."""
        self.tally.same.add((plan.name, address))

    @contextmanager
    def recording(
        self,
        plan: Planned,
        address: str,
        *,
        before: Visit | None = None,
        quietly: bool = False,
    ) -> Iterator[list[bool]]:
        """Record what goes wrong with one address, and let the run go on; holds one true if not."""
        went_well: list[bool] = []
        try:
            yield went_well
            went_well.append(True)
        except DocumentError as error:
            self._fail(plan, address, error, before=before, quietly=quietly)
        except RunError:
            raise  # the store fails, not the address
        except Exception as error:  # noqa: BLE001 - a bug with one address must not lose the others
            bug = DocumentError(address, report_bug(address, "fetch", error))
            self._fail(plan, address, bug, before=before)

    def _fail(
        self,
        plan: Planned,
        address: str,
        error: DocumentError,
        *,
        before: Visit | None,
        quietly: bool = False,
    ) -> None:
        now = self.now()
        last = before or Visit(plan.name, address, now)
        failures = last.failures + 1
        asked = error.retry_after if isinstance(error, FetchError) else None
        visit = replace(
            last,
            at=now,
            failures=failures,
            problem=error.problem,
            retry_at=retry_at(failures, asked, now=now),
        )
        failed = error if isinstance(error, NoDocumentError) else None
        self.store.take_in(visit, original=failed.original if failed else None)
        if failed and failed.is_known:
            self.tally.quarantined += 1
        elif not quietly:
            step = "extract" if failed else "fetch"
            self.tally.failures.append(Failure(address, step, error.problem))
