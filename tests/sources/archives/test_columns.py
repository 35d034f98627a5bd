"""Which column of a table holds what."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.sources.archives.columns import NAMES, find_columns, parse_columns


def test_a_map_is_read_as_it_is_written() -> None:
    assert parse_columns(" text = Body, published=sent at,", said_by="--columns") == {
        "text": "Body",
        "published": "sent at",
    }


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("words=body", "--columns: no document has a 'words'"),
        ("text", "--columns: 'text' names no column: write it like text=body"),
        ("text=", "names no column"),
    ],
)
def test_a_map_that_means_nothing_is_refused(words: str, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        parse_columns(words, said_by="--columns")


@pytest.mark.parametrize("name", ["Full Text", "full_text", "FULL-TEXT", " full  text "])
def test_capitals_and_what_is_between_words_do_not_count(name: str) -> None:
    assert find_columns([name, "x"], {}) == {"text": name}


def test_the_first_of_several_names_is_taken() -> None:
    names = ["timestamp", "date", "title", "headline", "body", "text"]
    assert find_columns(names, {}) == {"text": "text", "headline": "headline", "published": "date"}


def test_what_is_said_goes_before_what_names_tell() -> None:
    found = find_columns(["text", "title"], {"text": "title"})
    assert found == {"text": "title"}


def test_a_column_that_is_said_to_hold_one_thing_holds_no_other() -> None:
    found = find_columns(["text", "title", "date"], {"id": "date"})
    assert found == {"text": "text", "headline": "title", "id": "date"}


def test_no_name_means_two_things() -> None:
    names = [name for known in NAMES.values() for name in known]
    assert len(names) == len(set(names))
