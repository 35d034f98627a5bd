"""PDF files: their words in order, without what pages repeat."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources import extract
from dateline.types import Document, Original
from sample_files import Words, make_pdf, paragraph

TITLE = Words("Rebels shell Kosti", 740, 20)
BODY = paragraph(
    "KHARTOUM - Rebels shelled the mar-",
    "ket of Kosti on Monday, killing nine people",
    "and wounding twenty.",
    top=700,
)


def read(raw: bytes) -> Document:
    return extract(Original(raw, ".pdf", "a.pdf", "desk"))


def text_of(*pages: list[Words]) -> str:
    return read(make_pdf(pages)).text


def test_lines_become_paragraphs_and_broken_words_are_joined() -> None:
    answer = paragraph("The army said it would respond.", top=640)
    assert text_of([TITLE, *BODY, *answer]) == (
        "Rebels shell Kosti\n\n"
        "KHARTOUM - Rebels shelled the market of Kosti on Monday, killing nine people "
        "and wounding twenty.\n\n"
        "The army said it would respond."
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Russian fighters and Russian-", "backed men came."), "Russian-backed men"),
        (("A cease-fire held, then the cease-", "fire broke."), "the cease-fire broke"),
        (("The mar\u00ad", "ket was hit."), "The market was hit."),
        (("Fighting in the north-", "Kivu province."), "north- Kivu"),
    ],
    ids=["of two words", "written so before", "soft", "before a capital"],
)
def test_a_hyphen_that_belongs_to_a_word_stays(lines: tuple[str, ...], text: str) -> None:
    assert text in text_of(paragraph(*lines, top=700))


def test_a_paragraph_goes_on_over_the_page() -> None:
    pages = (
        paragraph("The convoy left Kosti", top=100),
        paragraph("at dawn on Monday.", "It was hit.", top=700),
    )
    assert text_of(*pages) == "The convoy left Kosti at dawn on Monday. It was hit."


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = [*paragraph("One died.", top=700), *paragraph("Two fled.", top=686.8, x=90)]
    assert text_of(lines) == "One died.\n\nTwo fled."


def numbered(number: int, *lines: Words) -> list[Words]:
    return [Words("Nile Weekly", 780, 8), *lines, Words(f"Page {number} of 3", 30, 8)]


def test_headers_and_footers_of_every_page_are_left_out() -> None:
    pages = [
        numbered(1, TITLE, *BODY),
        numbered(2, *paragraph("Two men died.", top=700)),
        numbered(3, *paragraph("Three fled.", top=700)),
    ]
    text = text_of(*pages)
    assert "Nile Weekly" not in text
    assert "Page" not in text
    assert text.endswith("Two men died.\n\nThree fled.")


def test_figures_that_do_not_count_pages_are_no_footer() -> None:
    pages = [paragraph("An attack.", f"Killed: {killed}", top=700) for killed in (4, 9, 12)]
    assert [f"Killed: {killed}" in text_of(*pages) for killed in (4, 9, 12)] == [True] * 3


def headline(document: Document) -> str | None:
    return document.headline and document.headline.of(document.text)


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Rebels shell Kosti", Words("Rebels shell  Kosti", 740)),
        ("Microsoft Word - report_v3.doc", TITLE),
        ("", TITLE),
    ],
    ids=["named by the file", "largest, where the file's title is none of its words", "largest"],
)
def test_the_headline_is_what_the_file_is_called_or_the_largest_words(
    title: str, first: Words
) -> None:
    pages = [[Words("Sitrep", 770, 8), first, *BODY]]
    assert headline(read(make_pdf(pages, {"Title": title}))) == "Rebels shell Kosti"


def test_text_of_one_size_has_no_headline() -> None:
    assert headline(read(make_pdf([BODY], {"Title": "report_v3"}))) is None


def test_the_time_of_making_is_told_with_its_zone() -> None:
    said = {"CreationDate": "D:20240504013000+03'00'", "Author": "Amal  Idris"}
    document = read(make_pdf([BODY], said))
    assert (document.published, document.zone) == (
        datetime(2024, 5, 3, 22, 30, tzinfo=UTC),
        "+03:00",
    )
    assert document.author == "Amal Idris"


@pytest.mark.parametrize("made", ["yesterday", "D:2024May", ""])
def test_a_time_of_making_that_is_none_is_unknown(made: str) -> None:
    document = read(make_pdf([BODY], {"CreationDate": made}))
    assert (document.published, document.zone) == (None, None)


def test_a_file_that_says_nothing_of_itself_is_read() -> None:
    raw = make_pdf([BODY]).replace(b"/Info", b"/Nono")
    assert read(raw).author is None


def test_an_author_is_told_without_what_no_store_takes() -> None:
    assert read(make_pdf([BODY], {"Author": "Amal\0 Idris"})).author == "Amal Idris"


def encrypted(password: str) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(io.BytesIO(make_pdf([BODY])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_file_that_only_forbids_printing_is_read() -> None:
    assert "market of Kosti" in read(encrypted("")).text


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (encrypted("secret"), "is encrypted: save it without a password"),
        (make_pdf([b"q 612 0 0 792 0 0 cm /P Do Q"]), "it is a scan"),
        (make_pdf([]), "has no text$"),
        (b"%PDF-1.7\nnothing more", "is a broken PDF file"),
        (make_pdf([BODY])[:500], "is a broken PDF file"),
    ],
    ids=["encrypted", "scan", "empty", "nothing", "cut off"],
)
def test_what_gives_no_text_says_why(raw: bytes, problem: str) -> None:
    with pytest.raises(ExtractError, match=problem):
        read(raw)


def test_what_would_be_cut_off_is_not_read() -> None:
    page = paragraph(*["Shells hit the town of Kosti again and again on Monday."] * 60, top=780)
    document = read(make_pdf([page] * 160))
    assert document.truncated
    assert len(document.text) <= 500_000


def test_a_page_beyond_the_limits_is_left_out_and_the_document_says_so() -> None:
    drawing = b" " * 20_000_001
    document = read(make_pdf([BODY, drawing]))
    assert "market of Kosti" in document.text
    assert document.truncated
    with pytest.raises(ExtractError, match="unpacks to more than any report has"):
        read(make_pdf([drawing]))


def test_scaled_and_turned_letters_have_the_size_that_is_seen() -> None:
    scaled = b"0.1 0 0 0.1 0 0 cm BT /F1 200 Tf 720 7400 Td (Rebels shell Kosti) Tj "
    scaled += b"/F1 110 Tf 0 -400 Td (They fired from the hills.) Tj 0 -130 Td (Nine died.) Tj ET"
    document = read(make_pdf([scaled]))
    assert headline(document) == "Rebels shell Kosti"
    assert document.text.endswith("They fired from the hills. Nine died.")
