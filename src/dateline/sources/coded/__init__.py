"""Events that people coded by hand, in tables: their own, or shaped as ACLED's or UCDP's.

``shapes`` says what columns mean, ``kinds`` what kinds are called there; ``table`` opens a file,
``rows`` looks at a row, ``events`` makes an event of it, with ``times``, ``places`` and ``tolls``,
which read cells by ``dates`` and ``numbers``; ``telling`` makes a text of an event.
"""

from .events import find_events
from .records import CodedEvent
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
