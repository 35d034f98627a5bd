from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resolution.actors.words import (
    drop_articles,
    drop_counts,
    drop_descriptions,
    drop_qualifiers,
    find_words,
    load_vocabulary,
)
from dateline.types import Inter

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("phrase", "inter"),
    [
        ("villagers", 7),
        ("gunmen", 3),
        ("armed men", 3),
        ("rebels", 2),
        ("militias", 3),
        ("herders", 4),
        ("protesters", 6),
        ("looters", 5),
        ("peacekeepers", 8),
        ("babies", 7),
        ("Women", 7),
    ],
)
def test_a_head_word_says_what_sort_of_group_it_is(phrase: str, inter: int) -> None:
    group = VOCABULARY.find_group(phrase)
    assert group is not None
    assert group.inter is Inter(inter)


def test_a_word_for_a_thing_is_no_group() -> None:
    assert VOCABULARY.find_group("village") is None
    assert VOCABULARY.find_organ("village") is None


def test_what_every_country_has_is_ordinary() -> None:
    assert VOCABULARY.is_ordinary("the army".removeprefix("the "))
    assert not VOCABULARY.is_ordinary("contras")
    assert not VOCABULARY.is_ordinary("Army")


@pytest.mark.parametrize(
    ("drop", "phrase", "rest"),
    [
        (drop_articles, "the rebel forces", "rebel forces"),
        (drop_counts, "at least 30 rebel forces", "rebel forces"),
        (drop_counts, "dozens of rebel forces", "rebel forces"),
        (drop_counts, "twenty-five rebel forces", "rebel forces"),
        (drop_qualifiers, "suspected rebel forces", "rebel forces"),
        (drop_descriptions, "suspected rebel forces", "forces"),
        (drop_articles, "the", "the"),
    ],
)
def test_takes_away_what_stands_before(drop: object, phrase: str, rest: str) -> None:
    assert callable(drop)
    assert " ".join(drop(tuple(phrase.split()), VOCABULARY)) == rest


def test_a_dotted_acronym_keeps_its_last_full_stop() -> None:
    assert find_words("the U.S.") == ("the", "U.S.")
    assert find_words("“the army”.") == ("the", "army")


def test_every_sector_and_parent_of_an_organ_is_known() -> None:
    for organ in ("government", "military", "army", "air-force", "navy", "police"):
        parent = VOCABULARY.organ(organ).parent
        assert parent is None or VOCABULARY.organ(parent)


def test_a_broken_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("organ = 1", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"words\.toml"):
        load_vocabulary(path)
