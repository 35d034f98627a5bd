"""Decide which store, codebook, registers and gazetteer a command means."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import UsageError
from .settings import LimitSettings, find_project, load_settings

STORE_VARIABLE = "DATELINE_STORE"
DEFAULT_STORE = "dateline.db"
GAZETTEER_VARIABLE = "DATELINE_GAZETTEER"
DEFAULT_GAZETTEER = "gazetteer.sqlite"


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


def find_limits(cwd: Path) -> LimitSettings:
    """The limits of the project, or the usual ones where there is none."""
    project = find_project(cwd)
    return load_settings(project).limits if project else LimitSettings()


def codebook_files(cwd: Path) -> tuple[Path, ...]:
    """The codebook that the project names."""
    project = find_project(cwd)
    if project is None or (named := load_settings(project).codebook) is None:
        return ()
    return (_path(named, project.parent, what="codebook", said_by=str(project)),)


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
        return _path(option, cwd, what="gazetteer", said_by="--gazetteer")
    if named := environ.get(GAZETTEER_VARIABLE):
        return _path(named, cwd, what="gazetteer", said_by=GAZETTEER_VARIABLE)
    project = find_project(cwd)
    if project is not None and (named := load_settings(project).gazetteer) is not None:
        return _path(named, project.parent, what="gazetteer", said_by=str(project))
    return None


def gazetteer_output(
    option: str | None, environ: Mapping[str, str], cwd: Path, *, data_dir: Path
) -> Path:
    """Decide where a gazetteer is built.

    Where one is configured, there; else beside the project's file, or in the user's data folder.
    """
    if option is not None:
        return _path(option, cwd, what="gazetteer", said_by="--output")
    if configured := gazetteer_location(None, environ, cwd):
        return configured
    project = find_project(cwd)
    return (project.parent if project else data_dir) / DEFAULT_GAZETTEER


def _path(name: str, folder: Path, *, what: str, said_by: str) -> Path:
    if not name.strip():
        raise UsageError(f"{said_by}: the {what} has no name; give a path")
    return folder / Path(name).expanduser()


def _located(name: str, folder: Path, *, said_by: str) -> str:
    if not name.strip():
        raise UsageError(f"{said_by}: the store has no name; give a path or a URL")
    return name if "://" in name else str(folder / Path(name).expanduser())
