"""A build of a gazetteer that is killed at any moment goes on, and comes out the same."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

ROWS = 4_000
KILLS = 6

# The packaged places take long to index and are not what is tested.
BUILD = """
import sys
from pathlib import Path
from dateline.pipeline import gazetteer_building as room
from dateline.store import gazetteer_writer
gazetteer_writer.AT_ONE_GO = 100
gazetteer_writer.LOCK_SECONDS = 30.0
room.load_atlas = lambda: []
wishes = room.Wishes()
room.build_gazetteer(room.find_files([Path(sys.argv[1])], wishes), Path(sys.argv[2]), wishes)
"""


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "UA.txt"
    rows = (
        f"{number}\tTown {number % 700}\tTown\tMisto {number}\t47.5\t35.8\tP\tPPL\tUA"
        "\t\t26\t\t\t\t9\t\t\t\t2024-01-01\n"
        for number in range(1, ROWS + 1)
    )
    path.write_text("".join(rows))
    return path


def start(dump: Path, output: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", BUILD, str(dump), str(output)], env=os.environ)


def content(path: Path) -> list[list[tuple[object, ...]]]:
    tables = ("place", "known", "alike", "source", "tally")
    with closing(sqlite3.connect(path)) as file:
        return [sorted(file.execute(f"SELECT * FROM {name}"), key=repr) for name in tables]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_that_is_killed_again_and_again_comes_out_the_same(
    dump: Path, tmp_path: Path
) -> None:
    whole, other = tmp_path / "whole.sqlite", tmp_path / "other.sqlite"
    began = time.monotonic()
    assert start(dump, whole).wait() == 0
    seconds = time.monotonic() - began
    luck = random.Random(4)
    for _ in range(KILLS):
        process = start(dump, other)
        time.sleep(seconds * luck.uniform(0.4, 0.95))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert start(dump, other).wait() == 0
    assert content(other) == content(whole)
    assert sorted(path.name for path in tmp_path.glob("other.*")) == [
        "other.sqlite",
        "other.sqlite.lock",
    ]
