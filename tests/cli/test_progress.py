"""Progress is for people: a bar on a terminal, a line or nothing in a pipe."""

import io
import sys

import pytest

from dateline.cli.progress import Bar, IndexProgress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar("Reading") as bar:
        bar.show(1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_pipe_gets_one_line_for_the_index(capsys: pytest.CaptureFixture[str]) -> None:
    with IndexProgress() as progress:
        progress.show(0, 235_000)
        progress.show(5_000, 235_000)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "indexing 235,000 places, once; this takes some seconds\n"


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with IndexProgress() as progress:
        progress.show(0, 10)
        progress.show(10, 10)
    assert "Indexing places, once" in terminal.getvalue()
    assert "10/10" in terminal.getvalue()
