"""What an archive is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...types import Original

# Members that are passed over before it is said how far reading is: whoever waits may have a limit.
SIGN_OF_LIFE = 100


@dataclass(frozen=True, slots=True)
class Member:
    """One document's bytes out of an archive, or the problem that there are none.

    With neither, it says how far the archive was read.
    """

    number: int  # 1, 2, … in the archive; what is passed over has one too
    address: str  # as a failure names it
    original: Original | None = None
    problem: str | None = None
    fetched: datetime | None = None  # when a crawler had it
