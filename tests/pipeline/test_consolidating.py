"""Events are computed from the claims of current readings, and keep their ids."""

from pathlib import Path

from dateline.consolidation import Kinds
from dateline.pipeline import Reader, consolidate_store, read_files, reread
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


def test_an_event_keeps_its_id_when_its_text_is_edited(
    folder: Path, reader: Reader, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read_files(find_files([folder]), reader, store)
    before = consolidate_store(store, hierarchy=world, kinds=kinds)
    text = (folder / "a.txt").read_text()
    (folder / "a.txt").write_text(f"Corrected. {text} Nine people died.")
    read_files(find_files([folder]), reader, store)
    after = consolidate_store(store, hierarchy=world, kinds=kinds)
    assert {event.id for event in after} == {event.id for event in before}
    assert {claim for event in after for claim in event.claims} == {
        claim.id for claim in store.claims()
    }
