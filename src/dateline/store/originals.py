"""Keep the bytes documents are made from, each content once and packed."""

from __future__ import annotations

import zlib
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, select

from ..types import DocumentId, Original
from . import schema
from .database import add_rows, printable

PACKED = "zlib"
PLAIN = "none"


def keep_original(connection: Connection, document: DocumentId, original: Original) -> None:
    """Keep what a document was made from; the first one stays."""
    _keep(connection, schema.originals.c.document, document, original)


def keep_failed(connection: Connection, address: str, original: Original) -> None:
    """Keep what gave no document, in place of what failed at its address before."""
    clear_failed(connection, address)
    _keep(connection, schema.failed_originals.c.address, printable(address), original)


def get_original(connection: Connection, document: DocumentId) -> Original | None:
    """What a document was made from, if it was kept."""
    return _get(connection, schema.originals.c.document, document)


def get_failed(connection: Connection, address: str) -> Original | None:
    """What failed at an address, if it was kept."""
    return _get(connection, schema.failed_originals.c.address, printable(address))


def clear_failed(connection: Connection, address: str) -> None:
    """Let go of what failed at an address."""
    remove_originals(connection, schema.failed_originals.c.address, printable(address))


def remove_originals(connection: Connection, key: Column[str], value: str) -> None:
    """Remove the originals of a key, and the bytes that nothing else was made from."""
    table = key.table
    digests = connection.scalars(select(table.c.digest).where(key == value)).all()
    if not digests:
        return
    connection.execute(delete(table).where(key == value))
    blobs = schema.blobs.c.digest
    used = [
        select(other.c.digest).where(other.c.digest == blobs).exists()
        for other in (schema.originals, schema.failed_originals)
    ]
    connection.execute(
        delete(schema.blobs).where(blobs.in_(digests), *(~in_use for in_use in used))
    )


def unpack(packing: str, content: bytes) -> bytes:
    """Bytes as they were fetched."""
    return zlib.decompress(content) if packing == PACKED else bytes(content)


def _keep(connection: Connection, key: Column[str], value: str, original: Original) -> None:
    digest = sha256(original.raw).hexdigest()
    packed = zlib.compress(original.raw)
    packing = PACKED if len(packed) < len(original.raw) else PLAIN
    content = packed if packing == PACKED else original.raw
    add_rows(connection, schema.blobs, {"digest": digest, "packing": packing, "bytes": content})
    row = {
        str(key.name): value,
        "digest": digest,
        "format": original.format,
        "filed": printable(original.address),
        "source": original.source,
        "published": original.published,
        "zone": original.zone,
        "encoding": original.encoding,
        "told": original.told,
        "web": original.web,
        "guessed": original.guessed,
    }
    add_rows(connection, key.table, row)


def _get(connection: Connection, key: Column[str], value: str) -> Original | None:
    table = key.table
    statement = (
        select(table, schema.blobs.c.packing, schema.blobs.c.bytes)
        .join(schema.blobs, schema.blobs.c.digest == table.c.digest)
        .where(key == value)
    )
    row = connection.execute(statement).first()
    return None if row is None else _make(row)


def _make(row: Row[Any]) -> Original:
    return Original(
        raw=unpack(row.packing, row.bytes),
        format=row.format,
        address=row.filed,
        source=row.source,
        published=row.published,
        zone=row.zone,
        encoding=row.encoding,
        told=row.told,
        web=row.web,
        guessed=row.guessed,
    )
