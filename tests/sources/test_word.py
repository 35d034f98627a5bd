"""Word documents: paragraphs, cells and boxes, and what they say of themselves."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources import extract
from dateline.types import Document, Original
from sample_files import make_docx

BODY = "KHARTOUM - Rebels shelled Kosti on Monday."
MARKUP = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(raw: bytes) -> Document:
    return extract(Original(raw, ".docx", "a.docx", "desk"))


def headline(document: Document) -> str | None:
    return document.headline and document.headline.of(document.text)


def with_body(markup: str) -> bytes:
    """A document whose body is this markup."""
    before, after = io.BytesIO(make_docx()), io.BytesIO()
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after, "w") as new:
        for member in old.infolist():
            raw = old.read(member)
            if member.filename == "word/document.xml":
                raw = f'<w:document xmlns:w="{MARKUP}"><w:body>{markup}</w:body></w:document>'
                raw = raw.encode()
            new.writestr(member, raw)
    return after.getvalue()


def test_paragraphs_and_cells_are_read_in_order() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(BODY)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Killed", "9"
    document.add_paragraph("The army\tsaid nothing.")
    stream = io.BytesIO()
    document.save(stream)
    assert read(stream.getvalue()).text == f"{BODY}\n\nKilled\n\n9\n\nThe army said nothing."


def test_inserted_words_forms_and_boxes_are_read_and_deleted_words_are_not() -> None:
    words = "<w:r><w:t>{}</w:t></w:r>".format
    markup = (
        f"<w:p>{words('Nine ')}<w:ins>{words('people ')}</w:ins>"
        "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del>"
        f"{words('died')}<w:r><w:noBreakHyphen/><w:t>today.</w:t><w:br/></w:r></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{words('A form.')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{words('Above.')}<w:r><w:txbxContent><w:p>{words('A box.')}</w:p></w:txbxContent>"
        "</w:r></w:p>"
    )
    text = read(with_body(markup)).text
    assert text == "Nine people died-today.\n\nA form.\n\nAbove.\n\nA box."


def test_the_headline_is_the_paragraph_set_as_title() -> None:
    assert headline(read(make_docx(BODY, title="Rebels shell Kosti"))) == "Rebels shell Kosti"


def test_the_headline_is_what_the_document_is_called_where_that_is_in_it() -> None:
    raw = make_docx("Sitrep 12", "Rebels shell Kosti", BODY, keywords="x")
    assert headline(read(raw)) == "Sitrep 12"
    import docx

    named = docx.Document(io.BytesIO(raw))
    named.core_properties.title = "Rebels  shell Kosti"
    stream = io.BytesIO()
    named.save(stream)
    assert headline(read(stream.getvalue())) == "Rebels shell Kosti"


def test_author_and_last_change_are_what_it_says_of_itself() -> None:
    made = datetime(2024, 5, 3, 9, tzinfo=UTC)
    changed = datetime(2024, 5, 4, 9, tzinfo=UTC)
    document = read(make_docx(BODY, author="Amal Idris", created=made, modified=changed))
    assert (document.author, document.published, document.zone) == ("Amal Idris", changed, None)


def test_what_a_program_writes_into_each_document_is_not_believed() -> None:
    document = read(make_docx(BODY))
    assert (document.author, document.published) == (None, None)


def archive(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, raw in members.items():
            made.writestr(name, raw)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (make_docx(), "has no text"),
        (archive(a=b"x"), "is a ZIP archive and no Word document: unpack it first"),
        (archive(**{"[Content_Types].xml": b"<Types/>"}), "is no Word document, or a broken one"),
        (make_docx(BODY)[:3000], "is a broken Word document"),
        (b"PK\x03\x04", "is a broken Word document"),
    ],
    ids=["empty", "zip", "other office file", "cut off", "nothing"],
)
def test_what_gives_no_text_says_why(raw: bytes, problem: str) -> None:
    with pytest.raises(ExtractError, match=problem):
        read(raw)
