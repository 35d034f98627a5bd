"""Score where a given event of a sentence was, in words of its places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..rows import EventPlacesRow
from .shares import Counts, Share, paired, part_of, part_or_none, total
from .spans import Spanned

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class EventPlacesScores:
    """How many words of places are right, and how many events have all, or any, of them.

    ``no_place_kept``: of the events without a place, those that were given none.
    """

    items: int
    tokens: Share
    items_exact: float
    items_touched: float
    no_place_kept: float | None


def score(gold: Sequence[EventPlacesRow], predicted: Sequence[EventPlacesRow]) -> EventPlacesScores:
    """Compare the words of places."""
    compared = [
        (_tokens(row.text, row.places), _tokens(row.text, said.places if said else ()))
        for row, said in paired(gold, predicted)
    ]
    empty = sum(not coded for coded, _ in compared)
    return EventPlacesScores(
        items=len(compared),
        tokens=total(
            Counts(len(coded & said), len(said), len(coded)) for coded, said in compared
        ).share,
        items_exact=part_of(sum(coded == said for coded, said in compared), len(compared)),
        items_touched=part_of(
            sum(bool(coded & said) for coded, said in compared), len(compared) - empty
        ),
        no_place_kept=part_or_none(sum(not coded and not said for coded, said in compared), empty),
    )


def _tokens(text: str, spans: Iterable[Spanned]) -> frozenset[int]:
    """Where the words and marks begin that the spans touch."""
    touched = tuple(spans)
    return frozenset(
        token.start()
        for token in _TOKEN.finditer(text)
        if any(span.start < token.end() and token.start() < span.end for span in touched)
    )
