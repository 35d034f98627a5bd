"""Finding words again in a text that was edited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.consolidation.carrying import carry, carry_over
from dateline.consolidation.identity import PreviousEvent, Trigger
from dateline.types import Span

OLD = "Rebels shelled Kosti. Nine died. Rebels shelled Rabak."


def of(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("new", "nth", "expected"),
    [
        (OLD.replace("Nine", "Eleven"), 0, 0),
        (OLD.replace("Nine", "Eleven"), 1, 1),
        ("UPDATE: " + OLD, 0, 0),
        (OLD + " The army denied it.", 1, 1),
        ("On Monday rebels did so. Rebels shelled Rabak.", 1, 0),
    ],
)
def test_words_that_stayed_are_found_where_they_stand_now(new, nth, expected) -> None:
    assert carry(of(OLD, "shelled", nth), OLD, new) == of(new, "shelled", expected)


def test_words_that_are_gone_are_not_found() -> None:
    assert carry(of(OLD, "Nine"), OLD, OLD.replace("Nine", "Eleven")) is None


@given(st.text("ab. ", max_size=30), st.text("ab. ", max_size=30), st.data())
def test_what_is_found_is_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    found = carry(span, old, new)
    assert found is None or found.of(new) == span.of(old)


def test_an_event_keeps_the_triggers_that_are_still_there() -> None:
    stayed, gone = Trigger("old", of(OLD, "shelled")), Trigger("old", of(OLD, "Nine"))
    elsewhere = Trigger("other", Span(0, 4))
    event = PreviousEvent("e1", frozenset(), frozenset({stayed, gone, elsewhere}))
    edited = f"UPDATE: {OLD}".replace("Nine", "Eleven")
    carried = carry_over(event, {"old": (OLD, "new", edited)})
    assert carried.triggers == {Trigger("new", of(edited, "shelled")), elsewhere}
    assert carry_over(event, {}) is event
