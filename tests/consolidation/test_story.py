"""Names and numbers tell one story from another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.consolidation.story import find_story, likeness, long_words
from dateline.types import Document, Span


def names_of(text: str) -> set[str]:
    story = find_story(Document("a.txt", "desk", text), lambda word: word == "atlantis")
    return set(story.names) & story.sure


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police found Mara Quill on Tern Street.", {"mara", "quill", "tern", "street"}),
        # A sentence's first word tells nothing, unless it is a name elsewhere too.
        ("Gunmen fled. Quill had called, and Quill was shot.", {"quill"}),
        ("“Nobody came,” he said. Quarrels had begun.", set()),
        # Nor does one that stands elsewhere without a capital.
        ("The Harbour burned; the harbour of Quill's brother.", {"quill"}),
        ("It was on a Friday in May, said Mr Quill’s aunt.", {"mr", "quill"}),
        ("Atlantis blamed Quill, as Atlantis does.", {"quill"}),
        ("The widow, 63, of 1140 Tern Road paid 2.50 at 10:45 in 1988.", {
            "63", "1140", "tern", "road", "1988",
        }),
        ("POLICE FOUND MARA QUILL DEAD ON TERN STREET, 12", {"12"}),
        ("The rebels of Ölgii and Żary met.", {"ölgii", "żary"}),
        ("They met in St. Alban. Nobody came.", {"st", "alban"}),
    ],
)  # fmt: skip
def test_names_and_numbers_are_found_and_ordinary_words_are_not(text: str, names: set[str]) -> None:
    assert names_of(text) == names


def test_a_passage_has_the_names_near_it_and_those_of_the_first_words() -> None:
    filler = "and then nothing more was heard of it for a very long time. " * 40
    text = f"The trial of Mara Quill began. {filler}He met Otis Brand there. {filler}"
    story = find_story(Document("a.txt", "desk", text), lambda word: False)
    start = text.index("He met")
    assert story.around(Span(start, start + 10)) & story.sure == {"mara", "quill", "otis", "brand"}
    assert story.around(Span(len(text) - 10, len(text))) & story.sure == {"mara", "quill"}


def test_one_shared_name_is_chance() -> None:
    assert likeness(frozenset({"quill", "brand"}), frozenset({"quill", "tern"})) == 0.0
    assert likeness(frozenset({"quill", "brand"}), frozenset({"quill", "brand"})) == pytest.approx(
        1
    )
    assert likeness(frozenset(), frozenset()) == 0.0


SETS = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(SETS, SETS)
def test_likeness_has_no_direction_and_lies_between_none_and_all(
    left: frozenset[str], right: frozenset[str]
) -> None:
    assert likeness(left, right) == likeness(right, left)
    assert 0 <= likeness(left, right) <= 1 + 1e-9


def test_a_headline_is_told_by_its_long_words() -> None:
    assert long_words("Blast at Quill's mill kills six") == {"blast", "quill", "mill", "kills"}
