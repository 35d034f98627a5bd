"""Archives as sources: each member once, whatever stops the reading and whenever it goes on."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.pipeline.fetching.visiting import Planned
from dateline.pipeline.processes.sandbox import StoppedError
from dateline.types import Source, SourceKind
from sample_files import http_answer, make_warc, page, warc_record


def record(number: int, words: str = "Rebels shelled Kosti on Monday.") -> bytes:
    answer = http_answer(page(f"Report {number}", f"{words} It was report {number}."))
    return warc_record(answer, f"https://nile.example/{number}")


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.warc"
    path.write_bytes(make_warc(map(record, (1, 2, 3))))
    return path


def plan(path: Path, **how) -> Planned:
    return Planned(Source("desk", SourceKind.FILES, path.name), path, **how)


def change(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))


def test_each_member_is_a_document_of_the_source(outlet, crawl: Path) -> None:
    tally = outlet.fetch(plan(crawl))
    assert (tally.new, tally.failures) == (3, [])
    documents = list(outlet.store.documents())
    assert {document.source for document in documents} == {"desk"}
    assert {document.address for document in documents} == {
        f"https://nile.example/{number}" for number in (1, 2, 3)
    }
    original = outlet.store.get_original(documents[0].id)
    assert original is not None
    assert original.web


def test_when_it_was_crawled_is_when_it_was_fetched_and_not_when_it_was_published(
    outlet, crawl: Path
) -> None:
    outlet.fetch(plan(crawl))
    document = next(outlet.store.documents())
    (fetch,) = outlet.store.fetches(document.id)
    assert fetch.at == datetime(2024, 6, 1, 12, tzinfo=UTC)
    assert document.published == datetime(2024, 5, 15, 8, tzinfo=UTC)


def test_an_archive_that_did_not_change_is_not_read_again(outlet, crawl: Path) -> None:
    outlet.fetch(plan(crawl))
    tally = outlet.fetch(plan(crawl))
    assert (tally.new, tally.unchanged) == (0, 1)


def test_a_fetch_that_is_stopped_goes_on_at_the_next_member(outlet, crawl: Path) -> None:
    outlet.fetch(plan(crawl), stop=lambda: len(outlet.texts) >= 2)
    assert len(outlet.texts) == 2
    tally = outlet.fetch(plan(crawl))
    assert (tally.new, tally.unchanged) == (1, 0)
    visit = outlet.store.get_visit("desk", "crawl.warc/crawl.warc")
    assert visit is not None
    assert (visit.position, visit.succeeded) == (None, outlet.now)


def test_a_changed_archive_is_read_from_its_beginning_and_what_is_the_same_is_not_new(
    outlet, crawl: Path
) -> None:
    outlet.fetch(plan(crawl), stop=lambda: len(outlet.texts) >= 2)
    change(crawl, make_warc([record(1), record(2, "The army shelled Kosti."), record(4)]))
    tally = outlet.fetch(plan(crawl))
    assert (tally.new, tally.versions, tally.unchanged) == (1, 1, 1)


def test_a_member_that_gives_no_document_is_a_failure_of_its_own(outlet, crawl: Path) -> None:
    bad = warc_record(http_answer(b"<p> </p>"), "https://nile.example/2")
    broken = warc_record(b"nothing", "https://nile.example/3")
    change(crawl, make_warc([record(1), bad, broken, record(4)]))
    tally = outlet.fetch(plan(crawl))
    assert tally.new == 2
    told = {failure.address: (failure.step, failure.problem) for failure in tally.failures}
    assert told == {
        "https://nile.example/2": ("extract", "has no text"),
        "https://nile.example/3": ("extract", "is broken: it holds no answer of a server"),
    }
    kept = outlet.store.get_failed_original("https://nile.example/2")
    assert kept is not None
    assert kept.raw == b"<p> </p>"


def test_a_member_that_failed_is_left_alone_until_it_changes(outlet, crawl: Path) -> None:
    bad = warc_record(http_answer(b"<p> </p>"), "https://nile.example/2")
    change(crawl, make_warc([record(1), bad]))
    outlet.fetch(plan(crawl))
    change(crawl, make_warc([record(1), bad, record(3)]))
    tally = outlet.fetch(plan(crawl))
    assert (tally.new, tally.quarantined, tally.failures) == (1, 1, [])
    change(crawl, make_warc([record(1), record(2), record(3)]))
    assert outlet.fetch(plan(crawl)).new == 1
    assert outlet.store.failures() == ()


def test_a_member_that_was_forgotten_is_refused(outlet, crawl: Path) -> None:
    outlet.fetch(plan(crawl))
    forgotten = next(outlet.store.documents())
    outlet.store.forget(forgotten.id, reason="names a witness")
    change(crawl, crawl.read_bytes() + record(4))
    tally = outlet.fetch(plan(crawl))
    assert tally.new == 1
    assert [failure.address for failure in tally.failures] == [forgotten.address]


def test_rows_are_taken_by_the_columns_that_the_project_names(outlet, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("when,what\n2024-05-15,Rebels shelled Kosti.\n")
    columns = {"text": "what", "published": "when"}
    assert outlet.fetch(plan(path, columns=columns)).new == 1
    failures = outlet.fetch(plan(path)).failures
    assert failures == []  # it did not change


def test_an_archive_that_is_none_is_a_failure_of_its_place(outlet, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("a,b\n1,2\n")
    (failure,) = outlet.fetch(plan(path)).failures
    assert failure.address == "posts.csv/posts.csv"
    assert failure.problem.startswith("no column is known to hold texts")


def test_an_archive_that_cannot_be_read_to_its_end_is_left_alone_until_it_changes(
    outlet, crawl: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = type(outlet.sandbox).stream

    def deadly(self, address, function, *args, **kwargs):
        if not kwargs["skip"]:
            yield next(stream(self, address, function, *args, **kwargs))
        raise StoppedError(address, "ended the process that read it (signal 11)")

    with monkeypatch.context() as patched:
        patched.setattr(type(outlet.sandbox), "stream", deadly)
        tally = outlet.fetch(plan(crawl))
        assert [failure.address for failure in tally.failures] == [
            "crawl.warc#2",
            "crawl.warc#3",
            "crawl.warc/crawl.warc",
        ]
        again = outlet.fetch(plan(crawl))
        assert (again.quarantined, again.failures) == (1, [])
    assert outlet.fetch(plan(crawl), insist=True).failures == []
