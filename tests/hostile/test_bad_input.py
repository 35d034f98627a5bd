"""Bad input: one clear line, a recorded failure, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main

GOOD = "Rebels shelled the market of El Obeid on Tuesday, the army said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_STORE", raising=False)
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def missing(path: Path) -> None:
    pass


def unreadable_encoding(path: Path) -> None:
    path.write_bytes(bytes(range(128, 256)) * 20)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def blank(path: Path) -> None:
    path.write_bytes(b" \n\n\t ")


def large(path: Path) -> None:
    path.write_bytes(b"The army shelled the town. " * 800_000)


def binary(path: Path) -> None:
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(300) + bytes(range(256)) * 4)


def folder(path: Path) -> None:
    path.mkdir()
    (path / "a.txt").mkdir()


CASES = [missing, unreadable_encoding, empty, blank, large, binary]


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_one_bad_file_is_one_line_and_the_rest_is_read(make, here: Path) -> None:
    make(here / "bad.txt")
    result = run("read", "bad.txt", "good.txt")
    assert result.exit_code == 0
    complaint, summary = result.stderr.splitlines()
    assert complaint.startswith("bad.txt: ")
    assert "bug" not in complaint
    assert len(complaint) < 200
    assert summary.startswith("2 documents")
    assert "1 failure" in summary
    assert run("claims").stdout
    assert run("doctor").exit_code == 0


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_the_failure_is_recorded_with_its_reason(make, here: Path) -> None:
    make(here / "bad.txt")
    run("read", "bad.txt", "good.txt")
    (line,) = run("failures", "--json").stdout.splitlines()
    failure = json.loads(line)
    assert failure["address"] == "bad.txt"
    assert failure["problem"]
    assert failure["step"] in {"fetch", "extract"}


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_the_exit_status_is_1_only_if_nothing_could_be_read(make, here: Path) -> None:
    make(here / "bad.txt")
    assert run("read", "bad.txt").exit_code == 1


def test_a_file_that_is_mended_leaves_the_failures(here: Path) -> None:
    empty(here / "bad.txt")
    run("read", "bad.txt")
    (here / "bad.txt").write_text(GOOD)
    assert run("read", "bad.txt").exit_code == 0
    assert run("failures").stdout == ""


def test_a_bad_date_stops_the_run_with_one_line(here: Path) -> None:
    result = run("read", "good.txt", "--published", "the day after")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_a_broken_name_is_one_line(here: Path) -> None:
    result = run("read", "no\nsuch\tfile.txt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == "no such file.txt: there is no such file"


def test_a_store_that_is_no_store_is_one_line(here: Path) -> None:
    (here / "dateline.db").write_text("not a database at all, but a text of some length" * 50)
    result = run("read", "good.txt")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "dateline.db" in result.stderr


def test_a_document_in_another_language_is_kept_and_named(here: Path) -> None:
    (here / "fr.txt").write_text(
        "Les rebelles ont attaqué la ville mardi, selon un porte-parole de l'armée du pays."
    )
    result = run("read", "fr.txt", "good.txt")
    assert result.exit_code == 0
    assert "fr.txt: its language is 'fr'" in result.stderr
    assert run("doctor").exit_code == 0
