"""Archives and packed files made to write elsewhere, to unpack without end, or to mislead."""

from __future__ import annotations

import gzip
import io
import json
import random
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DocumentError, ExtractError
from dateline.pipeline.processes.sandbox import Sandbox
from dateline.sources import File, Member, extract, find_members
from dateline.sources.archives import ARCHIVES
from dateline.sources.file import NOTHING_SAID
from dateline.types import Original
from sample_files import http_answer, make_docx, make_pdf, make_warc, page, warc_record

AT = "https://nile.example"

# Names that lead out of a folder, to another drive, or nowhere at all.
NAMES = (
    "../../evil.txt",
    "/etc/passwd",
    "C:\\evil.txt",
    "..\\evil.txt",
    "a\0b",
    "file:///etc/passwd",
)


def members_of(tmp_path: Path, raw: bytes, name: str) -> list[Member]:
    path = tmp_path / name
    path.write_bytes(raw)
    return list(find_members(File(path, name, "hostile")))


def read(raw: bytes, form: str) -> str:
    return extract(Original(raw, form, f"a{form}", "hostile")).text


@pytest.fixture
def nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to work in, in which nothing may be made but what the test makes."""
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    yield inside
    assert {path.name for path in tmp_path.rglob("*")} <= {"a", "b", "given"}


# ---- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_record_of_a_web_archive_that_names_a_file_is_passed_over(
    nothing_written: Path, name: str
) -> None:
    raw = make_warc([warc_record(http_answer(page("T", "x")), name)])
    found = members_of(nothing_written, raw, "given")
    assert [member.original for member in found] == [None] * len(found)


@pytest.mark.parametrize("name", NAMES)
def test_a_row_that_names_a_file_is_filed_under_those_words(
    nothing_written: Path, name: str
) -> None:
    path = nothing_written / "given"
    path.write_text(json.dumps({"id": name, "url": name, "text": "Nine died."}))
    (member,) = ARCHIVES[".jsonl"](File(path, "posts.jsonl", "hostile"), NOTHING_SAID)
    assert member.address.startswith("posts.jsonl#")
    assert member.original is not None
    assert extract(member.original).text == "Nine died."


def with_members(*members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    """A Word document with more in it."""
    stream = io.BytesIO(make_docx("Nine died in Kosti."))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members:
            archive.writestr(name, raw)
    return stream.getvalue()


def link(name: str, target: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return info, target


@pytest.mark.parametrize(
    "members",
    [[(name, b"evil")] for name in NAMES] + [[link("word/media/a.png", b"/etc/passwd")]],
    ids=[*map(repr, NAMES), "link"],
)
def test_nothing_of_a_word_document_is_unpacked(nothing_written: Path, members: list) -> None:
    assert read(with_members(*members), ".docx") == "Nine died in Kosti."


# ---- archives in archives ----------------------------------------------------------------------


def test_an_archive_in_an_archive_is_not_unpacked(tmp_path: Path) -> None:
    inner = make_warc([warc_record(http_answer(page("T", "x")))])
    outer = make_warc(
        [
            warc_record(http_answer(inner, "application/warc")),
            warc_record(inner, kind="resource", media_type="application/warc"),
            warc_record(gzip.compress(inner), kind="resource", media_type="application/gzip"),
        ]
    )
    assert members_of(tmp_path, outer, "a.warc") == []
    with pytest.raises(ExtractError, match="is no web archive"):
        members_of(tmp_path, gzip.compress(gzip.compress(inner)), "a.warc.gz")


def test_a_word_document_in_a_word_document_is_not_read() -> None:
    raw = with_members(("word/embeddings/inner.docx", make_docx("Ten died in Rabak.")))
    assert read(raw, ".docx") == "Nine died in Kosti."


def test_a_zip_archive_is_no_word_document_whatever_its_name() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("inner.zip", b"PK\x03\x04")
    with pytest.raises(ExtractError, match="is a ZIP archive and no Word document"):
        read(stream.getvalue(), ".docx")


# ---- how many, how large -----------------------------------------------------------------------


def test_a_word_document_of_ten_thousand_parts_is_refused() -> None:
    parts = ((f"word/media/{number}.png", b"x") for number in range(10_000))
    start = time.monotonic()
    with pytest.raises(ExtractError, match="unpacks to more than any report has: 10,017 parts"):
        read(with_members(*parts), ".docx")
    assert time.monotonic() - start < 10


def test_ten_thousand_rows_are_ten_thousand_members(tmp_path: Path) -> None:
    raw = b"text\n" + b"".join(b"Report %d.\n" % number for number in range(10_000))
    assert len(members_of(tmp_path, raw, "a.csv")) == 10_000


def lying(raw: bytes) -> bytes:
    """A Word document whose list of parts says that they are small."""
    stream = io.BytesIO(raw)
    with zipfile.ZipFile(stream) as archive:
        sizes = [member.file_size for member in archive.infolist() if member.file_size > 1_000_000]
    for size in sizes:
        raw = raw.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little"))
    return raw


def pdf_bomb(layers: int) -> bytes:
    content = bytes(200_000_000)
    for _ in range(layers):
        content = zlib.compress(content, 9)
    names = b"/FlateDecode " * layers
    raw = make_pdf([b"BT ET"])
    old = zlib.compress(b"BT ET")
    return raw.replace(
        b"/Length %d /Filter /FlateDecode" % len(old),
        b"/Length %d /Filter [%s]" % (len(content), names),
    ).replace(old, content)


BLANKS = with_members(("word/blank.xml", b" " * 200_000_000))
BOMBS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "docx": (lambda: BLANKS, ".docx", "unpacks to more than any report has"),
    "docx that lies": (lambda: lying(BLANKS), ".docx", "is a broken Word document"),
    "docx laughing": (
        lambda: with_members(
            (
                "word/laugh.xml",
                b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>',
            )
        ),
        ".docx",
        "declares an XML entity",
    ),
    "pdf": (lambda: pdf_bomb(1), ".pdf", "unpacks to more than any report has"),
    "pdf packed twice": (lambda: pdf_bomb(2), ".pdf", "unpacks to more than any report has"),
}


@pytest.fixture(scope="module")
def small() -> Iterator[Sandbox]:
    """A process that may take so much more than it has at its start, and ten seconds."""
    with Sandbox(seconds=10, megabytes=250) as sandbox:
        yield sandbox


@pytest.mark.parametrize(("make", "form", "problem"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_before_it_takes_memory(
    small: Sandbox, make: Callable[[], bytes], form: str, problem: str
) -> None:
    raw = make()
    assert len(raw) < 1_000_000
    with pytest.raises(ExtractError, match=problem):
        small.call("bomb", extract, Original(raw, form, "bomb", "hostile"))


def packed_zeros(megabytes: int) -> bytes:
    """Zeros packed a thousandfold, made without holding them."""
    pack = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    length = megabytes * 1_000_000
    head, _, tail = warc_record(b"", "https://nile.example/bomb").partition(b"Content-Length: 0")
    raw = pack.compress(
        head + b"Content-Length: %d" % length + tail[:4] + b"HTTP/1.1 200 OK\r\n\r\n"
    )
    for _ in range(megabytes):
        raw += pack.compress(bytes(1_000_000))
    return raw + pack.flush()


@pytest.mark.parametrize(
    "bomb",
    [
        lambda: packed_zeros(500),
        lambda: gzip.compress(
            warc_record(http_answer(gzip.compress(bytes(300_000_000), 9), content_encoding="gzip"))
        ),
        lambda: gzip.compress(warc_record(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 1_000_000)),
        lambda: gzip.compress(b"WARC/1.0\r\n" + b"A: " + b"x" * 30_000_000),
    ],
    ids=["record", "page", "headers", "header"],
)
def test_a_bomb_in_a_web_archive_is_a_problem_of_its_record(
    small: Sandbox, tmp_path: Path, bomb: Callable[[], bytes]
) -> None:
    good = make_warc([warc_record(http_answer(page("T", "x")))], packed=True)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(good + bomb() + good)
    found = list(small.stream("bomb", find_members, File(path, path.name, "hostile")))
    assert [member.original is not None for member in found] == [True, False, True]
    assert found[1].problem


# ---- made to exhaust ---------------------------------------------------------------------------


def nested_mail(depth: int) -> bytes:
    head = b"From: a@b.example\nSubject: x\n"
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (level, level)
        for level in range(depth)
    )
    return head + parts + b"Content-Type: text/plain\n\nNine died.\n"


EXHAUSTING = {
    "mail nested": (nested_mail(900), ".eml"),
    "mail nested beyond": (nested_mail(5_000), ".eml"),
    "mail headers": (b"From: a@b.example\n" + b"X: y\n" * 500_000 + b"\nNine died.", ".eml"),
    "mail address": (b"From: " + b"(" * 1_900 + b"\nSubject: x\n\nNine died.", ".eml"),
    "mail words": (b"Subject: " + b"=?utf-8?q?a?= " * 130 + b"\n\nNine died.", ".eml"),
    "pdf arrays": (make_pdf([b"[" * 100_000]), ".pdf"),
    "pdf operators": (make_pdf([b"q " * 200_000]), ".pdf"),
    "pdf pages in a circle": (
        make_pdf([b"BT ET"]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        ".pdf",
    ),
    "pdf of many pages": (
        make_pdf([b"BT ET"]).replace(b"/Kids [5", b"/Kids [" + b"5 0 R " * 20_000 + b"5"),
        ".pdf",
    ),
}


@pytest.mark.parametrize(("raw", "form"), EXHAUSTING.values(), ids=EXHAUSTING)
def test_what_is_made_to_exhaust_gives_text_or_a_reason_in_time(raw: bytes, form: str) -> None:
    start = time.monotonic()
    with suppress(DocumentError):
        read(raw, form)
    assert time.monotonic() - start < 20


def damaged(raw: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    changed = bytearray(raw)
    for _ in range(min(chance.randrange(1, 30), len(raw) // 200 + 1)):
        changed = changed or bytearray(b"x")
        at = chance.randrange(len(changed))
        match chance.randrange(3):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randrange(1, 200)]
            case _:
                changed[at:at] = chance.randbytes(chance.randrange(1, 20))
    return bytes(changed)


SOUND = {
    ".pdf": make_pdf([b"BT /F1 12 Tf 72 700 Td (Nine died in Kosti.) Tj ET"], {"Title": "x"}),
    ".docx": make_docx("Nine died in Kosti.", title="Kosti"),
    ".eml": nested_mail(3),
}


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**32), form=st.sampled_from(sorted(SOUND)))
def test_any_damage_to_a_file_gives_a_document_or_a_reason(seed: int, form: str) -> None:
    try:
        text = read(damaged(SOUND[form], seed), form)
    except DocumentError:
        return
    text.encode("utf-8")


ARCHIVED = {
    "a.warc": make_warc(warc_record(http_answer(page("T", f"Report {n}."))) for n in range(4)),
    "a.warc.gz": make_warc(
        (warc_record(http_answer(page("T", f"Report {n}."))) for n in range(4)), packed=True
    ),
    "a.csv": b"id,text,date\n" + b"".join(b'%d,"Nine died.",2024-05-03\n' % n for n in range(4)),
    "a.jsonl": b'{"text": "Nine died.", "date": "2024-05-03"}\n' * 4,
    "a.json": json.dumps(
        {
            "name": "x",
            "type": "public_channel",
            "id": 1,
            "messages": [
                {"id": n, "type": "message", "date_unixtime": "1714775400", "text": "Nine died."}
                for n in range(4)
            ],
        }
    ).encode(),
}


@pytest.mark.parametrize("name", ARCHIVED)
def test_any_damage_to_an_archive_gives_members_or_reasons(tmp_path: Path, name: str) -> None:
    for seed in range(80):
        try:
            found = members_of(tmp_path, damaged(ARCHIVED[name], seed), name)
        except DocumentError:
            continue
        numbers = [member.number for member in found]
        assert numbers == sorted(set(numbers))
        for member in found:
            if member.original is not None:
                with suppress(DocumentError):
                    extract(member.original).text.encode("utf-8")


def test_ten_thousand_records_are_read_in_the_memory_of_one(small: Sandbox, tmp_path: Path) -> None:
    """Unpacked, they are as large as all the memory there is."""
    words = "Rebels shelled the market of Kosti on Monday, the army said. " * 400
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as stream:
        for number in range(10_000):
            record = warc_record(http_answer(page(f"Report {number}", words)), f"{AT}/{number}")
            stream.write(gzip.compress(record, 1))
    numbers = [
        member.number
        for member in small.stream("a", find_members, File(path, path.name, "hostile"))
        if member.original is not None
    ]
    assert numbers == list(range(1, 10_001))


def rewritten(raw: bytes, seed: int) -> bytes:
    """A Word document that is damaged inside its packing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for at, member in enumerate(old.infolist()):
            inside = old.read(member)
            new.writestr(member, damaged(inside, seed) if (seed + at) % 3 == 0 else inside)
    return stream.getvalue()


def test_any_damage_inside_a_word_document_gives_text_or_a_reason() -> None:
    for seed in range(60):
        with suppress(DocumentError):
            read(rewritten(SOUND[".docx"], seed), ".docx").encode("utf-8")


HEADERS = st.text(alphabet="abc<>@,;:()\"'[]\\=?\u00e9 \t/*%0", max_size=60)


@settings(deadline=None)
@given(HEADERS, HEADERS, HEADERS)
def test_any_headers_give_a_mail_or_a_reason(sender: str, kind: str, disposition: str) -> None:
    raw = (
        f"From: {sender}\nSubject: {kind}\nContent-Type: text/plain; {kind}\n"
        f"Content-Disposition: {disposition}\n\nNine died.\n"
    )
    with suppress(DocumentError):
        read(raw.encode(), ".eml").encode("utf-8")
