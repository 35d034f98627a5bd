"""The order of the steps, failures and progress; decides nothing.

``reading`` goes from bytes to readings and ``events`` from claims to events; ``fetching`` brings in
what is new from a project's sources. What may die or hang runs in ``processes`` of its own.
"""

from .events.consolidating import Recomputed, consolidate_store
from .events.evidence import find_rows
from .events.joining import Joining, load_joining
from .processes.sandbox import Sandbox, make_sandbox
from .reading.chunks import Reader
from .reading.engine import DocumentReading, Engine, load_engine, load_world, make_kinds
from .reading.extracting import Extraction, lies_ahead
from .reading.library import read_documents, read_published, read_text, shared_engine
from .reading.readers import ReaderHere, Readers, open_readers
from .reading.runs import Change, Run, Tally
from .reading.taking import Taken, take_files

__all__ = [
    "Change",
    "DocumentReading",
    "Engine",
    "Extraction",
    "Joining",
    "Reader",
    "ReaderHere",
    "Readers",
    "Recomputed",
    "Run",
    "Sandbox",
    "Taken",
    "Tally",
    "consolidate_store",
    "find_rows",
    "lies_ahead",
    "load_engine",
    "load_joining",
    "load_world",
    "make_kinds",
    "make_sandbox",
    "open_readers",
    "read_documents",
    "read_published",
    "read_text",
    "shared_engine",
    "take_files",
]
