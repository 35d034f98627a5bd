"""Look after the cache folder: where it is, who may write to it, what is no longer of use."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import platformdirs

from ..errors import StoreError

# Twelve seconds is usual for the packaged index; a second process waits this long for the first
# before it gives up.
BUILD_SECONDS = 600.0

# An index that no version of Dateline opened for so long belongs to a version that is gone.
UNUSED_SECONDS = 7 * 24 * 3600.0
HALF_MADE_SECONDS = 24 * 3600.0


def find_cache_dir() -> Path:
    """Where to keep what can be made again: ``DATELINE_CACHE``, or the user's cache folder."""
    chosen = os.environ.get("DATELINE_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("dateline"))


@contextmanager
def only_one(lock: Path, *, seconds: float = BUILD_SECONDS) -> Iterator[None]:
    """Hold a lock that the system lets go of even when the process is killed."""
    # SQLite's own file lock works alike on Linux, macOS and Windows; the file stays empty.
    with closing(sqlite3.connect(lock, timeout=seconds, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(
                f"{lock}: another process is at work there; wait until it is done"
            ) from error
        yield


def note_use(index: Path) -> None:
    """Mark an index as in use today; a folder that cannot be written to is left as it is."""
    with suppress(OSError):
        os.utime(index)


def prune(folder: Path, keep: Path) -> tuple[Path, ...]:
    """Delete the indexes of former versions, and what broken builds left; names what went.

    Only what nobody opened for a week goes, for two versions may be in use side by side. A process
    that has an index open keeps it: the file goes when it is closed, or on Windows another time.
    """
    now = time.time()
    gone = []
    for old in sorted(folder.glob("gazetteer-*")):
        unused = HALF_MADE_SECONDS if ".part" in old.name else UNUSED_SECONDS
        with suppress(OSError):
            if old != keep and now - old.stat().st_mtime > unused:
                old.unlink()
                gone.append(old)
    return tuple(gone)
