"""Reading many files: what fails is recorded, and the run goes on."""

import logging
from pathlib import Path

import pytest

from dateline.pipeline import Reader, Tally, read_files, read_unread, reread
from dateline.pipeline.runs import AT_ONE_GO
from dateline.sources import Said, find_files, read_document
from dateline.store import Store
from dateline.types import Failure


def read(folder: Path, reader: Reader, store: Store) -> Tally:
    return read_files(find_files([folder]), reader, store)


def test_what_can_be_read_is_in_the_store(folder: Path, reader: Reader, store: Store) -> None:
    tally = read(folder, reader, store)
    assert (tally.documents, tally.read, tally.claims) == (5, 2, 3)
    assert len(list(store.claims())) == 3
    assert tally.words == 20


def test_each_failure_is_recorded_with_its_step_and_reason(
    folder: Path, reader: Reader, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    tally = read(folder, reader, store)
    assert [(failure.address, failure.step) for failure in tally.failures] == [
        ("c.txt", "read"),
        ("d.txt", "read"),
        ("e.txt", "extract"),
    ]
    assert tuple(tally.failures) == store.failures()
    assert store.failures()[0].problem == "is unreadable"


def test_a_bug_keeps_its_traceback_and_the_run_goes_on(
    folder: Path, reader: Reader, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    tally = read(folder, reader, store)
    assert tally.failures[1].problem == "a bug in Dateline: RuntimeError: a slip"
    record = next(record for record in caplog.records if record.levelno == logging.ERROR)
    assert record.exc_info


def test_a_document_that_cannot_be_read_is_kept(folder: Path, reader: Reader, store: Store) -> None:
    read(folder, reader, store)
    assert [document.address for document in store.documents()] == [
        "a.txt",
        "b.txt",
        "c.txt",
        "d.txt",
    ]
    kept = {document.address: document.id for document in store.documents()}
    assert store.failures()[0] == Failure("c.txt", "read", "is unreadable", kept["c.txt"])


def test_a_missing_file_fails_at_the_fetch(tmp_path: Path, reader: Reader, store: Store) -> None:
    tally = read(tmp_path / "nothing.txt", reader, store)
    assert [failure.step for failure in tally.failures] == ["fetch"]


def test_reading_twice_changes_nothing(folder: Path, reader: Reader, store: Store) -> None:
    read(folder, reader, store)
    before = list(store.current_readings())
    tally = read(folder, reader, store)
    assert (tally.unchanged, tally.claims) == (2, 0)
    assert list(store.current_readings()) == before


def test_what_the_user_says_reaches_the_document(
    folder: Path, reader: Reader, store: Store
) -> None:
    read_files(find_files([folder / "a.txt"]), reader, store, said=Said(source="the courier"))
    assert [document.source for document in store.documents()] == ["the courier"]


def test_progress_is_told_after_each_file(folder: Path, reader: Reader, store: Store) -> None:
    seen = []
    read_files(find_files([folder]), reader, store, seen=lambda tally: seen.append(tally.documents))
    assert seen == [1, 2, 3, 4, 5]


def test_rereading_by_the_same_engine_changes_nothing(
    folder: Path, reader: Reader, store: Store
) -> None:
    read(folder, reader, store)
    assert list(reread(reader, store)) == []


def test_rereading_tells_what_is_gone_and_what_is_new(
    folder: Path, reader: Reader, later_reader: Reader, store: Store
) -> None:
    read(folder, reader, store)
    seen = []
    first, second = reread(later_reader, store, seen=lambda tally: seen.append(tally.documents))
    assert (first.document.address, len(first.gone), len(first.new)) == ("a.txt", 1, 1)
    assert (second.document.address, len(second.gone), len(second.new)) == ("b.txt", 2, 0)
    assert seen == [1, 2, 3, 4]


def test_rereading_keeps_the_older_readings(
    folder: Path, reader: Reader, later_reader: Reader, store: Store
) -> None:
    read(folder, reader, store)
    list(reread(later_reader, store))
    document = next(store.documents())
    assert [reading.digest for reading in store.readings(document.id)] == ["first", "second"]


def test_a_reading_that_finds_the_same_is_no_change(
    folder: Path, reader: Reader, store: Store
) -> None:
    read(folder, reader, store)
    same = type(reader)("third")
    assert list(reread(same, store)) == []
    assert store.has_reading(next(store.documents()).id, "third")


def test_rereading_survives_what_cannot_be_read(
    folder: Path, reader: Reader, later_reader: Reader, store: Store
) -> None:
    read(folder, reader, store)
    failed = []
    list(reread(later_reader, store, seen=lambda tally: failed.append(len(tally.failures))))
    assert failed[-1] == 2
    assert {failure.address for failure in store.failures()} == {"c.txt", "d.txt", "e.txt"}


def test_a_document_that_was_never_read_is_read(folder: Path, reader: Reader, store: Store) -> None:
    from dateline.sources import read_document

    file = next(find_files([folder]))
    store.add_document(read_document(file))
    (change,) = reread(reader, store)
    assert (len(change.gone), len(change.new)) == (0, 1)


def test_a_run_longer_than_one_go_reads_every_file(
    tmp_path: Path, reader: Reader, store: Store
) -> None:
    for number in range(AT_ONE_GO + 3):
        (tmp_path / f"{number:02}.txt").write_text(f"Rebels shelled town number {number}.")
    tally = read(tmp_path, reader, store)
    assert (tally.read, tally.claims) == (AT_ONE_GO + 3, AT_ONE_GO + 3)


def take_in(folder: Path, store: Store) -> None:
    for file in find_files([folder]):
        if file.address != "e.txt":
            store.add_document(read_document(file))


def test_what_was_taken_in_is_read_once(folder: Path, reader: Reader, store: Store) -> None:
    take_in(folder, store)
    heard = []
    tally = read_unread(reader, store, seen=lambda tally, total: heard.append(total))
    assert (tally.documents, tally.read, tally.claims, heard) == (4, 2, 3, [4])
    assert [failure.address for failure in store.failures()] == ["c.txt", "d.txt"]
    assert read_unread(reader, store).documents == 0


def test_reading_what_was_taken_in_gives_what_reading_the_files_gives(
    folder: Path, reader: Reader, store: Store
) -> None:
    take_in(folder, store)
    read_unread(reader, store)
    before = set(store.claims())
    assert read(folder, reader, store).unchanged == 2
    assert set(store.claims()) == before


def test_a_reading_that_is_stopped_is_gone_on_with(
    tmp_path: Path, reader: Reader, store: Store
) -> None:
    for number in range(AT_ONE_GO + 1):
        (tmp_path / f"{number:03}.txt").write_text(f"Rebels shelled hill {number}.")
    for file in find_files([tmp_path]):
        store.add_document(read_document(file))
    first = read_unread(reader, store, stop=lambda: bool(list(store.claims())))
    assert (first.documents, read_unread(reader, store).documents) == (AT_ONE_GO, 1)
