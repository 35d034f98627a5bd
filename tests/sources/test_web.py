"""Documents of what was fetched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources.feeds import Entry
from dateline.sources.web import entry_address, entry_document, page_document

AT = "https://nile.example/news/7?utm_source=rss"
PAGE = """<html><head><title>Rebels shell Kosti</title><link rel="canonical" href="{own}">
<meta name="author" content="Amal  Idris">
<meta property="article:published_time" content="2024-05-15T10:00:00Z"></head>
<body><h1>Rebels shell Kosti</h1><p>KHARTOUM (Reuters) - Rebels shelled Kosti on Monday.</p>
</body></html>"""


def read(own: str = "", address: str = AT):
    return page_document(
        PAGE.format(own=own).encode(), address, source="Nile Post", media_type="text/html"
    )


def test_a_page_gives_a_document_of_its_source_with_whom_it_is_by() -> None:
    document = read()
    assert document.text.startswith("Rebels shell Kosti\n\nKHARTOUM (Reuters)")
    assert (document.source, document.author, document.agency) == (
        "Nile Post",
        "Amal Idris",
        "Reuters",
    )
    assert document.published == datetime(2024, 5, 15, 10, tzinfo=UTC)
    assert document.address == "https://nile.example/news/7"


@pytest.mark.parametrize(
    ("own", "address"),
    [
        ("https://www.nile.example/story-7", "https://www.nile.example/story-7"),
        ("https://trusted.example/story", "https://nile.example/news/7"),
        ("https://nile.example/", "https://nile.example/news/7"),
    ],
)
def test_the_address_that_a_page_gives_itself_counts_on_its_own_site_alone(own, address) -> None:
    assert read(own).address == address


def test_a_page_of_plain_text_is_read_as_it_is() -> None:
    document = page_document(
        b"Rebels shelled Kosti.\n", AT, source="Nile Post", media_type="text/plain"
    )
    assert document.text.strip() == "Rebels shelled Kosti."


@pytest.mark.parametrize(("raw", "start"), [(b" <p>One.", "One."), (b"One.", "One.")])
def test_what_comes_without_a_type_is_told_by_how_it_begins(raw: bytes, start: str) -> None:
    assert page_document(raw, AT, source="Nile Post").text.strip() == start


def test_what_is_neither_page_nor_text_is_refused() -> None:
    with pytest.raises(ExtractError, match="is image/png"):
        page_document(b"\x89PNG", AT, source="Nile Post", media_type="image/png")


ENTRY = Entry("7", None, "Rebels <b>shell</b> Kosti", "<p>Rebels shelled Kosti.</p><script>x")


def test_an_item_gives_a_document_of_its_own_words() -> None:
    document = entry_document(ENTRY, source="Nile Post", address="https://nile.example/feed#7")
    assert document.text == "Rebels shell Kosti\n\nRebels shelled Kosti."
    assert document.headline is not None
    assert document.headline.of(document.text) == "Rebels shell Kosti"


def test_an_item_without_words_is_no_document() -> None:
    with pytest.raises(ExtractError, match="has no text"):
        entry_document(Entry("7", None, None, ""), source="Nile Post", address="a")


def test_an_item_is_filed_under_its_link_or_else_under_its_feed() -> None:
    linked = Entry("7", AT, None, "")
    assert entry_address(linked, "https://nile.example/feed") == "https://nile.example/news/7"
    assert entry_address(ENTRY, "https://nile.example/feed") == "https://nile.example/feed#7"
