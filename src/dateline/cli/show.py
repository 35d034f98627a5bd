"""Show one record with the words behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import time
from typing import TYPE_CHECKING, TypeVar

import click

from ..errors import UsageError
from ..types import (
    Claim,
    ClaimId,
    Document,
    Event,
    Location,
    Party,
    Reading,
    Version,
)
from ..types.saying import say_when
from .account import account_for, account_for_passed_over
from .claim_lines import Resolved
from .marks import is_coloured, legend, mark_document
from .options import with_store
from .words import (
    count,
    one_line,
    say_outcome,
    say_range,
    say_toll,
    say_where,
    short,
    visible,
)

if TYPE_CHECKING:
    from ..store import Store

T = TypeVar("T")
LABEL = 12
MIDNIGHT = time()

no_color_option = click.option(
    "--no-color", is_flag=True, help="Mark with brackets, as in a pipe, rather than with colours."
)


@click.command()
@click.argument("id")
@no_color_option
@with_store()
def show(store: Store, id: str, no_color: bool) -> None:
    """Show one record with the words behind it.

    ID names a document, claim, event, reading or decision by its first characters. An event shows
    what each source says; a claim, what each word was taken for.

    \b
    Example:
        dateline show 3f2a91
    """
    found = store.find_id(id)
    colour = is_coloured(no_color)
    if colour:
        click.echo(legend())
    for line in VIEWS[found.kind.value](store, found.id, colour):
        click.echo(line if not no_color else click.unstyle(line))


def view_of(store: Store, claim: Claim) -> Resolved:
    """A claim's document and the newest reading that holds it."""
    document = store.get_document(claim.document)
    reading = next(
        (
            reading
            for reading in reversed(store.readings(document.id))
            if any(other.id == claim.id for other in reading.claims)
        ),
        None,
    )
    if reading is None:
        raise UsageError(f"claim {claim.id}: no reading holds it: run `dateline doctor`")
    return Resolved.of(document, reading)


# ---- events --------------------------------------------------------------------------------------


def show_event(store: Store, id: str, colour: bool) -> Iterator[str]:
    """An event, its versions and its claims."""
    event = store.get_event(id)
    views = {
        claim: (record := store.get_claim(claim), view_of(store, record)) for claim in event.claims
    }
    yield from _event_fields(event)
    yield from _ledger(event)
    yield from _disputes(event)
    yield from _versions(event, views)
    yield ""
    documents = count(len(event.documents), "document")
    yield f"told by {count(len(event.claims), 'claim')} in {documents}"
    for claim, resolved in views.values():
        yield ""
        yield _title(resolved.document)
        yield from account_for(claim, resolved, colour=colour, candidates=False)
    if event.why:
        yield ""
        yield "one event, because"
        for reason in event.why:
            yield f"  {reason.points:+.2f}  {reason.because}"


def _event_fields(event: Event) -> Iterator[str]:
    from ..exports.views import load_views

    verdict = load_views().verdict(event)
    recalled = ", recalled" if event.background else ""
    yield click.style(f"event {event.id}", bold=True)
    yield _field("kind", event.kind)
    yield _field("status", say_outcome(event.status, event.outcome) + recalled)
    yield _field("when", say_when(event.when))
    yield _field("where", _say_location(event.location, event.places))
    for label, parties in (
        ("actors", event.actors),
        ("targets", event.targets),
        ("through", event.through),
    ):
        yield from _parties(label, parties)
    for toll in event.tolls:
        yield _field("toll", f"{say_range(toll)}; {toll.because}")
    yield _field("speakers", ", ".join(event.speakers) + (" (hedged)" if event.hedged else ""))
    yield _field("reported", _reported(event))
    yield _field("sources", _say_independent(event))
    yield from _voices(event)
    yield _field("grade", f"{event.grade}: {event.graded}")
    yield _field("confidence", event.confidence.value)
    yield _field("exported", f"{verdict.exported}: {verdict.because}")


