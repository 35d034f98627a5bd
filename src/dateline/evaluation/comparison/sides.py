"""Bring in a side of a comparison: what a store's engine read, one source of it, or a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...codebook import Codebook
from ...config import PROJECT_FILE, store_location
from ...consolidation import consolidate
from ...consolidation.compare import World
from ...errors import UsageError
from ...exports.jsonl import read_jsonl
from ...exports.views import As, load_views
from ...pipeline.events.coding import Locate, make_coding
from ...sources.coded import Description, find_events, open_table
from ...store import Store, open_store
from ...types import ClaimId, Document, Event, Failure, Reading
from .weighing import Coded

SQLITE = b"SQLite format 3\0"
AS_IT_IS = Description()
SHORT = 8  # characters of an id that tell some thousand records apart


@dataclass(frozen=True, slots=True)
class Side:
    """What one side has, and the rows of it that could not be read."""

    name: str
    events: tuple[Coded, ...]
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What sides are opened with."""

    store: str  # the current one's path or URL
    codebook: Codebook
    world: World
    registers: tuple[Path, ...] = ()
    locate: Locate | None = None
    description: Description = AS_IT_IS
    since: date | None = None
    until: date | None = None
    country: str | None = None

    def open(self, said: str) -> Side:
        """The side that words name: a project, a store, a file, or a source in this store."""
        side = self._find(said)
        events = tuple(coded for coded in side.events if self._is_wanted(coded))
        return Side(side.name, events, side.failures)

    def _find(self, said: str) -> Side:
        path = Path(said)
        if "://" in said:
            return self._read_store(said, said)
        if path.is_dir() and path.resolve() == Path.cwd():
            return self._read_store(said, self.store)
        if (path / PROJECT_FILE).exists():
            return self._read_store(said, store_location(None, {}, path))
        if not path.is_file():
            return self._read_source(said)
        with path.open("rb") as file:
            if file.read(len(SQLITE)) == SQLITE:
                return self._read_store(said, said)
        return self._read_lines(path) if path.suffix == ".jsonl" else self._read_table(path)

    def _is_wanted(self, coded: Coded) -> bool:
        if load_views().verdict(coded.event).exported is As.OUT:
            return False
        location = coded.event.location
        if self.country is not None and (location is None or location.country != self.country):
            return False
        if self.since is None and self.until is None:
            return True
        if coded.days is None:
            return False
        first, last = coded.days
        return (self.since is None or last >= self.since) and (
            self.until is None or first <= self.until
        )

    # ---- where events come from ----

    def _read_store(self, said: str, location: str) -> Side:
        """What the engine read in a store, whoever else coded there."""
        with open_store(location, create=False) as store:
            readings = [pair for pair in store.current_readings() if pair[1].coder is None]
            return Side(said, tuple(self._join(readings, store)))

    def _read_source(self, name: str) -> Side:
        """What one source in this store says: each row of a coder's, or what was read of it."""
        with open_store(self.store, create=False) as store:
            readings = list(store.current_readings())
            own = [pair for pair in readings if pair[0].source == name]
            if not own:
                known = ", ".join(sorted({document.source for document, _ in readings}))
                raise UsageError(
                    f"{name!r} is no file, no folder with {PROJECT_FILE}, and no source or coder "
                    f"of {store.name}"
                    f"{': there are ' + known if known else ', which holds nothing'}"
                )
            by_hand = [pair for pair in own if pair[1].coder is not None]
            by_engine = [pair for pair in own if pair[1].coder is None]
            events = [self._one(document, reading) for document, reading in by_hand]
            return Side(name, (*events, *self._join(by_engine, store)))

    def _read_lines(self, path: Path) -> Side:
        """Dateline's own export."""
        with path.open(encoding="utf-8") as stream:
            try:
                lines = read_jsonl(stream)
            except ValueError as error:
                raise UsageError(f"{path}: no export of Dateline: {error}") from error
        return Side(str(path), tuple(Coded(line.event.id[:SHORT], line.event) for line in lines))

    def _read_table(self, path: Path) -> Side:
        table = open_table(path, self.codebook, self.description)
        coding = make_coding(table, registers=self.registers, locate=self.locate)
        events, failures = [], []
        for row in find_events(table):
            if isinstance(row, Failure):
                failures.append(row)
            else:
                events.append(self._one(*coding(row)))
        if not events:
            raise UsageError(f"{path}: no row can be read: {failures[0].problem}")
        return Side(str(path), tuple(events), tuple(failures))

    # ---- how they become events ----

    def _one(self, document: Document, reading: Reading) -> Coded:
        """A coder's row is one event, whatever another row says."""
        (event,) = self._consolidate([(document, reading)])
        return Coded(document.address.rpartition("#")[2], event)

    def _join(self, readings: Iterable[tuple[Document, Reading]], store: Store) -> Iterator[Coded]:
        """Reports become events as ever, under the ids that the store's events have."""
        ids: dict[ClaimId, str] = {claim: e.id for e in store.events() for claim in e.claims}
        for event in self._consolidate(readings):
            yield Coded(ids.get(event.claims[0], event.id)[:SHORT], event)

    def _consolidate(self, readings: Iterable[tuple[Document, Reading]]) -> tuple[Event, ...]:
        world = self.world
        return consolidate(readings, hierarchy=world.hierarchy, kinds=world.kinds).events
