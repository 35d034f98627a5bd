"""Events that people coded by hand, in tables: their own, or shaped as ACLED's or UCDP's.

``shapes`` says what columns mean, ``kinds`` what kinds are called there; ``table`` opens a file,
``dates`` and ``numbers`` read cells, ``rows`` makes an event of a row, ``telling`` a text.
"""

from .rows import CodedEvent, find_events
from .shapes import SHAPES, parse_columns
from .table import Description, Table, open_table
from .telling import Told, tell

__all__ = [
    "SHAPES",
    "CodedEvent",
    "Description",
    "Table",
    "Told",
    "find_events",
    "open_table",
    "parse_columns",
    "tell",
]
