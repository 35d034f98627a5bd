"""Where documents come from: bytes in, documents out; the only inward way to disk and network."""

from __future__ import annotations

from .archives import Member
from .extracting import extract
from .file import NOTHING_SAID, File, Said
from .files import find_files, find_members, original_of, read_bytes, read_document
from .formats import is_archive
from .published import Moment, make_moment, parse_published, parts_of
from .samples import SAMPLES, find_samples

__all__ = [
    "NOTHING_SAID",
    "SAMPLES",
    "File",
    "Member",
    "Moment",
    "Said",
    "extract",
    "find_files",
    "find_members",
    "find_samples",
    "is_archive",
    "make_moment",
    "original_of",
    "parse_published",
    "parts_of",
    "read_bytes",
    "read_document",
]
