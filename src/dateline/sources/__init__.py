"""Where documents come from: bytes in, documents out; the only inward way to disk and network."""

from __future__ import annotations

from .files import File, Said, document_of, find_files, read_bytes, read_document
from .published import parse_published

__all__ = [
    "File",
    "Said",
    "document_of",
    "find_files",
    "parse_published",
    "read_bytes",
    "read_document",
]
