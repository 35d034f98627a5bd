"""The newest complete reading is current, and older ones stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.errors import DocumentError, UsageError
from dateline.store import Added
from dateline.types import Failure, Original, Span


def test_a_document_and_its_reading_come_back_equal(store, document, read):
    assert store.add(document, read(document)) == Added(document=True, reading=True)
    assert list(store.current_readings()) == [(document, read(document))]
    assert store.current_reading(document.id) == read(document)


def test_adding_both_again_changes_nothing_in_any_table(store, document, read, rows):
    store.add(document, read(document), original=Original(b"bytes", ".html", "a.html", "desk"))
    before = rows(store)
    assert store.add(
        document, read(document), original=Original(b"bytes", ".html", "a.html", "desk")
    ) == Added(False, False)
    assert rows(store) == before


def test_a_new_reading_becomes_current_and_the_old_one_stays(store, document, read):
    store.add(document, read(document, "engine 1"))
    store.add(document, read(document, "engine 2", claims=1))
    assert store.current_reading(document.id) == read(document, "engine 2", claims=1)
    assert [reading.digest for reading in store.readings(document.id)] == ["engine 1", "engine 2"]


def test_a_reading_that_was_replaced_becomes_current_when_it_is_read_again(store, document, read):
    store.add(document, read(document, "engine 1"))
    store.add(document, read(document, "engine 2"))
    assert store.unread_by("engine 2", [document.id]) == ()
    assert store.unread_by("engine 1", [document.id]) == (document,)
    assert store.add(document, read(document, "engine 1")).reading
    assert store.unread_by("engine 1", [document.id]) == ()
    # The counter goes on after the number that was taken.
    assert store.add(document, read(document, "engine 3")).reading
    assert store.current_reading(document.id).digest == "engine 3"


def test_a_reading_that_was_broken_off_is_never_current(store, document, read):
    store.add(document, read(document, "engine 1"))
    store.add_reading(read(document, "engine 2", claims=1), complete=False)
    assert not store.add_reading(read(document, "engine 2", claims=1), complete=False)
    assert store.current_reading(document.id).digest == "engine 1"
    store.add_reading(read(document, "engine 2"))
    assert store.current_reading(document.id) == read(document, "engine 2")
    assert len(store.readings(document.id)) == 2


def test_a_broken_off_reading_leaves_no_claim_that_only_it_found(store, document, read, rows):
    store.add_document(document)
    store.add_reading(read(document), complete=False)
    store.add_reading(read(document, claims=1))
    assert len(rows(store)["claims"]) == 1
    assert len(list(store.claims())) == 1


def test_a_reading_that_points_outside_its_text_is_refused_whole(store, document, read):
    claim = replace(read(document).claims[0], trigger=Span(0, 10_000))
    with pytest.raises(DocumentError, match=r"claims\.0\.trigger at 0:10000"):
        store.add(document, replace(read(document), claims=(claim,)))
    assert list(store.documents()) == []


def test_a_reading_of_another_document_is_a_mistake_of_the_caller(store, document, read):
    other = replace(document, address="other.txt")
    with pytest.raises(ValueError, match="beside document"):
        store.add(document, read(other))
    with pytest.raises(ValueError, match="claim of another document"):
        store.add(document, replace(read(document), claims=read(other).claims))
    with pytest.raises(UsageError, match="no document"):
        store.add_reading(read(document))


def test_records_can_be_written_while_readings_are_walked(store, document, read):
    for number in range(3):
        each = replace(document, address=f"{number}.txt")
        store.add(each, read(each))
    for each, _ in store.current_readings():
        store.add(each, read(each, "engine 2"))
    assert {reading.digest for _, reading in store.current_readings()} == {"engine 2"}


def test_a_success_clears_the_failure_of_its_address(store, document, read):
    store.add_failure(Failure(document.address, "read", "no language"), document=document)
    assert [failure.problem for failure in store.failures()] == ["no language"]
    store.add(document, read(document))
    assert store.failures() == ()


def test_what_a_person_coded_is_not_replaced_by_the_engine(store, document, read):
    by_hand = replace(read(document, "by hand"), coder="anna")
    store.add(document, by_hand)
    assert not store.add(document, read(document, "engine 2")).reading
    assert not store.add_reading(read(document, "engine 2"))
    assert store.current_reading(document.id) == by_hand
    corrected = replace(read(document, "by hand, corrected", claims=1), coder="anna")
    assert store.add(document, corrected).reading
    assert store.current_reading(document.id) == corrected


def test_a_version_that_comes_back_is_the_latest_again(store, document, read):
    edited = replace(document, text=f"{document.text} More of it.")
    for version in (document, edited):
        store.add(version, read(version))
    assert store.latest_ids() == (edited.id,)
    assert store.add(document, read(document), latest=True) == Added(True, False)
    assert store.latest_ids() == (document.id,)
    assert store.add(document, read(document), latest=True) == Added(False, False)
