"""Where documents come from: bytes in, documents out; the only inward way to disk and network."""

from __future__ import annotations

from .files import File, Said, document_of, find_files, read_bytes, read_document
from .published import parse_published
from .samples import SAMPLES, find_samples

__all__ = [
    "SAMPLES",
    "File",
    "Said",
    "document_of",
    "find_files",
    "find_samples",
    "parse_published",
    "read_bytes",
    "read_document",
]
