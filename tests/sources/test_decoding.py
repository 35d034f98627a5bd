import codecs

import pytest

from dateline.errors import ExtractError
from dateline.sources.decoding import decode, find_declared

QUOTED = "The army said “no”, and nothing more was heard from the town on that or any day. " * 2
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


@pytest.mark.parametrize(
    "text",
    [
        "Il a été tué à l’aube par l’armée près de la rivière. ",
        "El ejército atacó el camión y mató a tres niños en el área. ",
    ],
)
def test_latin_code_pages_cannot_be_told_apart_and_are_refused(text: str) -> None:
    with pytest.raises(ExtractError, match="no other encoding is sure"):
        decode((text * 3).encode("cp1252"), "x.txt")


def test_bytes_that_windows_1252_has_not_are_not_taken_for_it() -> None:
    with pytest.raises(ExtractError, match="no other encoding is sure"):
        decode(b"Three were killed. " * 10 + b"\x9d\x81", "x.txt")


PAGE = '<meta http-equiv="Content-Type" content="text/html; charset={}"><p>Tué à l’aube, été</p>'


@pytest.mark.parametrize("label", ["windows-1252", "ISO-8859-1"])
def test_a_page_that_declares_its_encoding_is_believed(label: str) -> None:
    raw = PAGE.format(label).encode("cp1252")
    assert decode(raw, "x.html", markup=True) == PAGE.format(label)


def test_a_page_that_is_utf8_is_read_so_whatever_it_declares() -> None:
    raw = PAGE.format("iso-8859-1").encode()
    assert decode(raw, "x.html", markup=True) == PAGE.format("iso-8859-1")


@pytest.mark.parametrize("label", ["klingon", "ascii-8bit", "utf-8", "\xe9"])
def test_a_declaration_that_does_not_fit_is_passed_over(label: str) -> None:
    assert find_declared(PAGE.format(label).encode("cp1252")) is None


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


def test_the_encoding_told_with_a_page_is_believed_when_it_is_not_utf8() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "x.txt", told="KOI8-R") == RUSSIAN
    assert decode(RUSSIAN.encode(), "x.txt", told="koi8-r") == RUSSIAN


@pytest.mark.parametrize("told", ["no-such-encoding", "base64", "ascii", "utf-16", "zlib", "idna"])
def test_an_encoding_by_which_a_text_does_not_decode_is_not_believed(told: str) -> None:
    assert decode(QUOTED.encode("cp1252"), "x.txt", told=told) == QUOTED
