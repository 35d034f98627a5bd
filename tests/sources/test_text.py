from datetime import UTC, datetime

import pytest

from dateline.sources.published import Moment
from dateline.sources.text import find_headline, read_text

LONG = "Shells hit the market of the town on Tuesday morning, and the doctors of the hospital, " * 2


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Shells hit market\n\nThree were killed.", "Shells hit market"),
        ("\n\n  Shells hit market  \n \nThree were killed.", "Shells hit market"),
        ("Who shelled the market?\n\nThree were killed.", "Who shelled the market?"),
        (f"Shells hit market\n{LONG}", "Shells hit market"),
        # A sentence, a lead-in, a paragraph broken by hand, one line alone, a long line: none.
        ("Shells hit the market.\n\nThree were killed.", None),
        ("The army said:\n\nThree were killed.", None),
        ("Shells hit the market of\nthe town on Tuesday.", None),
        ("Shells hit market", None),
        (f"{LONG}\n\nThree were killed.", None),
        ("", None),
    ],
)
def test_a_short_first_line_set_off_from_the_rest_is_the_headline(
    text: str, headline: str | None
) -> None:
    found = find_headline(text)
    assert (found.of(text) if found else None) == headline


def test_a_text_is_kept_as_it_is() -> None:
    text = "Shells hit  market\n\n\nThree\twere killed.  "
    assert read_text(text, "a.txt").text == text


def test_front_matter_gives_source_and_date() -> None:
    page = read_text("---\ndate: 2023-10-24\nsource: River Gazette\n---\nThree died.", "a.txt")
    assert page.text == "Three died."
    assert (page.source, page.published) == (
        "River Gazette",
        Moment(datetime(2023, 10, 24, tzinfo=UTC)),
    )


def test_a_title_in_front_matter_becomes_the_headline() -> None:
    page = read_text("---\ntitle: Market hit\n---\nThree died.", "a.txt")
    assert page.text == "Market hit\n\nThree died."
    assert page.headline is not None
    assert page.headline.of(page.text) == "Market hit"


def test_a_title_does_not_double_a_headline() -> None:
    page = read_text("---\ntitle: Market hit\n---\nMarket hit by shells\n\nThree died.", "a.txt")
    assert page.text == "Market hit by shells\n\nThree died."
