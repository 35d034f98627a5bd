"""Originals are kept once for each content, with how a document is made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import func, select

from dateline.store import schema
from dateline.types import Failure, Original

PAGE = Original(
    b"<p>" + b"Shells fell on Kosti. " * 200,
    ".html",
    "https://desk.example/kosti",
    "desk",
    published=datetime(2024, 5, 3, 22, 30, tzinfo=UTC),
    zone="+03:00",
    told="windows-1252",
    web=True,
)


def count_blobs(store) -> tuple[int, int]:
    """How many contents are kept, and how many bytes they take."""
    with store.database.reading() as connection:
        row = connection.execute(
            select(func.count(), func.coalesce(func.sum(func.length(schema.blobs.c.bytes)), 0))
        ).one()
    return row[0], row[1]


def test_an_original_comes_back_as_it_was_with_how_its_document_was_made(store, document):
    store.add_document(document, original=PAGE)
    assert store.get_original(document.id) == PAGE


def test_one_content_is_kept_once_and_packed(store, document):
    store.add_document(document, original=PAGE)
    other = replace(document, text="Another.", headline=None)
    store.add_document(other, original=replace(PAGE, format=".txt"))
    contents, size = count_blobs(store)
    assert contents == 1
    assert size < len(PAGE.raw) / 10


def test_bytes_that_packing_makes_longer_are_kept_as_they_are(store, document):
    short = replace(PAGE, raw=b"\x00\xff")
    store.add_document(document, original=short)
    assert store.get_original(document.id) == short
    assert count_blobs(store) == (1, 2)


def test_forgetting_removes_bytes_only_when_nothing_else_was_made_from_them(store, document):
    other = replace(document, text="Another.", headline=None)
    for each in (document, other):
        store.add_document(each, original=PAGE)
    store.forget(document.id, reason="names a witness")
    assert store.get_original(other.id) == PAGE
    store.forget(other.id, reason="names a witness")
    assert count_blobs(store) == (0, 0)


def test_what_gave_no_document_is_kept_until_its_address_succeeds(store, document):
    failure = Failure(document.address, "extract", "took more than 20 s and was stopped")
    store.add_failure(failure, original=PAGE)
    assert store.get_failed_original(document.address) == PAGE
    again = replace(PAGE, raw=b"other bytes")
    store.add_failure(failure, original=again)
    assert store.get_failed_original(document.address) == again
    assert count_blobs(store)[0] == 1
    store.add_failure(replace(failure, problem="has no text"))
    assert store.get_failed_original(document.address) == again
    store.take_in(None, document=document)
    assert store.failures()
