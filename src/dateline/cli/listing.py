"""List claims, events and failures."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from ..types import Claim, Document, Event, KindId, Reading, Status, Wanted
from .claim_lines import Resolved, make_line
from .options import (
    check_kind,
    json_option,
    kind_option,
    status_option,
    with_store,
    with_wanted,
)
from .tables import Column, print_json, print_table
from .words import (
    count,
    one_line,
    say_day,
    say_outcome,
    say_parties,
    say_range,
    say_sources,
    say_status,
    say_where,
    short,
)

if TYPE_CHECKING:
    from ..store import Store

CLAIM_COLUMNS = (
    Column("claim"),
    Column("document"),
    Column("kind"),
    Column("status"),
    Column("actors", free=True),
    Column("targets", free=True),
    Column("passage", free=True),
)
EVENT_COLUMNS = (
    Column("event"),
    Column("date"),
    Column("kind"),
    Column("status"),
    Column("actors", free=True),
    Column("targets", free=True),
    Column("place", free=True),
    Column("tolls", free=True),
    Column("sources", free=True),
    Column("grade", free=True),
    Column("confidence", free=True),
)
ON_A_TERMINAL = 100  # events; what a person looks through
COUNTED = 1_000  # events; to count a million takes longer than to find a page of them
NOT_COMPUTED = "no events were computed from the claims yet: run `dateline consolidate`"
NOTHING_READ = "nothing was read into this store yet: run `dateline read PATH`"


@click.command()
@click.option("--document", metavar="ID", help="Only those of one document.")
@kind_option
@status_option
@json_option
@with_store()
def claims(
    store: Store, document: str | None, kind: str | None, status: str | None, as_json: bool
) -> None:
    """List what passages report.

    --json prints every value beside its words, and what they name.

    \b
    Example:
        dateline claims --kind airstrike
        dateline claims --document 3f2a91 --json
    """
    found = find_claims(
        store,
        document=document,
        kind=KindId(kind) if kind else None,
        status=Status(status) if status else None,
    )
    if as_json:
        any_found = False
        for claim, resolved in found:
            any_found = True
            print_json(make_line(claim, resolved))
    else:
        rows = (_claim_row(claim, resolved) for claim, resolved in found)
        any_found = print_table(CLAIM_COLUMNS, rows)
    if not any_found:
        check_kind(KindId(kind) if kind else None)
        click.echo(_why_no_claims(store), err=True)


def find_claims(
    store: Store,
    *,
    document: str | None = None,
    kind: KindId | None = None,
    status: Status | None = None,
) -> Iterator[tuple[Claim, Resolved]]:
    """The claims of current readings that fit, each with what its words resolved to."""
    for text, reading in _readings(store, document):
        resolved = Resolved.of(text, reading)
        for claim in reading.claims:
            if kind in (None, claim.kind) and status in (None, claim.status):
                yield claim, resolved


def _readings(store: Store, prefix: str | None) -> Iterator[tuple[Document, Reading]]:
    if prefix is None:
        yield from store.current_readings()
        return
    document = store.get_document(prefix)
    reading = store.current_reading(document.id)
    if reading is not None:
        yield document, reading


def _claim_row(claim: Claim, resolved: Resolved) -> tuple[str, ...]:
    text = resolved.document.text

    def names(role: str) -> str:
        mentions = getattr(claim, role)
        return ", ".join(
            actor.name if (actor := resolved.actor(mention)) else one_line(mention.names.of(text))
            for mention in mentions
        )

    return (
        short(claim.id),
        short(claim.document),
        claim.kind,
        say_outcome(claim.status, claim.outcome.kind if claim.outcome else None),
        names("actors"),
        names("targets"),
        claim.evidence.of(text),
    )


def _why_no_claims(store: Store) -> str:
    if next(store.documents(), None) is None:
        return NOTHING_READ
    return "no claims fit"


@click.command()
@with_wanted
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"At most so many; a table on a terminal has {ON_A_TERMINAL} unless told otherwise.",
)
@click.option("--after", metavar="ID", help="Only those that come after this event.")
@json_option
@with_store()
def events(
    store: Store, wanted: Wanted, limit: int | None, after: str | None, as_json: bool
) -> None:
    """List events, whatever their status.

    Plans, threats and denials are listed as such; exports hold only what happened. Where no
    source gives a day, "by" stands before the day of the first report. "2 of 7" sources are two
    independent ones among seven reports. Nothing is computed here.
    --json prints the lines of `dateline export jsonl --all`.

    \b
    Example:
        dateline events --country SY --since 2018-07-01
    """
    if limit is None and not as_json and sys.stdout.isatty():
        limit = ON_A_TERMINAL
    mark = store.get_event(after).id if after else None
    page = Page(store.events(wanted, after=mark, limit=limit))
    if as_json:
        write_lines(store, page)
    elif page:
        print_table(EVENT_COLUMNS, map(event_row, page))
    if not page:
        click.echo(why_no_events(store, wanted), err=True)
    elif limit is not None and page.count == limit and page.last:
        _say_more(store, wanted, page.last)


def _say_more(store: Store, wanted: Wanted, last: Event) -> None:
    """Where to go on, if there is more."""
    if next(store.events(wanted, after=last.id, limit=1), None) is not None:
        total = store.count_events(wanted, at_most=COUNTED + 1)
        said = f"over {count(COUNTED, 'event')}" if total > COUNTED else count(total, "event")
        click.echo(f"{said} in all: go on with --after {short(last.id)}", err=True)


class Page:
    """Events as they come, none of them held; false where there is none."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._first = next(events, None)
        self._events = events
        self.count = 0
        self.last: Event | None = None

    def __bool__(self) -> bool:
        return self._first is not None

    def __iter__(self) -> Iterator[Event]:
        for event in () if self._first is None else chain((self._first,), self._events):
            self.count += 1
            self.last = event
            yield event


def write_lines(store: Store, events: Iterable[Event]) -> None:
    """Events as the lines of an export, every status."""
    from ..exports import write_jsonl
    from ..pipeline import find_rows

    write_jsonl(find_rows(store, events), sys.stdout, every=True)


def why_no_events(store: Store, wanted: Wanted) -> str:
    """Why there is nothing to show, and what to do about it."""
    if next(store.events(), None) is not None:
        check_kind(wanted.kind)
        return "no events fit"
    if next(store.claims(), None) is not None:
        return NOT_COMPUTED
    return _why_no_claims(store).replace("no claims fit", "no passage that was read tells an event")


def event_row(event: Event) -> tuple[str, ...]:
    """An event as a row of the table."""
    return (
        short(event.id),
        say_day(event),
        event.kind,
        say_status(event),
        say_parties(event.actors),
        say_parties(event.targets),
        say_where(event.location, event.places),
        "; ".join(map(say_range, event.tolls)),
        say_sources(event),
        event.grade.value,
        event.confidence.value,
    )
