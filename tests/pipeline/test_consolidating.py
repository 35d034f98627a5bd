"""Events are computed from the claims of current readings, and keep their ids."""

import threading
import time
from pathlib import Path

from dateline.consolidation import Kinds
from dateline.pipeline import Reader, consolidate_store
from dateline.pipeline.consolidating import CONSOLIDATION
from dateline.pipeline.leasing import make_owner
from dateline.store import Store
from dateline.types import Hierarchy, Status


def test_every_claim_is_in_an_event(
    folder: Path, reader: Reader, read, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read(reader, folder)
    events = consolidate_store(store, hierarchy=world, kinds=kinds)
    assert {claim for event in events for claim in event.claims} == {
        claim.id for claim in store.claims()
    }
    assert set(store.events()) == set(events)


def test_computing_twice_changes_nothing(
    folder: Path, reader: Reader, read, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read(reader, folder)
    first = consolidate_store(store, hierarchy=world, kinds=kinds)
    assert consolidate_store(store, hierarchy=world, kinds=kinds) == first


def test_an_empty_store_has_no_events(store: Store, world: Hierarchy, kinds: Kinds) -> None:
    assert consolidate_store(store, hierarchy=world, kinds=kinds) == ()


def test_an_event_keeps_its_id_through_a_new_reading(
    folder: Path, reader: Reader, read, reread, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read(reader, folder)
    before = {event.id for event in consolidate_store(store, hierarchy=world, kinds=kinds)}
    reread(type(reader)("second", status=Status.ONGOING))
    after = {event.id for event in consolidate_store(store, hierarchy=world, kinds=kinds)}
    assert after == before


def test_an_event_keeps_its_id_when_its_text_is_edited(
    folder: Path, reader: Reader, read, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read(reader, folder)
    before = consolidate_store(store, hierarchy=world, kinds=kinds)
    text = (folder / "a.txt").read_text()
    (folder / "a.txt").write_text(f"Corrected. {text} Nine people died.")
    read(reader, folder)
    after = consolidate_store(store, hierarchy=world, kinds=kinds)
    assert {event.id for event in after} == {event.id for event in before}
    assert {claim for event in after for claim in event.claims} == {
        claim.id for claim in store.claims()
    }


def test_who_computes_waits_for_who_computes_already(
    folder: Path, reader: Reader, read, store: Store, world: Hierarchy, kinds: Kinds
) -> None:
    read(reader, folder)
    store.lease([CONSOLIDATION], owner="another", seconds=60)
    found = []

    def compute() -> None:
        found.append(consolidate_store(store, hierarchy=world, kinds=kinds))

    waiting = threading.Thread(target=compute)
    waiting.start()
    time.sleep(0.3)
    assert list(store.events()) == []
    store.release([CONSOLIDATION], owner="another")
    waiting.join()
    assert set(store.events()) == set(found[0])


def test_who_was_overtaken_computes_again_from_what_is_there_now(
    folder: Path, reader: Reader, read, store: Store, world: Hierarchy, kinds: Kinds, monkeypatch
) -> None:
    read(reader, folder / "a.txt")
    slow = []

    def overtaken(point: str) -> None:
        if point == "events-computed" and not slow:
            slow.append(point)
            store.release([CONSOLIDATION], owner=make_owner())
            store.lease([CONSOLIDATION], owner="another", seconds=0.1)
            read(reader, folder / "b.txt")

    monkeypatch.setattr("dateline.pipeline.consolidating.crash_at", overtaken)
    events = consolidate_store(store, hierarchy=world, kinds=kinds)
    assert {claim for event in events for claim in event.claims} == {
        claim.id for claim in store.claims()
    }
    assert len(list(store.claims())) == 3
