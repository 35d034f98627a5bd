"""Take hand-coded rows into a store: one transaction each, and a record of each that failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...errors import DocumentError
from ...sources.coded import CodedEvent, Table, find_events
from ...store import Store
from ...types import Failure
from .coding import Coding


@dataclass(slots=True)
class ImportTally:
    """What an import did so far."""

    rows: int = 0
    unchanged: int = 0  # in the store as they are, coded so
    failures: list[Failure] = field(default_factory=list)

    @property
    def coded(self) -> int:
        """Rows that the store now holds a claim of."""
        return self.rows - len(self.failures)


def import_events(
    table: Table,
    coding: Coding,
    store: Store,
    *,
    seen: Callable[[ImportTally], None] = lambda tally: None,
) -> ImportTally:
    """Keep each row as a document with its coder's claim; a row that changed is a new version."""
    tally = ImportTally()
    for event in find_events(table):
        tally.rows += 1
        failure = event if isinstance(event, Failure) else _import(event, coding, store, tally)
        if failure is not None:
            store.add_failure(failure)
            tally.failures.append(failure)
        seen(tally)
    return tally


def _import(event: CodedEvent, coding: Coding, store: Store, tally: ImportTally) -> Failure | None:
    document, reading = coding(event)
    try:
        added = store.add(document, reading, latest=True)
    except DocumentError as error:
        return Failure(error.address, "store", error.problem)
    tally.unchanged += not (added.document or added.reading)
    return None
