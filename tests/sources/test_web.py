"""Documents of what was fetched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources import Moment, extract
from dateline.sources.web import page_original
from dateline.types import Document
from sample_files import make_pdf, paragraph

AT = "https://nile.example/news/7?utm_source=rss"
PAGE = """<html><head><title>Rebels shell Kosti</title><link rel="canonical" href="{own}">
<meta name="author" content="Amal  Idris">
<meta property="article:published_time" content="2024-05-15T10:00:00Z"></head>
<body><h1>Rebels shell Kosti</h1><p>KHARTOUM (Reuters) - Rebels shelled Kosti on Monday.</p>
</body></html>"""


def extract_page(raw: bytes, address: str, **how) -> Document:
    return extract(page_original(raw, address, **how))


def read(own: str = "", address: str = AT):
    return extract_page(
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
    document = extract_page(
        b"Rebels shelled Kosti.\n", AT, source="Nile Post", media_type="text/plain"
    )
    assert document.text.strip() == "Rebels shelled Kosti."


def test_a_paper_on_the_web_is_read() -> None:
    paper = make_pdf([paragraph("Rebels shelled Kosti.", top=700)])
    for media_type in ("application/pdf", ""):
        document = extract_page(paper, AT, source="Nile Post", media_type=media_type)
        assert document.text == "Rebels shelled Kosti."


@pytest.mark.parametrize(("raw", "start"), [(b" <p>One.", "One."), (b"One.", "One.")])
def test_what_comes_without_a_type_is_told_by_how_it_begins(raw: bytes, start: str) -> None:
    assert extract_page(raw, AT, source="Nile Post").text.strip() == start


def test_what_is_neither_page_nor_text_is_refused() -> None:
    with pytest.raises(ExtractError, match="is image/png"):
        page_original(b"\x89PNG", AT, source="Nile Post", media_type="image/png")


def test_the_time_that_a_feed_tells_goes_before_the_page() -> None:
    when = Moment(datetime(2024, 5, 14, 21, tzinfo=UTC), "+02:00")
    document = extract_page(PAGE.encode(), AT, source="Nile Post", published=when)
    assert (document.published, document.zone) == (when.at, "+02:00")


def test_the_same_original_gives_the_same_document() -> None:
    original = page_original(PAGE.encode(), AT, source="Nile Post")
    assert extract(original) == extract(original)
