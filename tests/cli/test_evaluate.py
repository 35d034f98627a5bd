"""Measuring against a coded corpus."""

import json
from pathlib import Path

import pytest

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
