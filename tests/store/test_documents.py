"""Documents stay as they were published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from dateline.errors import DocumentError
from dateline.types import Original


def test_a_document_comes_back_equal(store, document):
    store.add_document(document)
    assert list(store.documents()) == [document]
    assert store.get_document(document.id[:6]) == document


def test_adding_a_document_again_changes_nothing(store, document, rows):
    assert store.add_document(document, original=Original(b"bytes", ".html", "a.html", "desk"))
    before = rows(store)
    assert not store.add_document(document, original=Original(b"bytes", ".html", "a.html", "desk"))
    assert rows(store) == before


def test_a_changed_text_is_a_new_version_beside_the_old(store, document):
    corrected = replace(document, text=document.text.replace("three", "four"))
    store.add_document(document)
    store.add_document(corrected)
    assert set(store.documents()) == {document, corrected}
    assert store.latest_ids() == (corrected.id,)


def test_the_later_publication_is_the_latest_version_whenever_it_arrived(store, document):
    older = replace(document, published=document.published - timedelta(days=1))
    store.add_document(document)
    store.add_document(older)
    assert store.latest_ids() == (document.id,)


def test_the_same_file_name_in_two_sources_is_two_documents(store, document):
    elsewhere = replace(document, source="wire", text=document.text + " More follows.")
    store.add_document(document)
    store.add_document(elsewhere)
    assert set(store.latest_ids()) == {document.id, elsewhere.id}


def test_documents_come_oldest_first_and_undated_last_in_any_order_of_arrival(
    new_location, document
):
    from dateline.store import open_store

    undated = replace(document, published=None)
    later = replace(document, published=datetime(2024, 3, 6, tzinfo=UTC))
    namesake = replace(document, address="Zürich.txt")
    wanted = [namesake, document, later, undated]
    wanted.sort(key=lambda each: (each.published is None, each.published or 0, each.address))
    for order in (wanted, wanted[::-1]):
        with open_store(new_location()) as store:
            for each in order:
                store.add_document(each)
            assert list(store.documents()) == wanted


def test_the_fetch_log_keeps_the_first_time_for_each_source(store, document):
    first = datetime(2024, 3, 5, 10, tzinfo=UTC)
    store.add_document(document, fetched=first)
    store.add_document(document, fetched=first + timedelta(hours=1))
    store.add_document(replace(document, source="wire"), fetched=first + timedelta(hours=2))
    fetches = store.fetches(document.id)
    assert [(fetch.source, fetch.at) for fetch in fetches] == [
        ("desk", first),
        ("wire", first + timedelta(hours=2)),
    ]


def test_the_original_bytes_are_kept_when_given(store, document):
    store.add_document(document, original=Original(b"\x00<p>\xff", ".html", "a.html", "desk"))
    assert store.get_original(document.id) == Original(b"\x00<p>\xff", ".html", "a.html", "desk")
    assert store.get_original("0" * 24) is None


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": "a\0b", "headline": None}, "NUL"),
        ({"address": "caf\udce9.txt"}, "surrogate"),
        ({"text": "short"}, "headline"),
        (
            {"published": datetime(2024, 3, 5, tzinfo=timezone(timedelta(hours=3)))},
            "UTC",
        ),
    ],
    ids=["NUL", "surrogate", "headline", "zone"],
)
def test_what_would_not_come_back_equal_is_refused(store, document, changes, problem):
    with pytest.raises(DocumentError, match=problem):
        store.add_document(replace(document, **changes))
    assert list(store.documents()) == []
