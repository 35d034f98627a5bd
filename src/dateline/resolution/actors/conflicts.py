"""Know the armed conflicts that the actor register's entries belong to."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ...errors import ResourceError
from ..packaged import DATA

CONFLICTS = DATA / "conflicts.toml"


@dataclass(frozen=True, slots=True)
class Conflict:
    """An armed conflict or crisis; ``since`` and ``until`` are its first and last year."""

    id: str
    name: str
    countries: tuple[str, ...]
    since: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class _File:
    conflict: tuple[Conflict, ...]


def load_conflicts(path: Path = CONFLICTS) -> tuple[Conflict, ...]:
    """The conflicts in data/conflicts.toml, in its order."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(content, _File).conflict
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error
