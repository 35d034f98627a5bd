"""Run the console examples of README and docs, and write what they print under them.

A line of only "…" stands for lines left out: as many lines before and after it are kept as the
page has now.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "src/dateline/data/samples/dispatches"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LEFT_OUT = "…"

Run = Callable[[str], str]


def find_pages() -> list[Path]:
    """Every page with a console example."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in pages if BLOCK.search(page.read_text("utf-8"))]


def rewrite(page: str, run: Run) -> str:
    """A page with the output of every ``$ dateline`` command as it is now."""

    def answer(match: re.Match[str]) -> str:
        command, before = match.groups()
        if not command.startswith("dateline "):
            return match.group()  # set-up, which other tests do
        return f"$ {command}\n{shorten(run(command), before)}"

    return BLOCK.sub(lambda block: COMMAND.sub(answer, block.group()), page)


def shorten(output: str, before: str) -> str:
    """Leave out what the page left out before."""
    lines, kept = output.splitlines(), before.splitlines()
    if LEFT_OUT in kept:
        head = kept.index(LEFT_OUT)
        tail = len(kept) - head - 1
        if len(lines) > head + tail:
            lines = [*lines[:head], LEFT_OUT, *lines[len(lines) - tail :]]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def run_command(command: str) -> str:
    """What a command writes to standard output; ``> FILE`` is understood."""
    from click.testing import CliRunner
    from dateline.cli import main

    words = shlex.split(command)
    target = None
    if ">" in words:
        at = words.index(">")
        words, target = words[:at], words[at + 1]
    outcome = CliRunner().invoke(main, words[1:], catch_exceptions=False)
    if outcome.exit_code:
        raise RuntimeError(f"{command}: exit status {outcome.exit_code}: {outcome.stderr}")
    if target is None:
        return outcome.stdout
    Path(target).write_text(outcome.stdout, "utf-8")
    return ""


@contextlib.contextmanager
def folder_with_samples() -> Iterator[Path]:
    """Work in a new folder that has the sample dispatches in ``dispatches``, and no store."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        shutil.copytree(SAMPLES, "dispatches")
        said = os.environ.pop("DATELINE_STORE", None)
        columns = os.environ.get("COLUMNS")
        os.environ["COLUMNS"] = "100"
        try:
            yield Path(name)
        finally:
            os.environ.pop("COLUMNS")
            if columns is not None:
                os.environ["COLUMNS"] = columns
            if said is not None:
                os.environ["DATELINE_STORE"] = said


if __name__ == "__main__":
    for path in find_pages():
        with folder_with_samples():
            written = rewrite(path.read_text("utf-8"), run_command)
        path.write_text(written, "utf-8")
