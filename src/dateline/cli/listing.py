"""List claims, events and failures."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..types import Claim, Document, Event, KindId, Reading, Status
from .claim_lines import Resolved, make_line
from .options import (
    Wanted,
    check_kind,
    json_option,
    kind_option,
    status_option,
    with_store,
    with_wanted,
)
from .tables import Column, print_json, print_table
from .words import (
    one_line,
    say_day,
    say_outcome,
    say_parties,
    say_range,
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
    Column("documents", free=True),
    Column("confidence", free=True),
)
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
        rows = [_claim_row(claim, resolved) for claim, resolved in found]
        any_found = bool(rows)
        if rows:
            print_table(CLAIM_COLUMNS, rows)
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
@json_option
@with_store()
def events(store: Store, wanted: Wanted, as_json: bool) -> None:
    """List events, whatever their status.

    Plans, threats and denials are listed as such; exports hold only what happened. Where no
    source gives a day, "by" stands before the day of the first report. Nothing is computed here.
    --json prints the lines of `dateline export jsonl --all`.

    \b
    Example:
        dateline events --country SY --since 2018-07-01
    """
    found = find_events(store, wanted)
    if as_json:
        write_lines(store, found)
    elif found:
        print_table(EVENT_COLUMNS, map(event_row, found))
    if not found:
        click.echo(why_no_events(store, wanted), err=True)


def find_events(store: Store, wanted: Wanted) -> tuple[Event, ...]:
    """The events that fit, by the day they have or were first reported on, unknown last."""
    found = store.events(
        kind=wanted.kind,
        status=wanted.status,
        country=wanted.country,
        since=wanted.since,
        until=wanted.until,
    )
    return tuple(sorted(found, key=lambda event: event.order))


def write_lines(store: Store, found: tuple[Event, ...]) -> None:
    """Events as the lines of an export, every status."""
    from ..exports import write_jsonl
    from ..pipeline import find_rows

    write_jsonl(find_rows(store, found), sys.stdout, every=True)


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
        str(len(event.documents)),
        event.confidence.value,
    )
