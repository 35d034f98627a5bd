"""Events are computed from the claims of current readings, and keep their ids."""

import threading
import time
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.pipeline import Joining, Reader, consolidate_store
from dateline.pipeline.events.consolidating import CONSOLIDATION
from dateline.pipeline.processes.leasing import make_owner
from dateline.store import Store, open_store
from dateline.types import Event, EventId, Source, SourceKind, Status
from made_reports import make_reports


def compute(store: Store, joining: Joining) -> tuple[Event, ...]:
    """All events, after they were computed."""
    total = consolidate_store(store, joining).total
    events = tuple(store.events())
    assert len(events) == total
    return events


def test_every_claim_is_in_an_event(
    folder: Path, reader: Reader, read, store: Store, joining: Joining
) -> None:
    read(reader, folder)
    events = compute(store, joining)
    assert {claim for event in events for claim in event.claims} == {
        claim.id for claim in store.claims()
    }


def test_computing_twice_changes_nothing(
    folder: Path, reader: Reader, read, store: Store, joining: Joining
) -> None:
    read(reader, folder)
    first = compute(store, joining)
    assert compute(store, joining) == first


def test_an_empty_store_has_no_events(store: Store, joining: Joining) -> None:
    assert compute(store, joining) == ()


def test_an_event_keeps_its_id_through_a_new_reading(
    folder: Path, reader: Reader, read, reread, store: Store, joining: Joining
) -> None:
    read(reader, folder)
    before = {event.id for event in compute(store, joining)}
    reread(type(reader)("second", status=Status.ONGOING))
    after = {event.id for event in compute(store, joining)}
    assert after == before


def test_an_event_keeps_its_id_when_its_text_is_edited(
    folder: Path, reader: Reader, read, store: Store, joining: Joining
) -> None:
    read(reader, folder)
    before = compute(store, joining)
    text = (folder / "a.txt").read_text()
    (folder / "a.txt").write_text(f"Corrected. {text} Nine people died.")
    read(reader, folder)
    after = compute(store, joining)
    assert {event.id for event in after} == {event.id for event in before}
    assert {claim for event in after for claim in event.claims} == {
        claim.id for claim in store.claims()
    }


def test_who_computes_waits_for_who_computes_already(
    folder: Path, reader: Reader, read, store: Store, joining: Joining
) -> None:
    read(reader, folder)
    store.lease([CONSOLIDATION], owner="another", seconds=60)
    found = []

    def compute_too() -> None:
        found.append(compute(store, joining))

    waiting = threading.Thread(target=compute_too)
    waiting.start()
    time.sleep(0.3)
    assert list(store.events()) == []
    store.release([CONSOLIDATION], owner="another")
    waiting.join()
    assert set(store.events()) == set(found[0])


def test_who_was_overtaken_computes_again_from_what_is_there_now(
    folder: Path, reader: Reader, read, store: Store, joining: Joining, monkeypatch
) -> None:
    read(reader, folder / "a.txt")
    slow = []

    def overtaken(point: str) -> None:
        if point == "events-computed" and not slow:
            slow.append(point)
            store.release([CONSOLIDATION], owner=make_owner())
            store.lease([CONSOLIDATION], owner="another", seconds=0.1)
            read(reader, folder / "b.txt")

    monkeypatch.setattr("dateline.pipeline.events.consolidating.crash_at", overtaken)
    events = compute(store, joining)
    assert {claim for event in events for claim in event.claims} == {
        claim.id for claim in store.claims()
    }
    assert len(list(store.claims())) == 3


def gist_of(event: Event) -> Event:
    """All that does not depend on the order of arrival: which id an event bears may."""
    return replace(event, id=EventId("any"))


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 999), chance=st.randoms(use_true_random=False))
def test_what_comes_bit_by_bit_gives_the_events_of_all_at_once(tmp_path, joining, seed, chance):
    reports = list(make_reports(60, seed=seed))
    chance.shuffle(reports)
    folder = tmp_path / f"{seed}-{chance.random()}"
    folder.mkdir()
    with open_store(folder / "bits.db") as bits, open_store(folder / "whole.db") as whole:
        while reports:
            for document, reading in (reports.pop() for _ in range(min(3, len(reports)))):
                bits.add(document, reading)
                whole.add(document, reading)
            consolidate_store(bits, joining)
        assert consolidate_store(bits, joining).events == ()
        consolidate_store(whole, joining, anew=True)
        expected = {gist_of(event) for event in whole.events()}
        assert {gist_of(event) for event in bits.events()} == expected
        assert bits.doctor() == ()


def test_only_what_a_new_document_can_change_is_computed(store, joining):
    reports = list(make_reports(300))
    for document, reading in reports[:-1]:
        store.add(document, reading)
    consolidate_store(store, joining)
    store.add(*reports[-1])
    assert 1 <= len(consolidate_store(store, joining).events) <= 3


def test_an_event_of_a_forgotten_document_is_computed_from_the_others(store, joining):
    reports = list(make_reports(60))
    for document, reading in reports:
        store.add(document, reading)
    shared = max(compute(store, joining), key=lambda event: len(event.documents))
    assert len(shared.documents) > 2
    store.forget(shared.documents[0], reason="names a witness")
    kept = {frozenset(event.documents) for event in compute(store, joining)}
    assert frozenset(shared.documents[1:]) in kept
    assert store.doctor() == ()


def test_everything_is_joined_anew_when_the_way_of_joining_changes(store, joining):
    for document, reading in make_reports(60):
        store.add(document, reading)
    first = compute(store, joining)
    assert consolidate_store(store, replace(joining, digest="another")).events != ()
    assert tuple(store.events()) == first


def test_what_is_read_while_events_are_computed_is_not_lost(store, joining, monkeypatch):
    reports = list(make_reports(60))
    late = reports.pop()
    for document, reading in reports:
        store.add(document, reading)

    def meanwhile(point: str) -> None:
        if point == "events-computed":
            store.add(*late)

    monkeypatch.setattr("dateline.pipeline.events.consolidating.crash_at", meanwhile)
    compute(store, joining)
    monkeypatch.undo()
    claims = {claim for event in compute(store, joining) for claim in event.claims}
    assert claims == {claim.id for claim in store.claims()}


def test_a_new_owner_of_a_source_makes_events_anew(store: Store, joining: Joining) -> None:
    reports = list(make_reports(40))
    for document, reading in reports:
        store.add(document, reading)
    event = max(compute(store, joining), key=lambda event: len(event.voices))
    assert len(event.voices) > 1
    owned = [
        Source(name, SourceKind.FEED, f"https://{number}.test/", owner="Ministry")
        for number, name in enumerate(event.sources)
    ]
    store.set_sources(owned)
    after = next(other for other in compute(store, joining) if other.id == event.id)
    (voice,) = after.voices
    assert "both belong to Ministry" in voice.because
