"""Events are replaced as a whole, and their ids survive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.errors import StoreError, UsageError
from dateline.types import (
    ClaimId,
    DatePrecision,
    Day,
    Event,
    EventId,
    Grade,
    Location,
    Party,
    Status,
    Wanted,
    When,
    WherePrecision,
)

A, B, C = (EventId(letter * 24) for letter in "abc")


@pytest.fixture
def event(store, document, read) -> Event:
    """An event that rests on the first claim of the example."""
    store.add(document, read(document))
    claim = read(document).claims[0]
    return Event(
        id=A,
        kind=claim.kind,
        status=claim.status,
        background=False,
        claims=(claim.id,),
        documents=(document.id,),
        actors=(Party("The Northern Front"),),
        location=Location("Alba", WherePrecision.EXACT, 1.5, 2.5, 0.0, "XA"),
        when=When(Day(2024, 3, 4), Day(2024, 3, 4), DatePrecision.DAY),
    )


def test_events_come_back_equal(store, event):
    assert store.set_events([event])
    assert list(store.events()) == [event]
    assert store.get_event(A[:6]) == event


def test_setting_the_same_events_again_changes_nothing(store, event, rows):
    store.set_events([event])
    before = rows(store)
    assert not store.set_events([event])
    assert rows(store) == before


def test_an_event_that_changed_keeps_its_id(store, event, read, document):
    grown = replace(event, claims=tuple(claim.id for claim in read(document).claims))
    store.set_events([event])
    assert store.set_events([grown])
    assert list(store.events()) == [grown]


def test_a_merged_id_leads_to_the_event_it_became(store, event):
    store.set_events([event, replace(event, id=B)])
    store.set_events([event], {B: A})
    assert store.get_event(B) == event
    assert store.find_id(B).id == A
    assert list(store.events()) == [event]


def test_merges_of_merges_lead_to_what_stands_now(store, event):
    store.set_events([event, replace(event, id=B)])
    store.set_events([event], {B: A})
    last = replace(event, id=C)
    store.set_events([last], {A: C})
    assert store.redirects() == {A: C, B: C}
    assert store.get_event(B) == last


def test_a_merge_taken_back_ends_its_redirect(store, event):
    both = [event, replace(event, id=B)]
    store.set_events(both)
    store.set_events([event], {B: A})
    store.set_events(both)
    assert store.redirects() == {}
    assert store.get_event(B).id == B


def test_ids_that_vanish_without_a_word_are_gone_with_what_led_to_them(store, event):
    store.set_events([event, replace(event, id=B)])
    store.set_events([event], {B: A})
    store.set_events([])
    assert store.redirects() == {}
    with pytest.raises(UsageError, match="no event"):
        store.get_event(A)


@pytest.mark.parametrize("redirects", [{B: C}, {B: C, C: B}], ids=["nowhere", "in circles"])
def test_a_redirect_that_leads_to_no_event_is_a_mistake_of_the_caller(store, event, redirects):
    with pytest.raises(ValueError, match="lead to no event"):
        store.set_events([event], redirects)
    assert list(store.events()) == []


def test_events_can_be_asked_for_by_what_their_columns_say(store, event):
    failed = replace(event, id=B, status=Status.FAILED, grade=Grade.CONTESTED)
    undated = replace(event, id=C, location=None, when=None)
    store.set_events([undated, failed, event])
    assert list(store.events()) == [event, failed, undated]
    assert list(store.events(Wanted(status=Status.FAILED))) == [failed]
    assert list(store.events(Wanted(grade=Grade.CONTESTED))) == [failed]
    assert list(store.events(Wanted(kind=event.kind, country="XA"))) == [event, failed]
    assert list(store.events(Wanted(since=date(2024, 3, 4), until=date(2024, 3, 4)))) == [
        event,
        failed,
    ]
    assert list(store.events(Wanted(since=date(2024, 3, 5)))) == []
    assert list(store.events(Wanted(until=date(2024, 3, 3)))) == []


def test_pages_of_events_hold_each_once_and_in_order(store, event):
    day = date(2024, 3, 4)
    several = [
        replace(
            event,
            id=EventId(f"{number:024x}"),
            when=None if number % 5 == 0 else replace(event.when, earliest=said, latest=said),
            first_reported=None,
        )
        for number in range(30)
        for said in [Day.of(day + timedelta(days=number % 3))]
    ]
    store.set_events(several)
    paged: list[Event] = []
    while page := list(store.events(after=paged[-1].id if paged else None, limit=4)):
        paged += page
    assert paged == sorted(several, key=lambda one: one.order)
    assert store.count_events() == 30
    second = Wanted(since=day + timedelta(days=1), until=day + timedelta(days=1))
    assert store.count_events(second) == len(list(store.events(second))) == 8
    assert len(list(store.events(second, limit=3))) == 3


def test_a_page_after_an_event_that_is_gone_is_refused(store, event):
    store.set_events([event])
    with pytest.raises(UsageError, match="begin without --after"):
        list(store.events(after=B))


def test_a_day_without_a_year_is_kept_and_has_no_column(store, event):
    open_year = replace(event, when=When(Day(None, 7, 25), Day(None, 7, 25), DatePrecision.DAY))
    store.set_events([open_year])
    assert list(store.events()) == [open_year]
    assert list(store.events(Wanted(since=date(2000, 1, 1)))) == []


def test_an_event_on_claims_that_are_gone_is_refused_whole(store, event):
    gone = replace(event, id=B, claims=(ClaimId("f" * 24),))
    with pytest.raises(StoreError, match="compute them again"):
        store.set_events([event, gone])
    assert list(store.events()) == []
