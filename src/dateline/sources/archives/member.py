"""What an archive is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...types import Original


@dataclass(frozen=True, slots=True)
class Member:
    """One document's bytes out of an archive, or the problem that there are none."""

    number: int  # 1, 2, … in the archive; what is passed over has one too
    address: str  # as a failure names it
    original: Original | None = None
    problem: str | None = None
    fetched: datetime | None = None  # when a crawler had it
