"""What gives no document is in quarantine: kept, and tried again only when it is told to."""

from __future__ import annotations

import pytest

from dateline.errors import ExtractError
from dateline.pipeline import Extraction
from dateline.pipeline.reading.extracting import NoDocumentError
from dateline.types import Failure, Original

EMPTY = Original(b" \n", ".txt", "a.txt", "desk")
GOOD = Original(b"Rebels shelled Kosti on Monday.", ".txt", "a.txt", "desk")


@pytest.fixture
def extraction(store, here) -> Extraction:
    return Extraction(store, here)


def fail(extraction: Extraction, original: Original) -> NoDocumentError:
    with pytest.raises(NoDocumentError) as caught:
        extraction(original, place="desk/a.txt")
    return caught.value


def test_a_document_knows_its_language(extraction: Extraction) -> None:
    assert extraction(GOOD, place="desk/a.txt").language == "en"


def test_what_gives_none_is_named_by_where_it_was_found(extraction: Extraction) -> None:
    error = fail(extraction, EMPTY)
    assert (error.address, error.problem, error.original) == ("desk/a.txt", "is empty", EMPTY)
    assert not error.is_known


def test_the_same_bytes_are_not_tried_again_and_others_are(
    extraction: Extraction, store, here, monkeypatch
) -> None:
    failure = Failure("desk/a.txt", "extract", "took more than 20 s and was stopped")
    store.add_failure(failure, original=EMPTY)
    error = fail(extraction, EMPTY)
    assert (error.is_known, error.problem) == (True, failure.problem)
    assert extraction(GOOD, place="desk/a.txt").text.startswith("Rebels")
    with pytest.raises(NoDocumentError, match="is empty"):
        extraction.again(EMPTY, place="desk/a.txt")


def test_a_failure_that_kept_nothing_does_not_matter(extraction: Extraction, store) -> None:
    store.add_failure(Failure("desk/a.txt", "fetch", "is not there"))
    assert extraction(GOOD, place="desk/a.txt").text.startswith("Rebels")


def test_a_bug_is_a_failure_that_keeps_the_bytes(
    extraction: Extraction, here, monkeypatch, caplog
) -> None:
    def slip(*_: object) -> None:
        raise RuntimeError("a slip")

    monkeypatch.setattr(type(here), "call", slip)
    error = fail(extraction, GOOD)
    assert isinstance(error, ExtractError)
    assert (error.problem, error.original) == ("a bug in Dateline: RuntimeError: a slip", GOOD)
    assert "Traceback" in caplog.text
