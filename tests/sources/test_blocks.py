from dateline.sources.blocks import join_blocks, tidy
from dateline.types import Span


def test_blocks_are_kept_apart_by_blank_lines() -> None:
    assert join_blocks(None, ["One", " ", "Two"]) == ("One\n\nTwo", None)


def test_the_headline_comes_first() -> None:
    assert join_blocks("Head", ["One"]) == ("Head\n\nOne", Span(0, 4))


def test_a_headline_that_is_the_first_block_comes_once() -> None:
    assert join_blocks("Head  line", ["Head\nline", "One"]) == ("Head line\n\nOne", Span(0, 9))


def test_runs_of_space_are_closed_up_but_lines_stay() -> None:
    assert tidy("  a \t b\xa0 c \n \n  d ") == "a b c\nd"
