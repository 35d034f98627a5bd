from __future__ import annotations

from dateline.evaluation.articles import Figure, Offsets, Pin, TimeRange
from dateline.evaluation.predictions import predictions_of
from dateline.types import (
    Claim,
    DatePrecision,
    Day,
    DocumentId,
    Event,
    EventId,
    KindId,
    LedgerEntry,
    Location,
    OutcomeKind,
    Party,
    Qualifier,
    Reading,
    Span,
    Status,
    Toll,
    TollKind,
    TollRange,
    When,
    WherePrecision,
)

DOCUMENT = DocumentId("d")
HEADLINE = Claim(DOCUMENT, Span(0, 20), Span(7, 12), KindId("shelling"), Status.OCCURRED)
LEAD = Claim(DOCUMENT, Span(21, 90), Span(30, 37), KindId("shelling"), Status.OCCURRED)
PLAN = Claim(DOCUMENT, Span(91, 130), Span(100, 109), KindId("offensive"), Status.PLANNED)
ELSEWHERE = Claim(DocumentId("e"), Span(0, 9), Span(0, 4), KindId("clash"), Status.OCCURRED)
READING = Reading(DOCUMENT, "digest", (HEADLINE, LEAD, PLAN))


def make_event(*claims: Claim, **values: object) -> Event:
    first = claims[0]
    return Event(
        EventId(first.id),
        first.kind,
        first.status,
        background=False,
        claims=tuple(claim.id for claim in claims),
        documents=tuple({claim.document: None for claim in claims}),
        **values,
    )


def test_one_row_for_each_event_of_the_document_in_text_order():
    events = (make_event(PLAN), make_event(LEAD, HEADLINE), make_event(ELSEWHERE))
    rows = predictions_of(READING, events)
    assert [row.kind for row in rows] == ["shelling", "offensive"]
    assert rows[0].trigger == Offsets(30, 37)
    assert rows[0].evidence == (Offsets(0, 20), Offsets(21, 90))
    assert rows[1].status == "planned"


def test_a_row_has_the_values_of_the_event():
    toll = Toll(TollKind.KILLED, Span(40, 49), 10, None, Qualifier.AT_LEAST)
    killed = TollRange(
        TollKind.KILLED,
        "civilians",
        10,
        12,
        14,
        False,
        "",
        (LedgerEntry(toll, "army", (LEAD.id,)),),
    )
    wounded = TollRange(TollKind.WOUNDED, None, 3, 3, 3, True, "")
    (row,) = predictions_of(
        READING,
        [
            make_event(
                LEAD,
                actors=(Party("Red Front"),),
                places=("Oldtown",),
                location=Location("Oldtown", WherePrecision.EXACT, 1.0, 2.0, 3.0, "XX"),
                when=When(Day(None, 7, 25), None, DatePrecision.DAY),
                tolls=(killed, wounded),
                outcome=OutcomeKind.REPELLED,
                speakers=("the army", "an official"),
                hedged=True,
            )
        ],
    )
    assert row.actors == ("Red Front",)
    assert row.place_resolved == Pin(1.0, 2.0, "Oldtown", "XX", 1)
    assert row.time == TimeRange("--07-25", None)
    assert row.tolls == (
        Figure("killed", 10, None, "civilians", "at-least"),
        Figure("wounded", 3, 3, None, None, True),
    )
    assert (row.outcome, row.speaker, row.hedged) == ("repelled", "the army", True)


def test_unknown_stays_unknown():
    (row,) = predictions_of(READING, [make_event(LEAD)])
    assert row.time is row.place_resolved is row.speaker is row.outcome is None
