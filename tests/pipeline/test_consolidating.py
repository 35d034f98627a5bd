"""Events are computed from the claims of current readings, and keep their ids."""

from pathlib import Path

from dateline.consolidation import Kinds
from dateline.pipeline import Reader, consolidate_store, find_rows, read_files, reread
from dateline.sources import find_files
from dateline.store import Store
from dateline.types import Hierarchy, Status


def test_every_claim_is_in_an_event(
    folder: Path, reader: Reader, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read_files(find_files([folder]), reader, store)
    events = consolidate_store(store, hierarchy=world, kinds=kinds)
    assert {claim for event in events for claim in event.claims} == {
        claim.id for claim in store.claims()
    }
    assert set(store.events()) == set(events)


def test_computing_twice_changes_nothing(
    folder: Path, reader: Reader, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read_files(find_files([folder]), reader, store)
    first = consolidate_store(store, hierarchy=world, kinds=kinds)
    assert consolidate_store(store, hierarchy=world, kinds=kinds) == first


def test_an_empty_store_has_no_events(store: Store, world: Hierarchy, kinds: Kinds) -> None:
    assert consolidate_store(store, hierarchy=world, kinds=kinds) == ()


def test_an_event_keeps_its_id_through_a_new_reading(
    folder: Path, reader: Reader, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read_files(find_files([folder]), reader, store)
    before = {event.id for event in consolidate_store(store, hierarchy=world, kinds=kinds)}
    list(reread(type(reader)("second", status=Status.ONGOING), store))
    after = {event.id for event in consolidate_store(store, hierarchy=world, kinds=kinds)}
    assert after == before


def test_each_event_has_the_words_it_rests_on(
    folder: Path, reader: Reader, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read_files(find_files([folder]), reader, store)
    consolidate_store(store, hierarchy=world, kinds=kinds)
    rows = list(find_rows(store, store.events()))
    triggers = [words.quote for row in rows for words in row.evidence if words.field == "trigger"]
    assert triggers == ["shelled"] * 3


def test_an_event_of_a_replaced_reading_still_has_its_words(
    folder: Path,
    reader: Reader,
    later_reader: Reader,
    store: Store,
    world: Hierarchy,
    kinds: Kinds,
) -> None:
    read_files(find_files([folder]), reader, store)
    consolidate_store(store, hierarchy=world, kinds=kinds)
    list(reread(later_reader, store))
    assert all(row.evidence for row in find_rows(store, store.events()))


def test_no_events_need_no_words(store: Store) -> None:
    assert list(find_rows(store, ())) == []
