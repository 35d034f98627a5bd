"""Decide which text bytes stand for, or say why they stand for none."""

from __future__ import annotations

import codecs
import re

from ..errors import ExtractError

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

KNOWN_BINARY = (
    (b"%PDF-", "a PDF file: let its name end in .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office document: unpack it, or save it as DOCX or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as DOCX or PDF"),
    (b"{\\rtf", "a rich text (RTF) file: save it as DOCX or plain text"),
    (b"\x1f\x8b", "a gzip archive: unpack it"),
)

TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b")

# Typed text has none of the other control bytes; a few come in with bad copies of wire copy
# (start and end of transmission). One in a hundred is far from both: a JPEG has some 10 %.
CONTROLS = 0.01

# English in windows-1252 has curly quotes, dashes and a few names beyond ASCII: 0.3 % of the bytes
# of the sample dispatches with every quote curled, 1.4 % at most. Other Western languages have
# 5-15 %, Cyrillic over 60 %. Detection calls short English windows-1250, so this rule goes first.
WESTERN = 0.04

# Tried on short texts in nine encodings. Below a coherence of 0.2 detection was wrong on two of
# three (Chinese read as Korean, Croatian as Johab). Above, it was right on Cyrillic and Arabic, but
# took French and Spanish for Central European, so what comes out in Latin letters is never sure.
COHERENCE = 0.2
LATIN_UP_TO = "\u024f"

DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; browsers look at the first 1,024
SAMPLE = 100_000


def decode(
    raw: bytes,
    address: str,
    *,
    encoding: str | None = None,
    told: str | None = None,
    markup: bool = False,
) -> str:
    """Decode a document's bytes, by the encoding that ``find_encoding`` finds."""
    found = find_encoding(raw, address, encoding=encoding, told=told, markup=markup)
    text = _strictly(raw, found, address)
    return text if encoding else text.removeprefix("\ufeff")


def find_mark(raw: bytes) -> str | None:
    """The encoding that a mark at the beginning tells."""
    return next((name for mark, name in MARKS if raw.startswith(mark)), None)


def without_mark(encoding: str) -> str:
    """The encoding by which a stream is read without its mark."""
    return "utf-8-sig" if encoding == "utf-8" else encoding


def find_encoding(
    raw: bytes,
    address: str,
    *,
    encoding: str | None = None,
    told: str | None = None,
    markup: bool = False,
) -> str:
    """How bytes are encoded: the given encoding, a mark, UTF-8, or a confident detection.

    In ``markup`` the encoding that a page declares goes before detection, and so does the one that
    was ``told`` with it, but not before UTF-8: converted pages often keep their declaration.
    """
    _refuse_binary(raw, address, declared=encoding is not None)
    if encoding is not None:
        return encoding
    if (marked := find_mark(raw)) is not None:
        return marked
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        stated = (find_declared(raw) if markup else None) or find_told(raw, told)
        detected = stated or detect(raw)
        if detected is None:
            raise ExtractError(
                address,
                f"cannot be decoded: not UTF-8 from byte {error.start:,} on, "
                "and no other encoding is sure; say --encoding NAME",
            ) from error
        return detected
    return "utf-8"


def find_declared(raw: bytes) -> str | None:
    """Find the encoding that a page declares, if it is one and the page decodes by it."""
    declared = DECLARED.search(raw, 0, DECLARED_WITHIN)
    if declared is None:
        return None
    return find_told(raw, declared[1].decode("ascii", "replace"))


def find_told(raw: bytes, name: str | None) -> str | None:
    """An encoding that was told, if it is one of texts and the bytes decode by it."""
    # Without a mark, pairs of any bytes decode by UTF-16, to nonsense.
    if name is None or name.lower().replace("_", "-").startswith(("utf-16", "utf16", "utf-32")):
        return None
    name = name.lower()
    # By the standard for pages, latin-1 means windows-1252 there.
    name = "windows-1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name
    return name if _decodes(raw, name) else None


def _refuse_binary(raw: bytes, address: str, *, declared: bool) -> None:
    for start, what in KNOWN_BINARY:
        if raw.startswith(start):
            raise ExtractError(address, f"is {what}")
    if declared or find_mark(raw) is not None:
        return  # UTF-16 is full of zero bytes
    head = raw[:SAMPLE]
    controls = sum(byte < 32 and byte not in TEXT_CONTROLS for byte in head)
    if b"\0" in raw or controls > CONTROLS * len(head):
        raise ExtractError(address, "is a binary file, not a text")


def _strictly(raw: bytes, encoding: str, address: str) -> str:
    try:
        text = raw.decode(encoding)
    except LookupError as error:
        raise ExtractError(address, f"cannot be decoded: no encoding {encoding!r}") from error
    except UnicodeError as error:
        raise ExtractError(address, f"cannot be decoded as {encoding}: {error}") from error
    if "\0" in text:
        raise ExtractError(address, "is a binary file, not a text")
    return text


def detect(raw: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8, if one is sure."""
    # Broken UTF-8 also decodes as windows-1252, to nonsense: two thirds of its high bytes still
    # form UTF-8 characters, which never happens by chance in a one-byte encoding.
    high = sum(byte >= 0x80 for byte in raw)
    lost = raw.decode("utf-8", errors="replace").count("\ufffd")
    if lost * 3 < high:
        return None
    if high <= WESTERN * len(raw) and _decodes(raw, "windows-1252"):
        return "windows-1252"
    from charset_normalizer import from_bytes  # slow to import and seldom needed

    best = from_bytes(raw[:SAMPLE]).best()
    if best is None or best.coherence < COHERENCE or not _decodes(raw, best.encoding):
        return None
    letters = [letter for letter in str(best) if letter.isalpha()]
    latin = sum(letter <= LATIN_UP_TO for letter in letters)
    return best.encoding if latin * 2 < len(letters) else None


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
