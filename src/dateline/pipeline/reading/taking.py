"""Take files into the store, to be read from there; what gives no document is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from ...errors import DocumentError, ExtractError, RunError
from ...sources import NOTHING_SAID, File, Member, Said, is_archive, original_of, read_bytes
from ...store import Store
from ...types import DocumentId, Failure, Original
from ..processes.bugs import report_bug
from ..processes.crashing import crash_at
from .extracting import Extraction, NoDocumentError
from .members import stream_members


@dataclass(slots=True)
class Taken:
    """What came of some files."""

    paths: int = 0  # of those that were given; an archive is one
    files: int = 0  # each member of an archive is one, too
    documents: dict[DocumentId, None] = field(default_factory=dict)  # in order, each once
    failures: list[Failure] = field(default_factory=list)


def take_files(
    files: Iterable[File],
    extraction: Extraction,
    *,
    said: Said = NOTHING_SAID,
    seen: Callable[[Taken], None] = lambda taken: None,
) -> Taken:
    """Keep the documents of files and of what archives hold, with what they were made from."""
    taken = Taken()
    for file in files:
        taken.paths += 1
        for found in _take_file(file, extraction, said):
            taken.files += 1
            if isinstance(found, Failure):
                taken.failures.append(found)
            else:
                taken.documents[found] = None
            crash_at("file-taken")
            seen(taken)
    return taken


def _take_file(file: File, extraction: Extraction, said: Said) -> Iterator[DocumentId | Failure]:
    """The documents of a file, which are kept; or why there are none, which is recorded."""
    if is_archive(file):
        yield from _take_members(file, extraction, said)
    else:
        with _recording(file.address, extraction.store) as found:
            original = original_of(file, read_bytes(file), said=said)
            found.document = _keep(original, file.address, extraction, found)
        yield found.outcome


def _take_members(file: File, extraction: Extraction, said: Said) -> Iterator[DocumentId | Failure]:
    with _recording(file.address, extraction.store) as whole:
        for member in stream_members(extraction.sandbox, file, said=said):
            if member.original is None and member.problem is None:
                continue
            with _recording(member.address, extraction.store) as found:
                found.document = _keep_member(member, extraction, found)
            yield found.outcome
    if whole.failure is not None:
        yield whole.failure


def _keep_member(member: Member, extraction: Extraction, found: _Found) -> DocumentId:
    if member.original is None:
        found.step = "extract"
        raise ExtractError(member.address, member.problem or "gives no document")
    return _keep(member.original, member.address, extraction, found, fetched=member.fetched)


def _keep(
    original: Original,
    place: str,
    extraction: Extraction,
    found: _Found,
    *,
    fetched: datetime | None = None,
) -> DocumentId:
    document = extraction(original, place=place)
    found.step = "store"
    extraction.store.add_document(document, original=original, fetched=fetched)
    return document.id


@dataclass(slots=True)
class _Found:
    """How far one file has come, and what came of it."""

    step: str = "fetch"
    document: DocumentId | None = None
    failure: Failure | None = None

    @property
    def outcome(self) -> DocumentId | Failure:
        """The one or the other."""
        found = self.failure or self.document
        assert found is not None
        return found


@contextmanager
def _recording(place: str, store: Store) -> Iterator[_Found]:
    """Record what goes wrong with one file, or that nothing does any more."""
    found = _Found()
    original: Original | None = None
    try:
        yield found
        store.clear_failure(place)
        return
    except NoDocumentError as error:
        found.step, problem, original = "extract", error.problem, error.original
    except DocumentError as error:
        problem = error.problem
    except RunError:
        raise  # the store fails, not the file
    except Exception as error:  # noqa: BLE001 - a bug with one file must not lose the others
        problem = report_bug(place, found.step, error)
    found.failure = Failure(place, found.step, problem)
    store.add_failure(found.failure, original=original)
