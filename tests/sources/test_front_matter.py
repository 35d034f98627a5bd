from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources.front_matter import FrontMatter, split_front_matter
from dateline.sources.published import Moment


def test_reads_what_the_block_says_and_leaves_the_rest() -> None:
    text = (
        "---\ntitle: 'Two towns shelled'\ndate: 2023-10-24\nsource: River Gazette\n"
        "url: https://gazette.example/7\ntags:\n  - war\n# note\n---\n\nThree were killed.\n"
    )
    front, rest = split_front_matter(text, "a.md")
    assert front == FrontMatter(
        published=Moment(datetime(2023, 10, 24, tzinfo=UTC)),
        source="River Gazette",
        address="https://gazette.example/7",
        title="Two towns shelled",
    )
    assert rest == "Three were killed.\n"


def test_published_is_another_word_for_date() -> None:
    front, _ = split_front_matter("---\npublished: 2023-10-24\n---\nx", "a.md")
    assert front.published == Moment(datetime(2023, 10, 24, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        "Three were killed.",
        "---\nThree were killed. It went on.\n---\nMore.",
        "---\ndate: 2023-10-24\nno end",
        "---\n" + "a: b\n" * 80 + "---\nx",
        "----\ndate: 2023-10-24\n----\nx",
        "",
    ],
)
def test_a_text_without_the_block_is_left_alone(text: str) -> None:
    assert split_front_matter(text, "a.md") == (FrontMatter(), text)


def test_a_date_that_is_none_is_refused_since_somebody_meant_it() -> None:
    with pytest.raises(ExtractError, match="its date '24 Octember' is not a date"):
        split_front_matter("---\ndate: 24 Octember\n---\nx", "a.md")