def _say_independent(event: Event) -> str:
    independent = count(len(event.voices), "independent source")
    return f"{independent} of {count(len(event.documents), 'report')}"


def _parties(label: str, parties: Iterable[Party]) -> Iterator[str]:
    for party in parties:
        actor = party.actor
        yield _field(label, f"{party.name} [{actor.id}]" if actor else party.name)


def _reported(event: Event) -> str:
    first, last = event.first_reported, event.last_reported
    if first is None or last is None:
        return "on no known day"
    return f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"


def _say_location(location: Location | None, named: tuple[str, ...]) -> str:
    words = say_where(location, named)
    if location is None:
        return words
    inside = ", ".join(part for part in (location.admin1, location.country) if part)
    centre = ""
    if location.latitude is not None and location.longitude is not None:
        centre = f"; centre {location.latitude:.3f}, {location.longitude:.3f}"
    precision = location.precision
    return (
        f"{words}; {inside}{centre}; UCDP where_prec {int(precision)}, "
        f"ACLED geo_precision {precision.geo_precision}"
    )


Views = Mapping[ClaimId, tuple[Claim, Resolved]]


def _versions(event: Event, views: Views) -> Iterator[str]:
    """What is told differently, and by whom; nothing where all agree."""
    lines = [
        *_differing("kind", event.kinds, str, views),
        *_differing("status", event.statuses, str, views),
        *_differing("when", event.times, say_when, views),
        *_differing("where", event.locations, say_where, views),
    ]
    if lines:
        yield ""
        yield "sources differ"
        yield from lines


def _differing(
    label: str, versions: tuple[Version[T], ...], say: Callable[[T], str], views: Views
) -> Iterator[str]:
    if len(versions) > 1:
        for version in versions:
            yield _field(f"  {label}", f"{say(version.value)}: {_who(version.claims, views)}")


def _disputes(event: Event) -> Iterator[str]:
    """Who contradicts whom; nothing where nobody does."""
    if event.contradictions:
        yield ""
        yield "sources contradict each other"
    for found in event.contradictions:
        yield f"  {visible(found.because)}"


def _ledger(event: Event) -> Iterator[str]:
    """Who gives which figure; a single figure is told above."""
    if not any(len(toll.ledger) > 1 for toll in event.tolls):
        return
    yield ""
    yield "figures, by who gives them"
    for toll in event.tolls:
        whose = f" {toll.whose}" if toll.whose else ""
        for entry in toll.ledger:
            left_out = f"; left out: {entry.superseded}" if entry.superseded else ""
            yield f"  {visible(f'{say_toll(entry.toll)}{whose}: {entry.claimant}{left_out}')}"


def _voices(event: Event) -> Iterator[str]:
    """What makes several reports one source."""
    for voice in event.voices:
        if voice.because:
            reports = count(len(voice.documents), "report")
            because = "; ".join(voice.because)
            yield _field("", f"{reports} are one source ({', '.join(voice.sources)}): {because}")


def _who(claims: Iterable[ClaimId], views: Views) -> str:
    """Who says so: the speaker that a claim names, in which document."""
    told = []
    for id in claims:
        claim, resolved = views[id]
        speaker = ""
        if claim.speaker:
            actor = resolved.actor(claim.speaker)
            name = actor.name if actor else claim.speaker.names.of(resolved.document.text)
            speaker = f"{one_line(name)} in "
        told.append(f"{speaker}{one_line(resolved.document.address)}")
    return ", ".join(dict.fromkeys(told))


# ---- other records -------------------------------------------------------------------------------


def show_claim(store: Store, id: str, colour: bool) -> Iterator[str]:
    """A claim with what each of its words was taken for."""
    claim = store.get_claim(id)
    resolved = view_of(store, claim)
    yield _title(resolved.document)
    yield from account_for(claim, resolved, colour=colour, candidates=True)


