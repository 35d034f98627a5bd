"""Walk through the records of a web archive, and find the way again after a broken one."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, TYPE_CHECKING, BinaryIO, TypeVar

from ...errors import ExtractError
from ..file import FILE_LIMIT

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PLAIN_START = b"WARC/1."
PACKED_START = b"\x1f\x8b\x08"
HEADER_LIMIT = 64_000  # bytes of all headers; servers take 8,000 to 16,000
RECORD_LIMIT = FILE_LIMIT + HEADER_LIMIT
PIECE = 65_536
FIRST = 1_000_000  # bytes, unpacked, that tell if an archive was packed as a whole
# What is unpacked of one record to pass over it; a bomb goes on for longer than reading takes.
PASSED_LIMIT = 1_000_000_000
# In a row. The three bytes that begin a packed record come up by chance in 16 million.
MOST_BROKEN = 1_000

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be read; where it ends is not known."""

    problem: str
    address: str | None = None
    holds_others: bool = False  # the next ones may begin inside of what it claims


Read = Callable[["WarcRecord"], Found | Broken]


def find_records(stream: BinaryIO, read: Read[Found], address: str) -> Iterator[Found | Broken]:
    """What ``read`` makes of each record, and what is broken between them."""
    begun = stream.read(len(PACKED_START))
    stream.seek(0)
    if not begun:
        raise ExtractError(address, "is empty")
    if begun != PACKED_START:
        records = _find_in_stream(stream, read)
    elif _is_packed_whole(stream):
        records = _find_in_stream(stream, read, packed=True)
    else:
        records = _find_packed(stream, read)
    head = list(islice(records, 1))
    if head and isinstance(head[0], Broken) and head[0].address is None:
        head += islice(records, 1)
        if len(head) == 1:
            raise ExtractError(address, f"is no web archive, or {head[0].problem}")
    yield from head
    yield from records


# ---- one after the other -----------------------------------------------------------------------


def _find_in_stream(
    stream: BinaryIO, read: Read[Found], *, packed: bool = False
) -> Iterator[Found | Broken]:
    """Records that follow each other; after a broken one, the next words that begin one."""
    size = stream.seek(0, io.SEEK_END)
    at, broken = 0, 0
    while at >= 0 and broken < MOST_BROKEN:
        stream.seek(at)
        try:
            for record in _iterate(stream, unpack=packed):
                at, length = record.stream_pos, record.content_length
                found = read(record)
                # What a whole page says is no record, even if it looks like one.
                is_whole = not (isinstance(found, Broken) and found.holds_others)
                at += length if is_whole and at + length < size else 0
                if isinstance(found, Broken):
                    problem = found
                    break
                yield found
                broken = 0
            else:
                return
        except (OSError, ValueError) as error:
            problem = Broken(f"is broken: {error}")
        if broken == 0 or problem.address:
            yield problem
        broken += 1
        at = _find_next(stream, PLAIN_START, at + 1)


def _iterate(stream: IO[bytes], *, unpack: bool = False) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    return iter(
        ArchiveIterator(
            stream,
            record_types=WarcRecordType.any_type,
            parse_http=False,
            max_header_len=HEADER_LIMIT,
            stream_detect=unpack,
            fsspec_args=False,
        )
    )


# ---- each packed by itself ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unpacked:
    """What one packed record was, as far as it could be unpacked, and where it ended."""

    raw: bytes
    end: int | None  # where the next one begins; unknown after a broken one
    problem: str | None = None


def _is_packed_whole(stream: BinaryIO) -> bool:
    """Whether an archive was packed as a whole, its records together."""
    raw = _unpack(stream, 0, limit=FIRST).raw
    found = 0
    try:
        for _ in _iterate(io.BytesIO(raw)):
            found += 1
    except (OSError, ValueError):
        pass
    return found > 1


def _find_packed(stream: BinaryIO, read: Read[Found]) -> Iterator[Found | Broken]:
    """Records that are packed one by one, as crawlers do: each ends where its packing ends."""
    at, broken = 0, 0
    while at >= 0 and broken < MOST_BROKEN:
        member = _unpack(stream, at, limit=RECORD_LIMIT)
        if member.end == at:
            return
        found = list(_read_member(member, read))
        is_broken = any(isinstance(one, Broken) for one in found)
        if not is_broken or broken == 0:
            yield from found
        broken = broken + 1 if member.end is None else 0
        at = member.end or _find_next(stream, PACKED_START, at + 1)


def _read_member(member: _Unpacked, read: Read[Found]) -> Iterator[Found | Broken]:
    problem = member.problem
    try:
        for record in _iterate(io.BytesIO(member.raw)):
            found = read(record)
            yield found
            if isinstance(found, Broken):
                return
    except (OSError, ValueError) as error:
        problem = problem or f"is broken: {error}"
    if problem is not None:
        yield Broken(problem)


def _unpack(stream: BinaryIO, at: int, *, limit: int) -> _Unpacked:
    """Unpack what is packed at a place, and keep so much of it."""
    stream.seek(at)
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    raw, length, rest = bytearray(), 0, b""
    try:
        while not unpack.eof and length < PASSED_LIMIT:
            rest = unpack.unconsumed_tail or stream.read(PIECE)
            piece = unpack.decompress(rest, PIECE)
            length += len(piece)
            raw += piece[: limit - len(raw)]
            if not rest and not piece:
                break
    except zlib.error as error:
        return _Unpacked(bytes(raw), None, f"is broken: {error}")
    if unpack.eof:
        problem = f"is too large: {length:,} bytes" if length > limit else None
        return _Unpacked(bytes(raw), stream.tell() - len(unpack.unused_data), problem)
    ended = stream.tell() == at
    problem = None if ended else "is broken off" if length < PASSED_LIMIT else "unpacks without end"
    return _Unpacked(bytes(raw), at if ended else None, problem)


def _find_next(stream: BinaryIO, start: bytes, at: int) -> int:
    """Where the next record begins, or may begin; -1 if nowhere."""
    stream.seek(at)
    before = b""
    while piece := stream.read(PIECE):
        held = before + piece
        found = held.find(start)
        if found >= 0:
            return at - len(before) + found
        at += len(piece)
        before = held[-len(start) + 1 :]
    return -1
