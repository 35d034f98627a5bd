"""Web archives: each page with the address it had, and what is broken is a problem of its own."""

from __future__ import annotations

import gzip
import io
import zlib
from base64 import b32encode
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha1
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from dateline.errors import ExtractError
from dateline.sources import File, Member, Said, extract, find_members
from sample_files import http_answer, make_pdf, make_warc, page, paragraph, warc_record

AT = "https://nile.example/{}"
PAGE = page("Rebels shell Kosti", "Rebels shelled Kosti on Monday.")


def record(number: int, raw: bytes = PAGE) -> bytes:
    return warc_record(http_answer(raw), AT.format(number))


def read(tmp_path: Path, raw: bytes, **how) -> list[Member]:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(raw)
    return list(find_members(File(path, path.name, "archives"), **how))


def told(members: Sequence[Member]) -> list[tuple[str, str | None]]:
    return [(member.address.rpartition("/")[2], member.problem) for member in members]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_each_page_comes_with_its_address_and_the_time_it_was_crawled(
    tmp_path: Path, packed: bool
) -> None:
    first, second = read(tmp_path, make_warc([record(1), record(2)], packed=packed))
    assert (first.number, second.number) == (1, 2)
    assert first.fetched == datetime(2024, 6, 1, 12, tzinfo=UTC)
    assert second.original is not None
    document = extract(second.original)
    assert (document.address, document.source) == (AT.format(2), "nile.example")
    assert document.text == "Rebels shell Kosti\n\nRebels shelled Kosti on Monday."
    assert (document.published, document.zone) == (datetime(2024, 5, 15, 8, tzinfo=UTC), "+02:00")


def test_a_paper_is_read_too(tmp_path: Path) -> None:
    paper = make_pdf([paragraph("Rebels shelled Kosti.", top=700)])
    (member,) = read(tmp_path, warc_record(http_answer(paper, "application/pdf")))
    assert member.original is not None
    assert extract(member.original).text == "Rebels shelled Kosti."


def test_how_far_it_was_read_is_told_where_there_is_nothing_for_long(tmp_path: Path) -> None:
    other = warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request")
    members = read(tmp_path, other * 250)
    assert [(member.number, member.original) for member in members] == [(100, None), (200, None)]
    had = read(tmp_path, make_warc(map(record, range(150))), skip=140)
    assert [member.number for member in had[:2]] == [100, 141]


def test_the_user_names_the_source(tmp_path: Path) -> None:
    (member,) = read(tmp_path, record(1), said=Said(source="our crawl"))
    assert member.original is not None
    assert member.original.source == "our crawl"


def test_reading_goes_on_after_what_was_had(tmp_path: Path) -> None:
    members = read(tmp_path, make_warc(map(record, range(1, 6))), skip=3)
    assert [member.number for member in members] == [4, 5]


PASSED_OVER = {
    "request": warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    "not found": warc_record(http_answer(b"<p>Not here.", status="404 Not Found")),
    "picture": warc_record(http_answer(b"\x89PNG", "image/png")),
    "repetition": warc_record(http_answer(b""), kind="revisit"),
    "of no page": warc_record(b"<p>About", "metadata://crawl", kind="resource"),
    "without address": warc_record(b"software: x", "", kind="warcinfo"),
}


