"""Stores to test on: a SQLite file and a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from dateline.store import Store, open_store
from dateline.store.schema import tables
from dateline.types import (
    Attribution,
    Candidate,
    Claim,
    Document,
    KindId,
    Location,
    Mention,
    MentionKind,
    PassedOver,
    Qualifier,
    Reading,
    Reason,
    Resolution,
    Span,
    Stance,
    Status,
    Toll,
    TollKind,
    WherePrecision,
)


@pytest.fixture
def location(new_location) -> str:
    return new_location()


@pytest.fixture
def store(location) -> Iterator[Store]:
    with open_store(location) as store:
        yield store


TEXT = """Army repels attack near the bridge

The Northern Front attacked army posts at Alba on Monday, killing at least three soldiers, the
defence ministry said. A second attack at Borda failed."""


@pytest.fixture
def document() -> Document:
    """A dispatch with a headline and two claims to find."""
    return Document(
        address="dispatch.txt",
        source="desk",
        text=TEXT,
        headline=Span(0, TEXT.index("\n")),
        published=datetime(2024, 3, 5, 9, 30, tzinfo=UTC),
        language="en",
    )


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def mention(document: Document, words: str, kind: MentionKind) -> Mention:
    return Mention(span_of(document, words), kind)


@pytest.fixture
def find_claims() -> Callable[[Document], tuple[Claim, ...]]:
    """What a reader would find in any text that holds the example's words."""

    def find(document: Document) -> tuple[Claim, ...]:
        soldiers = mention(document, "soldiers", MentionKind.ACTOR)
        first = Claim(
            document=document.id,
            evidence=span_of(document, "The Northern Front attacked army posts at Alba on Monday"),
            trigger=span_of(document, "attacked"),
            kind=KindId("clash"),
            status=Status.OCCURRED,
            actors=(mention(document, "The Northern Front", MentionKind.ACTOR),),
            targets=(mention(document, "army posts", MentionKind.ACTOR),),
            places=(mention(document, "Alba", MentionKind.PLACE),),
            times=(mention(document, "Monday", MentionKind.TIME),),
            tolls=(
                Toll(
                    TollKind.KILLED,
                    span_of(document, "at least three"),
                    low=3,
                    high=None,
                    qualifier=Qualifier.AT_LEAST,
                    whose=soldiers,
                ),
            ),
            speakers=(
                Attribution(
                    Stance.SAYS,
                    span_of(document, "said"),
                    mention(document, "defence ministry", MentionKind.ACTOR),
                ),
            ),
            why=(Reason(1.0, "attack is a trigger of clash"),),
        )
        second = Claim(
            document=document.id,
            evidence=span_of(document, "A second attack at Borda failed"),
            trigger=span_of(document, "second attack"),
            kind=KindId("clash"),
            status=Status.FAILED,
            status_cue=span_of(document, "failed"),
            places=(mention(document, "Borda", MentionKind.PLACE),),
        )
        return first, second

    return find


@pytest.fixture
def read(find_claims) -> Callable[..., Reading]:
    """Read a document as an engine with some digest would."""

    def read(document: Document, digest: str = "engine 1", *, claims: int = 2) -> Reading:
        alba = span_of(document, "Alba")
        location = Location("Alba", WherePrecision.EXACT, 1.5, 2.5, 0.0, "XA")
        return Reading(
            document=document.id,
            digest=digest,
            claims=find_claims(document)[:claims],
            places=(Resolution("Alba", (Candidate(location),), location, spans=(alba,)),),
            passed_over=(PassedOver(span_of(document, "near the bridge"), None, None, "no verb"),),
        )

    return read


@pytest.fixture
def rows() -> Callable[[Store], dict[str, list[tuple[object, ...]]]]:
    """Everything a store holds, table by table."""

    def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
        with store.database.reading() as connection:
            return {
                name: sorted((tuple(row) for row in connection.execute(table.select())), key=repr)
                for name, table in tables.tables.items()
            }

    return rows
