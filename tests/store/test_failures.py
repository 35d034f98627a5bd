"""Failures stay until their address succeeds."""

from __future__ import annotations

from dateline.types import Failure


def test_a_failure_comes_back_and_twice_changes_nothing(store, rows):
    failure = Failure("broken.html", "extract", "it cannot be decoded")
    assert store.add_failure(failure)
    before = rows(store)
    assert not store.add_failure(failure)
    assert store.failures() == (failure,)
    assert rows(store) == before


def test_the_last_failure_of_an_address_stands(store):
    store.add_failure(Failure("report.txt", "fetch", "it is missing"))
    store.add_failure(Failure("report.txt", "extract", "it is empty"))
    assert store.failures() == (Failure("report.txt", "extract", "it is empty"),)


def test_a_failure_keeps_the_document_that_could_not_be_read(store, document):
    failure = Failure(document.address, "read", "its language is not supported", document.id)
    store.add_failure(failure, document=document)
    assert list(store.documents()) == [document]
    assert store.failures() == (failure,)


def test_a_name_that_is_no_text_can_still_fail(store):
    failure = Failure("caf\udce9\0.txt", "extract", "NUL \0 in it")
    store.add_failure(failure)
    assert not store.add_failure(failure)
    assert store.failures() == (Failure("caf\\udce9\\x00.txt", "extract", "NUL \\x00 in it"),)
