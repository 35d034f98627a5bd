"""Exports hold what happened, whole or not at all."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli.export import NAMES


@pytest.mark.parametrize("format", NAMES)
def test_a_plan_or_a_denial_is_in_no_export(run, stored: Path, format: str) -> None:
    text = run("export", format).stdout
    assert text
    for status in ("planned", "denied"):
        ids = [
            json.loads(line)["event"]["id"]
            for line in run("events", "--status", status, "--json").stdout.splitlines()
        ]
        assert ids
        assert not [id for id in ids if id in text]


def test_every_status_can_be_asked_for(run, stored: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "csv", "--all").stdout)))
    assert {"planned", "denied", "failed", "occurred"} <= {row["status"] for row in rows}


def test_a_map_holds_only_what_happened(run, stored: Path) -> None:
    result = run("export", "geojson", "--all")
    assert result.exit_code == 2
    assert "geojson holds only what happened" in result.stderr


def test_only_a_spreadsheet_has_a_guard_to_leave_off(run, stored: Path) -> None:
    assert run("export", "csv", "--raw").stdout
    assert run("export", "evidence", "--raw", "--all").stdout
    assert run("export", "jsonl", "--raw").exit_code == 2


@pytest.mark.parametrize("format", NAMES)
def test_a_file_holds_what_a_pipe_gets(run, stored: Path, format: str) -> None:
    run("export", format, "--output", "out")
    assert Path("out").read_bytes() == run("export", format).stdout_bytes
    assert [path.name for path in stored.iterdir() if path.name.endswith(".tmp")] == []


def test_a_file_that_cannot_be_written_leaves_nothing(run, stored: Path) -> None:
    result = run("export", "csv", "--output", "nowhere/out.csv")
    assert result.exit_code == 2
    assert "nowhere/out.csv cannot be written" in result.stderr


def test_events_can_be_chosen(run, stored: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "csv", "--kind", "shelling").stdout)))
    assert {row["kind"] for row in rows} == {"shelling"}
    result = run("export", "csv", "--country", "ZZ")
    assert "no events fit" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_a_pipe_that_closes_early_gives_no_traceback(stored: Path) -> None:
    program = f"{sys.executable} -m dateline export jsonl --all | head -c 10"
    outcome = subprocess.run(program, shell=True, capture_output=True, text=True, check=False)
    assert outcome.stderr == ""
    assert len(outcome.stdout) == 10


def test_an_interrupted_write_leaves_the_old_file(
    run, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("out.csv").write_text("before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    result = run("export", "csv", "--output", "out.csv")
    assert result.exit_code == 2
    assert "no space left" in result.stderr
    assert Path("out.csv").read_text() == "before"
