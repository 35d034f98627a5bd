"""Read a Word document (DOCX): its paragraphs, headings and cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from ..errors import ExtractError
from ..types import Original
from .blaming import blamed_on
from .blocks import FIRST_BLOCKS, find_named, join_all, tidy
from .page import SIZE_LIMIT, Page, signature
from .published import Moment, make_moment
from .text import find_headline
from .xml import check_xml

# A document of 500 pages with pictures has some 300 members and 40 MB.
MOST_MEMBERS = 2_000
WHOLE_LIMIT = 100_000_000  # bytes of all members, unpacked
# Text packs to a twentieth, the emptiest tables to a hundredth; beyond it is a bomb.
RATIO_LIMIT = 200
MOST_ELEMENTS = 500_000

TITLES = ("title", "heading 1")

# What python-docx writes into each document, whoever makes it and when.
TEMPLATE_AUTHOR = "python-docx"
TEMPLATE_MADE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH = f"{WORDS}p"
SAID = {
    f"{WORDS}tab": "\t",
    f"{WORDS}br": "\n",
    f"{WORDS}cr": "\n",
    f"{WORDS}noBreakHyphen": "-",
}
# Deleted words that changes still show, and the copy of a text box for old programs.
UNSEEN = frozenset(
    (
        f"{WORDS}del",
        f"{WORDS}moveFrom",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)


def read_word(original: Original) -> Page:
    """Read a document's text, and what it says of its title, author and making."""
    from docx import Document

    address = original.address
    with blamed_on(address, "a broken Word document"):
        check_archive(original.raw, address)
    with blamed_on(address, "no Word document, or a broken one"):
        document = Document(io.BytesIO(original.raw))
        found = [(tidy(words), style) for words, style in _paragraphs(document)]
        said = document.core_properties
        title, made, author = said.title, _made(said), _author(said)
    found = [(words, style) for words, style in found if words]
    text, span = join_all([words for words, _ in found], _find_headline(found, title))
    return Page(text, span or find_headline(text), made, author=author)


def check_archive(raw: bytes, address: str) -> None:
    """Refuse what would unpack to more than any document has, before anything of it is read."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = archive.infolist()
        _check_sizes(members, len(raw), address)
        for member in members:
            if member.filename.endswith((".xml", ".rels")):
                check_xml(archive.read(member), address, most=MOST_ELEMENTS)


def _check_sizes(members: list[zipfile.ZipInfo], size: int, address: str) -> None:
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names:
        raise ExtractError(address, "is a ZIP archive and no Word document: unpack it first")
    whole = sum(member.file_size for member in members)
    texts = (member.file_size for member in members if member.filename.endswith(".xml"))
    if (
        len(members) > MOST_MEMBERS
        or whole > WHOLE_LIMIT
        or whole > RATIO_LIMIT * size
        or max(texts, default=0) > SIZE_LIMIT
    ):
        raise ExtractError(
            address, f"unpacks to more than any report has: {len(members):,} parts, {whole:,} bytes"
        )


def _paragraphs(document: Any) -> Iterator[tuple[str, str]]:
    """Each paragraph in order, those of tables and boxes too, with its style's name."""
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    # The library's own way leaves out inserted words, boxes and forms.
    for paragraph in document.element.body.iter(PARAGRAPH):
        if not any(above.tag in UNSEEN for above in paragraph.iterancestors()):
            yield "".join(_words(paragraph)), names.get(paragraph.style or "", "")


def _words(element: Any) -> Iterator[str]:
    for part in element:
        if part.tag == f"{WORDS}t":
            yield part.text or ""
        elif part.tag in SAID:
            yield SAID[part.tag]
        elif part.tag != PARAGRAPH and part.tag not in UNSEEN:
            yield from _words(part)


def _find_headline(found: list[tuple[str, str]], title: str | None) -> int | None:
    """Which paragraph is the headline: its title or first heading, else what it is filed as."""
    first = found[:FIRST_BLOCKS]
    styled = [at for wanted in TITLES for at, (_, style) in enumerate(first) if style == wanted]
    return styled[0] if styled else find_named((words for words, _ in first), title)


def _author(said: Any) -> str | None:
    author = " ".join((said.author or "").split())
    return signature(author) if author != TEMPLATE_AUTHOR else None


def _made(said: Any) -> Moment | None:
    """When it was last worked on: many a document begins as a copy of an older one."""
    try:
        made = said.modified or said.created
    except (ValueError, OverflowError):
        return None
    moment = make_moment(made) if made else None
    # Programs write UTC whatever the clock on the wall says.
    return Moment(moment.at) if moment and moment.at != TEMPLATE_MADE else None
