import codecs

import pytest

from dateline.errors import ExtractError
from dateline.sources.decoding import decode

QUOTED = "The army said “no” – it’s over, and nothing more was heard from the town that day. " * 2
RUSSIAN = "Российские войска обстреляли город, погибли трое мирных жителей. " * 2


def test_utf8_needs_no_guess() -> None:
    assert decode("Ḥalab, 3 killed".encode(), "x.txt") == "Ḥalab, 3 killed"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "Homs – 3".encode(encoding), "x.txt") == "Homs – 3"


def test_english_with_curled_quotes_is_windows_1252() -> None:
    assert decode(QUOTED.encode("cp1252"), "x.txt") == QUOTED


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_a_confident_detection_is_taken(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "x.txt") == RUSSIAN


def test_an_unsure_detection_is_refused_with_the_way_out() -> None:
    chinese = ("军队炮击了城镇,五人死亡。" * 3).encode("gb18030")
    with pytest.raises(ExtractError, match=r"^x\.txt: cannot be decoded.*say --encoding NAME$"):
        decode(chinese, "x.txt")
    assert decode(chinese, "x.txt", encoding="gb18030").startswith("军队")


def test_broken_utf8_is_not_taken_for_another_encoding() -> None:
    broken = "The town’s mayor said “no”. ".encode() * 5 + b"\xe2\x80"
    with pytest.raises(ExtractError, match="not UTF-8 from byte 170 on"):
        decode(broken, "x.txt")


def test_an_encoding_that_does_not_exist_is_named() -> None:
    with pytest.raises(ExtractError, match="no encoding 'klingon'"):
        decode(b"abc", "x.txt", encoding="klingon")


def test_a_given_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ExtractError, match="cannot be decoded as ascii"):
        decode("é".encode(), "x.txt", encoding="ascii")


def test_half_a_utf16_character_is_refused() -> None:
    with pytest.raises(ExtractError, match="cannot be decoded as utf-16"):
        decode(codecs.BOM_UTF16_LE + b"a\0b", "x.txt")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n...", "a PDF file"),
        (b"PK\x03\x04word/document.xml", "an office document"),
        (b"{\\rtf1\\ansi Three killed}", "a rich text"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file"),
        (b"three\0killed", "a binary file"),
        (bytes(range(1, 32)) * 9, "a binary file"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "a binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, what: str) -> None:
    with pytest.raises(ExtractError, match=what):
        decode(raw, "x.txt")


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    wire = b"\x02" + b"Three soldiers were killed near the river on Monday. " * 5 + b"\x03"
    assert decode(wire, "x.txt").endswith("\x03")
