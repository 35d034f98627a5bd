"""Make the document of an original: the one way from bytes to text, pure and repeatable."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..errors import ExtractError
from ..types import Document, Original
from .decoding import decode
from .file import HEAD
from .page import Page, check_size, make_document
from .text import read_text

Read = Callable[[Original], Page]

STARTS = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"WARC/1.", ".warc"),
    (b"\x1f\x8b", ".warc.gz"),
    (b"<", ".html"),
)


def extract(original: Original) -> Document:
    """The document of an original; the same one however often."""
    if not original.raw.strip():
        raise ExtractError(original.address, "is empty")
    form = original.format or find_format(original.raw)
    read = FORMATS.get(form) or INNER_FORMATS.get(form)
    if read is None:
        raise ExtractError(original.address, f"is an archive ({form}): read it from a file")
    return make_document(read(original), original)


def find_format(raw: bytes) -> str:
    """What bytes without a name are, by how they begin: plain text, if nothing else."""
    begun = raw[:HEAD].lstrip()
    return next((form for start, form in STARTS if begun.startswith(start)), ".txt")


def _decoded(read: Callable[[str, str], Page], original: Original, *, markup: bool = False) -> Page:
    text = decode(
        original.raw,
        original.address,
        encoding=original.encoding,
        told=original.told,
        markup=markup,
    )
    check_size(text, original.address)
    return read(text, original.address)


def _read_markdown(original: Original) -> Page:
    from .markdown import read_markdown

    return _decoded(read_markdown, original)


def _read_html(original: Original) -> Page:
    from .html import read_html

    return _decoded(read_html, original, markup=True)


def _read_pdf(original: Original) -> Page:
    from .pdf import read_pdf

    return read_pdf(original)


def _read_word(original: Original) -> Page:
    from .word import read_word

    return read_word(original)


def _read_mail(original: Original) -> Page:
    from .mail import read_mail

    return read_mail(original)


def _read_entry(original: Original) -> Page:
    from .entries import read_entry

    return read_entry(original)


def _read_row(original: Original) -> Page:
    from .archives.rows import read_row

    return read_row(original)


def _read_message(original: Original) -> Page:
    from .archives.telegram import read_message

    return read_message(original)


_read_text = partial(_decoded, read_text)

# What files hold, by the end of their name.
FORMATS: dict[str, Read] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".pdf": _read_pdf,
    ".docx": _read_word,
    ".eml": _read_mail,
}
# What Dateline itself takes out of feeds and archives; no file is one.
INNER_FORMATS: dict[str, Read] = {
    ".entry": _read_entry,
    ".row": _read_row,
    ".message": _read_message,
}
