from __future__ import annotations

import pytest

from dateline.analysis.grammar.parse import Parser
from dateline.analysis.text.vocabulary import Vocabulary, given_names


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Parser().vocabulary


@pytest.mark.parametrize("word", ["ouattara", "kowalski", "tolkunov", "nkurunziza"])
def test_a_name_is_no_english_word(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.is_unknown(word)


@pytest.mark.parametrize(
    "word", ["bridge", "soldiers", "attacked", "planned", "because", "destabilizing", "un"]
)
def test_forms_of_words_and_closed_words_are_english(vocabulary: Vocabulary, word: str) -> None:
    assert not vocabulary.is_unknown(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("alone", True), ("fourth", True), ("members", True), ("bridge", True), ("peasant", False)],
)
def test_what_is_also_a_verb_adjective_or_plural_is_no_name(
    vocabulary: Vocabulary, word: str, expected: bool
) -> None:
    assert vocabulary.is_no_noun(word) is expected


def test_an_empty_vocabulary_calls_nothing_a_name() -> None:
    assert not Vocabulary().is_unknown("kowalski")


def test_first_names_are_kept_in_small_letters() -> None:
    assert "ibrahim" in given_names()
    assert all(name == name.lower() for name in given_names())
