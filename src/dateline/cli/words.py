"""Say the values of events and claims in words that fit a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..types import (
    Event,
    Location,
    OutcomeKind,
    Party,
    Qualifier,
    Status,
    Toll,
    TollRange,
    WherePrecision,
)
from ..types.saying import say_figure, say_when

SHORT = 8  # characters of an id that a table shows; enough to tell some thousand records apart

# Controls but for the tab and the newline, marks of direction, marks without width, tags.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)

_SIZES = {
    WherePrecision.DISTRICT: "district",
    WherePrecision.REGION: "region",
    WherePrecision.AREA: "area",
    WherePrecision.COUNTRY: "country",
    WherePrecision.INTERNATIONAL: "waters or airspace",
}


def short(id: str) -> str:
    """The first characters of an id, which every command understands."""
    return id[:SHORT]


def count(number: int, what: str) -> str:
    """A number of things: "1 event", "2 events"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def one_line(words: str) -> str:
    """Words without the line breaks of the text they stand in, and with nothing hidden."""
    return visible(" ".join(words.split()))


def visible(words: str) -> str:
    """Words with each mark that is not seen, turns writing round or steers a terminal spelled out.

    A text could otherwise show a reader something else than it says.
    """
    if words.isascii() and words.isprintable():
        return words
    return HIDDEN.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", words)


def say_day(event: Event) -> str:
    """When an event was; with no time told, that it was by its first report."""
    if event.when is None and event.first_reported is not None:
        return f"by {event.first_reported.date()}"
    return say_when(event.when)


def say_where(location: Location | None, named: Iterable[str] = ()) -> str:
    """A place with how exactly it is known, so that a region never looks like a point."""
    if location is None:
        words = ", ".join(named)
        return f"{words} (not located)" if words else ""
    if location.precision is WherePrecision.EXACT:
        return location.name
    if location.precision is WherePrecision.NEAR:
        return f"{location.name} (within {location.radius_km:.0f} km)"
    return f"{location.name} ({_SIZES[location.precision]})"


def say_parties(parties: Iterable[Party]) -> str:
    """Their names."""
    return ", ".join(party.name for party in parties)


def say_outcome(status: Status, outcome: OutcomeKind | None) -> str:
    """A status, and how it ended where that says more."""
    return f"{status}, {outcome}" if outcome else str(status)


def say_range(toll: TollRange) -> str:
    """A toll of an event: "killed 9-12 (best 10) civilians"."""
    whose = f" {toll.whose}" if toll.whose else ""
    more = " (more than this event)" if toll.cumulative else ""
    if toll.low is None and toll.high is None:
        return f"{toll.kind}{whose}, no number{more}"
    best = ""
    if toll.best is not None and toll.low != toll.high and toll.high is not None:
        best = f" (best {toll.best:,})"
    return f"{toll.kind} {say_figure(toll.low, toll.high)}{best}{whose}{more}"


def say_sources(event: Event) -> str:
    """How many independent sources tell an event, of how many reports."""
    voices, reports = len(event.voices), len(event.documents)
    return f"{voices:,} of {reports:,}" if voices < reports else f"{voices:,}"


def say_toll(toll: Toll) -> str:
    """A toll of a claim: "killed at least 9"."""
    about = "about " if toll.qualifier is Qualifier.ABOUT else ""
    more = " (more than this event)" if toll.cumulative else ""
    return f"{toll.kind} {about}{say_figure(toll.low, toll.high)}{more}"


def say_status(event: Event) -> str:
    """An event's status; one that is only recalled says so."""
    return f"{event.status} (recalled)" if event.background else str(event.status)
