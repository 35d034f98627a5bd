"""Events in the formats people already use.

Every writer leaves out what did not happen unless it is asked for every status.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol, TextIO

from .csv import write_csv, write_evidence
from .geojson import write_geojson
from .jsonl import write_jsonl
from .rows import Evidence, ExportRow, make_rows


class Writer(Protocol):
    """Write rows to a stream as they come, holding none of them."""

    def __call__(self, rows: Iterable[ExportRow], stream: TextIO) -> None:
        """Write what happened."""


class EveryStatusWriter(Writer, Protocol):
    """A writer that can be asked for every status."""

    def __call__(self, rows: Iterable[ExportRow], stream: TextIO, *, every: bool = False) -> None:
        """Write what happened, or every status."""


# With a status column, so that a plan stays a plan when every status is asked for.
EVERY_STATUS: Mapping[str, EveryStatusWriter] = {
    "csv": write_csv,
    "evidence": write_evidence,
    "jsonl": write_jsonl,
}

FORMATS: Mapping[str, Writer] = {**EVERY_STATUS, "geojson": write_geojson}

__all__ = [
    "EVERY_STATUS",
    "FORMATS",
    "EveryStatusWriter",
    "Evidence",
    "ExportRow",
    "Writer",
    "make_rows",
    "write_csv",
    "write_evidence",
    "write_geojson",
    "write_jsonl",
]
