"""Make a project, and add sources to its file without touching what a person wrote there."""

from __future__ import annotations

import json
import os
from pathlib import Path

from ..errors import UsageError
from .settings import PROJECT_FILE, Project, SourceSettings, parse_settings

TEMPLATE = """\
# A Dateline project. Paths are relative to this folder; `dateline add` writes sources at the end.

store = "dateline.db"  # a path, or a postgresql:// URL
# codebook = "codebook.toml"  # over the packaged one
# registers = ["actors.toml"]  # actors of your own
# gazetteer = "gazetteer.sqlite"  # places of your own: `dateline gazetteer build`

[fetch]
user_agent = "Dateline"
pause = 1.0  # seconds between two requests to one host
robots = true  # keep to robots.txt
allow = []  # hosts of your own: "127.0.0.1:8000"

[limits]
seconds = 30.0  # for one address, redirects included
megabytes = 10.0  # of one body, unpacked
items = 1000  # that are new, of one feed or list, at one go
source_minutes = 30.0  # for what is new of one source on the web, at one go
extract_seconds = 20.0  # to make a document of what was fetched
extract_megabytes = 1000.0  # of memory for that; on Linux alone
"""


def init_project(folder: Path) -> Path:
    """Make a folder a project; its file. One that is there is never touched."""
    file = folder / PROJECT_FILE
    if file.exists():
        raise UsageError(f"{file} is there already: add sources with `dateline add`")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(file, TEMPLATE)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise UsageError(f"{file} cannot be written ({problem}): name another folder") from error
    return file


def add_source(project: Project, source: SourceSettings) -> Project:
    """Add a source at the end of a project's file; the project with it."""
    for other in project.settings.sources:
        if other.location == source.location:
            raise UsageError(f"{source.location} is there already, as {other.name!r}")
        if other.name == source.name:
            raise UsageError(f"a source is called {source.name!r} already: say another --name")
    text = project.file.read_text("utf-8")
    text = f"{text.rstrip()}\n\n{describe(source)}"
    settings = parse_settings(text.encode(), project.file)
    try:
        _write(project.file, text)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise UsageError(f"{project.file} cannot be written: {problem}") from error
    return Project(project.folder, settings)


def describe(source: SourceSettings) -> str:
    """A source as it stands in the file; what is as usual is left out."""
    lines = ["[[sources]]"]
    for key in ("name", "kind", "location", "country", "owner", "lean", "trust"):
        if (value := getattr(source, key)) is not None:
            lines.append(f"{key} = {quote(str(value))}")
    lines += ["pages = false"] * (not source.pages)
    lines += ["allow_private = true"] * source.allow_private
    lines += ["[sources.columns]"] * bool(source.columns)
    lines += [f"{field} = {quote(name)}" for field, name in source.columns.items()]
    return "\n".join(lines) + "\n"


def quote(words: str) -> str:
    """Words as a TOML string."""
    # JSON's strings are TOML's, but for the last control character and halves of pairs.
    sound = words.encode("utf-8", "replace").decode()
    return json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007f")


def locate(project: Project, path: Path) -> str:
    """A path as the project's file names it: relative where it lies inside."""
    whole = path.expanduser().absolute()
    try:
        return whole.relative_to(project.folder.absolute()).as_posix()
    except ValueError:
        return str(whole)


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
