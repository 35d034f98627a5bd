"""An argument in its role."""

from __future__ import annotations

from dataclasses import dataclass

from ...codebook.kinds import Role
from ..grammar.parse import Token


@dataclass(frozen=True, slots=True, eq=False)
class Filler:
    """A head word in a role, and the rule that put it there."""

    head: Token
    role: Role
    because: str
