import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ExtractError
from dateline.sources.page import TEXT_LIMIT, Page, check_size, cut, make_document, normalise_lines
from dateline.types import Original


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x0cb\x85c\u2028d", "a\nb\nc\nd"),
        ("a\u2029b", "a\n\nb"),
        ("a\tb\xa0c \u200fd e\u0301", "a\tb\xa0c \u200fd e\u0301"),
    ],
)
def test_only_line_ends_are_changed(text: str, stored: str) -> None:
    assert normalise_lines(text) == stored


MADE_FROM = Original(b"", ".txt", "a.txt", "s")


def test_a_text_within_the_limit_is_whole() -> None:
    document = make_document(Page("Three were killed."), MADE_FROM)
    assert (document.text, document.truncated) == ("Three were killed.", False)


def test_a_long_text_is_cut_at_a_sentence_end_and_says_so() -> None:
    text = "Shells hit the town. " * 30_000
    document = make_document(Page(text), MADE_FROM)
    assert document.truncated
    assert document.text.endswith("Shells hit the town.")
    assert TEXT_LIMIT - 25 < len(document.text) <= TEXT_LIMIT


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert cut("He said “we left.” Then nothing more", limit=20) == "He said “we left.”"


def test_a_text_without_sentences_is_cut_at_the_limit() -> None:
    assert cut("x" * 50, limit=20) == "x" * 20


def test_an_empty_text_is_no_document() -> None:
    with pytest.raises(ExtractError, match=r"^a\.txt: has no text$"):
        make_document(Page(" \n\t "), MADE_FROM)


@pytest.mark.parametrize("text", ["x" * 10_000_001, "é" * 5_000_001])
def test_a_text_over_ten_megabytes_is_refused(text: str) -> None:
    with pytest.raises(ExtractError, match=r"too large: 10,000,00[12] bytes"):
        check_size(text, "a.txt")


@given(st.text(alphabet="ab.! \n”", max_size=80), st.integers(5, 60))
def test_a_cut_text_begins_the_text_and_fits(text: str, limit: int) -> None:
    assert text.startswith(cut(text, limit))
    assert len(cut(text, limit)) <= limit
