"""Fill the index of a gazetteer beside its place, so that an interrupted build goes on.

What was committed is there after an interruption, with how far each file was read; the index that
was there before stays whole until the new one is complete.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import StoreError
from ..types import BadRow, GazetteerRow, GazetteerSource, NamesRow, PlaceRow
from .gazetteer_cache import only_one
from .gazetteer_layout import (
    BEYOND_GEONAMES,
    LAYOUT,
    NUMBER_OF_KIND,
    TABLES,
    Row,
    Spelling,
    number_of,
    run_all,
    to_row,
)

AT_ONE_GO = 20_000  # rows between two commits, and what an interruption can cost
KEPT_FAILURES = 100  # of each file; all are counted
LOCK_SECONDS = 1.0  # a big build takes too long to wait for
CACHE_KIB = 131_072  # SQLite's own memory, for pages and for sorting

PLACE = """
INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (number) DO UPDATE SET
    name = excluded.name, kind = excluded.kind, latitude = excluded.latitude,
    longitude = excluded.longitude, country = excluded.country, admin1 = excluded.admin1,
    population = excluded.population, radius_km = excluded.radius_km, admin2 = excluded.admin2,
    feature = excluded.feature, source = excluded.source,
    listed = max(listed, excluded.listed)
"""
COUNTS = """
UPDATE source SET line = ?, rows = rows + ?, names = names + ?, left_out = left_out + ?,
    complete = ?
WHERE number = ?
"""

# The user's own entry of a name takes the name from others of its sort in its country, and at its
# spot.
OWN_WINS = """
DELETE FROM known WHERE (folded, name, place) IN (
    SELECT other.folded, other.name, other.place
    FROM own JOIN place AS mine ON mine.number = own.place
    JOIN known AS other ON other.folded = own.folded
    JOIN place AS theirs ON theirs.number = other.place
    JOIN source ON source.number = theirs.source
    WHERE NOT source.own
        AND (theirs.country IS mine.country AND theirs.kind = mine.kind
            OR abs(theirs.latitude - mine.latitude)
                + abs(theirs.longitude - mine.longitude) < 0.3)
)
"""
# Names of divisions that came without coordinates go to the division of that name.
DIVISIONS = """
SELECT pending.source, pending.line, pending.name, pending.country, place.number
FROM pending LEFT JOIN known ON known.folded = pending.folded
LEFT JOIN place ON place.number = known.place AND place.country = pending.country
    AND place.kind = pending.kind
