"""Killed at any point, by two processes at once or on a full disk: the next run converges."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from dateline.pipeline.processes.crashing import CRASH_VARIABLE
from dateline.store import open_store

PROGRAM = Path(__file__).with_name("small_run.py")
FETCHED, GIVEN = 50, 30  # more than one chunk of documents
ARCHIVED = 20  # of those that are fetched, in one archive
# In the order in which runs that go on where the last one was killed reach them.
POINTS = (
    "document-taken",
    "child-asked:20",
    "document-taken:15",  # in the middle of the archive
    "file-taken:9",
    "reading-made",
    "reading-kept:33",
    "reading-made:40",
    "events-computed",
    "events-kept",
)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    for name, number in (("fetched", FETCHED), ("given", GIVEN)):
        (folder / name).mkdir()
        for count in range(number):
            text = f"Rebels shelled {name} hill {count} on Tuesday, the army said."
            if name == "fetched" and count >= FETCHED - ARCHIVED:
                with (folder / name / "archive.jsonl").open("a") as archive:
                    archive.write(json.dumps({"id": count, "text": text}) + "\n")
            else:
                (folder / name / f"{count:03}.txt").write_text(text)
        (folder / name / "empty.txt").write_text(" ")
    return folder


def start(news: Path, store: str | Path, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, PROGRAM, news, str(store), log_of(news)],
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def log_of(news: Path) -> Path:
    return news / f"read-{os.getpid()}.log"


def finish(process: subprocess.Popen[str]) -> str:
    with process:
        out, err = process.communicate()
    assert process.returncode == 0, err
    return out


def check(store: str | Path) -> None:
    """Nothing is half there, and every document was read once."""
    with open_store(store, create=False) as opened:
        assert opened.doctor() == ()
        documents = list(opened.documents())
        assert len(documents) == FETCHED + GIVEN
        assert all(len(opened.readings(document.id)) == 1 for document in documents)
        claims = {claim.id for claim in opened.claims()}
        assert claims == {claim for event in opened.events() for claim in event.claims}
        assert len(claims) == FETCHED + GIVEN
        assert [(failure.address, failure.step) for failure in opened.failures()] == [
            ("empty.txt", "extract"),
            ("news/empty.txt", "extract"),
        ]


@pytest.fixture(scope="module")
def undisturbed(news: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a run exports that nobody disturbs."""
    store = tmp_path_factory.mktemp("undisturbed") / "dateline.db"
    exported = finish(start(news, store))
    check(store)
    return exported


def kill_at(point: str, news: Path, store: Path) -> None:
    with start(news, store, **{CRASH_VARIABLE: point}) as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL, point


def test_killed_at_one_point_after_the_other_the_next_run_converges(
    news: Path, undisturbed: str, tmp_path: Path
) -> None:
    store = tmp_path / "dateline.db"
    for point in POINTS:
        kill_at(point, news, store)
    assert finish(start(news, store)) == undisturbed
    check(store)


@pytest.mark.soak
@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_point_the_next_run_converges(
    point: str, news: Path, undisturbed: str, tmp_path: Path
) -> None:
    store = tmp_path / "dateline.db"
    kill_at(point, news, store)
    assert finish(start(news, store)) == undisturbed
    check(store)


@pytest.mark.parametrize("times", [2, pytest.param(60, marks=pytest.mark.soak)])
def test_killed_at_random_the_next_run_converges(
    times: int, news: Path, undisturbed: str, tmp_path: Path
) -> None:
    store = tmp_path / "dateline.db"
    moments = random.Random(times)
    for _ in range(times):
        with start(news, store) as process:
            time.sleep(0.5 + moments.random())
            process.kill()
            process.communicate()
    assert finish(start(news, store)) == undisturbed
    check(store)


def test_two_processes_on_one_store_share_the_work(
    news: Path, undisturbed: str, new_location
) -> None:
    location = new_location()
    log_of(news).unlink(missing_ok=True)
    both = [start(news, location) for _ in range(2)]
    for process in both:
        finish(process)
    read = Counter(log_of(news).read_text().split())
    assert set(read.values()) == {1}
    assert len(read) == FETCHED + GIVEN
    assert finish(start(news, location)) == undisturbed
    check(location)


@pytest.mark.parametrize("times", [1, pytest.param(30, marks=pytest.mark.soak)])
def test_one_of_two_that_is_killed_leaves_its_work_to_the_other(
    times: int, news: Path, undisturbed: str, new_location
) -> None:
    location = new_location()
    moments = random.Random(times)
    for _ in range(times):
        first, second = (start(news, location) for _ in range(2))
        time.sleep(0.6 + moments.random())
        first.kill()
        first.communicate()
        finish(second)
    assert finish(start(news, location)) == undisturbed
    check(location)
