"""Bytes that gave no document are tried again when it is told to."""

from __future__ import annotations

import pytest

from dateline.pipeline import Extraction
from dateline.pipeline.reading.retrying import extract_again
from dateline.types import Failure, Original

KOSTI = b"Rebels shelled Kosti on Monday, the army said."


@pytest.fixture
def retry(store, here):
    """Try all failures again; what is left of them."""

    def retry() -> tuple[Failure, ...]:
        extract_again(Extraction(store, here), store.failures())
        return store.failures()

    return retry


def test_what_gives_a_document_now_leaves_the_failures(store, retry) -> None:
    original = Original(KOSTI, ".txt", "a.txt", "desk")
    store.add_failure(Failure("a.txt", "extract", "ended the process"), original=original)
    assert retry() == ()
    [document] = store.documents()
    assert store.get_original(document.id) == original
    assert store.unread_ids() == (document.id,)


def test_what_fails_again_stays_with_what_is_said_of_it_now(store, retry) -> None:
    original = Original(b" ", ".txt", "a.txt", "desk")
    store.add_failure(Failure("a.txt", "extract", "ended the process"), original=original)
    assert retry() == (Failure("a.txt", "extract", "is empty"),)
    assert store.get_failed_original("a.txt") == original


def test_what_kept_no_bytes_is_left_to_others(store, retry) -> None:
    failure = Failure("a.txt", "fetch", "there is no such file")
    store.add_failure(failure)
    assert retry() == (failure,)


def test_the_page_of_a_source_is_well_again_and_asked_as_ever(outlet, store, retry) -> None:
    from dateline.types import SourceKind

    page = outlet.plan(SourceKind.PAGE, "/live")
    outlet.answers["/live"] = outlet.reply(" ", content_type="text/plain")
    assert [failure.step for failure in outlet.fetch(page).failures] == ["extract"]
    place = outlet.url("/live")
    kept = store.get_failed_original(place)
    store.add_failure(
        Failure(place, "extract", "is empty"),
        original=Original(KOSTI, ".txt", kept.address, kept.source, web=True),
    )
    assert retry() == ()
    visit = store.get_visit("Nile", place)
    assert (visit.problem, visit.failures, visit.retry_at) == (None, 0, None)
    assert len(outlet.texts) == 1
