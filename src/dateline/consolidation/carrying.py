"""Find in a new version of a text the words that an older version had; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..types import DocumentId, Span
from .identity import PreviousEvent, Trigger

Successor = tuple[str, DocumentId, str]  # the old text, the version that is current, its text


def carry(span: Span, old: str, new: str) -> Span | None:
    """Where the words of a span stand in a version that was edited; ``None`` if they are gone.

    What stands before or after all that was edited is found by its distance from there; words in
    the edited part by the nearest place that has them.
    """
    before = _shared(old, new)
    if span.end <= before:
        return span
    after = min(_shared(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    shift = len(new) - len(old)
    if span.start >= len(old) - after:
        return Span(span.start + shift, span.end + shift)
    words = span.of(old)
    start, end = max(0, before - len(words)), len(new) - max(0, after - len(words))
    places = []
    at = new.find(words, start, end)
    while at >= 0:
        places.append(at)
        at = new.find(words, at + 1, end)
    nearest = min(places, key=lambda at: abs(at - span.start), default=None)
    return None if nearest is None else Span(nearest, nearest + len(words))


def carry_over(event: PreviousEvent, successors: Mapping[DocumentId, Successor]) -> PreviousEvent:
    """An event of before, its words where they stand in the current versions."""
    if not any(trigger.document in successors for trigger in event.triggers):
        return event
    triggers = set()
    for trigger in event.triggers:
        if trigger.document not in successors:
            triggers.add(trigger)
            continue
        old, current, new = successors[trigger.document]
        if span := carry(trigger.span, old, new):
            triggers.add(Trigger(current, span))
    return replace(event, triggers=frozenset(triggers))


def _shared(left: str, right: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(left), len(right))
    while low < high:  # comparing slices is far faster than walking
        middle = (low + high + 1) // 2
        if left[:middle] == right[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
