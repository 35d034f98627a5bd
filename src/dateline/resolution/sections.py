"""Part a digest by the countries that its headings lie in: under each, other names are meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..types import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document that is about one country, where headings say so."""

    span: Span
    country: str | None = None


def find_sections(heads: Iterable[tuple[int, str]], length: int) -> tuple[Section, ...]:
    """A document's sections in order, from where each heading starts and its country.

    Headings of one country that follow each other make one section; a document that is headed by
    fewer than two countries is one section as a whole.
    """
    runs = [next(run) for _, run in groupby(sorted(heads), key=lambda head: head[1])]
    if len(runs) < 2:
        return (Section(Span(0, max(length, 1))),)
    ends = [start for start, _ in runs[1:]] + [length]
    sections = [
        Section(Span(start, end), code) for (start, code), end in zip(runs, ends, strict=True)
    ]
    first = runs[0][0]
    return (Section(Span(0, first)), *sections) if first else tuple(sections)
