from __future__ import annotations

import pytest

from dateline.resolution.actors.phrases import Backing, find_backing, find_variants
from dateline.resolution.actors.words import load_vocabulary

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Red Front", "Red Front"),
        ("dozens of Red Front fighters", "Red Front"),
        ("fighters of the Red Front", "Red Front"),
        ("suspected members of the Red Front", "Red Front"),
        ("militants loyal to the Red Front", "Red Front"),
        ("the Red Front's fighters", "Red Front"),
        ("the militant group Red Front", "Red Front"),
        ("Red Front leader Jo Moss", "Red Front"),
        ("Red Front 12th Column", "Red Front"),
        ("the Red Front-run ministry", "Red Front"),
        ("the Red Front (RF)", "Red Front"),
        ("the Red Front [RF]", "Red Front"),
        ("“Red Front”", "Red Front"),
        ("Moss-backed Red Front fighters", "Red Front"),
    ],
)
def test_finds_the_name_inside_a_phrase(phrase: str, name: str) -> None:
    assert name in {variant.name for variant in find_variants(phrase, VOCABULARY)}


def test_the_name_as_it_stands_comes_first() -> None:
    variants = find_variants("the Red Front", VOCABULARY)
    assert variants[0].name == "the Red Front"
    assert variants[0].because is None


def test_who_stands_behind_a_group_is_not_the_group() -> None:
    names = {variant.name for variant in find_variants("Red Front-backed militia", VOCABULARY)}
    assert "Red Front" not in names


@pytest.mark.parametrize(
    ("phrase", "backing"),
    [
        ("Moss-backed rebels", Backing(("Moss",), ("rebels",))),
        ("Red Front-aligned militia", Backing(("Red", "Front"), ("militia",))),
        ("pro-Moss militia", Backing(("Moss",), ("militia",))),
        ("militia backed by the Red Front", Backing(("Red", "Front"), ("militia",))),
        ("Red Front militia", None),
        ("the Moss-run ministry", None),
    ],
)
def test_says_who_stands_behind_a_group(phrase: str, backing: Backing | None) -> None:
    assert find_backing(tuple(phrase.split()), VOCABULARY) == backing


def test_nothing_gives_nothing() -> None:
    assert find_variants("", VOCABULARY) == ()
    assert find_variants(" , ", VOCABULARY) == ()
