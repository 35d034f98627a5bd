"""Say why a sentence was coded as it was, or why it was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..types import Claim, PassedOver
from .account import account_for, account_for_passed_over, is_about
from .claim_lines import Resolved
from .marks import is_coloured
from .options import (
    codebook_option,
    find_store,
    gazetteer_option,
    model_option,
    open_engine,
    published_option,
    register_option,
)
from .show import no_color_option, view_of
from .words import one_line

if TYPE_CHECKING:
    from ..sources import Moment
    from ..store import Store

ID = re.compile(r"\s*[0-9a-fA-F]{6,24}\s*")


@click.command()
@click.argument("words", metavar="SENTENCE|ID")
@published_option
@codebook_option
@register_option
@model_option
@gazetteer_option
@no_color_option
@click.option("--store", "location", metavar="PATH|URL", help="The store, for an ID.")
def why(
    words: str,
    published: Moment | None,
    codebooks: tuple[Path, ...],
    registers: tuple[Path, ...],
    model: str | None,
    gazetteer: str | None,
    no_color: bool,
    location: str | None,
) -> None:
    """Say why a sentence was coded so, or not.

    Prints what was coded, what was not, and which rule decided. A sentence is read and kept
    nowhere. An ID names a claim, an event, a document or a reading of the store.

    \b
    Example:
        dateline why "Rebels plan to attack the town on Friday."
        dateline why 3f2a91
    """
    from ..sources import parts_of

    colour = is_coloured(no_color)
    if ID.fullmatch(words):
        lines = explain_record(words, find_store(location), colour=colour)
    else:
        # A few words do not tell their language, and whoever asks means them to be read.
        engine = open_engine(
            model=model, codebooks=codebooks, registers=registers, gazetteer=gazetteer
        )
        at, zone = parts_of(published)
        found = engine.read_text(words, published=at, zone=zone, language="en")
        resolved = Resolved.of(found.document, found.reading)
        lines = explain(found.claims, found.reading.passed_over, resolved, colour=colour)
    for line in lines:
        click.echo(click.unstyle(line) if no_color else line)


def explain_record(id: str, location: str, *, colour: bool) -> Iterator[str]:
    """The account of a stored record."""
    from ..store import open_store

    with open_store(location, create=False) as store:
        yield from _explain_stored(store, id, colour=colour)


def _explain_stored(store: Store, id: str, *, colour: bool) -> Iterator[str]:
    found = store.find_id(id)
    if found.kind.value in {"document", "reading", "decision"}:
        yield from _explain_reading(store, found.kind.value, found.id, colour=colour)
        return
    claims = store.get_event(found.id).claims if found.kind.value == "event" else (found.id,)
    for number, claim in enumerate(map(store.get_claim, claims)):
        resolved = view_of(store, claim)
        if number:
            yield ""
        yield one_line(resolved.document.address)
        beside = [
            words for words in resolved.reading.passed_over if is_about(words, claim.evidence)
        ]
        yield from explain((claim,), beside, resolved, colour=colour)


def _explain_reading(store: Store, kind: str, id: str, *, colour: bool) -> Iterator[str]:
    if kind == "reading":
        reading = store.get_reading(id)
        document = store.get_document(reading.document)
    else:
        document = store.get_document(store.get_decision(id).document if kind == "decision" else id)
        current = store.current_reading(document.id)
        if current is None:
            yield f"{one_line(document.address)} was not read: see `dateline failures`"
            return
        reading = current
    resolved = Resolved.of(document, reading)
    yield from explain(reading.claims, reading.passed_over, resolved, colour=colour)


def explain(
    claims: Iterable[Claim],
    passed_over: Iterable[PassedOver],
    resolved: Resolved,
    *,
    colour: bool,
) -> Iterator[str]:
    """What was coded and what was not."""
    said = False
    for claim in claims:
        if said:
            yield ""
        said = True
        yield from account_for(claim, resolved, colour=colour, candidates=True)
    for words in passed_over:
        if said:
            yield ""
        said = True
        yield from account_for_passed_over((words,), resolved, colour=colour)
    if not said:
        yield "nothing was coded: no word or phrase here is a trigger of the codebook"
