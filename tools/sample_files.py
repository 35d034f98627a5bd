"""Make files of the formats that are read, for tests and measurements."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    b"/BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream"
)
BOX = b"/MediaBox [0 0 612 792]"


@dataclass(frozen=True, slots=True)
class Words:
    """A line of a PDF's page: where it begins, how large its letters are, and what it says."""

    text: str
    y: float
    size: float = 11
    x: float = 72


def paragraph(*lines: str, top: float, size: float = 11, x: float = 72) -> list[Words]:
    """Lines of one paragraph, the first one at ``top``."""
    return [Words(text, top - 1.2 * size * at, size, x) for at, text in enumerate(lines)]


def make_pdf(
    pages: Iterable[Sequence[Words] | bytes], said: Mapping[str, str] | None = None
) -> bytes:
    """A PDF of pages, each its lines or the operators themselves."""
    contents = [page if isinstance(page, bytes) else _operators(page) for page in pages]
    first = 5  # after catalog, pages, font and picture
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(contents)))
    objects = [CATALOG, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids)]
    objects += [FONT, PICTURE]
    for at, content in enumerate(contents):
        resources = b"<< /Font << /F1 3 0 R >> /XObject << /P 4 0 R >> >>"
        page = b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R /Resources %s >>"
        packed = zlib.compress(content)
        head = b"<< /Length %d /Filter /FlateDecode >>" % len(packed)
        objects += [page % (BOX, first + 2 * at + 1, resources)]
        objects += [b"%s\nstream\n%s\nendstream" % (head, packed)]
    information = b" ".join(
        b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (said or {}).items()
    )
    return _file([*objects, b"<< %s >>" % information])


def _operators(lines: Sequence[Words]) -> bytes:
    return b"\n".join(
        b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET"
        % (line.size, line.x, line.y, _escaped(line.text))
        for line in lines
    )


def _escaped(words: str) -> bytes:
    raw = words.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    """Objects as a file; the last one is what it says of itself."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out + trailer % (size, len(objects), start))


# ---- WARC --------------------------------------------------------------------------------------


def warc_record(
    payload: bytes,
    address: str = "https://nile.example/1",
    *,
    kind: str = "response",
    media_type: str = "application/http; msgtype=response",
    date: str = "2024-06-01T12:00:00Z",
) -> bytes:
    """One record of an archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def http_answer(
    body: bytes, media_type: str = "text/html", status: str = "200 OK", **headers: str
) -> bytes:
    """An answer as a crawler keeps it."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{more}\r\n"
    return head.encode("latin-1") + body


def make_warc(records: Iterable[bytes], *, packed: bool = False) -> bytes:
    """An archive of records; packed, each by itself, as crawlers do."""
    return b"".join(gzip.compress(record, 1) if packed else record for record in records)


def page(title: str, words: str, published: str = "2024-05-15T10:00:00+02:00") -> bytes:
    """A page of an outlet."""
    return (
        f"<html><head><title>{title}</title>"
        f'<meta property="article:published_time" content="{published}"></head>'
        f"<body><h1>{title}</h1><p>{words}</p></body></html>"
    ).encode()


# ---- DOCX --------------------------------------------------------------------------------------


def make_docx(*paragraphs: str, title: str | None = None, **said: object) -> bytes:
    """A Word document of paragraphs, with what it says of itself."""
    from docx import Document

    document = Document()
    if title is not None:
        document.add_heading(title, 0)
    for words in paragraphs:
        document.add_paragraph(words)
    for name, value in said.items():
        setattr(document.core_properties, name, value)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