@pytest.mark.parametrize("other", PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_is_no_page_is_passed_over(tmp_path: Path, other: bytes) -> None:
    assert [member.number for member in read(tmp_path, other + record(1))] == [2]


def test_a_resource_is_a_page_in_the_encoding_that_is_told(tmp_path: Path) -> None:
    raw = "<p>Бойцы обстреляли город.".encode("koi8-r")
    kept = warc_record(raw, kind="resource", media_type="text/html; charset=koi8-r")
    (member,) = read(tmp_path, kept)
    assert member.original is not None
    assert extract(member.original).text == "Бойцы обстреляли город."


def in_chunks(raw: bytes) -> bytes:
    pieces = (raw[at : at + 50] for at in range(0, len(raw), 50))
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def by(writer: type) -> bytes:
    stream = io.BytesIO()
    packing = writer(stream)
    packing.write(PAGE)
    packing.close()
    return stream.getvalue()


SENT = {
    "packed": http_answer(gzip.compress(PAGE), content_encoding="gzip"),
    "by another": http_answer(zlib.compress(PAGE), content_encoding="deflate"),
    "without its header": http_answer(zlib.compress(PAGE)[2:-4], content_encoding="deflate"),
    "in chunks": http_answer(in_chunks(PAGE), transfer_encoding="chunked"),
    "packed and in chunks": http_answer(
        in_chunks(gzip.compress(PAGE)), content_encoding="gzip", transfer_encoding="chunked"
    ),
    "unpacked by the crawler": http_answer(
        PAGE, content_encoding="br", transfer_encoding="chunked"
    ),
    "by Brotli": http_answer(by(BrotliWriter), content_encoding="br"),
    "by Zstandard": http_answer(by(ZstdWriter), content_encoding="zstd"),
    "chunks that break off": http_answer(
        in_chunks(PAGE).removesuffix(b"0\r\n\r\n"), transfer_encoding="chunked"
    ),
    "chunks that stop": http_answer(
        in_chunks(PAGE).replace(b"0\r\n\r\n", b"x"), transfer_encoding="chunked"
    ),
    "not at all": http_answer(PAGE, content_encoding="identity"),
}


@pytest.mark.parametrize("answer", SENT.values(), ids=SENT)
def test_what_the_server_did_to_a_page_is_undone(tmp_path: Path, answer: bytes) -> None:
    (member,) = read(tmp_path, warc_record(answer))
    assert member.original is not None
    assert member.original.raw == PAGE


BROKEN = {
    "broken off": (record(2)[:-60], "is broken off after"),
    "longer than it says": (
        record(2).replace(b"Content-Length: ", b"Content-Length: 9"),
        "is broken off after",
    ),
    "without length": (
        record(2).replace(b"Content-Length", b"Content-Lenxth"),
        "is broken: it holds no answer of a server",
    ),
    "no answer": (
        record(2).replace(b"HTTP/1.1 200 OK", b"nonsense       "),
        "is broken: it holds no answer of a server",
    ),
    "enormous": (
        record(2).replace(b"Content-Length: ", b"Content-Length: 999999"),
        "is too large: 999,999,",
    ),
    "packed strangely": (
        warc_record(http_answer(PAGE, content_encoding="lzma"), AT.format(2)),
        "is packed by 'lzma', which is not known here",
    ),
    "packed wrongly": (
        warc_record(http_answer(b"\x1f\x8bnothing", content_encoding="gzip"), AT.format(2)),
        "cannot be unpacked (gzip)",
    ),
    "packed in part": (
        warc_record(http_answer(gzip.compress(PAGE)[:-30], content_encoding="gzip"), AT.format(2)),
        "cannot be unpacked (gzip)",
    ),
}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize(("broken", "problem"), BROKEN.values(), ids=BROKEN)
def test_a_broken_record_is_a_problem_of_its_own(
    tmp_path: Path, broken: bytes, problem: str, packed: bool
) -> None:
    records = [record(1), broken, *map(record, (3, 4))]
    if broken == record(2)[:-60] and not packed:
        records = [record(1), *map(record, (3, 4)), broken]  # or the next one is what it lacks
    members = read(tmp_path, make_warc(records, packed=packed))
    assert sorted(name for name, _ in told(members)) == ["1", "2", "3", "4"]
    (wrong,) = (member.problem for member in members if member.problem)
    assert wrong.startswith(problem)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_what_is_between_records_is_one_problem(tmp_path: Path, packed: bool) -> None:
    first, second = (make_warc([record(number)], packed=packed) for number in (1, 2))
    members = read(tmp_path, first + b"rubbish\r\n\r\nWARC/1.0\r\n" * 3 + second)
    assert [name for name, problem in told(members) if problem is None] == ["1", "2"]
    assert [name for name, problem in told(members) if problem] == ["crawl.warc.gz#2"]


def test_a_page_that_looks_like_a_record_is_none(tmp_path: Path) -> None:
    forged = warc_record(http_answer(PAGE), "https://trusted.example/")
    inside = record(1, b"<p>See:\n" + forged)
    for packed in (False, True):
        members = read(tmp_path, make_warc([inside, record(2)], packed=packed))
        assert [name for name, _ in told(members)] == ["1", "2"]


@pytest.mark.parametrize("second", [PASSED_OVER["request"], record(1)], ids=["request", "page"])
def test_what_is_passed_over_shows_as_well_as_a_page_that_it_is_an_archive(
    tmp_path: Path, second: bytes
) -> None:
    broken = gzip.compress(b"rubbish", mtime=0)
    members = read(tmp_path, broken + make_warc([second, record(2), record(3)], packed=True))
    assert [problem is None for _, problem in told(members)][-2:] == [True, True]


def test_an_archive_that_was_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    members = read(tmp_path, gzip.compress(make_warc(map(record, range(1, 4)))))
    assert [name for name, _ in told(members)] == ["1", "2", "3"]


def test_what_a_killed_crawler_left_is_a_problem_and_what_it_wrote_later_is_read(
    tmp_path: Path,
) -> None:
    records = [make_warc([record(number)], packed=True) for number in (1, 2, 3)]
    members = read(tmp_path, records[0] + records[1][:-40] + records[2])
    assert [name for name, problem in told(members) if problem is None] == ["1", "3"]
    assert sum(problem is not None for _, problem in told(members)) == 1


def signed(number: int) -> bytes:
    """A record with the digest of its block."""
    block = http_answer(PAGE)
    digest = b32encode(sha1(block).digest())
    raw = warc_record(block, AT.format(number))
    return raw.replace(b"WARC-Record-ID", b"WARC-Block-Digest: sha1:%s\r\nWARC-Record-ID" % digest)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_record_that_was_changed_is_a_problem(tmp_path: Path, packed: bool) -> None:
    changed = signed(2).replace(b"shelled", b"spared ")
    members = read(tmp_path, make_warc([signed(1), changed, signed(3)], packed=packed))
    assert told(members) == [
        ("1", None),
        ("2", "does not match its digest: it is broken off, or was changed"),
        ("3", None),
    ]


def test_what_was_written_over_the_rest_of_a_record_is_read(tmp_path: Path) -> None:
    members = read(tmp_path, signed(1) + signed(2)[:-60] + signed(3) + signed(4))
    assert [name for name, problem in told(members) if problem is None] == ["1", "3", "4"]
    assert [name for name, problem in told(members) if problem] == ["2"]


def test_digests_that_are_written_in_another_way_are_not_compared(tmp_path: Path) -> None:
    raw = signed(1).replace(b"sha1:", b"md5:")
    assert told(read(tmp_path, raw)) == [("1", None)]


@pytest.mark.parametrize(
    "raw",
    [b"nothing of the kind " * 50, gzip.compress(b"nothing of the kind " * 50)],
    ids=["plain", "packed"],  # a packed one holds the time at which it was packed
)
def test_what_is_no_archive_says_so(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(ExtractError, match="is no web archive, or is broken: Invalid WARC header"):
        read(tmp_path, raw)
