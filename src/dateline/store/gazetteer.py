"""Keep the gazetteer in an index on disk: built once, then opened in milliseconds.

It is SQLite whatever the store is: the index is read-only, the same for all users of a version,
and can be built again at any time. It therefore lives in the user's cache folder, not in the store.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import platformdirs

from ..errors import StoreError
from ..types import Place, PlaceId, PlaceKind

# Takes part in the file's name; raise it when the tables change.
LAYOUT = 1

# Twelve seconds is usual; a second process waits this long for the first before it gives up.
BUILD_SECONDS = 600.0

# A report names some hundred places again and again; a batch of reports some ten thousand.
REMEMBERED = 20_000

STEP = 5_000  # places between two calls of the progress callback

TABLES = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL, country TEXT, admin1 TEXT,
    population INTEGER, radius_km REAL
);
CREATE TABLE spelling (folded TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE known (
    folded TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL,
    PRIMARY KEY (folded, name, place)
) WITHOUT ROWID;
"""
# Filling the clustered table in its order makes it a third smaller and twice as fast to build.
FINISH = """
INSERT INTO known SELECT DISTINCT folded, name, place FROM spelling ORDER BY 1, 2, 3;
DROP TABLE spelling;
CREATE UNIQUE INDEX place_id ON place (id);
ANALYZE;
VACUUM;
"""
FIELDS = "id, place.name, kind, latitude, longitude, country, admin1, population, radius_km"
NAMED = f"""
SELECT DISTINCT {FIELDS} FROM known JOIN place ON number = place WHERE folded = ? ORDER BY number
"""
SPELLED = f"""
SELECT {FIELDS} FROM known JOIN place ON number = place WHERE folded = ? AND known.name = ?
ORDER BY number
"""

Fold = Callable[[str], str]
Progress = Callable[[int, int], None]


class Places(Protocol):
    """Places to index, and how many there are."""

    def __iter__(self) -> Iterator[Place]:
        """Yield each, its other names in ``aliases``."""

    def __len__(self) -> int:
        """How many there will be."""


class GazetteerIndex:
    """Places by name, read from an index file. Places come without their aliases."""

    def __init__(self, path: Path, fold: Fold) -> None:
        # Nobody writes to a finished index, so SQLite need not look for changes or take locks.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise StoreError(f"gazetteer index {path}: {error}") from error
        self.path = path
        self._fold = lru_cache(REMEMBERED)(fold)
        self.named = lru_cache(REMEMBERED)(self._named)
        self.spelled = lru_cache(REMEMBERED)(self._spelled)
        self.get_place = lru_cache(REMEMBERED)(self._get_place)

    def _named(self, name: str) -> tuple[Place, ...]:
        """The places known by a name, however it is spelled."""
        return self._read(NAMED, self._fold(name))

    def _spelled(self, name: str) -> tuple[Place, ...]:
        """The places known by exactly this spelling, case and all."""
        return self._read(SPELLED, self._fold(name), name)

    def _get_place(self, place: PlaceId) -> Place | None:
        """One place by its id."""
        found = self._read(f"SELECT {FIELDS} FROM place WHERE id = ?", place)
        return found[0] if found else None

    def _read(self, query: str, *values: str) -> tuple[Place, ...]:
        try:
            rows = self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"gazetteer index {self.path}: {error}") from error
        return tuple(Place(row[0], row[1], PlaceKind(row[2]), *row[3:]) for row in rows)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def find_cache_dir() -> Path:
    """Where to keep what can be made again: ``DATELINE_CACHE``, or the user's cache folder."""
    chosen = os.environ.get("DATELINE_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("dateline"))


def open_gazetteer(
    load_places: Callable[[], Places],
    fold: Fold,
    *,
    digest: str,
    cache_dir: Path | None = None,
    progress: Progress | None = None,
) -> GazetteerIndex:
    """Open the index for this digest of the data, and build it first if there is none yet."""
    folder = cache_dir or find_cache_dir()
    path = folder / f"gazetteer-{LAYOUT}-{digest}.sqlite"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with only_one(folder / "gazetteer.lock"):
                # Another process may have built it while this one waited.
                if not path.exists():
                    build(load_places(), fold, path, progress=progress or show_nothing)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"cannot build the gazetteer index {path}: {error}") from error
    return GazetteerIndex(path, fold)


def show_nothing(done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Hold a lock that the system lets go of even when the process is killed."""
    # SQLite's own file lock works alike on Linux, macOS and Windows; the file stays empty.
    with closing(sqlite3.connect(lock, timeout=BUILD_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def build(places: Places, fold: Fold, path: Path, *, progress: Progress) -> None:
    """Write the index beside its place and move it there whole."""
    part = path.with_suffix(f".{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            # A half-written file is thrown away, so it needs no journal.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            connection.executescript(f"PRAGMA temp_store = MEMORY; {TABLES}")
            connection.execute("BEGIN")
            fill(connection, places, fold, progress)
            connection.execute("COMMIT")
            connection.executescript(FINISH)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def fill(connection: sqlite3.Connection, places: Places, fold: Fold, progress: Progress) -> None:
    """Write each place and each of its names."""
    total = len(places)
    for number, place in enumerate(places):
        if number % STEP == 0:
            progress(number, total)
        connection.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *columns(place))
        )
        connection.executemany(
            "INSERT INTO spelling VALUES (?, ?, ?)",
            ((fold(name), name, number) for name in {place.name, *place.aliases}),
        )
    progress(total, total)


def columns(place: Place) -> Iterable[str | float | None]:
    """A place's values in the order of the table."""
    return (
        place.id, place.name, place.kind.value, place.latitude, place.longitude, place.country,
        place.admin1, place.population, place.radius_km,
    )  # fmt: skip
