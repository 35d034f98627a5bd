"""Of which event harm and deeds are told that stand in the sentences around its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...analysis.grammar.parse import Sentence
from ...types import Span


@dataclass(frozen=True, slots=True)
class Owner:
    """The events that one sentence may speak of."""

    here: Sequence[tuple[Span, int]]  # the triggers in the sentence, and whose they are
    last: int | None  # the one last told of in the paragraph
    before: int | None  # else, the one the paragraph before ended with

    def of_deed(self, at: int) -> int | None:
        """The event that a word tells a deed of."""
        return next((n for span, n in self.here if span.start <= at < span.end), self.last)

    def of_harm(self, at: int) -> int | None:
        """The event that a word tells harm of: who was hit is often told a paragraph later."""
        owner = self.of_deed(at)
        return self.before if owner is None else owner


def find_owners(
    sentences: Sequence[Sentence], told: Mapping[int, Sequence[tuple[Span, int]]]
) -> Iterator[Owner]:
    """The events that each sentence may speak of; none where the one before told several."""
    last: int | None = None
    before: int | None = None
    block = -1
    for index, sentence in enumerate(sentences):
        here = told.get(index, ())
        if sentence.block != block:
            block, before, last = sentence.block, last, None
        numbers = {number for _, number in here}
        if numbers:
            before = None
            last = next(iter(numbers)) if len(numbers) == 1 else None
        yield Owner(here, last, before)
