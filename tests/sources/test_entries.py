"""Items that a feed holds whole."""

from __future__ import annotations

import pytest

from dateline.errors import ExtractError
from dateline.sources import extract
from dateline.sources.entries import entry_address, entry_original
from dateline.sources.feeds import Entry

AT = "https://nile.example/news/7?utm_source=rss"
ENTRY = Entry("7", None, "Rebels <b>shell</b> Kosti", "<p>Rebels shelled Kosti.</p><script>x")


def test_an_item_gives_a_document_of_its_own_words() -> None:
    document = extract(
        entry_original(ENTRY, source="Nile Post", address="https://nile.example/feed#7")
    )
    assert document.text == "Rebels shell Kosti\n\nRebels shelled Kosti."
    assert document.headline is not None
    assert document.headline.of(document.text) == "Rebels shell Kosti"


def test_an_item_without_words_is_no_document() -> None:
    with pytest.raises(ExtractError, match="has no text"):
        extract(entry_original(Entry("7", None, None, ""), source="Nile Post", address="a"))


def test_an_item_is_filed_under_its_link_or_else_under_its_feed() -> None:
    linked = Entry("7", AT, None, "")
    assert entry_address(linked, "https://nile.example/feed") == "https://nile.example/news/7"
    assert entry_address(ENTRY, "https://nile.example/feed") == "https://nile.example/feed#7"
