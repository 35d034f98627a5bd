"""Where documents come from: bytes in, documents out; the only inward way to disk and network."""

from __future__ import annotations

from .extracting import extract
from .files import File, Said, find_files, original_of, read_bytes, read_document
from .published import Moment, make_moment, parse_published, parts_of
from .samples import SAMPLES, find_samples

__all__ = [
    "SAMPLES",
    "File",
    "Moment",
    "Said",
    "extract",
    "find_files",
    "find_samples",
    "make_moment",
    "original_of",
    "parse_published",
    "parts_of",
    "read_bytes",
    "read_document",
]
