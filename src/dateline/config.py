"""Find a project's settings, and decide which store a command means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import msgspec

from .errors import UsageError

PROJECT_FILE = "dateline.toml"
STORE_VARIABLE = "DATELINE_STORE"
DEFAULT_STORE = "dateline.db"
GAZETTEER_VARIABLE = "DATELINE_GAZETTEER"
DEFAULT_GAZETTEER = "gazetteer.sqlite"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project's ``dateline.toml`` says."""

    store: str | None = None  # a path, relative to the file's folder, or a URL
    registers: tuple[str, ...] = ()  # files of actors of one's own, relative to that folder
    gazetteer: str | None = None  # a path, relative to the file's folder


def find_project(start: Path) -> Path | None:
    """Find the nearest ``dateline.toml`` in a folder or one of those above it."""
    folder = start.absolute()
    return next(
        (
            candidate
            for above in (folder, *folder.parents)
            if (candidate := above / PROJECT_FILE).is_file()
        ),
        None,
    )


def load_settings(project: Path) -> Settings:
    """Read a project's settings; a key that means nothing is refused, for it is a slip."""
    try:
        table = msgspec.toml.decode(project.read_bytes(), type=dict[str, object])
        unknown = sorted(set(table) - {field.name for field in fields(Settings)})
        if unknown:
            known = ", ".join(field.name for field in fields(Settings))
            raise UsageError(f"{project}: unknown setting {unknown[0]!r}; known: {known}")
        return msgspec.convert(table, Settings)
    except OSError as error:
        raise UsageError(f"{project}: cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{project}: {error}") from error


def store_location(option: str | None, environ: Mapping[str, str], cwd: Path) -> str:
    """Decide which store is meant: option, environment, project, or ``dateline.db`` here."""
    if option is not None:
        return _located(option, cwd, said_by="--store")
    if named := environ.get(STORE_VARIABLE):
        return _located(named, cwd, said_by=STORE_VARIABLE)
    project = find_project(cwd)
    if project is not None and (named := load_settings(project).store) is not None:
        return _located(named, project.parent, said_by=str(project))
    return str(cwd / DEFAULT_STORE)


def register_files(cwd: Path) -> tuple[Path, ...]:
    """The files of actors that the project names."""
    project = find_project(cwd)
    if project is None:
        return ()
    names = load_settings(project).registers
    return tuple(project.parent / Path(name).expanduser() for name in names)


def gazetteer_location(option: str | None, environ: Mapping[str, str], cwd: Path) -> Path | None:
    """Decide which gazetteer is meant: option, environment, project, or none for the packaged."""
    if option is not None:
        return _path(option, cwd, said_by="--gazetteer")
    if named := environ.get(GAZETTEER_VARIABLE):
        return _path(named, cwd, said_by=GAZETTEER_VARIABLE)
    project = find_project(cwd)
    if project is not None and (named := load_settings(project).gazetteer) is not None:
        return _path(named, project.parent, said_by=str(project))
    return None


def gazetteer_output(
    option: str | None, environ: Mapping[str, str], cwd: Path, *, data_dir: Path
) -> Path:
    """Decide where a gazetteer is built.

    Where one is configured, there; else beside the project's file, or in the user's data folder.
    """
    if option is not None:
        return _path(option, cwd, said_by="--output")
    if configured := gazetteer_location(None, environ, cwd):
        return configured
    project = find_project(cwd)
    return (project.parent if project else data_dir) / DEFAULT_GAZETTEER


def _path(name: str, folder: Path, *, said_by: str) -> Path:
    if not name.strip():
        raise UsageError(f"{said_by}: the gazetteer has no name; give a path")
    return folder / Path(name).expanduser()


def _located(name: str, folder: Path, *, said_by: str) -> str:
    if not name.strip():
        raise UsageError(f"{said_by}: the store has no name; give a path or a URL")
    return name if "://" in name else str(folder / Path(name).expanduser())
