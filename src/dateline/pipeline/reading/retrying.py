"""Try again to make documents of bytes that gave none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...errors import DocumentError
from ...types import Failure, Original
from .extracting import Extraction


def extract_again(extraction: Extraction, failures: Iterable[Failure]) -> None:
    """Make the documents that gave none before, of the bytes that were kept."""
    store = extraction.store
    for failure in failures:
        original = store.get_failed_original(failure.address)
        if original is None:
            continue
        try:
            _take(extraction, original, failure.address)
        except DocumentError as error:
            store.add_failure(replace(failure, problem=error.problem))


def _take(extraction: Extraction, original: Original, place: str) -> None:
    """Keep the document of an original, and that its place is well."""
    store = extraction.store
    document = extraction.again(original, place=place)
    visit = store.get_visit(original.source, place)
    if visit is None:
        store.add_document(document, original=original)
        store.clear_failure(place)
        return
    now = extraction.now()
    well = replace(visit, at=now, succeeded=now, failures=0, problem=None, retry_at=None)
    store.take_in(well, document=document, original=original)
