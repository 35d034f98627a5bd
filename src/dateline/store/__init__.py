"""Keep documents, readings, events and decisions; the only package that speaks SQL.

SQLite by default, PostgreSQL by URL. The names below load when they are first used, because the
database library takes half a second to import and ``dateline --help`` may not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .backup import restore as restore
    from .records import Added as Added
    from .records import Evidence as Evidence
    from .records import Fetch as Fetch
    from .records import Forgotten as Forgotten
    from .records import Found as Found
    from .records import GroupKey as GroupKey
    from .records import GroupRow as GroupRow
    from .records import Item as Item
    from .records import Problem as Problem
    from .records import RecordKind as RecordKind
    from .records import SourceState as SourceState
    from .records import Tombstone as Tombstone
    from .records import Visit as Visit
    from .store import Store as Store
    from .store import open_store as open_store

_MODULES = {
    "Added": "records",
    "Evidence": "records",
    "Fetch": "records",
    "Forgotten": "records",
    "Found": "records",
    "GroupKey": "records",
    "GroupRow": "records",
    "Item": "records",
    "Problem": "records",
    "RecordKind": "records",
    "Store": "store",
    "SourceState": "records",
    "Tombstone": "records",
    "Visit": "records",
    "open_store": "store",
    "restore": "backup",
}

__all__ = sorted(_MODULES)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
