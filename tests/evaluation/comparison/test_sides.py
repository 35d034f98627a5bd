"""A side is a store's reading, one of its sources, or a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.consolidation.compare import World
from dateline.errors import StoreError, UsageError
from dateline.evaluation.comparison.sides import Opening
from dateline.exports import write_jsonl
from dateline.pipeline import Joining, consolidate_store, find_rows
from dateline.pipeline.events.coding import make_coding
from dateline.pipeline.events.importing import import_events
from dateline.sources.coded import Description, open_table
from dateline.store import open_store
from dateline.types import (
    Claim,
    Document,
    KindId,
    Mention,
    MentionKind,
    Reading,
    Span,
    Status,
)

Open = Callable[..., Opening]

TABLE = """id,date,kind,place,country,lat,lon,killed
1,2024-05-17,clash,Hajin,Syria,34.69,40.83,9
2,2024-05-17,clash,Hajin,Syria,34.69,40.83,9
3,2024-06-17,shelling,Idlib,Syria,35.93,36.63,
4,soon,shelling,Idlib,Syria,35.93,36.63,
"""


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture
def opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codebook, world: World) -> Open:
    """A folder with a table, a store that has a report and the table's rows, and its opening."""
    monkeypatch.chdir(tmp_path)
    Path("coded.csv").write_text(TABLE)
    location = str(tmp_path / "dateline.db")
    with open_store(location) as store:
        table = open_table(Path("coded.csv"), codebook, Description(coder="anna"))
        import_events(table, make_coding(table), store)
        report = Document("a.txt", "Courier", "Rebels shelled the town. A plan to shell failed.",
                          published=datetime(2024, 5, 18, tzinfo=UTC))  # fmt: skip
        store.add(report, read(report))
        consolidate_store(store, Joining(world.hierarchy, world.kinds, "one way"))

    def make(**said: object) -> Opening:
        return Opening(store=location, codebook=codebook, world=world, **said)  # type: ignore[arg-type]

    return make


def read(document: Document) -> Reading:
    """One shelling that was, and one that was planned."""
    rebels = (Mention(Span(0, 6), MentionKind.ACTOR),)
    evidence = Span(0, len(document.text))
    happened = Claim(document.id, evidence, Span(7, 14), KindId("shelling"), Status.OCCURRED,
                     actors=rebels)  # fmt: skip
    planned = Claim(document.id, evidence, Span(27, 31), KindId("clash"), Status.PLANNED)
    return Reading(document.id, "engine", (happened, planned))


def test_each_row_of_a_file_is_an_event_of_its_own(opening: Open) -> None:
    side = opening().open("coded.csv")
    assert [coded.name for coded in side.events] == ["1", "2", "3"]
    assert [failure.address for failure in side.failures] == ["coded.csv#4"]


def test_a_coder_of_this_store_is_a_side(opening: Open) -> None:
    side = opening().open("anna")
    assert sorted(coded.name for coded in side.events) == ["1", "2", "3"]
    assert (side.name, side.failures) == ("anna", ())


def test_a_source_of_this_store_is_what_was_read_of_it(opening: Open) -> None:
    (coded,) = opening().open("Courier").events
    assert coded.event.kind == "shelling"


@pytest.mark.parametrize("said", [".", "dateline.db", "project"])
def test_a_store_is_what_its_engine_read_and_not_what_was_planned(
    opening: Open, tmp_path: Path, said: str
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "dateline.toml").write_text('store = "../dateline.db"\n')
    (coded,) = opening().open(said).events
    assert coded.event.kind == "shelling"
    with open_store(tmp_path / "dateline.db") as store:
        assert store.get_event(coded.name)


def test_datelines_export_is_a_side(opening: Open, tmp_path: Path) -> None:
    with (
        open_store(tmp_path / "dateline.db") as store,
        Path("events.jsonl").open("w", encoding="utf-8") as stream,
    ):
        write_jsonl(find_rows(store, store.events()), stream, every=True)
    events = opening().open("events.jsonl").events
    assert sorted(coded.event.kind for coded in events) == [
        "clash",
        "clash",
        "shelling",
        "shelling",
    ]


def test_only_the_days_and_the_country_that_are_asked_for_are_compared(opening: Open) -> None:
    def names(**said: object) -> list[str]:
        return [coded.name for coded in opening(**said).open("coded.csv").events]

    assert names(since=date(2024, 6, 1)) == ["3"]
    assert names(until=date(2024, 6, 1)) == ["1", "2"]
    assert names(since=date(2025, 1, 1)) == []
    assert names(country="SY") == ["1", "2", "3"]
    assert names(country="SD") == []
    Path("undated.csv").write_text("date,kind\n,clash\n")
    assert opening(since=date(2024, 6, 1)).open("undated.csv").events == ()


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("nobody", "'nobody' is no file, no folder with dateline.toml, and no source or coder of"),
        ("folder", "'folder' is no file, no folder with dateline.toml, and no source or coder of"),
        ("bad.jsonl", "bad.jsonl: no export of Dateline"),
        ("bad.csv", "bad.csv: no row can be read: row 2, column date: 'soon'"),
    ],
)
def test_what_is_no_side_is_refused_with_what_to_do(
    opening: Open, tmp_path: Path, said: str, problem: str
) -> None:
    (tmp_path / "folder").mkdir()
    Path("bad.jsonl").write_text(json.dumps({"event": 1}) + "\n")
    Path("bad.csv").write_text("date,kind\nsoon,clash\n")
    with pytest.raises(UsageError) as caught:
        opening().open(said)
    assert problem in str(caught.value)


def test_a_coder_may_be_called_as_a_folder_is(opening: Open, tmp_path: Path) -> None:
    (tmp_path / "anna").mkdir()
    assert len(opening().open("anna").events) == 3


def test_the_sources_there_are_are_named(opening: Open) -> None:
    with pytest.raises(UsageError, match="there are Courier, anna"):
        opening().open("nobody")


def test_an_empty_store_says_that_it_is(opening: Open, tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db"):
        pass
    asked = opening()
    empty = Opening(store=str(tmp_path / "empty.db"), codebook=asked.codebook, world=asked.world)
    with pytest.raises(UsageError, match="which holds nothing"):
        empty.open("anna")


def test_a_store_by_its_address_is_opened_as_one(opening: Open) -> None:
    with pytest.raises(StoreError):
        opening().open("postgresql://nobody@127.0.0.1:1/nothing")
