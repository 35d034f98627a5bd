"""Nothing acknowledged is lost: kill the process at any point, and the next run converges."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXTS = 60
KILLS = 4

PLACES = ("Hajin", "El Obeid", "Kosti", "Abu Kamal", "Lashio", "Bourem")
VERBS = ("shelled", "attacked", "bombed", "seized")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(TEXTS):
        place, verb = PLACES[number % len(PLACES)], VERBS[number % len(VERBS)]
        (folder / f"{number:03}.txt").write_text(
            f"Rebels {verb} {place} on Tuesday, killing {number + 2} people, the army said.\n"
        )
    return folder


def start(*words: str | Path, seed: str = "0") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "dateline", *map(str, words)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(*words: str | Path, seed: str = "0") -> str:
    with start(*words, seed=seed) as process:
        out, err = process.communicate()
    assert process.returncode == 0, err
    return out


def read(folder: Path, store: Path) -> tuple[str | Path, ...]:
    return "read", folder, "--published", "2024-05-15", "--store", store


def export(store: Path, seed: str = "0") -> str:
    return finish("export", "jsonl", "--all", "--store", store, seed=seed)


def count_documents(store: Path) -> int:
    from dateline.errors import StoreError
    from dateline.store import open_store

    try:
        with open_store(store, create=False) as opened:
            return sum(1 for _ in opened.documents())
    except StoreError:
        return 0


@pytest.mark.soak
def test_a_killed_run_leaves_a_whole_store_and_the_next_one_converges(
    news: Path, tmp_path: Path
) -> None:
    undisturbed, killed = tmp_path / "undisturbed.db", tmp_path / "killed.db"
    finish(*read(news, undisturbed))
    moments = random.Random(20180725)
    stopped_within = 0
    for _ in range(KILLS):
        before = count_documents(killed)
        with start(*read(news, killed)) as process:
            # The run is killed somewhere within the next documents, wherever it is by then.
            while process.poll() is None and count_documents(killed) <= before:
                time.sleep(0.05)
            time.sleep(moments.random() * 0.3)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        stopped_within += count_documents(killed) < TEXTS
        finish("doctor", "--store", killed)
        assert count_documents(killed) >= before
    assert stopped_within
    finish(*read(news, killed))
    assert export(killed) == export(undisturbed)
    finish("doctor", "--store", killed)


def test_hash_seeds_and_the_number_of_workers_leave_the_bytes_alone(
    news: Path, tmp_path: Path
) -> None:
    exports = []
    for seed, workers in (("1", ()), ("2", ("--workers", "2"))):
        store = tmp_path / f"{seed}.db"
        finish(*read(news, store), *workers, seed=seed)
        exports.append([export(store, seed), finish("claims", "--json", "--store", store)])
    assert exports[0] == exports[1]
    assert exports[0][0]
