"""A disk that is full: a run ends with one line, nothing is half written, and the next goes on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.errors import StoreError
from dateline.pipeline import Extraction, Sandbox, take_files
from dateline.sources import find_files
from dateline.store import Store, open_store

PROGRAM = Path(__file__).with_name("small_run.py")


def is_whole(path: Path) -> bool:
    connection = sqlite3.connect(path)
    [(answer,)] = connection.execute("PRAGMA integrity_check")
    connection.close()
    return answer == "ok"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in ("fetched", "given"):
        (tmp_path / "news" / name).mkdir(parents=True)
        for number in range(20):
            text = f"Rebels shelled {name} hill {number}. " + "It rained. " * 200
            (tmp_path / "news" / name / f"{number:02}.txt").write_text(text)
    return tmp_path / "news"


def limit_pages(store: Store, more: int) -> None:
    """Let a store's file grow by so many pages and no more, as on a disk that is nearly full."""
    from sqlalchemy import event

    @event.listens_for(store.database.engine, "connect")
    def limit(connection, record) -> None:
        [(now,)] = connection.execute("PRAGMA page_count")
        connection.execute(f"PRAGMA max_page_count = {now + more}")

    store.database.engine.dispose()


def test_a_full_disk_stops_a_run_whole_and_the_next_one_goes_on(news: Path, tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    files = tuple(find_files([news / "given"]))
    with Sandbox(seconds=20, megabytes=500) as sandbox:
        with open_store(path) as store:
            limit_pages(store, 10)
            with pytest.raises(StoreError, match="the disk is full: make room and try again"):
                take_files(files, Extraction(store, sandbox))
            kept = len(store.unread_ids())
        assert 0 < kept < len(files)
        assert is_whole(path)
        with open_store(path) as store:
            taken = take_files(files, Extraction(store, sandbox))
            assert tuple(taken.documents) == store.unread_ids()
            assert store.failures() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no files")
@pytest.mark.parametrize("kilobytes", [150, pytest.param(400, marks=pytest.mark.soak)])
def test_a_write_that_fails_anywhere_ends_a_run_with_one_line(
    kilobytes: int, news: Path, tmp_path: Path
) -> None:
    import resource

    path = tmp_path / "dateline.db"
    open_store(path).close()
    words = [sys.executable, str(PROGRAM), str(news), str(path), str(tmp_path / "log")]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1000, kilobytes * 1000))

    broken = subprocess.run(words, preexec_fn=limit, capture_output=True, text=True, check=False)
    assert broken.returncode == 1
    assert broken.stderr.splitlines()[-1].startswith("dateline.errors.StoreError: ")
    assert is_whole(path)
    whole = subprocess.run(words, capture_output=True, text=True, check=True)
    assert whole.stdout.count("\n") == 40
    with open_store(path) as store:
        assert store.doctor() == ()


def test_a_run_without_end_waits_for_room(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_STORE", raising=False)
    tried = []

    def run_once(store: Store, *_: object) -> None:
        tried.append(store)
        if len(tried) == 1:
            raise StoreError("dateline.db: the disk is full: make room and try again")
        raise KeyboardInterrupt  # as who has seen enough

    monkeypatch.setattr("dateline.cli.project.run_once", run_once)
    runner = CliRunner()
    assert runner.invoke(main, ["init"]).exit_code == 0
    result = runner.invoke(main, ["run", "--every", "1s"])
    assert result.stderr.startswith(
        "dateline.db: the disk is full: make room and try again; trying again in 0:00:01\n"
    )
    assert len(tried) == 2
