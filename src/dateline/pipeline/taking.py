"""Take files into the store, to be read from there; what gives no document is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..errors import DocumentError, RunError
from ..sources import File, Said, original_of, read_bytes
from ..types import DocumentId, Failure, Original
from .bugs import report_bug
from .crashing import crash_at
from .extracting import Extraction, NoDocumentError

NOTHING_SAID = Said()


@dataclass(slots=True)
class Taken:
    """What came of some files."""

    files: int = 0
    documents: dict[DocumentId, None] = field(default_factory=dict)  # in order, each once
    failures: list[Failure] = field(default_factory=list)


def take_files(
    files: Iterable[File],
    extraction: Extraction,
    *,
    said: Said = NOTHING_SAID,
    seen: Callable[[Taken], None] = lambda taken: None,
) -> Taken:
    """Keep the documents of files, with what they were made from."""
    taken = Taken()
    for file in files:
        taken.files += 1
        found = _take(file, extraction, said)
        if isinstance(found, Failure):
            taken.failures.append(found)
        else:
            taken.documents[found] = None
        crash_at("file-taken")
        seen(taken)
    return taken


def _take(file: File, extraction: Extraction, said: Said) -> DocumentId | Failure:
    """The document of a file, which is kept; or why there is none, which is recorded."""
    store, step = extraction.store, "fetch"
    original: Original | None = None
    try:
        made_from = original_of(file, read_bytes(file), said=said)
        document = extraction(made_from, place=file.address)
        step = "store"
        store.add_document(document, original=made_from)
        if store.get_failure(file.address) is not None:
            store.clear_failure(file.address)
    except NoDocumentError as error:
        step, problem, original = "extract", error.problem, error.original
    except DocumentError as error:
        problem = error.problem
    except RunError:
        raise  # the store fails, not the file
    except Exception as error:  # noqa: BLE001 - a bug with one file must not lose the others
        problem = report_bug(file.address, step, error)
    else:
        return document.id
    failure = Failure(file.address, step, problem)
    store.add_failure(failure, original=original)
    return failure
