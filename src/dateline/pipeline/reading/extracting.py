"""Make documents of originals in the sandbox, and leave those alone that gave none before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from ...analysis.text.language import find_language
from ...errors import ExtractError
from ...sources import extract
from ...store import Store
from ...types import Document, Original
from ..processes.bugs import report_bug
from ..processes.sandbox import Sandbox

# A time of publication that lies ahead is a slip of a clock or of a zone, and no zone is further
# off than this.
AHEAD = timedelta(hours=14)


class NoDocumentError(ExtractError):
    """An original gave no document; ``is_known`` if it was not tried, having failed before."""

    def __init__(
        self, address: str, problem: str, original: Original, *, is_known: bool = False
    ) -> None:
        super().__init__(address, problem)
        self.original = original
        self.is_known = is_known


@dataclass(frozen=True, slots=True)
class Extraction:
    """Makes documents of originals; one that is in quarantine only when it is told to."""

    store: Store
    sandbox: Sandbox
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def __call__(self, original: Original, *, place: str) -> Document:
        """The document of what was found at a place, which a failure is recorded under."""
        failure = self.store.get_failure(place)
        if failure is not None:
            kept = self.store.get_failed_original(place)
            if kept is not None and kept.raw == original.raw:
                raise NoDocumentError(place, failure.problem, original, is_known=True)
        return self.again(original, place=place)

    def again(self, original: Original, *, place: str) -> Document:
        """The document of an original, whatever came of it before."""
        try:
            document = self.sandbox.call(original.address, extract, original)
        except ExtractError as error:
            raise NoDocumentError(place, error.problem, original) from error
        except Exception as error:
            problem = report_bug(place, "extract", error)
            raise NoDocumentError(place, problem, original) from error
        if document.published and lies_ahead(document.published, now=self.now()):
            document = replace(document, published=None, zone=None)
        return replace(document, language=document.language or find_language(document.text))


def lies_ahead(published: datetime, *, now: datetime) -> bool:
    """Whether nothing can have been published then yet, in whatever zone."""
    return published > now + AHEAD
