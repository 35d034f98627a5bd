"""A first run needs no data, and can be run again."""

import json
from pathlib import Path

import pytest

FILES = ["dateline.db", "events.csv", "events.geojson", "events.jsonl", "evidence.csv"]


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    from dateline.pipeline import shared_engine

    shared_engine()


def test_the_demo_prints_events_and_writes_every_format(run, here: Path) -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 20
    assert "0 failures" in result.stderr
    assert "dateline show " in result.stderr
    assert sorted(path.name for path in Path("dateline-demo").iterdir()) == FILES
    assert json.loads(Path("dateline-demo/events.geojson").read_text())["features"]


def test_the_demo_can_be_run_again(run, here: Path) -> None:
    first = run("demo", "--folder", "again")
    before = {name: Path("again", name).read_bytes() for name in FILES[1:]}
    second = run("demo", "--folder", "again")
    assert second.stdout == first.stdout
    assert {name: Path("again", name).read_bytes() for name in FILES[1:]} == before


def test_a_page_of_sport_gives_no_event(run, here: Path) -> None:
    run("demo")
    lines = run("claims", "--json", "--store", "dateline-demo/dateline.db").stdout.splitlines()
    assert lines
    assert not [line for line in lines if "sport" in json.loads(line)["address"]]


def test_a_folder_that_cannot_be_made_is_refused(run, here: Path) -> None:
    (here / "taken").write_text("")
    result = run("demo", "--folder", "taken/below")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
