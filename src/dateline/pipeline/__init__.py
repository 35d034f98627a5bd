"""The order of the steps, failures and progress; decides nothing.

``engine`` brings the resources together and reads one document, ``runs`` reads many into a store,
``consolidating`` computes the store's events from its claims.
"""

from .consolidating import consolidate_store
from .engine import DocumentReading, Engine, load_engine
from .runs import Tally, read_files, reread

__all__ = [
    "DocumentReading",
    "Engine",
    "Tally",
    "consolidate_store",
    "load_engine",
    "read_files",
    "reread",
]
