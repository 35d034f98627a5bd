"""Everything dateline raises on purpose.

DatelineError
├── UsageError         the caller can fix it: a wrong option, an unknown id
├── DocumentError      one document failed: it is recorded and the run goes on
│   ├── FetchError     its bytes could not be had
│   └── ExtractError   its bytes gave no text that can be read
└── RunError           no document could succeed: the run stops
    ├── ResourceError  a model, codebook, register or gazetteer is missing or broken
    └── StoreError     the store cannot be opened, read or written

Anything else that escapes is a bug, and keeps its traceback.
"""

from __future__ import annotations

from typing import Any


class DatelineError(Exception):
    """The root: its text is one clear line for a person."""


class UsageError(DatelineError):
    """The caller can fix it."""


class DocumentError(DatelineError):
    """One document could not be processed."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(f"{address}: {problem}")
        self.address = address
        self.problem = problem

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are made again of their words alone, unless they say of what.
        return type(self), (self.address, self.problem), self.__dict__


class FetchError(DocumentError):
    """A document's bytes could not be had; ``retry_after`` seconds are what its host asks for."""

    def __init__(self, address: str, problem: str, *, retry_after: float | None = None) -> None:
        super().__init__(address, problem)
        self.retry_after = retry_after


class ExtractError(DocumentError):
    """A document's bytes gave no text that can be read."""


class RunError(DatelineError):
    """No document could succeed."""


class ResourceError(RunError):
    """A model, codebook, register or gazetteer is missing or broken."""


class StoreError(RunError):
    """The store cannot be opened, read or written."""
