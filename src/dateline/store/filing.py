"""What is filed of the claims that events rest on, so that a new document touches few events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..types import Document, DocumentId, Event, EventId, Reading
from . import events, groups, readings
from .database import Database
from .records import GroupRow


@dataclass(frozen=True, slots=True)
class Filing:
    """The files of a store. Every method is one transaction."""

    database: Database

    def set_joined(
        self,
        computed: Iterable[Event],
        redirects: Mapping[EventId, EventId],
        rows: Iterable[GroupRow],
        *,
        digest: str,
        seen: Mapping[DocumentId, int],
    ) -> None:
        """Replace all events, and what is filed of what they rest on.

        ``seen`` are the documents that were to be looked at when it was begun.
        """
        with self.database.writing() as connection:
            events.set_events(connection, computed, redirects)
            groups.set_groups(connection, rows)
            groups.set_joined(connection, digest)
            groups.clear_stale(connection, seen)

    def change_joined(
        self,
        gone: Collection[GroupRow],
        computed: Collection[Event],
        redirects: Mapping[EventId, EventId],
        rows: Collection[GroupRow],
        *,
        seen: Mapping[DocumentId, int],
    ) -> None:
        """Put events, and what is filed of what they rest on, in the place of some others."""
        with self.database.writing() as connection:
            events.change_events(connection, {row.event for row in gone}, computed, redirects)
            groups.remove_groups(connection, [row.name for row in gone])
            groups.add_groups(connection, rows)
            groups.clear_stale(connection, seen)

    def stale_documents(self) -> dict[DocumentId, int]:
        """The documents that were read, edited or decided on since events were computed.

        And how often: what happens to one meanwhile is not lost.
        """
        return self.database.ask(groups.find_stale)

    def joined_digest(self) -> str | None:
        """By what code and data all events were computed."""
        return self.database.ask(groups.get_joined)

    def groups_of(self, documents: Collection[DocumentId]) -> tuple[GroupRow, ...]:
        """What is filed of some documents, without the keys."""
        return self.database.ask(groups.groups_of, documents)

    def groups_in(self, components: Collection[str]) -> tuple[GroupRow, ...]:
        """What is filed of all that links connect under some names, without the keys."""
        return self.database.ask(groups.groups_in, components)

    def near_groups(self, row: GroupRow) -> tuple[GroupRow, ...]:
        """All that may tell the same as a group, and some that may not, without the keys."""
        return self.database.ask(groups.find_near, row)

    def get_events(self, names: Collection[EventId]) -> tuple[Event, ...]:
        """Some events, by their ids."""
        return self.database.ask(events.get_events, names)

    def has_event(self, name: EventId) -> bool:
        """Whether an event bears this id now."""
        return bool(self.get_events([name]))

    def current_readings_of(
        self, documents: Collection[DocumentId]
    ) -> tuple[tuple[Document, Reading], ...]:
        """Those of some documents that are the latest version and were read."""
        return self.database.ask(readings.find_current_of, documents)
