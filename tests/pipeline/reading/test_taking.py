"""Taking in files: each document is kept with its bytes, and what gives none with its reason."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.pipeline import Taken
from dateline.sources import Said, extract
from dateline.store import Store
from dateline.types import Failure
from sample_files import (
    http_answer,
    make_docx,
    make_pdf,
    make_warc,
    page,
    paragraph,
    warc_record,
)


def test_documents_are_kept_unread_with_what_they_are_made_from(
    folder: Path, take_in, store: Store
) -> None:
    taken = take_in(folder)
    assert tuple(taken.documents) == store.unread_ids()
    first = next(store.documents())
    assert store.get_original(first.id).raw == (folder / "a.txt").read_bytes()
    assert first.language == "en"


def test_what_gives_no_document_is_recorded_with_its_bytes(
    folder: Path, take_in, store: Store
) -> None:
    (folder / "e.txt").write_bytes(b"  \n")
    taken = take_in(folder)
    assert taken.failures == [Failure("e.txt", "extract", "is empty")] == list(store.failures())
    assert store.get_failed_original("e.txt").raw == b"  \n"


def test_what_is_mended_leaves_the_failures(folder: Path, take_in, store: Store) -> None:
    take_in(folder)
    (folder / "e.txt").write_text("Rebels shelled the town.")
    assert take_in(folder).failures == []
    assert store.failures() == ()


def test_a_missing_file_fails_at_the_fetch(tmp_path: Path, take_in, store: Store) -> None:
    [failure] = take_in(tmp_path / "nothing.txt").failures
    assert (failure.step, store.failures()) == ("fetch", (failure,))


def test_what_the_user_says_reaches_the_document(folder: Path, take_in, store: Store) -> None:
    take_in(folder / "a.txt", said=Said(source="the courier"))
    assert [document.source for document in store.documents()] == ["the courier"]


def test_progress_is_told_after_each_file(folder: Path, take_in) -> None:
    seen = []
    take_in(folder, seen=lambda taken: seen.append(taken.files))
    assert seen == [1, 2, 3, 4, 5]


def test_a_document_that_was_forgotten_is_refused(folder: Path, take_in, store: Store) -> None:
    taken = take_in(folder / "a.txt")
    store.forget(next(iter(taken.documents)), reason="names a witness")
    [failure] = take_in(folder / "a.txt").failures
    assert (failure.step, "forgotten" in failure.problem) == ("store", True)


def test_a_bug_with_one_file_is_recorded_and_the_rest_goes_on(
    folder: Path, take_in, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def slip(*_: object) -> None:
        raise RuntimeError("a slip")

    with monkeypatch.context() as patched:
        patched.setattr("dateline.pipeline.reading.taking.read_bytes", slip)
        taken: Taken = take_in(folder)
    assert {failure.problem for failure in taken.failures} == {
        "a bug in Dateline: RuntimeError: a slip"
    }
    assert len(taken.failures) == 5
    assert "Traceback" in caplog.text


def test_a_store_that_fails_stops_the_run(
    folder: Path, take_in, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("dateline.db: the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "add_document", fail)
        with pytest.raises(StoreError, match="disk is full"):
            take_in(folder)


ROWS = "id,text\n1,Rebels shelled the town.\n2,\n3,The army shelled the hills.\n"


def test_each_member_of_an_archive_is_taken_like_a_file(
    tmp_path: Path, take_in, store: Store
) -> None:
    (tmp_path / "posts.csv").write_text(ROWS)
    (tmp_path / "posts.jsonl").write_text('{"text": "Nobody was hurt.", "id": 1}\nno json\n')
    seen = []
    taken: Taken = take_in(tmp_path, seen=lambda taken: seen.append((taken.paths, taken.files)))
    assert [document.address for document in store.documents()] == [
        "posts.csv#1",
        "posts.csv#3",
        "posts.jsonl#1",
    ]
    assert [(failure.address, failure.step) for failure in taken.failures] == [
        ("posts.csv#2", "extract"),
        ("posts.jsonl#2", "extract"),
    ]
    assert seen == [(1, 1), (1, 2), (1, 3), (2, 4), (2, 5)]
    assert len(take_in(tmp_path).documents) == 3


def test_an_archive_that_cannot_be_read_is_one_failure(
    tmp_path: Path, take_in, store: Store
) -> None:
    (tmp_path / "posts.csv").write_text("a,b\n1,2\n")
    (failure,) = take_in(tmp_path).failures
    assert (failure.address, failure.step) == ("posts.csv", "fetch")
    (tmp_path / "posts.csv").write_text(ROWS)
    take_in(tmp_path)
    assert [failure.address for failure in store.failures()] == ["posts.csv#2"]


def test_what_was_read_of_an_archive_without_documents_is_no_document(
    tmp_path: Path, take_in
) -> None:
    (tmp_path / "result.json").write_text(
        '{"messages": [' + ", ".join(['{"type": "service", "text": "x"}'] * 150) + "]}"
    )
    taken: Taken = take_in(tmp_path)
    assert (taken.paths, taken.files, taken.failures) == (1, 0, [])


def test_every_document_can_be_made_again_of_what_was_kept(
    tmp_path: Path, take_in, store: Store
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    told = "Rebels shelled the market of El Obeid on Tuesday, the army said."
    answer = http_answer(page("Market shelled", told))
    message = {"id": 7, "type": "message", "date_unixtime": "1714775400", "text": told}
    export = {"name": "Desk", "type": "public_channel", "id": 1, "messages": [message]}
    made: dict[str, bytes] = {
        "a.txt": told.encode("utf-16"),
        "b.html": page("Market shelled", told),
        "c.pdf": make_pdf([paragraph(told, top=700)], {"CreationDate": "D:20240504013000+03'00'"}),
        "d.docx": make_docx(told, title="Market shelled", author="Amal Idris"),
        "e.eml": b"From: a@b.example\nDate: Sat, 4 May 2024 01:30:00 +0300\n\n" + told.encode(),
        "f.warc.gz": make_warc([warc_record(answer)], packed=True),
        "g.csv": f'text,source\n"{told}",Nile Post\n'.encode(),
        "h.jsonl": json.dumps({"text": told, "date": "2024-05-04T01:30:00+03:00"}).encode(),
        "result.json": json.dumps(export).encode(),
    }
    for name, raw in made.items():
        (folder / name).write_bytes(raw)
    assert take_in(folder).failures == []
    documents = list(store.documents())
    assert len(documents) == len(made)
    for document in documents:
        original = store.get_original(document.id)
        assert original is not None
        assert replace(extract(original), language="en") == document
