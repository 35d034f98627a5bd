from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources.markdown import read_markdown
from dateline.sources.published import Moment


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("One **bold** and *thin* and `code` word", "One bold and thin and code word"),
        ("A [report](https://a.example) said", "A report said"),
        ("![a picture](x.png)Three died", "Three died"),
        ("broken by\nhand", "broken by hand"),
        ("hard  \nbreak", "hard\nbreak"),
        ("- one\n- two\n  - three", "one\n\ntwo\n\nthree"),
        ("> said\n>\n> more", "said\n\nmore"),
        ("Title\n=====\n\n## Sub\n\ntext", "Title\n\nSub\n\ntext"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\n\nb\n\n1\n\n2"),
        ("~~not~~ this", "not this"),
        ("    indented\n", "indented"),
        ("<div>one<p>two</div>", "one\n\ntwo"),
        ("A <b>strong</b> word", "A strong word"),
        ("one\n\n<!-- hidden -->\n\ntwo", "one\n\ntwo"),
        ("<script>killed()</script>\n\ntext", "text"),
    ],
)
def test_the_words_stay_and_the_marks_go(marked: str, words: str) -> None:
    assert read_markdown(marked, "a.md").text == words


def test_the_first_heading_is_the_headline() -> None:
    page = read_markdown("# Market *hit*\n\n# Other\n\ntext", "a.md")
    assert page.headline is not None
    assert page.headline.of(page.text) == "Market hit"


def test_a_heading_below_a_paragraph_is_no_headline() -> None:
    assert read_markdown("text\n\n# Heading", "a.md").headline is None


def test_the_title_of_the_front_matter_goes_before_the_first_heading() -> None:
    page = read_markdown("---\ntitle: Market hit\ndate: 2023-10-24\n---\n# Sub\n\ntext", "a.md")
    assert page.text == "Market hit\n\nSub\n\ntext"
    assert page.published == Moment(datetime(2023, 10, 24, tzinfo=UTC))


def test_quotes_within_quotes_without_end_are_refused_not_lost() -> None:
    with pytest.raises(ExtractError, match="nested deeper than 100 levels"):
        read_markdown("> " * 300 + "Three died", "a.md")
