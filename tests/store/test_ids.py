"""A record is named by the first characters of its id."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.store import Found, RecordKind
from dateline.types import Event, EventId


def test_each_kind_of_record_is_found_by_six_characters(store, document, read):
    reading = read(document)
    store.add(document, reading)
    for kind, record in (
        (RecordKind.DOCUMENT, document),
        (RecordKind.READING, reading),
        (RecordKind.CLAIM, reading.claims[0]),
    ):
        assert store.find_id(record.id[:6]) == Found(kind, record.id)
    assert store.get_reading(reading.id[:10]) == reading
    assert store.find_id(f" {document.id.upper()} ").id == document.id


@pytest.mark.parametrize(
    ("prefix", "problem"),
    [
        ("abc12", "at least 6"),
        ("", "at least 6"),
        ("report.txt", "made of 0-9 and a-f"),
        ("abcdef%", "made of 0-9 and a-f"),
        ("abcdef", "no record has an id that begins with abcdef"),
    ],
)
def test_a_prefix_that_names_nothing_says_why(store, prefix, problem):
    with pytest.raises(UsageError, match=problem):
        store.find_id(prefix)


def test_an_ambiguous_prefix_names_the_candidates(store, document, read):
    store.add(document, read(document))
    claim = read(document).claims[0]
    ids = [EventId(f"abcdef{number}" + "0" * 17) for number in range(8)]
    make = lambda id: Event(id, claim.kind, claim.status, False, (claim.id,), (document.id,))  # noqa: E731
    store.set_events([make(id) for id in ids[:2]])
    with pytest.raises(UsageError) as caught:
        store.find_id("abcdef")
    assert str(caught.value) == f"abcdef is ambiguous: event {ids[0]}, event {ids[1]}"
    assert store.find_id("abcdef1").id == ids[1]
    store.set_events([make(id) for id in ids])
    with pytest.raises(UsageError, match=r"and more$"):
        store.find_id("abcdef")


def test_a_prefix_of_another_kind_is_not_taken_for_a_document(store, document, read):
    store.add(document, read(document))
    with pytest.raises(UsageError, match="no document"):
        store.get_document(read(document).claims[0].id)
