"""Show a passage with the words behind each value marked: in colour, or in labelled brackets."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from ..types import Claim, Document, Reading, Span, Status
from .words import visible

COLOURS = {
    "actor": "cyan",
    "target": "magenta",
    "through": "blue",
    "place": "green",
    "time": "yellow",
    "with": "red",
    "toll": "bright_red",
    "speaker": "bright_blue",
}
OTHER_COLOUR = "bright_black"
RESET = click.style("")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text, and what they stand for."""

    span: Span
    label: str  # "actor", "toll killed"; the first word chooses the colour
    is_trigger: bool = False


def is_coloured(no_color: bool = False) -> bool:
    """Whether marks may be colours: on a terminal, unless told otherwise."""
    return sys.stdout.isatty() and not no_color and "NO_COLOR" not in os.environ


def mark(text: str, within: Span, marks: Iterable[Mark], *, colour: bool) -> str:
    """A stretch of a text on one line, its marked words labelled; marks may lie in each other."""
    # The longer first, so that what it contains is marked inside; what crosses it is left out.
    ordered = sorted(
        {entry for entry in marks if within.covers(entry.span)},
        key=lambda entry: (entry.span.start, -entry.span.end, entry.label),
    )
    return re.sub(r"\s+", " ", _marked(text, within, ordered, colour=colour)).strip()


def _marked(text: str, within: Span, marks: list[Mark], *, colour: bool) -> str:
    written = []
    at = within.start
    rest = marks
    while rest:
        first, *rest = rest
        inside = [entry for entry in rest if first.span.covers(entry.span)]
        rest = [entry for entry in rest if not first.span.overlaps(entry.span)]
        written.append(visible(text[at : first.span.start]))
        at = first.span.end
        if colour:
            words = _marked(text, first.span, inside, colour=True)
            written.append(_colour(words, first))
        else:
            words = _marked(text, first.span, inside, colour=False)
            written.append(f"[{first.label}: {words}]")
    written.append(visible(text[at : within.end]))
    return "".join(written)


def _colour(words: str, entry: Mark) -> str:
    name = entry.label.split()[0]
    colour = None if entry.is_trigger else COLOURS.get(name, OTHER_COLOUR)
    begin = click.style(
        "", fg=colour, bold=entry.is_trigger, underline=entry.is_trigger, reset=False
    )
    # What is marked inside ends every colour; go on with this one.
    return begin + words.replace(RESET, RESET + begin) + RESET


def legend() -> str:
    """What the colours stand for."""
    words = [click.style("trigger", bold=True, underline=True)]
    words += [click.style(name, fg=colour) for name, colour in COLOURS.items()]
    return " ".join(words)


def claim_marks(claim: Claim) -> Iterator[Mark]:
    """The words behind every value of a claim."""
    yield Mark(claim.trigger, claim.kind, is_trigger=True)
    if claim.status_cue:
        yield Mark(claim.status_cue, str(claim.status))
    if claim.outcome and claim.outcome.span != claim.status_cue:
        yield Mark(claim.outcome.span, str(claim.outcome.kind))
    for label, mentions in (
        ("actor", claim.actors),
        ("target", claim.targets),
        ("through", claim.through),
        ("place", claim.places),
        ("time", claim.times),
        ("with", claim.instruments),
    ):
        for mention in mentions:
            yield Mark(mention.span, label)
    for purpose in claim.purposes:
        yield Mark(purpose, "purpose")
    for toll in claim.tolls:
        yield Mark(toll.span, f"toll {toll.kind}")
        if toll.whose and toll.whose.span != toll.span:
            yield Mark(toll.whose.span, "whose")
    for said in claim.speakers:
        if said.cue:
            yield Mark(said.cue, str(said.stance))
        if said.speaker:
            yield Mark(said.speaker.span, "speaker")
    for hedge in claim.hedges:
        yield Mark(hedge, "hedge")


def mark_claim(document: Document, claim: Claim, *, colour: bool) -> str:
    """A claim's passage."""
    spans = [claim.evidence, claim.trigger]
    within = Span(min(span.start for span in spans), max(span.end for span in spans))
    return mark(document.text, within, claim_marks(claim), colour=colour)


def mark_document(document: Document, reading: Reading | None, *, colour: bool) -> Iterator[str]:
    """A document's text, paragraph by paragraph, the trigger of each claim marked."""
    claims = reading.claims if reading else ()
    marks = [
        Mark(
            claim.trigger,
            claim.kind if claim.status is Status.OCCURRED else f"{claim.kind} {claim.status}",
            is_trigger=True,
        )
        for claim in claims
    ]
    for found in re.finditer(r"\S(?:.*\S)?", document.text):
        yield mark(document.text, Span(*found.span()), marks, colour=colour)
