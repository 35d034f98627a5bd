"""Pages, lists and files: what is new comes in, what fails is said, and the rest goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.pipeline.fetching.visiting import Planned
from dateline.types import Failure, Source, SourceKind

KOSTI = "Rebels shelled Kosti on Monday, the army said."


def test_a_page_that_changes_gives_versions(outlet) -> None:
    page = outlet.plan(SourceKind.PAGE, "/live")
    outlet.page("/live", "Live", KOSTI, etag='"a"')
    assert outlet.fetch(page).new == 1
    assert outlet.fetch(page).unchanged == 1
    outlet.page("/live", "Live", f"{KOSTI} Nine died.", etag='"b"')
    assert outlet.fetch(page).versions == 1
    assert len(outlet.store.latest_ids()) == 1


def test_the_pages_of_a_list_are_asked_for_until_they_were_had(outlet) -> None:
    listed = outlet.plan(SourceKind.LIST, "/list")
    outlet.answers["/list"] = outlet.reply(f"{outlet.url('/1')}\n{outlet.url('/2')}\n")
    outlet.page("/1", "One", KOSTI)
    first = outlet.fetch(listed)
    assert (first.new, len(first.failures)) == (1, 1)
    outlet.page("/2", "Two", KOSTI)
    second = outlet.fetch(listed)
    assert (second.new, second.unchanged, outlet.paths) == (1, 1, ["/list", "/2"])


def test_a_list_on_disk_is_read(outlet, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{outlet.url('/1')}\n")
    outlet.page("/1", "One", KOSTI)
    plan = Planned(Source("mine", SourceKind.LIST, "list.txt"), path, own=True)
    assert outlet.fetch(plan).new == 1


def test_a_folder_is_read_and_a_file_in_it_again_only_when_it_changed(
    outlet, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(KOSTI)
    (folder / "b.txt").write_text("Nobody was hurt in Rabak.")
    plan = Planned(Source("desk", SourceKind.FILES, "reports"), folder)
    assert outlet.fetch(plan).new == 2
    (folder / "b.txt").write_text("Two people were hurt in Rabak.")
    os.utime(folder / "b.txt", ns=(1, 1))
    tally = outlet.fetch(plan)
    assert (tally.new, tally.versions, tally.unchanged) == (0, 1, 1)
    assert {document.source for document in outlet.store.documents()} == {"desk"}


def test_a_folder_that_is_not_there_is_a_failure_of_its_source(outlet, tmp_path: Path) -> None:
    plan = Planned(Source("desk", SourceKind.FILES, "reports"), tmp_path / "reports")
    assert outlet.fetch(plan).failures == [Failure("reports", "fetch", "is not there")]
    [state] = outlet.store.source_states()
    assert (state.problem, state.succeeded) == ("is not there", None)


def test_a_source_that_fails_does_not_keep_the_others_from_it(outlet) -> None:
    outlet.page("/live", "Live", KOSTI)
    gone = Planned(Source("gone", SourceKind.FEED, outlet.url("/gone")), own=True)
    tally = outlet.fetch(gone, outlet.plan(SourceKind.PAGE, "/live"))
    assert (tally.sources, tally.new) == (2, 1)
    assert tally.failures == [Failure(outlet.url("/gone"), "fetch", "is not there (HTTP 404)")]


def test_what_failed_again_and_again_is_left_alone_for_a_while(outlet) -> None:
    page = outlet.plan(SourceKind.PAGE, "/gone")
    waiting = []
    for minutes in (0, 1, 1, 1, 15, 15, 15):
        outlet.later(minutes=minutes)
        waiting.append(outlet.fetch(page).waiting)
    assert waiting == [0, 0, 0, 1, 0, 1, 0]
    assert outlet.fetch(page, insist=True).waiting == 0


def test_what_comes_back_is_a_failure_no_more(outlet) -> None:
    page = outlet.plan(SourceKind.PAGE, "/live")
    outlet.fetch(page)
    assert len(outlet.store.failures()) == 1
    outlet.page("/live", "Live", KOSTI)
    outlet.fetch(page)
    assert outlet.store.failures() == ()
    [state] = outlet.store.source_states()
    assert (state.failures, state.documents, state.succeeded) == (0, 1, outlet.now)


def test_a_host_that_asks_for_time_gets_it(outlet) -> None:
    page = outlet.plan(SourceKind.PAGE, "/live")
    outlet.answers["/live"] = outlet.reply("", "503 Busy", retry_after="600")
    outlet.fetch(page)
    outlet.later(minutes=9)
    assert (outlet.fetch(page).waiting, outlet.paths) == (1, [])
    outlet.page("/live", "Live", KOSTI)
    outlet.later(minutes=2)
    assert outlet.fetch(page).new == 1


def test_a_bug_with_one_address_is_recorded_and_the_rest_goes_on(
    outlet, monkeypatch, caplog
) -> None:
    def slip(*words: object, **more: object) -> None:
        raise RuntimeError("a slip")

    outlet.page("/live", "Live", KOSTI)
    with monkeypatch.context() as patched:
        patched.setattr("dateline.pipeline.fetching.feeding.page_original", slip)
        tally = outlet.fetch(outlet.plan(SourceKind.PAGE, "/live"))
    assert tally.failures[0].problem == "a bug in Dateline: RuntimeError: a slip"
    assert "Traceback" in caplog.text


def test_a_page_that_is_as_it_once_was_is_no_new_version(outlet) -> None:
    page = outlet.plan(SourceKind.PAGE, "/live")
    for words in (KOSTI, f"{KOSTI} Nine died.", KOSTI):
        outlet.page("/live", "Live", words)
        last = outlet.fetch(page)
    assert (last.versions, last.unchanged, len(outlet.texts)) == (0, 1, 2)


def test_a_list_that_did_not_change_and_was_had_asks_for_nothing(outlet) -> None:
    listed = outlet.plan(SourceKind.LIST, "/list")
    outlet.answers["/list"] = outlet.reply(f"{outlet.url('/1')}\n", etag='"l1"')
    outlet.page("/1", "One", KOSTI)
    outlet.fetch(listed)
    outlet.fetch(listed)
    assert outlet.paths == ["/list"]


def test_a_long_list_is_gone_on_with(outlet) -> None:
    listed = outlet.plan(SourceKind.LIST, "/list")
    outlet.answers["/list"] = outlet.reply(f"{outlet.url('/1')}\n{outlet.url('/2')}\n")
    outlet.page("/1", "One", KOSTI)
    outlet.page("/2", "Two", "Nobody was hurt in Rabak.")
    first = outlet.fetch(listed, items=1)
    assert (first.new, first.left) == (1, 1)
    assert outlet.fetch(listed, items=1).new == 1


def test_who_stops_a_fetch_keeps_what_was_had(outlet, tmp_path: Path) -> None:
    listed = outlet.plan(SourceKind.LIST, "/list")
    outlet.answers["/list"] = outlet.reply(f"{outlet.url('/1')}\n{outlet.url('/2')}\n")
    outlet.page("/1", "One", KOSTI)
    outlet.fetch(listed, stop=lambda: len(outlet.texts) >= 1)
    assert len(outlet.texts) == 1
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}: nobody was hurt in Rabak.")
    files = Planned(Source("desk", SourceKind.FILES, "reports"), tmp_path)
    outlet.fetch(files, stop=lambda: len(outlet.texts) >= 2)
    assert len(outlet.texts) == 2
    assert outlet.fetch(files, stop=lambda: True).sources == 0


def test_a_store_that_fails_stops_the_fetch(outlet, monkeypatch: pytest.MonkeyPatch) -> None:
    outlet.page("/live", "Live", KOSTI)

    def fail(*_: object, **__: object) -> bool:
        raise StoreError("the disk is full")

    monkeypatch.setattr(type(outlet.store), "take_in", fail)
    with pytest.raises(StoreError, match="the disk is full"):
        outlet.fetch(outlet.plan(SourceKind.PAGE, "/live"))


def test_an_answer_that_gave_no_document_is_not_tried_again(outlet) -> None:
    page = outlet.plan(SourceKind.PAGE, "/live")
    outlet.answers["/live"] = outlet.reply(" ", content_type="text/plain")
    first, second = outlet.fetch(page), outlet.fetch(page)
    assert [failure.step for failure in first.failures] == ["extract"]
    assert (first.quarantined, second.quarantined, second.failures) == (0, 1, [])
    assert outlet.store.get_failed_original(outlet.url("/live")).raw == b" "
    outlet.answers["/live"] = outlet.reply(KOSTI, content_type="text/plain")
    outlet.later(hours=1)
    assert outlet.fetch(page).new == 1
    assert outlet.store.failures() == ()


def test_a_file_that_gave_no_document_is_not_tried_again(outlet, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ")
    plan = Planned(Source("desk", SourceKind.FILES, "reports"), tmp_path)
    first, second = outlet.fetch(plan), outlet.fetch(plan)
    assert (len(first.failures), first.failed) == (1, 0)
    assert (second.quarantined, second.failures) == (1, [])


def test_a_source_that_another_process_asks_is_left_to_it(outlet) -> None:
    outlet.page("/live", "Live", KOSTI)
    outlet.store.lease(["source Nile"], owner="another", seconds=60)
    tally = outlet.fetch(outlet.plan(SourceKind.PAGE, "/live"))
    assert (tally.sources, tally.elsewhere, outlet.paths) == (1, 1, [])
    outlet.store.release(["source Nile"], owner="another")
    assert outlet.fetch(outlet.plan(SourceKind.PAGE, "/live")).new == 1
    assert outlet.store.lease_owners(["source Nile"]) == ()


def test_sources_of_which_nothing_was_had_are_counted(outlet) -> None:
    outlet.page("/live", "Live", KOSTI)
    gone = Planned(Source("gone", SourceKind.FEED, outlet.url("/gone")), own=True)
    tally = outlet.fetch(gone, outlet.plan(SourceKind.PAGE, "/live"))
    assert (tally.sources, tally.failed) == (2, 1)
