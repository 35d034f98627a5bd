"""Measuring against a coded corpus."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dateline.evaluation.rows import EventPlacesRow, Quoted, SentencesRow

TEXT = "Rebels shelled the market of El Obeid on Tuesday, killing nine civilians."
GOLD = {
    "id": "01",
    "published": "2024-05-15",
    "sentences": [[0, len(TEXT)]],
    "claims": [
        {
            "kind": "shelling",
            "status": "occurred",
            "sentence": [0],
            "actors": ["Rebels"],
            "places": ["El Obeid"],
            "trigger": {"start": 7, "end": 14},
            "evidence": [{"start": 0, "end": len(TEXT)}],
        }
    ],
    "events": [[0]],
}


@pytest.fixture
def corpus(here: Path) -> Path:
    folder = here / "coded"
    folder.mkdir()
    (folder / "01.txt").write_text(TEXT)
    (folder / "01.claims.json").write_text(json.dumps(GOLD))
    return folder


def test_what_is_read_is_compared_and_written(run, corpus: Path) -> None:
    result = run("evaluate", "articles", "--corpus", corpus, "--predictions", "read")
    assert result.exit_code == 0
    assert "articles 1" in result.stdout
    read = json.loads(Path("read/01.json").read_text())
    assert [claim["kind"] for claim in read["claims"]] == ["shelling"]


def test_predictions_that_are_there_score_the_same(run, corpus: Path) -> None:
    first = run("evaluate", "articles", "--corpus", corpus, "--predictions", "read", "--json")
    second = run("evaluate", "articles", "--corpus", corpus, "--score", "read", "--json")
    assert json.loads(first.stdout) == json.loads(second.stdout)
    assert json.loads(first.stdout)["shares"]["detection"]["f1"] == 1.0


def test_predictions_are_read_or_written_not_both(run, corpus: Path) -> None:
    words = ("--score", "read", "--predictions", "read")
    assert run("evaluate", "articles", "--corpus", corpus, *words).exit_code == 2


def test_a_folder_without_a_corpus_is_refused(run, here: Path) -> None:
    result = run("evaluate", "articles", "--corpus", here)
    assert result.exit_code == 2
    assert "no coded articles here" in result.stderr


# ---- tasks of rows -------------------------------------------------------------------------------

PLACE = "They shelled El Obeid near Kosti."
CODED = {"id": "1", "text": PLACE, "places": [{"start": 13, "end": 21, "quote": "El Obeid"}]}
WRONG = {"id": "1", "places": [{"start": 27, "end": 32}]}


def write_lines(path: Path, *rows: dict) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def rows(here: Path) -> Path:
    return write_lines(here / "coded.jsonl", CODED)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Dateline say the wrong place, and a kind that a map may rename."""

    def places(rows, engine):
        return [EventPlacesRow(id=row.id, places=(Quoted(start=27, end=32),)) for row in rows]

    def kinds_of(rows, engine, *, kinds):
        label = kinds.about if kinds else "shelling"
        return [SentencesRow(id=row.id, labels=(label,)) for row in rows]

    monkeypatch.setattr("dateline.cli.evaluate_tasks.open_engine", lambda **options: None)
    for name, answer in (("event_places", places), ("sentences", kinds_of)):
        module = ModuleType(name)
        module.answer = answer
        monkeypatch.setitem(sys.modules, f"dateline.evaluation.answers.{name}", module)


def test_rows_are_answered_compared_and_written(run, rows: Path, said: None) -> None:
    words = ("evaluate", "event_places", "--corpus", rows, "--predictions", "said.jsonl")
    result = run(*words)
    assert result.exit_code == 0
    assert result.stdout.startswith("rows 1, without predictions 0\n")
    assert "    expected  El Obeid\n    said      Kosti\n" in result.stdout
    assert json.loads(Path("said.jsonl").read_text())["places"][0]["start"] == 27
    again = run("evaluate", "event_places", "--corpus", rows, "--score", "said.jsonl")
    assert again.stdout == result.stdout


def test_rows_of_several_files_are_one_corpus(run, rows: Path, here: Path) -> None:
    other = write_lines(here / "other.jsonl", {**CODED, "id": "2"})
    predictions = write_lines(here / "said.jsonl", WRONG, {**CODED, "id": "2"})
    words = ("evaluate", "event_places", "--corpus", rows, "--corpus", other)
    result = run(*words, "--score", predictions, "--json")
    assert json.loads(result.stdout)["items"] == 2
    assert json.loads(result.stdout)["items_exact"] == 0.5


def test_no_worst_rows_are_shown_where_none_are_wanted(run, rows: Path, here: Path) -> None:
    predictions = write_lines(here / "said.jsonl", WRONG)
    words = ("evaluate", "event_places", "--corpus", rows, "--score", predictions)
    assert "worst" not in run(*words, "--worst", "0").stdout


def test_kinds_become_labels_by_a_map(run, here: Path, said: None) -> None:
    coded = write_lines(here / "coded.jsonl", {"id": "1", "text": "x", "labels": ["SHELL"]})
    (here / "mine.toml").write_text('about = "SHELL"\n')
    words = ("evaluate", "sentences", "--corpus", coded, "--json")
    assert json.loads(run(*words).stdout)["exact"] == 0
    assert json.loads(run(*words, "--map", "mine.toml").stdout)["exact"] == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--score", "nowhere.jsonl"), "nowhere.jsonl: No such file"),
        (("--score", "coded.jsonl", "--predictions", "said.jsonl"), "give one"),
    ],
)
def test_what_cannot_be_scored_is_refused(run, rows: Path, words, reason) -> None:
    result = run("evaluate", "event_places", "--corpus", rows, *words)
    assert result.exit_code == 2
    assert reason in result.stderr


@pytest.fixture
def bench(here: Path, said: None) -> Path:
    write_lines(here / "bench/event_places/event_location.jsonl", CODED, {**CODED, "id": "2"})
    return here / "bench"


def test_all_tasks_are_measured_on_the_files_there_are(run, bench: Path) -> None:
    result = run("evaluate", "all", "--bench", bench)
    assert result.exit_code == 0
    assert (
        "event_places  event_places/event_location.jsonl  "
        "tokens.precision 0  tokens.recall 0  tokens.f1 0\n"
    ) in result.stdout
    assert f"times  skipped: there is no times/meantime.jsonl in {bench}\n" in result.stdout


def write_floors(path: Path, floor: float) -> Path:
    path.write_text(
        'epsilon = 0.001\n[[floors]]\ntask = "event_places"\nfigure = "items"\n'
        f'file = "event_places/event_location.jsonl"\nfloor = {floor}\n'
    )
    return path


def test_a_broken_floor_ends_with_status_1(run, bench: Path, here: Path) -> None:
    path = write_floors(here / "floors.toml", 3)
    result = run("evaluate", "floors", "--bench", bench, "--floors", path, "--raise")
    assert result.exit_code == 1
    assert "items: BROKEN, floor 3, reached 2\n" in result.stdout
    assert f"floors 1, broken 1\nraised 0 in {path}\n" in result.stdout


def test_floors_can_be_raised(run, bench: Path, here: Path) -> None:
    path = write_floors(here / "floors.toml", 1)
    assert run("evaluate", "floors", "--bench", bench, "--floors", path).exit_code == 0
    assert "floor = 1\n" in path.read_text()
    result = run("evaluate", "floors", "--bench", bench, "--floors", path, "--raise")
    assert result.exit_code == 0
    assert "floor = 2\n" in path.read_text()
