"""Events that fill every column, and some that fill few."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.exports import ExportRow, make_rows
from dateline.types import (
    Actor,
    ActorId,
    Claim,
    Confidence,
    DatePrecision,
    Day,
    Document,
    Event,
    EventId,
    Inter,
    KindId,
    LedgerEntry,
    Location,
    Mention,
    MentionKind,
    Outcome,
    OutcomeKind,
    Party,
    PlaceId,
    Qualifier,
    Span,
    Status,
    Toll,
    TollKind,
    TollRange,
    Version,
    When,
    WherePrecision,
)

TEXT = "Red Front shelled Oldtown on Monday, killing 46 villagers; it was beaten back."
DOCUMENT = Document("news/a.txt", "Daily", TEXT, published=datetime(2024, 3, 5, 12, tzinfo=UTC))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


VILLAGERS = Mention(span("villagers"), MentionKind.ACTOR)
TOLL = Toll(TollKind.KILLED, span("46"), 46, 46, Qualifier.EXACT, VILLAGERS)
CLAIM = Claim(
    DOCUMENT.id,
    Span(0, len(TEXT)),
    span("shelled"),
    KindId("shelling"),
    Status.OCCURRED,
    actors=(Mention(span("Red Front"), MentionKind.ACTOR),),
    targets=(VILLAGERS,),
    places=(Mention(span("Oldtown"), MentionKind.PLACE),),
    outcome=Outcome(OutcomeKind.REPELLED, span("beaten back")),
    tolls=(TOLL,),
)
RED = Actor(ActorId("red"), "Red Front", Inter.REBEL_GROUP, "REB", "XX")
PEOPLE = Actor(ActorId("?"), "villagers", Inter.CIVILIANS, "CVL", registered=False)
OLDTOWN = Location(
    "Oldtown", WherePrecision.EXACT, 10.0, -20.5, 3.0, "XX", "Lakes", (PlaceId("oldtown"),)
)
MONDAY = When(Day(2024, 3, 4), Day(2024, 3, 4), DatePrecision.DAY)
KILLED = TollRange(
    TollKind.KILLED, "villagers", 30, 46, 54, False, "three documents give numbers",
    (LedgerEntry(TOLL, "River League", (CLAIM.id,)),),
)  # fmt: skip


def make_event(**values: object) -> Event:
    """A full event, with some values changed."""
    event = Event(
        id=EventId("e1"),
        kind=KindId("shelling"),
        status=Status.OCCURRED,
        background=False,
        claims=(CLAIM.id,),
        documents=(DOCUMENT.id,),
        actors=(Party("Red Front", RED), Party("gunmen; masked")),
        targets=(Party("villagers", PEOPLE),),
        through=(Party("Southland"),),
        places=("Oldtown",),
        location=OLDTOWN,
        when=MONDAY,
        tolls=(KILLED,),
        outcome=OutcomeKind.REPELLED,
        speakers=("River League",),
        hedged=True,
        confidence=Confidence.HIGH,
        first_reported=DOCUMENT.published,
        last_reported=DOCUMENT.published,
        kinds=(Version(KindId("shelling"), (CLAIM.id,)),),
        statuses=(Version(Status.OCCURRED, (CLAIM.id,)),),
        locations=(Version(OLDTOWN, (CLAIM.id,)),),
        times=(Version(MONDAY, (CLAIM.id,)),),
    )
    return replace(event, **values)  # type: ignore[arg-type]


def make_row(**values: object) -> ExportRow:
    """A row of such an event and its evidence."""
    (row,) = make_rows((make_event(**values),), (CLAIM,), (DOCUMENT,))
    return row


@pytest.fixture(scope="session")
def event():
    """Make an event with some values changed."""
    return make_event


@pytest.fixture(scope="session")
def row():
    """Make a row with some values of its event changed."""
    return make_row


@pytest.fixture(scope="session")
def rows():
    """Rows of every status, with much and with little known, in no order."""
    bare = {
        "actors": (), "targets": (), "through": (), "places": (), "location": None, "when": None,
        "tolls": (), "outcome": None, "speakers": (), "first_reported": None,
        "last_reported": None, "locations": (), "times": (),
    }  # fmt: skip
    july = When(Day(None, 7, 25), Day(None, 7, 25), DatePrecision.DAY)
    lakes = Location("Lakes", WherePrecision.REGION, 10.2, 20.1, 90.0, "XX", "Lakes")
    statuses = [make_row(id=EventId(f"s{n}"), status=s) for n, s in enumerate(Status)]
    return (
        make_row(id=EventId("z9"), when=july),
        make_row(id=EventId("a1"), location=lakes),
        make_row(id=EventId("b2"), **bare),
        make_row(id=EventId("c3"), background=True),
        *statuses,
    )