def show_document(store: Store, id: str, colour: bool) -> Iterator[str]:
    """A document's text with its claims marked, and its claims."""
    document = store.get_document(id)
    reading = store.current_reading(document.id)
    yield click.style(f"document {document.id}", bold=True)
    yield _field("address", document.address)
    yield _field("source", document.source)
    if document.author:
        yield _field("author", one_line(document.author))
    yield _field("published", _moment(document))
    yield _field("language", document.language or "")
    if document.truncated:
        yield _field("truncated", "the text goes on beyond the limit")
    yield _field("reading", reading.id if reading else "none; see `dateline failures`")
    yield ""
    yield from mark_document(document, reading, colour=colour)
    if reading and reading.claims:
        yield ""
        yield count(len(reading.claims), "claim")
        yield from (_claim_line(claim, document) for claim in reading.claims)


def show_reading(store: Store, id: str, colour: bool) -> Iterator[str]:
    """What one version of the engine found in one document."""
    reading = store.get_reading(id)
    document = store.get_document(reading.document)
    current = store.current_reading(document.id)
    yield click.style(f"reading {reading.id}", bold=True)
    yield _field("document", f"{document.id} {document.address}")
    yield _field("digest", reading.digest)
    yield _field("current", "yes" if current and current.id == reading.id else "no")
    yield ""
    yield from (_claim_line(claim, document) for claim in reading.claims)
    yield from _resolutions(reading)
    yield from account_for_passed_over(
        reading.passed_over, Resolved.of(document, reading), colour=colour
    )


def _resolutions(reading: Reading) -> Iterator[str]:
    for actors in reading.actors:
        chosen = actors.chosen
        name = f"{chosen.name} [{chosen.id}]" if chosen else "unknown"
        yield _field("actor", f"“{one_line(actors.name)}” → {name}")
    for places in reading.places:
        name = say_where(places.chosen) or "unknown"
        yield _field("place", f"“{one_line(places.name)}” → {name}")
    for times in reading.times:
        name = say_when(times.chosen) or "unknown"
        yield _field("time", f"“{one_line(times.name)}” → {name}")


def show_decision(store: Store, id: str, colour: bool) -> Iterator[str]:
    """What a reviewer did."""
    decision = store.get_decision(id)
    document = store.get_document(decision.document)
    yield click.style(f"decision {decision.id}", bold=True)
    yield _field("verb", decision.verb.value)
    yield _field("by", f"{decision.by}, {decision.at:%Y-%m-%d %H:%M} UTC")
    yield _field("document", f"{short(document.id)} {document.address}")
    yield _field("words", f"“{one_line(decision.span.of(document.text))}”")
    if decision.field:
        yield _field("field", f"{decision.field}: {decision.old} → {decision.new}")
    yield _field("because", decision.because or "")


def _claim_line(claim: Claim, document: Document) -> str:
    outcome = claim.outcome.kind if claim.outcome else None
    words = one_line(claim.trigger.of(document.text))
    return f"  {short(claim.id)}  {claim.kind}, {say_outcome(claim.status, outcome)}: “{words}”"


def _title(document: Document) -> str:
    return f"{one_line(document.address)}, {_published(document)}  document {short(document.id)}"


def _published(document: Document) -> str:
    """The day it was published, by the clock there."""
    return f"{document.local:%Y-%m-%d}" if document.local else "publication day unknown"


def _moment(document: Document) -> str:
    """When it was published, as far as its source told."""
    if document.local is None or (document.zone is None and document.local.time() == MIDNIGHT):
        return _published(document)
    return f"{document.local:%Y-%m-%d %H:%M} {document.zone or '(no zone told)'}"


def _field(label: str, words: str) -> str:
    return f"{label:<{LABEL}}{visible(words) or '-'}"


VIEWS: Mapping[str, Callable[[Store, str, bool], Iterator[str]]] = {
    "claim": show_claim,
    "decision": show_decision,
    "document": show_document,
    "event": show_event,
    "reading": show_reading,
}
