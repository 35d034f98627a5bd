"""What failed is listed with its step and reason, and tried again when that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.store import open_store
from dateline.types import Document, Failure, Original

KOSTI = "Rebels shelled the market of Kosti on Tuesday, killing nine civilians, the army said."


@pytest.fixture
def quarantined(run, here: Path) -> Path:
    """A store with a text that once ended the process that read it, and one that is empty."""
    (here / "empty.txt").write_text(" ")
    run("read", "empty.txt")
    with open_store(here / "dateline.db") as store:
        store.add_failure(
            Failure("kosti.txt", "extract", "took more than 20 s and was stopped"),
            original=Original(KOSTI.encode(), ".txt", "kosti.txt", "desk"),
        )
    return here


def test_failures_are_listed_with_their_step_and_reason(run, quarantined: Path) -> None:
    run("read", "nothing.txt")
    assert run("failures").stdout.splitlines() == [
        "empty.txt (extract): is empty",
        "kosti.txt (extract): took more than 20 s and was stopped",
        "nothing.txt (fetch): there is no such file",
    ]
    assert json.loads(run("failures", "--json").stdout.splitlines()[0])["step"] == "extract"


def test_what_succeeds_now_leaves_the_list_and_is_read(run, quarantined: Path) -> None:
    result = run("failures", "--retry")
    assert result.stdout == "empty.txt (extract): is empty\n"
    assert result.stderr.endswith("2 tried again: 1 succeeded, 1 failure left\n")
    assert "Kosti" in run("events").stdout


def test_what_could_not_be_read_is_read_again(run, here: Path) -> None:
    document = Document("kosti.txt", "desk", KOSTI, language="en")
    with open_store(here / "dateline.db") as store:
        store.add_failure(Failure("kosti.txt", "read", "a slip", document.id), document=document)
    assert run("failures", "--retry").stdout == ""
    assert "Kosti" in run("claims").stdout


def test_sources_of_which_something_failed_are_asked_again(run, here: Path, serve, reply) -> None:
    answers = {"/there": reply(KOSTI, content_type="text/plain")}
    server = serve(answers)
    run("init")
    for page in ("there", "gone"):
        added = run(
            "add", server.url(f"/{page}"), "--kind", "page", "--name", page, "--allow-private"
        )
        assert added.exit_code == 0, added.stderr
    run("fetch")
    server.asked.clear()
    assert "1 failure left" in run("failures", "--retry").stderr
    answers["/gone"] = reply("Rebels shelled Rabak.", content_type="text/plain")
    result = run("failures", "--retry")
    assert result.stderr.endswith("1 tried again: 1 succeeded, 0 failures left\n")
    assert set(server.paths) == {"/robots.txt", "/gone"}
    assert "Rabak" in run("claims").stdout


def test_where_nothing_failed_there_is_nothing_to_do(run, stored: Path) -> None:
    assert run("failures", "--retry").stderr == "0 tried again: 0 succeeded, 0 failures left\n"
