"""Run commands in a folder of their own, over a store that was read once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main

Run = Callable[..., Result]

TEXTS = {
    "market.txt": (
        "Rebels shelled the market of El Obeid on Tuesday, killing at least nine civilians, the "
        "army said.\n\nThe rebels will attack the town of Kosti on Friday. A minister had "
        "a heart attack.\n"
    ),
    "hajin.txt": (
        "The Syrian army repelled an attack by Islamic State on Hajin on 25 July. The army denied "
        "that it had shelled Abu Kamal.\n"
    ),
    "weather.txt": "It will rain in the hills of the north, and the roads will be wet.\n",
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and no store but the one in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_STORE", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """A command's result; a bug keeps its traceback."""

    def invoke(*words: str | Path, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [*map(str, words)], input=input, catch_exceptions=False)

    return invoke


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read")
    texts = folder / "news"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text)
    words = [
        "read",
        str(texts),
        "--published",
        "2024-05-15",
        "--store",
        str(folder / "dateline.db"),
    ]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture
def stored(here: Path, read_once: Path) -> Path:
    """The folder to work in, with texts in ``news`` that were read into its store."""
    shutil.copytree(read_once, here, dirs_exist_ok=True)
    return here
