"""A sentence with its noun phrases, as the rules read it."""

from __future__ import annotations

from dataclasses import dataclass

from ...types import Span
from ..grammar.parse import Sentence
from .phrases import Phrases


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence or headline as it is read: its number in the document, and its noun phrases."""

    number: int
    sentence: Sentence
    phrases: Phrases
    heading: Span | None = None  # the place that its paragraph is headed by
