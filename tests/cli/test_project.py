"""A project from nothing to a version of an event, over a feed on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.store import open_store

KOSTI = "Rebels shelled the market of Kosti on Tuesday, killing nine civilians, the army said."


@pytest.fixture
def site(serve, reply):
    """A site with a feed of one item, whose answers a test may change."""
    answers: dict[str, bytes] = {}

    def page(words: str) -> None:
        html = f"<html><head><title>Kosti</title></head><body><h1>Shells on Kosti</h1><p>{words}"
        answers["/1"] = reply(html, content_type="text/html")

    server = serve(answers)
    answers["/feed"] = reply(
        "<rss version='2.0'><channel><title>Nile Post</title><item><guid>1</guid>"
        "<title>Shells on Kosti</title><link>/1</link>"
        "<pubDate>Wed, 15 May 2024 09:00:00 GMT</pubDate></item></channel></rss>",
        content_type="application/rss+xml",
    )
    page(KOSTI)
    server.page = page
    server.answers = answers
    return server


@pytest.fixture
def project(run, here: Path, site) -> Path:
    """A project with the feed of the site."""
    assert run("init").exit_code == 0
    result = run("add", site.url("/feed"), "--allow-private", "--lean", "government")
    assert result.exit_code == 0, result.stderr
    return here


def test_a_project_is_made_once(run, here: Path) -> None:
    result = run("init", "war")
    assert (result.exit_code, (here / "war/dateline.toml").is_file()) == (0, True)
    assert "dateline add" in result.stderr
    assert run("init", "war").exit_code == 2


@pytest.mark.parametrize("command", [("add", "reports"), ("sources",), ("fetch",), ("run",)])
def test_without_a_project_the_way_to_one_is_told(command, run) -> None:
    result = run(*command)
    assert result.exit_code == 2
    assert "make a project with `dateline init`" in result.stderr


@pytest.mark.parametrize("command", ["fetch", "run"])
def test_without_sources_the_way_to_one_is_told(command: str, run) -> None:
    run("init")
    result = run(command)
    assert (result.exit_code, "dateline add" in result.stderr) == (2, True)


def test_what_was_added_is_named(run, here: Path, site) -> None:
    run("init")
    result = run("add", site.url("/feed"), "--allow-private")
    assert result.stderr == f"added feed 'Nile Post': {site.url('/feed')}\n"
    assert run("add", site.url("/feed"), "--allow-private").exit_code == 2


def test_one_name_is_for_one_source(run) -> None:
    run("init")
    assert "one by one" in run("add", "a", "b", "--name", "Nile").stderr


def test_sources_are_listed_with_how_they_are_doing(run, project: Path, site) -> None:
    before = run("sources").stdout.splitlines()[1].split()
    assert before[:6] == ["Nile", "Post", "feed", "0", "0", "never"]
    run("fetch")
    state = json.loads(run("sources", "--json").stdout)
    assert (state["documents"], state["failures"], state["problem"]) == (1, 0, None)
    assert state["source"]["lean"] == "government"
    del site.answers["/feed"]
    run("fetch")
    assert "is not there" in run("sources").stdout


def test_a_fetch_brings_in_and_does_not_read(run, project: Path) -> None:
    result = run("fetch", "Nile Post")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(
        "1 source, 1 new document, 0 new versions, 0 unchanged, 0 failures\n"
    )
    assert run("claims").stdout == ""


def test_a_fetch_in_which_all_failed_says_so_by_its_status(run, project: Path, site) -> None:
    site.answers.clear()
    result = run("fetch")
    assert result.exit_code == 1
    assert f"{site.url('/feed')}: is not there (HTTP 404)\n" in result.stderr
    assert "1 failure\n" in result.stderr


def test_a_run_in_which_every_source_failed_says_so_by_its_status(run, project: Path, site) -> None:
    assert run("run").exit_code == 0
    site.answers.clear()
    result = run("run")
    assert result.exit_code == 1
    assert "is not there (HTTP 404)" in result.stderr


def test_what_another_process_asks_and_reads_is_left_to_it(run, project: Path, site) -> None:
    run("fetch")
    with open_store(project / "dateline.db") as store:
        [document] = store.unread_ids()
        store.lease([f"document {document}", "source Nile Post"], owner="another", seconds=60)
    result = run("run")
    assert result.exit_code == 0
    assert "1 source left to another process that asks" in result.stderr
    assert "1 left to another process that reads them" in result.stderr
    assert run("claims").stdout == ""


def test_a_source_that_is_not_there_is_named(run, project: Path) -> None:
    assert "no source is called 'radio'" in run("fetch", "radio").stderr


def test_an_edited_item_gives_a_version_and_its_event_keeps_its_id(
    run, project: Path, site
) -> None:
    first = run("run")
    assert first.exit_code == 0, first.stderr
    assert "1 new document" in first.stderr
    event = json.loads(run("events", "--json").stdout)["event"]
    site.page(KOSTI.replace("nine", "eleven"))
    assert "1 new version, 0 unchanged" in run("run").stderr
    later = json.loads(run("events", "--json").stdout)["event"]
    assert later["id"] == event["id"]
    assert later["tolls"] != event["tolls"]
    again = run("run")
    assert "0 new versions, 1 unchanged" in again.stderr
    assert json.loads(run("events", "--json").stdout)["event"] == later


@pytest.mark.parametrize("every", ["15", "m", "0m", "15 m", "-3m", "1h-3m", ""])
def test_a_length_of_time_that_cannot_be_read_is_refused(every: str, run, here: Path) -> None:
    run("init")
    result = run("run", "--every", every)
    assert (result.exit_code, "write it like 15m" in result.stderr) == (2, True)


def test_a_run_without_end_ends_when_it_is_asked_to(project: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "dateline", "run", "--every", "1h"],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "words a second" in line or "claims" in line:
                break
        process.send_signal(signal.SIGTERM)
        assert "stopping" in process.stderr.read()
    assert process.returncode == 0
