"""Where a text sets words between quotation marks, over as many sentences as they go on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...types import Span

_MARK = re.compile(r"“|”|„|«|»|``|''|\"")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
# Longer than that, a mark was forgotten.
LONGEST = 3000


def find_quoted(text: str, blocks: Iterable[Span]) -> tuple[Span, ...]:
    """The quoted stretches of a text's blocks, marks and all, in order.

    A block that ends inside a quotation closes it: the next paragraph opens its own.
    """
    found: list[Span] = []
    for block in blocks:
        start: int | None = None
        for mark in _MARK.finditer(text, block.start, block.end):
            word = mark.group()
            if start is None and word not in _CLOSING and not _is_inch(text, mark.start()):
                start = mark.start()
            elif start is not None and word not in _OPENING:
                found.append(Span(start, mark.end()))
                start = None
        if start is not None and block.end - start > 1:
            found.append(Span(start, block.end))
    return tuple(span for span in found if span.end - span.start <= LONGEST)


def _is_inch(text: str, at: int) -> bool:
    """ "A 5" gun": a mark right behind a figure opens nothing."""
    return text[at] == '"' and at > 0 and text[at - 1].isdigit()
