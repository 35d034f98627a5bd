"""Ask for one address, keep what it gave or why it gave nothing, and remember when to ask again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..analysis.text.language import find_language
from ..errors import DocumentError, FetchError, RunError
from ..sources.fetching import Fetched, Fetcher, Known
from ..store import Item, Store, Visit
from ..types import Document, Failure, Original, Source
from .revisiting import retry_at

logger = logging.getLogger(__name__)

# A time of publication that lies ahead is a slip of a clock or of a zone, and no zone is further
# off than this.
AHEAD = timedelta(hours=14)

NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Planned:
    """A source, and how to go about it."""

    source: Source
    path: Path | None = None  # of files and lists on disk
    pages: bool = True
    own: bool = False  # the user vouches for its host: its pages are looked at each time

    @property
    def name(self) -> str:
        """The source's name."""
        return self.source.name

    @property
    def location(self) -> str:
        """The source's location."""
        return self.source.location


@dataclass(slots=True)
class FetchTally:
    """What a fetch did so far."""

    sources: int = 0
    new: int = 0
    versions: int = 0  # new, at an address that had a document
    waiting: int = 0  # not asked for: their hosts want time, or they failed again and again
    left: int = 0  # beyond the limit of one go
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
    items: int = 1_000  # new ones taken of one feed or list
    insist: bool = False  # ask for what failed again and again all the same
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    stop: Callable[[], bool] = lambda: False
    seen: Callable[[FetchTally], None] = lambda tally: None
    tally: FetchTally = field(default_factory=FetchTally)

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
        before = self.store.get_visit(plan.name, address)
        if before and before.retry_at and before.retry_at > self.now() and not self.insist:
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
    ) -> None:
        """Keep a document, unless its words are those of the latest version already."""
        if document.published and document.published > self.now() + AHEAD:
            document = replace(document, published=None, zone=None)
        document = replace(document, language=document.language or find_language(document.text))
        latest = self.store.latest_at(plan.name, document.address)
        if latest is not None and latest.text == document.text:
            self.store.take_in(visit, item=item)
            self.leave(plan, document.address)
        elif not self.store.take_in(visit, document=document, original=original, item=item):
            self.leave(plan, document.address)
        else:
            # A feed says that an item is as before, and then its page may not be.
            self.tally.same.discard((plan.name, document.address))
            self.tally.new += latest is None
            self.tally.versions += latest is not None

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
            asked = error.retry_after if isinstance(error, FetchError) else None
            self._fail(plan, address, error.problem, asked, before=before, quietly=quietly)
        except RunError:
            raise  # the store fails, not the address
        except Exception as error:
            logger.exception("%s: a bug in Dateline, when it was fetched", address)
            problem = f"a bug in Dateline: {type(error).__name__}: {error}"
            self._fail(plan, address, problem, None, before=before)

    def _fail(
        self,
        plan: Planned,
        address: str,
        problem: str,
        asked: float | None,
        *,
        before: Visit | None,
        quietly: bool = False,
    ) -> None:
        now = self.now()
        last = before or Visit(plan.name, address, now)
        failures = last.failures + 1
        visit = replace(
            last,
            at=now,
            failures=failures,
            problem=problem,
            retry_at=retry_at(failures, asked, now=now),
        )
        self.store.take_in(visit)
        if not quietly:
            self.tally.failures.append(Failure(address, "fetch", problem))
