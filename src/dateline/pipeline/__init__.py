"""The order of the steps, failures and progress; decides nothing.

``engine`` brings the resources together and reads one document, ``library`` shares one engine,
``runs`` reads many documents into a store, ``consolidating`` computes the store's events from its
claims, ``evidence`` puts beside events the words they rest on. ``fetching`` brings in what is new
from a project's sources: ``feeding`` the items of feeds, ``visiting`` one address, ``revisiting``
decides when to ask again, ``planning`` what a project's settings mean.
"""

from .consolidating import consolidate_store
from .engine import DocumentReading, Engine, load_engine, load_world, make_kinds
from .evidence import find_rows
from .library import read_documents, read_published, read_text, shared_engine
from .runs import Change, Reader, Tally, read_files, read_unread, reread

__all__ = [
    "Change",
    "DocumentReading",
    "Engine",
    "Reader",
    "Tally",
    "consolidate_store",
    "find_rows",
    "load_engine",
    "load_world",
    "make_kinds",
    "read_documents",
    "read_files",
    "read_published",
    "read_text",
    "read_unread",
    "reread",
    "shared_engine",
]
