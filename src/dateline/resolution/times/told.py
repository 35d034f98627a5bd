"""The times that a passage has told of, which "a day later" counts from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...types import DatePrecision, When

_MONTHS = re.compile(r"\b(?:month|quarter|period)", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:year|decade)", re.IGNORECASE)


@dataclass(slots=True)
class Told:
    """Times in the order in which they are told."""

    times: list[When] = field(default_factory=list)

    def note(self, when: When | None) -> None:
        """Take in one more; what has an open end is no time to count from."""
        if when is not None and when.earliest is not None and when.latest is not None:
            self.times.append(when)

    def anchor_for(self, words: str) -> When | None:
        """The last that is exact enough: "the next day" counts from a day, not from a year."""
        limit = (
            DatePrecision.YEAR
            if _YEARS.search(words)
            else DatePrecision.MONTH
            if _MONTHS.search(words)
            else DatePrecision.WEEK
        )
        return next((when for when in reversed(self.times) if when.precision <= limit), None)
