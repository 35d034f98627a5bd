"""Say of a file that it is broken when the parser of its format fails on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import ExtractError

LONGEST = 200  # characters of what a parser says


@contextmanager
def blamed_on(address: str, what: str) -> Iterator[None]:
    """Turn whatever a parser raises into an ``ExtractError`` of the file.

    What is broken makes each of them fail in more ways than it has errors for.
    """
    try:
        yield
    except ExtractError:
        raise
    except Exception as error:
        raise ExtractError(address, f"is {what}: {reason_of(error)}") from error


def reason_of(error: Exception) -> str:
    """What a parser says, on one line."""
    return " ".join(str(error).split())[:LONGEST] or type(error).__name__
