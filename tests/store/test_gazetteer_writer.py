"""An index is filled row by row, goes on after an interruption, and moves to its place whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import ResourceError, StoreError
from dateline.store import gazetteer_writer
from dateline.store.gazetteer import open_built
from dateline.store.gazetteer_cache import only_one, prune
from dateline.store.gazetteer_info import summarise_gazetteer
from dateline.store.gazetteer_layout import Spelling
from dateline.store.gazetteer_writer import GazetteerWriter, building
from dateline.types import (
    BadRow,
    GazetteerRow,
    GazetteerSource,
    NamesRow,
    Place,
    PlaceId,
    PlaceKind,
    PlaceRow,
)

LOWER = Spelling(str.lower, lambda name, country: name[:3].lower() or None, "lower")
DUMP = GazetteerSource("dump.txt", "geonames", "CC BY 4.0", "GeoNames")
NAMES = GazetteerSource("names.txt", "geonames-names", "CC BY 4.0", "GeoNames")
CODES = GazetteerSource("codes.csv", "pcodes", "CC BY-IGO", "OCHA")
MINE = GazetteerSource("mine.csv", "own", "your own", "your own", own=True)

Rows = list[GazetteerRow | None]


def place(ident: str, name: str, **said: object) -> Place:
    values: dict[str, object] = {
        "kind": PlaceKind.SETTLEMENT, "latitude": 35.0, "longitude": 36.0, "country": "SY",
    }  # fmt: skip
    return Place(PlaceId(ident), name, **(values | said))  # type: ignore[arg-type]


def write(writer: GazetteerWriter, *files: tuple[GazetteerSource, Rows]) -> None:
    for number, (source, rows) in enumerate(files):
        done = writer.open_source(number, source)
        if done is not None:
            numbered = enumerate(rows, start=1)
            writer.fill(number, ((line, row) for line, row in numbered if line > done))


def build(path: Path, *files: tuple[GazetteerSource, Rows]) -> None:
    with building(path, LOWER, "plan") as writer:
        write(writer, *files)
        writer.finish(path)


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in an index, table by table."""
    tables = ("meta", "source", "failure", "place", "known", "alike", "tally")
    with closing(sqlite3.connect(path)) as file:
        return {name: sorted(file.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}


def named(path: Path, name: str) -> list[str]:
    index = open_built(path, LOWER)
    found = [place.id for place in index.named(name)]
    index.close()
    return found


def test_later_names_find_the_place_that_another_file_brought(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    build(
        path,
        (DUMP, [PlaceRow(place("gn:7", "Tal Rifat", aliases=("Tell Rifaat",)))]),
        (NAMES, [NamesRow(("Arpad",), PlaceId("gn:7")), NamesRow(("Lost",), PlaceId("gn:8"))]),
    )
    assert named(path, "arpad") == named(path, "tell rifaat") == ["gn:7"]
    assert named(path, "lost") == []
    _, names = summarise_gazetteer(path).sources
    assert (names.rows, names.names, names.left_out) == (2, 1, 1)


def test_a_place_without_geonames_number_can_get_more_names(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    build(
        path,
        (DUMP, [PlaceRow(place("dl:x", "Badiya")), NamesRow(("Desert",), PlaceId("dl:x"))]),
    )
    assert named(path, "desert") == ["dl:x"]


def test_a_later_row_of_the_same_place_replaces_it_and_keeps_its_names(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    build(
        path,
        (DUMP, [PlaceRow(place("gn:7", "Old", population=5))]),
        (MINE, [PlaceRow(place("gn:7", "New", population=9))]),
    )
    assert named(path, "old") == named(path, "new") == ["gn:7"]
    index = open_built(path, LOWER)
    found = index.get_place(PlaceId("gn:7"))
    assert found is not None
    assert (found.name, found.population) == ("New", 9)
    detail = index.describe(PlaceId("gn:7"))
    assert detail is not None
    assert detail.source == "mine.csv"


def test_an_own_entry_takes_its_name_from_others_in_its_country(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    others: Rows = [
        PlaceRow(place("gn:1", "Post", latitude=33.0)),
        PlaceRow(place("gn:2", "Post", country="TR")),
        PlaceRow(place("gn:3", "Post", country="TR", latitude=39.0)),
        PlaceRow(place("gn:4", "Post", kind=PlaceKind.REGION, latitude=33.0)),
    ]
    build(path, (DUMP, others), (MINE, [PlaceRow(place("own:post", "Post"))]))
    assert sorted(named(path, "post")) == ["gn:3", "gn:4", "own:post"]


def test_what_is_listed_is_packaged_or_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    build(
        path,
        (DUMP, [PlaceRow(place("gn:1", "Packaged"))]),
        (DUMP, [PlaceRow(place("gn:1", "Packaged")), PlaceRow(place("gn:2", "Hamlet"))]),
        (MINE, [PlaceRow(place("own:3", "Mine"))]),
    )
    index = open_built(path, LOWER)
    listed = [index.is_listed(PlaceId(ident)) for ident in ("gn:1", "gn:2", "own:3", "gn:9")]
    assert listed == [True, False, True, False]


def test_divisions_without_points_are_matched_by_name(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    district = place("gn:1", "Harim", kind=PlaceKind.DISTRICT)
    rows: Rows = [
        NamesRow(("Harim", "SY0703"), None, "SY", PlaceKind.DISTRICT, "Harim"),
        NamesRow(("Nowhere", "SY9999"), None, "SY", PlaceKind.DISTRICT, "Nowhere"),
    ]
    build(path, (DUMP, [PlaceRow(district), PlaceRow(place("gn:2", "Harim"))]), (CODES, rows))
    assert named(path, "sy0703") == ["gn:1"]
    summary = summarise_gazetteer(path)
    (failure,) = summary.failures
    assert failure.source == "codes.csv"
    assert failure.line == 2
    assert "no division is known by that name: Nowhere in SY" in failure.problem


def test_failures_are_counted_and_the_first_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer_writer, "KEPT_FAILURES", 2)
    path = tmp_path / "g.sqlite"
    build(path, (DUMP, [BadRow("no point")] * 5))
    summary = summarise_gazetteer(path)
    assert summary.sources[0].failures == 5
    assert [failure.line for failure in summary.failures] == [1, 2]


def test_the_summary_counts_countries_kinds_and_each_files_places(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    sea = place("gn:3", "Red Sea", country=None, kind=PlaceKind.WATER)
    build(
        path,
        (DUMP, [PlaceRow(place("gn:1", "A")), PlaceRow(place("gn:2", "B")), None]),
        (MINE, [PlaceRow(sea)]),
    )
    summary = summarise_gazetteer(path)
    assert (summary.places, summary.names) == (3, 3)
    assert summary.countries == (("SY", 2), ("-", 1))
    assert summary.features == (("settlement", 2), ("water", 1))
    assert [source.places for source in summary.sources] == [2, 1]
    assert summary.sources[0].left_out == 1
    assert summary.sources[1].own


class PowerCutError(Exception):
    """The power fails."""


ROWS: Rows = [
    *(PlaceRow(place(f"gn:{number}", f"Town {number % 5}")) for number in range(12)),
    BadRow("no point"),
    None,
    NamesRow(("Harim",), PlaceId("gn:3")),
    NamesRow(("Town 1", "SY01"), None, "SY", PlaceKind.SETTLEMENT, "Town 1"),
    NamesRow(("Lost", "SY02"), None, "SY", PlaceKind.SETTLEMENT, "Lost"),
]
FILES = ((DUMP, ROWS), (MINE, [PlaceRow(place("own:1", "Town 2")), PlaceRow(place("dl:2", "X"))]))


def fail_at(stop: int, path: Path) -> None:
    """The power fails before this row is taken in, or at the next that is not there yet."""
    with building(path, LOWER, "plan") as writer:
        done = writer.open_source(0, DUMP)
        writer.fill(0, failing(done or 0, max(stop, (done or 0) + 1)))


def failing(done: int, stop: int) -> Iterator[tuple[int, GazetteerRow | None]]:
    for line, row in enumerate(ROWS, start=1):
        if line == stop:
            raise PowerCutError
        if line > done:
            yield line, row


def fail_in_step(number: int, path: Path) -> None:
    """The power fails when so many of the last steps are done."""
    left = iter(range(number))

    def step(_: str) -> None:
        if next(left, None) is None:
            raise PowerCutError

    with building(path, LOWER, "plan") as writer:
        write(writer, *FILES)
        writer.finish(path, seen=step)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(st.lists(st.integers(1, len(ROWS)), max_size=4), st.integers(1, 6), st.integers(0, 5))
def test_a_build_that_is_interrupted_anywhere_comes_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: list[int], batch: int, step: int
) -> None:
    monkeypatch.setattr(gazetteer_writer, "AT_ONE_GO", batch)
    whole, other = tmp_path / "whole.sqlite", tmp_path / "other.sqlite"
    build(whole, *FILES)
    for stop in stops:
        with pytest.raises(PowerCutError):
            fail_at(stop, other)
    with pytest.raises(PowerCutError):
        fail_in_step(step, other)
    assert not other.exists()
    build(other, *FILES)
    assert dump(other) == dump(whole)
    other.unlink()


def test_another_plan_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    with building(path, LOWER, "plan") as writer:
        write(writer, (DUMP, ROWS))
    with building(path, LOWER, "plan") as writer:
        assert writer.resumed
        assert writer.open_source(0, DUMP) is None
    with building(path, LOWER, "other") as writer:
        assert not writer.resumed
        assert writer.open_source(0, DUMP) == 0


def test_the_index_that_was_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    build(path, (DUMP, [PlaceRow(place("gn:1", "Old"))]))
    with building(path, LOWER, "other") as writer:
        write(writer, (DUMP, [PlaceRow(place("gn:2", "New"))]))
        assert named(path, "old") == ["gn:1"]
        writer.finish(path)
    assert named(path, "new") == ["gn:2"]
    assert sorted(left.name for left in tmp_path.iterdir()) == ["g.sqlite", "g.sqlite.lock"]


def test_a_damaged_half_made_index_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    (tmp_path / "g.sqlite.part").write_bytes(b"no database at all" * 100)
    build(path, *FILES)
    assert named(path, "town 1")


def test_two_cannot_build_one_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_writer, "LOCK_SECONDS", 0.0)
    path = tmp_path / "g.sqlite"
    with (
        only_one(tmp_path / "g.sqlite.lock"),
        pytest.raises(StoreError, match="another process is at work there"),
    ):
        build(path, *FILES)


def test_a_place_that_cannot_be_written_to_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot build the gazetteer"):
        build(tmp_path / "file" / "g.sqlite", *FILES)


def test_what_is_no_index_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"there is no such file; build it with"):
        open_built(tmp_path / "none.sqlite", LOWER)
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear reader, " * 100)
    with pytest.raises(ResourceError, match="it is no gazetteer index"):
        open_built(letter, LOWER)
    with pytest.raises(StoreError, match="gazetteer index"):
        summarise_gazetteer(letter)


def test_an_index_of_other_rules_of_spelling_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    build(path, *FILES)
    with pytest.raises(ResourceError, match="build it anew"):
        open_built(path, Spelling(str.lower, digest="other"))


def test_only_what_nobody_opened_for_a_week_is_pruned(tmp_path: Path) -> None:
    import os
    import time

    now = time.time()
    ages = {
        "gazetteer-1-a.sqlite": 8, "gazetteer-1-b.sqlite": 6, "gazetteer-1-c.77.part": 2,
        "gazetteer-1-d.78.part": 0.5, "gazetteer-2-e.sqlite": 9, "other.db": 99,
    }  # fmt: skip
    for name, days in ages.items():
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (now - days * 86_400, now - days * 86_400))
    gone = prune(tmp_path, tmp_path / "gazetteer-2-e.sqlite")
    assert [path.name for path in gone] == ["gazetteer-1-a.sqlite", "gazetteer-1-c.77.part"]
