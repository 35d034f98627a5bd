"""Reading what is stored: what fails is recorded, the run goes on, and nothing is read twice."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.pipeline import Reader, ReaderHere, Run, Tally
from dateline.pipeline.reading.chunks import AT_ONE_GO
from dateline.store import Store
from dateline.types import Document, DocumentId, Failure, Reading


def test_what_can_be_read_is_in_the_store(folder: Path, reader: Reader, read, store: Store) -> None:
    tally = read(reader, folder)
    assert (tally.documents, tally.total, tally.read, tally.claims) == (5, 4, 2, 3)
    assert len(list(store.claims())) == 3
    assert tally.words == 20


def test_each_failure_is_recorded_with_its_step_and_reason(
    folder: Path, reader: Reader, read, store: Store
) -> None:
    tally = read(reader, folder)
    assert [(failure.address, failure.step) for failure in tally.failures] == [
        ("c.txt", "read"),
        ("d.txt", "read"),
        ("e.txt", "extract"),
    ]
    assert tuple(tally.failures) == store.failures()
    assert store.failures()[0].problem == "is unreadable"


def test_a_bug_keeps_its_traceback_and_the_run_goes_on(
    folder: Path, reader: Reader, read, caplog: pytest.LogCaptureFixture
) -> None:
    tally = read(reader, folder)
    assert tally.failures[1].problem == "a bug in Dateline: RuntimeError: a slip"
    record = next(record for record in caplog.records if record.levelno == logging.ERROR)
    assert record.exc_info


def test_a_document_that_cannot_be_read_is_kept(
    folder: Path, reader: Reader, read, store: Store
) -> None:
    read(reader, folder)
    kept = {document.address: document.id for document in store.documents()}
    assert list(kept) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert store.failures()[0] == Failure("c.txt", "read", "is unreadable", kept["c.txt"])


def test_reading_twice_changes_nothing(folder: Path, reader: Reader, read, store: Store) -> None:
    read(reader, folder)
    before = list(store.current_readings())
    tally = read(reader, folder)
    assert (tally.unchanged, tally.claims) == (2, 0)
    assert list(store.current_readings()) == before


def test_two_files_of_one_text_at_one_address_are_one_document(
    tmp_path: Path, reader: Reader, read
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("Rebels shelled the town.")
    tally = read(reader, tmp_path / "one", tmp_path / "two")
    assert (tally.documents, tally.unchanged, tally.claims) == (2, 1, 1)


def test_rereading_by_the_same_engine_changes_nothing(
    folder: Path, reader: Reader, read, reread
) -> None:
    read(reader, folder)
    assert reread(reader) == []


def test_rereading_tells_what_is_gone_and_what_is_new(
    folder: Path, reader: Reader, later_reader: Reader, read, reread
) -> None:
    read(reader, folder)
    first, second = reread(later_reader)
    assert (first.document.address, len(first.gone), len(first.new)) == ("a.txt", 1, 1)
    assert (second.document.address, len(second.gone), len(second.new)) == ("b.txt", 2, 0)


def test_rereading_keeps_the_older_readings(
    folder: Path, reader: Reader, later_reader: Reader, read, reread, store: Store
) -> None:
    read(reader, folder)
    reread(later_reader)
    document = next(store.documents())
    assert [reading.digest for reading in store.readings(document.id)] == ["first", "second"]


def test_a_reading_that_finds_the_same_is_no_change(
    folder: Path, reader: Reader, read, reread, store: Store
) -> None:
    read(reader, folder)
    assert reread(type(reader)("third")) == []
    assert store.unread_by("third", [next(store.documents()).id]) == ()


def test_rereading_survives_what_cannot_be_read(
    folder: Path, reader: Reader, later_reader: Reader, read, reread, store: Store
) -> None:
    read(reader, folder)
    reread(later_reader)
    assert {failure.address for failure in store.failures()} == {"c.txt", "d.txt", "e.txt"}


def test_a_document_that_was_never_read_is_all_new(
    folder: Path, reader: Reader, take_in, reread
) -> None:
    take_in(folder / "a.txt")
    (change,) = reread(reader)
    assert (len(change.gone), len(change.new)) == (0, 1)


@pytest.fixture
def hills(tmp_path: Path, take_in) -> tuple[DocumentId, ...]:
    """One more document than are read at one go, taken in."""
    for number in range(AT_ONE_GO + 1):
        (tmp_path / f"{number:03}.txt").write_text(f"Rebels shelled hill {number}.")
    return tuple(take_in(tmp_path).documents)


def test_a_run_longer_than_one_go_reads_every_document(
    hills: tuple[DocumentId, ...], reader: Reader, store: Store
) -> None:
    seen = []
    run = Run(store, ReaderHere(reader), seen=lambda tally: seen.append(tally.documents))
    assert run.read(hills).read == len(hills)
    assert seen[-1] == len(hills)
    assert store.unread_ids() == ()


def test_a_reading_that_is_stopped_is_gone_on_with(
    hills: tuple[DocumentId, ...], reader: Reader, store: Store
) -> None:
    first = Run(store, ReaderHere(reader), stop=lambda: bool(list(store.claims()))).read(hills)
    second = Run(store, ReaderHere(reader)).read(store.unread_ids())
    assert (first.documents, second.documents) == (AT_ONE_GO, 1)


def test_what_another_process_reads_is_left_to_it(
    folder: Path, reader: Reader, take_in, store: Store
) -> None:
    first, second, *_ = take_in(folder).documents
    store.lease([f"document {first}"], owner="another", seconds=60)
    tally = Run(store, ReaderHere(reader)).read((first, second))
    assert (tally.documents, tally.elsewhere, tally.read) == (2, 1, 1)
    assert not store.readings(first)


def test_what_was_read_is_free_again(folder: Path, reader: Reader, take_in, store: Store) -> None:
    documents = tuple(take_in(folder).documents)
    for _ in range(2):
        Run(store, ReaderHere(reader)).read(documents)
    names = [f"document {document}" for document in documents]
    assert store.lease_owners(names) == ()


def test_what_was_forgotten_since_is_passed_over(
    folder: Path, reader: Reader, take_in, store: Store
) -> None:
    first, second, *_ = take_in(folder).documents
    store.forget(first, reason="names a witness")
    tally = Run(store, ReaderHere(reader)).read((first, second))
    assert (tally.documents, tally.unchanged, tally.read) == (2, 1, 2)


def test_what_is_forgotten_as_it_is_read_is_not_kept(
    folder: Path, reader: Reader, take_in, store: Store
) -> None:
    class Forgetful(type(reader)):
        def read_each(self, documents):
            store.forget(documents[0].id, reason="names a witness")
            return super().read_each(documents)

    tally = Run(store, ReaderHere(Forgetful())).read(tuple(take_in(folder / "a.txt").documents))
    assert (tally.claims, tally.failures) == (0, [])
    assert list(store.claims()) == []


def test_a_reading_that_does_not_fit_its_text_is_a_failure(
    folder: Path, reader: Reader, read, store: Store
) -> None:
    class Astray(type(reader)):
        def read(self, document) -> Reading:
            found = super().read(type(document)("x", "x", document.text * 2))
            return Reading(document.id, "astray", tuple(map(self.move, found.claims)))

        def move(self, claim):
            return claim

    tally = read(Astray(), folder / "a.txt")
    assert tally.failures[0].problem.startswith("a bug in Dateline: ValueError")


def test_a_store_that_fails_stops_the_run(
    folder: Path, reader: Reader, take_in, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(reading: Reading) -> None:
        raise StoreError("dateline.db: the disk is full")

    documents = tuple(take_in(folder).documents)
    with monkeypatch.context() as patched:
        patched.setattr(Store, "add_reading", lambda self, reading: fail(reading))
        with pytest.raises(StoreError, match="disk is full"):
            Run(store, ReaderHere(reader)).read(documents)
    assert store.failures() == (Failure("e.txt", "extract", "is empty"),)
    assert Run(store, ReaderHere(reader)).read(documents).read == 2


def test_a_tally_counts_each_document_once() -> None:
    tally = Tally(documents=5, unchanged=1, elsewhere=1, failures=[Failure("a", "read", "is bad")])
    assert tally.read == 3


def test_rereading_leaves_what_a_person_coded(
    store: Store, reader: Reader, later_reader: Reader, reread
) -> None:
    document = Document("coded.csv#1", "anna", "kind: shelled and hit")
    by_hand = replace(reader.read(document), coder="anna")
    store.add(document, by_hand)
    assert reread(later_reader) == []
    assert store.current_reading(document.id) == by_hand
