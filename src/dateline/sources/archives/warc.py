"""Read the pages of a web archive (WARC, WARC.gz) one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...errors import ExtractError
from ..file import FILE_LIMIT, File, Said
from ..links import web_link
from ..unpacking import decode_content, join_chunks
from ..web import FORMATS, page_original
from .member import SIGN_OF_LIFE, Member
from .warc_records import HEADER_LIMIT, Broken, find_records

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# As crawlers write them; digests of other kinds are not compared.
DIGEST = re.compile(r"sha1:[A-Z2-7]{32}|sha256:(?:[0-9a-f]{64}|[A-Z2-7]{52,56}=*)")


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as a crawler kept it, or a part of one."""

    address: str
    body: bytes
    media_type: str
    charset: str | None
    packing: str
    chunks: bool
    fetched: datetime | None


def find_pages(file: File, said: Said) -> Iterator[Member]:
    """The pages that a crawler kept, each with the address it had.

    Those are answers that went well and resources, if they are pages, texts or papers; pictures,
    requests and repetitions are passed over.
    """
    with file.path.open("rb") as stream:
        for number, found in enumerate(find_records(stream, _read, file.address), 1):
            if isinstance(found, Broken):
                address = found.address or f"{file.address}#{number}"
                yield Member(number, address, problem=found.problem)
            elif found is not None:
                yield _make_member(found, number, said)
            elif number % SIGN_OF_LIFE == 0:
                yield Member(number, file.address)


def _make_member(kept: Kept, number: int, said: Said) -> Member:
    try:
        body = join_chunks(kept.body) if kept.chunks else kept.body
        original = page_original(
            decode_content(body, kept.packing),
            kept.address,
            source=said.source or urlsplit(kept.address).hostname or "web",
            media_type=kept.media_type,
            told=kept.charset,
        )
    except ExtractError as error:
        return Member(number, kept.address, problem=error.problem)
    except ValueError as error:
        return Member(number, kept.address, problem=str(error))
    return Member(number, original.address, original, fetched=kept.fetched)


def _read(record: WarcRecord) -> Kept | Broken | None:
    from fastwarc.warc import WarcRecordType

    length = record.content_length
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    is_page = record.record_type in (WarcRecordType.response, WarcRecordType.resource)
    if length > FILE_LIMIT:
        # Unpacking it to pass over it is what a bomb is for: the next one is looked for instead.
        return Broken(f"is too large: {length:,} bytes", address if is_page else None)
    if not is_page or web_link("", address) is None:
        return _pass_over(record)
    digest = record.headers.get("WARC-Block-Digest") or ""
    if DIGEST.fullmatch(digest) and not record.verify_block_digest():
        # As a crawler leaves it that was killed, and went on in the same file.
        problem = "does not match its digest: it is broken off, or was changed"
        return Broken(problem, address, holds_others=True)
    if record.record_type == WarcRecordType.response:
        return _read_answer(record, address)
    media_type, _, more = (record.headers.get("Content-Type") or "").partition(";")
    charset = more.partition("charset=")[2].strip(' "') or None
    return _keep(record, address, media_type.strip().lower(), charset)


def _read_answer(record: WarcRecord, address: str) -> Kept | Broken | None:
    record.parse_http(auto_decode="none", max_header_len=HEADER_LIMIT)
    headers = record.http_headers
    if headers is None or not isinstance(headers.status_code, int):
        return Broken("is broken: it holds no answer of a server", address)
    if headers.status_code != 200:
        return _pass_over(record)
    return _keep(
        record,
        address,
        (record.http_content_type or "").lower(),
        record.http_charset,
        packing=headers.get("Content-Encoding") or "",
        chunks="chunked" in (headers.get("Transfer-Encoding") or "").lower(),
    )


def _keep(
    record: WarcRecord,
    address: str,
    media_type: str,
    charset: str | None,
    *,
    packing: str = "",
    chunks: bool = False,
) -> Kept | Broken | None:
    if media_type not in FORMATS:
        return _pass_over(record)
    length = record.content_length
    body = record.reader.read()
    if len(body) < length:
        return Broken(f"is broken off after {len(body):,} of {length:,} bytes", address)
    return Kept(address, body, media_type, charset, packing, chunks, record.record_date)


def _pass_over(record: WarcRecord) -> Broken | None:
    length = record.content_length
    passed = record.reader.consume()
    return None if passed >= length else Broken("is broken off")
