"""Beside each event stand the words it rests on."""

from pathlib import Path

from dateline.pipeline import Joining, Reader, consolidate_store, find_rows
from dateline.store import Store


def test_each_event_has_the_words_it_rests_on(
    folder: Path, reader: Reader, read, store: Store, joining: Joining
) -> None:
    read(reader, folder)
    consolidate_store(store, joining)
    rows = list(find_rows(store, store.events()))
    triggers = [words.quote for row in rows for words in row.evidence if words.field == "trigger"]
    assert triggers == ["shelled"] * 3


def test_an_event_of_a_replaced_reading_still_has_its_words(
    folder: Path,
    reader: Reader,
    later_reader: Reader,
    read,
    reread,
    store: Store,
    joining: Joining,
) -> None:
    read(reader, folder)
    consolidate_store(store, joining)
    reread(later_reader)
    assert all(row.evidence for row in find_rows(store, store.events()))


def test_no_events_need_no_words(store: Store) -> None:
    assert list(find_rows(store, ())) == []