ORDER BY pending.source, pending.line
"""
COUNT = (
    "INSERT INTO tally SELECT country, kind, count(*) FROM place GROUP BY 1, 2",
    """
    UPDATE source SET places = counted
    FROM (SELECT source AS brought_by, count(*) AS counted FROM place GROUP BY 1)
    WHERE brought_by = source.number
    """,
    "INSERT OR REPLACE INTO meta SELECT 'names', count(*) FROM known",
    "DROP TABLE spelling",
    "DROP TABLE sounding",
    "DROP TABLE pending",
    "DROP TABLE own",
    "ANALYZE",
)


class GazetteerWriter:
    """An index that is being filled; ``resumed`` where an earlier build with this plan goes on."""

    def __init__(
        self, part: Path, spelling: Spelling, *, plan: str = "", lasting: bool = True
    ) -> None:
        self.part = part
        self.spelling = spelling
        self.resumed = lasting and _has_plan(part, plan)
        if not self.resumed:
            remove(part)
        part.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(part, isolation_level=None)
        self._prepare(plan, lasting=lasting)
        self._places: list[Row] = []
        self._spellings: list[tuple[str, str, int]] = []
        self._soundings: list[tuple[str, str, int]] = []
        self._counts = {"rows": 0, "names": 0, "left_out": 0}
        self._countries = _CountryOf(self._connection)
        self._own: set[int] = {
            number for (number,) in self._connection.execute("SELECT number FROM source WHERE own")
        }

    def _prepare(self, plan: str, *, lasting: bool) -> None:
        # A file that goes on after an interruption needs a journal; one that is thrown away, none.
        journal, synchronous = ("WAL", "NORMAL") if lasting else ("OFF", "OFF")
        pragmas = (f"journal_mode = {journal}", f"synchronous = {synchronous}")
        run_all(self._connection, (f"PRAGMA {pragma}" for pragma in pragmas))
        self._connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._connection.execute(f"PRAGMA temp_store = {'FILE' if lasting else 'MEMORY'}")
        if not self.resumed:
            self._connection.executescript(f"BEGIN; {TABLES} COMMIT;")
            self.put_meta(plan=plan, layout=str(LAYOUT), spelling=self.spelling.digest)
        self._connection.execute("BEGIN")

    def put_meta(self, **values: str) -> None:
        """Keep facts about the index by name."""
        self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def get_meta(self, name: str) -> str | None:
        """A fact about the index."""
        found = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,))
        row = found.fetchone()
        return row[0] if row else None

    def open_source(self, number: int, source: GazetteerSource) -> int | None:
        """Begin a file or go on with it: the lines already taken in, or none if it is complete."""
        found = self._connection.execute(
            "SELECT line, complete FROM source WHERE number = ?", (number,)
        ).fetchone()
        if found:
            return None if found[1] else int(found[0])
        self._connection.execute(
            "INSERT INTO source (number, name, format, licence, attribution, own)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (number, source.name, source.format, source.licence, source.attribution, source.own),
        )
        if source.own:
            self._own.add(number)
        return 0

    def fill(
        self,
        number: int,
        rows: Iterable[tuple[int, GazetteerRow | None]],
        *,
        seen: Callable[[int], None] | None = None,
    ) -> None:
        """Take in the rows of a file, with their lines, and commit now and then."""
        line = 0
        for line, row in rows:
            self._counts["rows"] += 1
            if row is None:
                self._counts["left_out"] += 1
            else:
                self.add(row, number, line)
            if self._counts["rows"] >= AT_ONE_GO:
                self._commit(number, line, complete=False)
                if seen:
                    seen(line)
        self._commit(number, line, complete=True)

    def add(self, row: GazetteerRow, source: int, line: int) -> None:
        """Take in one row."""
        if isinstance(row, PlaceRow):
            self._add_place(row, source)
        elif isinstance(row, NamesRow):
            self._add_names(row, source, line)
        elif isinstance(row, BadRow):
            self._fail(source, line, row.problem)

    def _add_place(self, row: PlaceRow, source: int) -> None:
        values = to_row(row.place)
        is_listed = source == 0 or source in self._own
        self._places.append((*values, row.admin2, row.feature, source, is_listed))
        number = values[0]
        assert isinstance(number, int)
        self._countries.note(number, row.place.country)
        names = {row.place.name, *row.place.aliases}
        self._spell(names, number, row.place.country)
        if source in self._own:
            owned = [(self.spelling.fold(name), number) for name in names]
            self._connection.executemany("INSERT INTO own VALUES (?, ?)", owned)

    def _add_names(self, row: NamesRow, source: int, line: int) -> None:
        if row.place is None:
            self._flush()
            kind = NUMBER_OF_KIND[row.kind] if row.kind else None
            called = self.spelling.fold(row.called or "")
            self._connection.executemany(
                "INSERT INTO pending VALUES (?, ?, ?, ?, ?, ?)",
                [(row.country, kind, called, name, source, line) for name in row.names],
            )
            self._counts["names"] += len(row.names)
            return
        number = number_of(row.place)
        if number >= BEYOND_GEONAMES:
            self._flush()  # or a place of these rows is not there yet
        is_known, country = self._countries.find(number)
        if is_known:
            self._spell(row.names, number, country)
            self._counts["names"] += len(row.names)
        else:
            self._counts["left_out"] += 1

    def _spell(self, names: Iterable[str], number: int, country: str | None) -> None:
        fold, key = self.spelling.fold, self.spelling.key
        for name in names:
            folded = fold(name)
            if not folded:
                continue
            self._spellings.append((folded, name, number))
            if sounds := key(name, country):
                self._soundings.append((sounds, name, number))

    def _flush(self) -> None:
        marks = "INSERT INTO {} VALUES (?, ?, ?)"
        self._connection.executemany(PLACE, self._places)
        self._connection.executemany(marks.format("spelling"), self._spellings)
        self._connection.executemany(marks.format("sounding"), self._soundings)
        for rows in (self._places, self._spellings, self._soundings):
            rows.clear()

    def _commit(self, source: int, line: int, *, complete: bool) -> None:
        self._flush()
        counts = self._counts
        self._connection.execute(
            COUNTS,
            (line, counts["rows"], counts["names"], counts["left_out"], complete, source),
        )
        self._counts = dict.fromkeys(counts, 0)
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN")

    def finish(self, path: Path, *, seen: Callable[[str], None] | None = None) -> None:
        """Sort the names and move the index to its place, whole; goes on where it was stopped."""
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("sorting names", lambda: self._sort("known", "spelling")),
            ("sorting sounds", lambda: self._sort("alike", "sounding")),
            ("matching divisions", self._match_divisions),
            ("putting own entries first", lambda: self._connection.execute(OWN_WINS)),
            ("counting", lambda: run_all(self._connection, COUNT)),
        )
        done = (self.get_meta("done") or "").split(",")
        for name, step in steps:
            if name not in done:
                if seen:
                    seen(name)
                step()
                done.append(name)
                self.put_meta(done=",".join(done))
                self._connection.execute("COMMIT")
                self._connection.execute("BEGIN")
        self._connection.execute("COMMIT")
        if seen:
            seen("writing the file")
        self._move(path)

    def _sort(self, table: str, unsorted: str) -> None:
        # In its order a clustered table grows at its end alone, which makes it small and fast.
        self._connection.execute(
            f"INSERT OR IGNORE INTO {table} SELECT * FROM {unsorted} ORDER BY 1, 2, 3"
        )

    def _match_divisions(self) -> None:
        """Give names that came without coordinates to the divisions they are of."""
        found: dict[tuple[int, int], bool] = {}
        names: dict[tuple[int, int], str] = {}
        for source, line, name, country, place in self._connection.execute(DIVISIONS).fetchall():
            found[source, line] = found.get((source, line), False) or place is not None
            names.setdefault((source, line), f"{name} in {country}")
            if place is not None:
                self._connection.execute(
                    "INSERT OR IGNORE INTO known VALUES (?, ?, ?)",
                    (self.spelling.fold(name), name, place),
                )
        for (source, line), is_found in found.items():
            if not is_found:
                problem = f"no division is known by that name: {names[source, line]}; "
                problem += "it has no coordinates, so it cannot become one"
                self._fail(source, line, problem)

    def _fail(self, source: int, line: int, problem: str) -> None:
        kept = self._connection.execute(
            "SELECT count(*) FROM failure WHERE source = ?", (source,)
        ).fetchone()[0]
        if kept < KEPT_FAILURES:
            self._connection.execute(
                "INSERT INTO failure VALUES (?, ?, ?)", (source, line, problem)
            )
        self._connection.execute(
            "UPDATE source SET failures = failures + 1 WHERE number = ?", (source,)
        )

    def _move(self, path: Path) -> None:
        whole = self.part.with_name(f"{self.part.name}.whole")
        remove(whole)
        # Leaves out the room that the names took while they were in disorder.
        self._connection.execute("VACUUM INTO ?", (str(whole),))
        self._connection.close()
        with whole.open("rb+") as file:
            os.fsync(file.fileno())
        whole.replace(path)
        remove(self.part)

    def close(self) -> None:
        """Let go of the file; what was not committed is lost."""
        self._connection.close()


class _CountryOf:
    """Which places are there, and the country of each: a byte for each of GeoNames' numbers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._codes: list[str | None] = []
        self._number_of: dict[str | None, int] = {}
        self._of = array("B")
        for number, country in connection.execute(
            "SELECT number, country FROM place WHERE number < ?", (BEYOND_GEONAMES,)
        ):
            self.note(number, country)

    def note(self, number: int, country: str | None) -> None:
        """Remember a place."""
        if number >= BEYOND_GEONAMES:
            return
        if number >= len(self._of):
            self._of.extend(bytes(number - len(self._of) + 100_000))
        if country not in self._number_of:
            self._codes.append(country)
            self._number_of[country] = len(self._codes)
        self._of[number] = min(self._number_of[country], 255)

    def find(self, number: int) -> tuple[bool, str | None]:
        """Whether a place is there, and its country."""
        if number < BEYOND_GEONAMES:
            code = self._of[number] if number < len(self._of) else 0
            return bool(code), self._codes[code - 1] if code else None
        row = self._connection.execute(
            "SELECT country FROM place WHERE number = ?", (number,)
        ).fetchone()
        return row is not None, row[0] if row else None


@contextmanager
def building(output: Path, spelling: Spelling, plan: str) -> Iterator[GazetteerWriter]:
    """A writer beside the place where an index is to be, while no other process builds it."""
    part = output.with_name(f"{output.name}.part")
    lock = output.with_name(f"{output.name}.lock")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with (
            only_one(lock, seconds=LOCK_SECONDS),
            closing(GazetteerWriter(part, spelling, plan=plan)) as writer,
        ):
            yield writer
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"cannot build the gazetteer {output}: {error}") from error


def remove(part: Path) -> None:
    """Delete a half-made index with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _has_plan(part: Path, plan: str) -> bool:
    """Whether a half-made index is there that was begun with this plan and layout."""
    if not part.exists():
        return False
    try:
        connection = sqlite3.connect(part)
        try:
            rows: Iterator[tuple[str, str]] = connection.execute("SELECT name, value FROM meta")
            meta = dict(rows)
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return meta.get("plan") == plan and meta.get("layout") == str(LAYOUT)
