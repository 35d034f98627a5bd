"""Find names that stand side by side, the second for what the first lies in: "Springfield, Ill."

It is a list just as often ("Gao, Timbuktu"), so that a pair says something only where a place of
the first name lies in one of the second; ``PlaceResolver.has_place_in`` knows that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...types import Span

BESIDE = re.compile(r"\s*,\s+(?:in\s+(?:the\s+)?)?|\s+in\s+(?:the\s+)?|\s*\(\s*")


def find_nested_names(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, str]]:
    """Each name that another stands behind, with that other one."""
    for inner, outer in pairwise(sorted(set(spans))):
        if inner.end <= outer.start and BESIDE.fullmatch(text, inner.end, outer.start):
            yield one_line(inner.of(text)), one_line(outer.of(text))


def one_line(words: str) -> str:
    """Words that a line may end between, with single spaces."""
    return " ".join(words.split())
