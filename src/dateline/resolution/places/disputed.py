"""Say which country is shown for a disputed territory, and why.

The gazetteer's sources each choose for themselves. Dateline's own choice is data/disputed.toml,
one rule for all; a test holds the gazetteer to it, and docs/explanation/disputed-territory.md
prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..packaged import DATA, read_toml

DISPUTED = DATA / "disputed.toml"


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory, the code that is shown for its places, who holds it, and the reason."""

    name: str
    shown: str
    held_by: str
    because: str
    around: str = ""  # a town inside; none where the gazetteer has no town


@dataclass(frozen=True, slots=True)
class _File:
    territory: tuple[Territory, ...]


def load_disputed(path: Path = DISPUTED) -> tuple[Territory, ...]:
    """The territories in data/disputed.toml, in its order."""
    return read_toml(path, _File).territory
