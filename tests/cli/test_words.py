"""Values in words: a region never looks like a point, and unknown is not nothing."""

import pytest

from dateline.cli.words import count, say_sources, say_toll, say_where
from dateline.types import (
    DocumentId,
    Event,
    EventId,
    KindId,
    Location,
    Qualifier,
    Span,
    Status,
    Toll,
    TollKind,
    Voice,
    WherePrecision,
)


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        (WherePrecision.EXACT, "Idlib"),
        (WherePrecision.NEAR, "Idlib (within 12 km)"),
        (WherePrecision.DISTRICT, "Idlib (district)"),
        (WherePrecision.REGION, "Idlib (region)"),
        (WherePrecision.AREA, "Idlib (area)"),
        (WherePrecision.COUNTRY, "Idlib (country)"),
        (WherePrecision.INTERNATIONAL, "Idlib (waters or airspace)"),
    ],
)
def test_a_place_says_how_exactly_it_is_known(precision: WherePrecision, words: str) -> None:
    assert say_where(Location("Idlib", precision, 35.9, 36.6, 12.0, "SY")) == words


def test_a_place_that_could_not_be_found_keeps_its_name() -> None:
    assert say_where(None, ("the mill", "the ford")) == "the mill, the ford (not located)"
    assert say_where(None) == ""


def test_a_toll_says_that_it_is_about_or_over_a_longer_time() -> None:
    toll = Toll(TollKind.KILLED, Span(0, 1), 50, 50, Qualifier.ABOUT, cumulative=True)
    assert say_toll(toll) == "killed about 50 (more than this event)"


def test_one_thing_is_not_many() -> None:
    assert [count(number, "event") for number in (0, 1, 2000)] == [
        "0 events",
        "1 event",
        "2,000 events",
    ]


@pytest.mark.parametrize(("voices", "words"), [(("a", "b"), "2"), (("a",), "1 of 2")])
def test_independent_sources_stand_before_the_reports(voices: tuple[str, ...], words: str) -> None:
    documents = (DocumentId("a"), DocumentId("b"))
    event = Event(
        EventId("e"),
        KindId("clash"),
        Status.OCCURRED,
        background=False,
        claims=(),
        documents=documents,
        voices=tuple(Voice((DocumentId(name),), (name,)) for name in voices),
    )
    assert say_sources(event) == words
