"""Read a PDF: its words page by page, without what every page repeats."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from ..errors import ExtractError
from ..types import Original
from .blaming import blamed_on
from .blocks import join_all, on_one_line, sound
from .page import TEXT_LIMIT, Page, signature
from .pdf_layout import (
    Collector,
    Line,
    find_blocks,
    find_headline,
    without_repeats,
)
from .published import Moment, make_moment

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

# What one stream may unpack to: pages of text are a hundredth of it, and pictures are not unpacked.
STREAM_LIMIT = 20_000_000
# Operators and operands of one page: a newspaper's has some 20,000, and this many take 3 s.
WORK_LIMIT = 500_000
# No report is longer; more, with nothing on them, would only take time.
MOST_PAGES = 2_000


def read_pdf(original: Original) -> Page:
    """Read a PDF's text, and what the file says of its title, author and making."""
    address = original.address
    with blamed_on(address, "a broken PDF file"), _limited(address):
        reader = _open(original)
        pages, is_whole = _read_pages(reader)
        title, author, published = _read_information(reader)
        has_pictures = not any(pages) and any(map(_has_pictures, reader.pages[:MOST_PAGES]))
    if not any(pages):
        because = ": it is a scan; recognise its text first" if has_pictures else ""
        raise ExtractError(address, f"has no text{because}")
    blocks = find_blocks(without_repeats(pages))
    headline = find_headline(blocks, title)
    text, span = join_all([block.text for block in blocks], headline)
    return Page(text, span, published, author=author, truncated=not is_whole)


@contextmanager
def _limited(address: str) -> Iterator[None]:
    """Bound what the parser may unpack, and say why a file cannot be read."""
    import pypdf
    from pypdf.errors import FileNotDecryptedError, LimitReachedError

    # It tells of each irregularity, and without a handler that would reach standard error.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    limits = pypdf.Configuration(
        zlib_maximum_output_length=STREAM_LIMIT,
        lzw_maximum_output_length=STREAM_LIMIT,
        run_length_maximum_output_length=STREAM_LIMIT,
        array_based_stream_maximum_output_length=STREAM_LIMIT,
        stream_decoding_work_maximum_length=2 * STREAM_LIMIT,
        stream_parsing_work_maximum_count=WORK_LIMIT,
    )
    try:
        with pypdf.apply_configuration(limits):
            yield
    except LimitReachedError as error:
        raise ExtractError(address, "unpacks to more than any report has") from error
    except FileNotDecryptedError as error:
        raise ExtractError(address, "is encrypted: save it without a password") from error


def _open(original: Original) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    reader = PdfReader(io.BytesIO(original.raw))
    if reader.is_encrypted:
        try:
            # Often only printing is forbidden, and anyone may read.
            opened = reader.decrypt("")
        except (DependencyError, NotImplementedError) as error:
            raise FileNotDecryptedError(str(error)) from error
        if opened is PasswordType.NOT_DECRYPTED:
            raise FileNotDecryptedError("a password is wanted")
    return reader


def _read_pages(reader: PdfReader) -> tuple[tuple[tuple[Line, ...], ...], bool]:
    """The lines of each page, and whether that is all of the file."""
    from pypdf.errors import LimitReachedError

    pages: list[tuple[Line, ...]] = []
    length, beyond = 0, None
    for page in reader.pages[:MOST_PAGES]:
        collector = Collector()
        try:
            page.extract_text(visitor_text=collector)
        except LimitReachedError as error:
            beyond = error  # a map that is drawn of a million lines, or a bomb
            continue
        pages.append(collector.lines())
        length += sum(len(line.text) + 1 for line in pages[-1])
        if length > TEXT_LIMIT:
            break  # the rest would be cut off
    if beyond is not None and not any(pages):
        raise beyond
    return tuple(pages), len(pages) == len(reader.pages)


def _read_information(reader: PdfReader) -> tuple[str | None, str | None, Moment | None]:
    """Title, author and time of making; each ``None`` where it is not said, or is nonsense."""
    said = reader.metadata
    if said is None:
        return None, None, None
    try:
        made = said.creation_date
    except ValueError:
        made = None
    moment = make_moment(made) if isinstance(made, datetime) else None
    return _words(said.title), signature(_words(said.author)), moment


def _words(said: object) -> str | None:
    return on_one_line(sound(said)) if isinstance(said, str) else None


def _has_pictures(page: PageObject) -> bool:
    resources = page.get("/Resources")
    return resources is not None and bool(resources.get_object().get("/XObject"))
