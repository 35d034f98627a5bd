"""Reading files, standard input and the store itself."""

import json
import os
from pathlib import Path

import pytest

from dateline.store import open_store


def test_reading_ends_with_one_line_of_what_was_done(run, read_once: Path) -> None:
    result = run("read", read_once / "news", "--published", "2024-05-15")
    assert result.exit_code == 0
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("3 documents, 0 unchanged, ")
    assert "0 failures" in line
    assert "words a second" in line


def test_reading_twice_changes_nothing(run, stored: Path) -> None:
    before = run("export", "jsonl", "--all").stdout
    result = run("read", "news", "--published", "2024-05-15")
    assert "3 documents, 3 unchanged, 0 new claims" in result.stderr
    assert run("export", "jsonl", "--all").stdout == before


def test_standard_input_is_read(run) -> None:
    result = run("read", "-", input="Rebels shelled Hajin on Tuesday, killing nine people.\n")
    assert result.exit_code == 0
    assert "1 document," in result.stderr
    assert "standard-input-" in run("show", document_id()).stdout


def document_id() -> str:
    with open_store("dateline.db") as store:
        return next(store.documents()).id


def test_a_source_can_be_named(run, read_once: Path) -> None:
    run("read", read_once / "news" / "hajin.txt", "--source", "Courier")
    with open_store("dateline.db") as store:
        assert next(store.documents()).source == "Courier"


def test_events_can_be_left_for_later(run, read_once: Path) -> None:
    run("read", read_once / "news", "--no-consolidate")
    result = run("events")
    assert result.stdout == ""
    assert "run `dateline consolidate`" in result.stderr
    assert run("consolidate").stderr.endswith("events\n")
    assert run("events").stdout


def test_what_is_left_out_of_a_folder_is_said(run, here: Path) -> None:
    folder = here / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text("Rebels shelled Hajin on Tuesday, the army said.")
    (folder / "b.png").write_text("%PDF")
    (folder / ".c.txt").write_text("hidden")
    result = run("read", folder)
    assert "left out: 1 is hidden, 1 is of an unknown type" in result.stderr


def test_a_folder_with_nothing_to_read_is_refused(run, here: Path) -> None:
    (here / "empty").mkdir()
    result = run("read", "empty")
    assert result.exit_code == 1
    assert "empty: nothing to read there" in result.stderr


@pytest.mark.parametrize("published", ["yesterday", "2018-13-01", "01.09.2018"])
def test_a_bad_date_is_refused_before_anything_is_read(run, here: Path, published: str) -> None:
    result = run("read", "nothing.txt", "--published", published)
    assert result.exit_code == 2
    assert result.stderr == (
        f"Error: --published {published!r} is not a date: "
        "write it like 2018-09-01 or 2018-09-01T14:30Z\n"
    )
    assert not (here / "dateline.db").exists()


def test_an_unknown_encoding_is_refused_before_anything_is_read(run, here: Path) -> None:
    result = run("read", "nothing.txt", "--encoding", "utf-9")
    assert result.exit_code == 2
    assert "--encoding 'utf-9' is not known" in result.stderr
    assert not (here / "dateline.db").exists()


def test_a_broken_codebook_is_refused_with_its_file(run, here: Path) -> None:
    (here / "mine.toml").write_text("[[kind]\n")
    result = run("read", "nothing.txt", "--codebook", "mine.toml")
    assert result.exit_code == 1
    assert "mine.toml: not TOML" in result.stderr


def test_a_model_that_is_not_installed_is_refused(run) -> None:
    Path("news.txt").write_text("Rebels shelled Kosti.")
    result = run("read", "news.txt", "--model", "no_such_model")
    assert result.exit_code == 1
    assert "no_such_model" in result.stderr


def test_rereading_by_the_same_engine_prints_nothing(run, stored: Path) -> None:
    result = run("reread")
    assert result.stdout == ""
    assert "3 documents, 0 changed" in result.stderr


RAIN = '[[extend]]\nid = "protest"\ntriggers.verbs = [{verb = "rain"}]\n'


def test_rereading_prints_the_claims_that_are_gone_and_new(run, stored: Path) -> None:
    (stored / "mine.toml").write_text(RAIN)
    result = run("reread", "--codebook", "mine.toml")
    assert "3 documents, 1 changed" in result.stderr
    address, new = result.stdout.splitlines()
    assert address == "weather.txt"
    assert new.startswith("  + ")
    assert " protest " in new
    (line,) = run("reread", "--json").stdout.splitlines()
    change = json.loads(line)
    assert change["document"]["address"] == "weather.txt"
    assert ([claim["kind"] for claim in change["gone"]], change["new"]) == (["protest"], [])


def test_what_rereading_cannot_read_is_named(run, here: Path) -> None:
    (here / "fr.txt").write_text(
        "Les rebelles ont attaqué la ville mardi, selon un porte-parole de l'armée du pays."
    )
    run("read", "fr.txt")
    result = run("reread")
    assert result.stderr.splitlines()[0].startswith("fr.txt: its language is 'fr'")
    assert "1 failure" in result.stderr


def test_a_store_can_be_named_by_option_or_environment(
    run, read_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = read_once / "dateline.db"
    named = run("events", "--store", store).stdout
    monkeypatch.setenv("DATELINE_STORE", os.fspath(store))
    assert run("events").stdout == named != ""
