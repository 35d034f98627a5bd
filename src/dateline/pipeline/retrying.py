"""Try again what failed: read it, make its document, or ask its source for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ..store import Store
from ..types import DocumentId, Failure, Original
from .extracting import Extraction, NoDocumentError


@dataclass(frozen=True, slots=True)
class Failed:
    """What failed, by what can be done about it."""

    read: tuple[DocumentId, ...]  # documents that were not read
    extracted: tuple[Failure, ...]  # whose bytes are kept
    fetched: tuple[Failure, ...]


def find_failed(store: Store) -> Failed:
    """Everything that failed and has not succeeded since."""
    failures = store.failures()
    kept = [failure for failure in failures if failure.document is None]
    return Failed(
        tuple(failure.document for failure in failures if failure.document is not None),
        tuple(failure for failure in kept if failure.step == "extract"),
        tuple(failure for failure in kept if failure.step != "extract"),
    )


def extract_again(extraction: Extraction, failures: Sequence[Failure]) -> Iterator[Failure]:
    """Make the documents that gave none before, of the bytes that were kept; yield what fails."""
    for failure in failures:
        original = extraction.store.get_failed_original(failure.address)
        if original is None:
            yield failure
            continue
        try:
            _take(extraction, original, failure.address)
        except NoDocumentError as error:
            again = Failure(failure.address, "extract", error.problem)
            extraction.store.add_failure(again)
            yield again


def _take(extraction: Extraction, original: Original, place: str) -> None:
    """Keep the document of an original, and that its place is well."""
    store = extraction.store
    document = extraction.again(original, place=place)
    visit = store.get_visit(original.source, place)
    if visit is None:
        store.add_document(document, original=original)
        store.clear_failure(place)
        return
    now = datetime.now(UTC)
    well = replace(visit, at=now, succeeded=now, failures=0, problem=None, retry_at=None)
    store.take_in(well, document=document, original=original)
