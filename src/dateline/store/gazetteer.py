"""Keep gazetteers in indexes on disk: built once, then opened in milliseconds.

An index is SQLite whatever the store is: it is read-only and can be built again at any time. The
packaged one lives in the user's cache folder and is the same for all users of a version; one that
the user built lives where the user wants it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from ..errors import ResourceError, StoreError
from ..types import GazetteerSource, Place, PlaceDetail, PlaceId, PlaceRow
from .gazetteer_cache import find_cache_dir, note_use, only_one, prune
from .gazetteer_layout import COLUMNS, LAYOUT, Spelling, number_of, to_place
from .gazetteer_writer import GazetteerWriter, remove

# A report names some hundred places again and again; a batch of reports some ten thousand.
REMEMBERED = 20_000

STEP = 5_000  # places between two calls of the progress callback

MAPPED_BYTES = 256 * 1024 * 1024  # of the file; only what is looked at is ever in memory

NAMED = f"""
SELECT DISTINCT {COLUMNS} FROM known JOIN place ON number = place WHERE folded = ? ORDER BY number
"""
SPELLED = f"""
SELECT {COLUMNS} FROM known JOIN place ON number = place WHERE folded = ? AND known.name = ?
ORDER BY number
"""
ALIKE = f"""
SELECT {COLUMNS}, alike.name FROM alike JOIN place ON number = place WHERE key = ?
ORDER BY number, alike.name
"""
AMONG = "SELECT DISTINCT folded FROM known WHERE folded IN ({}) ORDER BY folded"
NUMBERED = f"SELECT {COLUMNS} FROM place WHERE number = ?"
DETAIL = """
SELECT feature, admin2, source.name FROM place LEFT JOIN source ON source.number = place.source
WHERE place.number = ?
"""

Progress = Callable[[int, int], None]


class Places(Protocol):
    """Places to index, and how many there are."""

    def __iter__(self) -> Iterator[Place]:
        """Yield each, its other names in ``aliases``."""

    def __len__(self) -> int:
        """How many there will be."""


class GazetteerIndex:
    """Places by name, read from an index file. Places come without their aliases."""

    def __init__(self, path: Path, spelling: Spelling) -> None:
        # Nobody writes to a finished index, so SQLite need not look for changes or take locks.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        except sqlite3.Error as error:
            raise StoreError(f"gazetteer index {path}: {error}") from error
        self.path = path
        self._fold = lru_cache(REMEMBERED)(spelling.fold)
        self.named = lru_cache(REMEMBERED)(self._named)
        self.spelled = lru_cache(REMEMBERED)(self._spelled)
        self.alike = lru_cache(REMEMBERED)(self._alike)
        self.get_place = lru_cache(REMEMBERED)(self._get_place)

    def _named(self, name: str) -> tuple[Place, ...]:
        """The places known by a name, however it is spelled."""
        return self._places(NAMED, self._fold(name))

    def _spelled(self, name: str) -> tuple[Place, ...]:
        """The places known by exactly this spelling, case and all."""
        return self._places(SPELLED, self._fold(name), name)

    def _alike(self, key: str) -> tuple[tuple[Place, str], ...]:
        """The places kept under this key, each with the name that has it."""
        return tuple((to_place(row[:-1]), row[-1]) for row in self._read(ALIKE, key))

    def known_among(self, folded: Collection[str]) -> tuple[str, ...]:
        """Which of these folded names there are; at most some hundreds can be asked for."""
        rows = self._read(AMONG.format(",".join("?" * len(folded))), *sorted(folded))
        return tuple(row[0] for row in rows)

    def folded(self, folded: str) -> tuple[Place, ...]:
        """The places known by a name that folds to this."""
        return self._places(NAMED, folded)

    def _get_place(self, place: PlaceId) -> Place | None:
        """One place by its id."""
        found = self._places(NUMBERED, number_of(place))
        return found[0] if found else None

    def is_listed(self, place: PlaceId) -> bool:
        """Whether a place is a packaged one or the user's own, and not one of the many others."""
        found = self._read("SELECT listed FROM place WHERE number = ?", number_of(place))
        return bool(found and found[0][0])

    def describe(self, place: PlaceId) -> PlaceDetail | None:
        """What is kept of a place beside the place itself."""
        found = self._read(DETAIL, number_of(place))
        return PlaceDetail(*found[0]) if found else None

    def get_meta(self, name: str) -> str:
        """A fact about the index, or nothing."""
        found = self._read("SELECT value FROM meta WHERE name = ?", name)
        return str(found[0][0]) if found else ""

    def _places(self, query: str, *values: str | int) -> tuple[Place, ...]:
        return tuple(map(to_place, self._read(query, *values)))

    def _read(self, query: str, *values: str | int) -> list[tuple[str, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"gazetteer index {self.path}: {error}") from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def open_gazetteer(
    load_places: Callable[[], Places],
    spelling: Spelling,
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
                    build(load_places(), spelling, path, progress=progress or show_nothing)
                    prune(folder, path)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"cannot build the gazetteer index {path}: {error}") from error
    note_use(path)
    return GazetteerIndex(path, spelling)


def open_built(path: Path, spelling: Spelling) -> GazetteerIndex:
    """Open an index that the user built; one line says what is wrong with it."""
    remedy = "build it with `dateline gazetteer build`"
    if not path.is_file():
        raise ResourceError(f"gazetteer {path}: there is no such file; {remedy}")
    index = GazetteerIndex(path, spelling)
    try:
        layout, rules = index.get_meta("layout"), index.get_meta("spelling")
    except StoreError as error:
        index.close()
        raise ResourceError(f"gazetteer {path}: it is no gazetteer index; {remedy}") from error
    if layout != str(LAYOUT) or rules != spelling.digest:
        index.close()
        raise ResourceError(
            f"gazetteer {path}: another version of Dateline built it, with other rules of spelling;"
            " build it anew with `dateline gazetteer build`"
        )
    return index


def show_nothing(done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


def build(places: Places, spelling: Spelling, path: Path, *, progress: Progress) -> None:
    """Write the index beside its place and move it there whole."""
    part = path.with_suffix(f".{os.getpid()}.part")
    writer = GazetteerWriter(part, spelling, lasting=False)
    total = len(places)
    try:
        writer.open_source(0, GazetteerSource("Dateline", "packaged", "", ""))
        rows = ((number, PlaceRow(place)) for number, place in enumerate(places, start=1))
        progress(0, total)
        writer.fill(0, watched(rows, total, progress))
        writer.finish(path)
        progress(total, total)
    finally:
        writer.close()
        remove(part)


def watched(
    rows: Iterable[tuple[int, PlaceRow]], total: int, progress: Progress
) -> Iterator[tuple[int, PlaceRow]]:
    """The rows, with a word now and then how many there were."""
    for number, row in rows:
        if number % STEP == 0:
            progress(number, total)
        yield number, row
