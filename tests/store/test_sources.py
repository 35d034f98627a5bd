"""What is known of sources, visits and items comes back, on either database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.store import Item, SourceState, Visit
from dateline.types import Confidence, Failure, Original, Source, SourceKind

NOW = datetime(2024, 5, 15, 12, tzinfo=UTC)
NILE = Source(
    "Nile", SourceKind.FEED, "https://nile.example/feed", "SD", "Press", "ruler", Confidence.LOW
)
PAGE = "https://nile.example/1"
VISIT = Visit("Nile", NILE.location, NOW, NOW, '"a1"', "Mon")
ITEM = Item("Nile", "7", PAGE, PAGE, "digest", NOW)


def test_what_is_said_of_a_source_last_is_kept(store) -> None:
    hill = Source("Hill", SourceKind.FILES, "reports")
    store.set_sources([NILE, hill])
    store.set_sources([replace(NILE, owner=None)])
    assert store.sources() == (hill, replace(NILE, owner=None))


def test_a_visit_takes_the_place_of_the_one_before(store) -> None:
    later = replace(VISIT, at=NOW + timedelta(hours=1), etag=None)
    store.take_in(VISIT)
    store.take_in(later)
    assert store.get_visit("Nile", NILE.location) == later
    assert store.get_visit("Hill", NILE.location) is None


def test_a_visit_with_a_problem_is_a_failure_until_one_goes_well(store) -> None:
    store.take_in(replace(VISIT, problem="is gone", failures=3, retry_at=NOW))
    assert store.failures() == (Failure(NILE.location, "fetch", "is gone"),)
    store.take_in(VISIT)
    assert store.failures() == ()


def test_a_document_comes_in_with_its_visit_and_item_or_not_at_all(store, document) -> None:
    assert store.take_in(
        VISIT, document=document, original=Original(b"<p>", ".html", "a.html", "desk"), item=ITEM
    )
    assert not store.take_in(
        VISIT, document=document, original=Original(b"<p>", ".html", "a.html", "desk"), item=ITEM
    )
    assert store.get_original(document.id) == Original(b"<p>", ".html", "a.html", "desk")
    with pytest.raises(Exception, match="NUL"):
        store.take_in(
            replace(VISIT, etag="other"), document=replace(document, text="\0", headline=None)
        )
    assert store.get_visit("Nile", NILE.location).etag == '"a1"'


def test_an_item_is_found_by_its_name_or_else_by_its_address(store) -> None:
    store.take_in(None, item=ITEM)
    assert store.find_item("Nile", guid="7", address="elsewhere") == ITEM
    assert store.find_item("Nile", guid="renamed", address=PAGE) == ITEM
    assert store.find_item("Nile", guid="renamed", address="elsewhere") is None
    assert store.find_item("Hill", guid="7", address=PAGE) is None


def test_an_item_under_a_new_name_is_one_item(store) -> None:
    renamed = replace(ITEM, guid="8", first=NOW - timedelta(days=1))
    store.take_in(None, item=ITEM)
    store.take_in(None, item=renamed)
    other = replace(ITEM, guid="9", address="https://nile.example/2")
    store.take_in(None, item=other)
    assert store.items("Nile") == (renamed, other)


def test_how_a_source_is_doing_is_told_from_its_visits_and_documents(store, document) -> None:
    store.set_sources([NILE])
    assert store.source_states() == (SourceState(NILE, 0, 0, None, None),)
    store.take_in(VISIT, document=replace(document, source="Nile"))
    store.take_in(replace(VISIT, address=PAGE, problem="is gone"))
    assert store.source_states() == (SourceState(NILE, 1, 1, NOW, None, 1, None),)


@pytest.mark.parametrize(
    ("days", "each", "today", "surges"),
    [
        (10, 4, 30, True),  # seven times the usual
        (10, 10, 30, False),  # three times
        (10, 2, 15, False),  # few enough to be read
        (2, 4, 300, False),  # not known for long
        (40, 0, 30, True),  # silent for weeks, then this
    ],
)
def test_a_source_that_gives_many_times_the_usual_is_known(
    days: int, each: int, today: int, surges: bool, store, document
) -> None:
    store.set_sources([NILE])
    dates = [NOW - timedelta(days=day) for day in range(1, days + 1) for _ in range(each)]
    first = [NOW - timedelta(days=days + 1)]
    for number, at in enumerate([*first, *dates, *[NOW] * today]):
        each_its_own = replace(document, source="Nile", address=f"{PAGE}{number}")
        store.take_in(replace(VISIT, at=at, succeeded=at), document=each_its_own)
    (state,) = store.source_states()
    assert state.lately in (today, today + each)  # the day ends with the hour
    assert state.surges == surges


def test_the_latest_version_at_an_address_is_found(store, document) -> None:
    corrected = replace(document, text=document.text.replace("three", "four"))
    store.add_document(document)
    store.add_document(corrected)
    assert store.latest_at(document.source, document.address) == corrected
    assert store.latest_at("Hill", document.address) is None


def test_what_was_not_read_yet_is_told_and_a_version_that_was_replaced_is_not(
    store, document, read
) -> None:
    corrected = replace(document, text=document.text + " More words.")
    store.add_document(document)
    assert store.unread_ids() == (document.id,)
    store.add_document(corrected)
    assert store.unread_ids() == store.latest_ids() == (corrected.id,)
    assert store.successors([document.id, corrected.id]) == {document.id: corrected.id}
    store.add_reading(read(corrected))
    assert store.unread_ids() == ()


def test_what_failed_to_be_read_is_not_told_as_unread(store, document) -> None:
    store.add_failure(Failure(document.address, "read", "a slip", document.id), document=document)
    assert store.unread_ids() == ()


def test_claims_are_those_of_the_latest_versions_unless_a_version_is_asked_for(
    store, document, read
) -> None:
    store.add(document, read(document))
    corrected = replace(document, text=document.text + " More words.")
    store.add(corrected, read(corrected))
    assert {claim.document for claim in store.claims()} == {corrected.id}
    assert {claim.document for claim in store.claims(document=document.id)} == {document.id}
    assert [found for found, _ in store.current_readings()] == [corrected]


def test_nothing_of_a_forgotten_document_is_left_in_visits_and_items(store, document) -> None:
    item = replace(ITEM, address=document.address)
    store.take_in(replace(VISIT, address=document.address), document=document, item=item)
    store.forget(document.id, reason="a name in it")
    assert store.get_visit("Nile", document.address) is None
    assert store.items("Nile") == ()
