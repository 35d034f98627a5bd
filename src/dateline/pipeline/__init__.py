"""The order of the steps, failures and progress; decides nothing.

``engine`` brings the resources together and reads one document, ``library`` shares one engine.
``taking`` keeps the documents of files, ``runs`` reads documents that are kept: ``reading`` some
at one go, ``readers`` in this process or in several, which ``leasing`` parts the work between.
``consolidating`` computes the store's events from its claims, by what ``joining`` knows;
``evidence`` puts beside events the words they rest on. ``fetching`` brings in what is new from a
project's sources: ``feeding`` the items of feeds, ``listing`` and ``sitemaps`` listed pages,
``archives`` their ``members``, ``visiting`` one address, ``revisiting`` decides when to ask again,
``planning`` what a project's settings mean; ``retrying`` tries again what failed. ``extracting``
makes documents of what came, in the ``sandbox``, one of the processes that ``children`` starts.
"""

from .consolidating import Recomputed, consolidate_store
from .engine import DocumentReading, Engine, load_engine, load_world, make_kinds
from .evidence import find_rows
from .extracting import Extraction, lies_ahead
from .joining import Joining, load_joining
from .library import read_documents, read_published, read_text, shared_engine
from .readers import ReaderHere, Readers, open_readers
from .reading import Reader
from .runs import Change, Run, Tally
from .sandbox import Sandbox
from .taking import Taken, take_files

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
    "open_readers",
    "read_documents",
    "read_published",
    "read_text",
    "shared_engine",
    "take_files",
]
