"""Keep the computed events, and lead the ids of merged ones to what they became."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, func, or_, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from ..errors import StoreError, UsageError
from ..types import Event, EventId, Wanted
from . import schema
from .database import parts, stream
from .documents import encode

EVENT = msgspec.json.Decoder(Event)


def set_events(
    connection: Connection, events: Iterable[Event], redirects: Mapping[EventId, EventId]
) -> bool:
    """Replace the computed events; whether anything changed.

    Only rows that differ are written. An id that vanished leads where ``redirects`` says, and so
    do the ids that led to it; without a word about it, they are gone.
    """
    # On PostgreSQL two runs would otherwise both insert what neither had seen.
    connection.execute(select(schema.meta).with_for_update())
    wanted = {event.id: event for event in events}
    table = schema.events
    stored = {
        EventId(row.id): row.body for row in connection.execute(select(table.c.id, table.c.body))
    }
    rows = {event.id: make_row(event) for event in wanted.values()}
    changed = [name for name in wanted if stored.get(name) != rows[name]["body"]]
    vanished = [name for name in stored if name not in wanted]
    for name in changed:
        if name in stored:
            connection.execute(update(table).where(table.c.id == name).values(rows[name]))
    if new := [rows[name] for name in changed if name not in stored]:
        connection.execute(table.insert(), new)
    set_members(connection, [wanted[name] for name in changed])
    redirected = set_redirects(connection, wanted, redirects)
    remove_events(connection, vanished)
    return bool(changed or vanished or redirected)


def change_events(
    connection: Connection,
    gone: Collection[EventId],
    events: Collection[Event],
    redirects: Mapping[EventId, EventId],
) -> None:
    """Put some events in the place of others, and leave the rest as they are.

    The ids that led to one that vanished lead where it leads now.
    """
    names = {event.id for event in events}
    vanished = sorted(set(gone) - names)
    table, leads = schema.events, schema.event_redirects
    for event in events:
        row = make_row(event)
        there = connection.execute(update(table).where(table.c.id == event.id).values(row))
        if not there.rowcount:
            connection.execute(table.insert().values(row))
        connection.execute(delete(leads).where(leads.c.old == event.id))
    set_members(connection, events)
    for name in vanished:
        if target := follow(name, redirects, names):
            connection.execute(update(leads).where(leads.c.event == name).values(event=target))
            connection.execute(leads.insert().values(old=name, event=target))
    remove_events(connection, vanished)


def make_row(event: Event) -> dict[str, object]:
    """The row of an event: what is asked for often has a column of its own."""
    when, location = event.when, event.location
    return {
        "id": event.id,
        "kind": event.kind,
        "status": event.status.value,
        "background": event.background,
        "day": event.day,
        "grade": event.grade.value,
        "first_day": when.earliest.date if when and when.earliest else None,
        "last_day": when.latest.date if when and when.latest else None,
        "country": location.country if location else None,
        "latitude": location.latitude if location else None,
        "longitude": location.longitude if location else None,
        "where_precision": int(location.precision) if location else None,
        "body": encode(event),
    }


def set_members(connection: Connection, events: Collection[Event]) -> None:
    """Say anew which claims these events rest on."""
    table = schema.event_claims
    for event in events:
        connection.execute(delete(table).where(table.c.event == event.id))
    if links := [
        {"event": event.id, "position": position, "claim": claim}
        for event in events
        for position, claim in enumerate(event.claims)
    ]:
        try:
            connection.execute(table.insert(), links)
        except IntegrityError as error:
            raise StoreError(
                "the events rest on claims that the store does not hold, as when a document was "
                "forgotten meanwhile: compute them again"
            ) from error


def set_redirects(
    connection: Connection, events: Collection[EventId], redirects: Mapping[EventId, EventId]
) -> bool:
    """Lead every merged id straight to the event that stands now; whether anything changed."""
    table = schema.event_redirects
    stored = {EventId(row.old): EventId(row.event) for row in connection.execute(select(table))}
    steps = {**stored, **redirects}
    wanted = {
        old: event
        for old in sorted(steps)
        if old not in events and (event := follow(old, steps, events)) is not None
    }
    lost = [old for old in redirects if old not in wanted and old not in events]
    if lost:
        raise ValueError(f"redirects that lead to no event: {', '.join(sorted(lost))}")
    if wanted == stored:
        return False
    connection.execute(delete(table))
    if wanted:
        connection.execute(
            table.insert(), [{"old": old, "event": event} for old, event in wanted.items()]
        )
    return True


def follow(
    old: EventId, steps: Mapping[EventId, EventId], events: Collection[EventId]
) -> EventId | None:
    """The event that a merged id leads to, over as many merges as there were."""
    seen = set()
    while old not in events:
        if old in seen or old not in steps:
            return None
        seen.add(old)
        old = steps[old]
    return old


def remove_events(connection: Connection, events: Collection[EventId]) -> None:
    """Take events away with their links; the ids that led to them lead nowhere."""
    for event in events:
        for column in (
            schema.event_claims.c.event,
            schema.event_redirects.c.event,
            schema.events.c.id,
        ):
            connection.execute(delete(column.table).where(column == event))


def get_event(connection: Connection, event: EventId) -> Event | None:
    """One event by its id, or by an id that was merged into it."""
    redirect = schema.event_redirects
    table = schema.events
    became = select(redirect.c.event).where(redirect.c.old == event)
    body = connection.scalar(
        select(table.c.body).where(or_(table.c.id == event, table.c.id.in_(became)))
    )
    return None if body is None else EVENT.decode(body)


def find_events(
    connection: Connection,
    wanted: Wanted,
    *,
    after: EventId | None = None,
    limit: int | None = None,
) -> Iterator[Event]:
    """The events that fit, in their order: oldest first, undated last; after one of them, if asked.

    An event fits ``since`` and ``until`` when it may have happened between them, both included.
    """
    columns = schema.events.c
    conditions = tuple(fitting(wanted))
    mark = None if after is None else _find_mark(connection, after)
    # Two questions, for the databases sort NULL to different ends and index neither.
    dated = select(columns.body).where(columns.day.is_not(None), *conditions)
    undated = select(columns.body).where(columns.day.is_(None), *conditions)
    if mark is None or mark.day is not None:
        if mark is not None:
            dated = dated.where(tuple_(columns.day, columns.id) > (mark.day, mark.id))
        for row in stream(connection, dated.order_by(columns.day, columns.id).limit(limit)):
            yield EVENT.decode(row.body)
            limit = None if limit is None else limit - 1
    else:
        undated = undated.where(columns.id > mark.id)
    for row in stream(connection, undated.order_by(columns.id).limit(limit)):
        yield EVENT.decode(row.body)


def _find_mark(connection: Connection, event: EventId) -> Row[str, date | None]:
    table = schema.events
    row = connection.execute(select(table.c.id, table.c.day).where(table.c.id == event)).first()
    if row is None:
        raise UsageError(f"no event {event}: it was computed anew; begin without --after")
    return row


def count_events(connection: Connection, wanted: Wanted, *, at_most: int | None) -> int:
    """How many events fit, counted no further than asked."""
    fit = select(schema.events.c.id).where(*fitting(wanted)).limit(at_most).subquery()
    return connection.scalar(select(func.count()).select_from(fit)) or 0


def fitting(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What a row must be to fit."""
    columns = schema.events.c
    for column, value in (
        (columns.kind, wanted.kind),
        (columns.status, wanted.status),
        (columns.country, wanted.country),
        (columns.grade, wanted.grade),
    ):
        if value is not None:
            yield column == str(value)
    if wanted.since is not None:
        yield columns.last_day >= wanted.since
    if wanted.until is not None:
        yield columns.first_day <= wanted.until
        yield columns.day <= wanted.until  # the same, where the index is in order


def get_events(connection: Connection, names: Collection[EventId]) -> tuple[Event, ...]:
    """Those of some events that there are, by their ids."""
    table = schema.events
    return tuple(
        EVENT.decode(row.body)
        for some in parts(names)
        for row in connection.execute(select(table.c.body).where(table.c.id.in_(some)))
    )


def find_redirects(connection: Connection) -> dict[EventId, EventId]:
    """Where each merged id leads."""
    table = schema.event_redirects
    rows = connection.execute(select(table).order_by(table.c.old))
    return {EventId(row.old): EventId(row.event) for row in rows}
