"""Undo what a server did to a body on its way: chunks, and packing, which is bounded."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

from .page import SIZE_LIMIT

CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
PIECE = 65_536

Read = Callable[[int], bytes]


def join_chunks(body: bytes) -> bytes:
    """A body without the lengths between its chunks.

    Many a crawler keeps the header that announces them, and not the chunks.
    """
    joined, at = bytearray(), 0
    while (head := CHUNK.match(body, at)) is not None:
        length, start = int(head[1], 16), head.end()
        joined += body[start : start + length]
        if length == 0 or start + length >= len(body):
            return bytes(joined)
        at = start + length
        at += 2 if body.startswith(b"\r\n", at) else 1
    return bytes(joined) if joined else body


def decode_content(body: bytes, encoding: str) -> bytes:
    """A body unpacked; ``ValueError`` for what cannot be, and for a bomb.

    Many a crawler keeps the header that announces the packing, and not the packing.
    """
    name = encoding.strip().lower().removeprefix("x-")
    if name in ("", "identity"):
        return body
    if name not in READERS:
        raise ValueError(f"is packed by {encoding[:40]!r}, which is not known here")
    try:
        return _read_all(READERS[name](body))
    except (OSError, zlib.error) as error:
        if body.lstrip()[:1] in (b"<", b"%"):
            return body
        raise ValueError(f"cannot be unpacked ({name}): {error}") from error


def _read_all(read: Read) -> bytes:
    body = bytearray()
    while piece := read(PIECE):
        body += piece
        if len(body) > SIZE_LIMIT:
            raise ValueError(f"is too large: unpacks to over {SIZE_LIMIT:,} bytes")
    return bytes(body)


def _inflating(window: int) -> Callable[[bytes], Read]:
    def begin(body: bytes) -> Read:
        unpack = zlib.decompressobj(window)
        rest = body

        def read(size: int) -> bytes:
            nonlocal rest
            piece = unpack.decompress(rest, size)
            rest = unpack.unconsumed_tail
            if not piece and not unpack.eof:
                raise zlib.error("it is broken off")
            return piece

        return read

    return begin


def _deflated(body: bytes) -> Read:
    # With a header by the standard, and without one by many a server.
    has_header = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
    return _inflating(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)(body)


def _brotli(body: bytes) -> Read:
    from fastwarc.stream_io import BrotliReader

    return BrotliReader(io.BytesIO(body)).read


def _zstd(body: bytes) -> Read:
    from fastwarc.stream_io import ZstdReader

    return ZstdReader(io.BytesIO(body)).read


READERS: dict[str, Callable[[bytes], Read]] = {
    "gzip": _inflating(zlib.MAX_WBITS | 16),
    "deflate": _deflated,
    "br": _brotli,
    "zstd": _zstd,
}
