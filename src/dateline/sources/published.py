"""Read when a text was published, as a time in UTC with the offset that came with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

SPACE_BEFORE_OFFSET = re.compile(r"(?<!\s)\s+(?=[+-]\d\d:?\d\d$|Z$)")
SLASHES = re.compile(r"^(\d{4})/(\d\d)/(\d\d)\b")  # the year first: no country swaps the rest

# The Gregorian calendar is of 1582, newspapers are younger: an earlier year is one of the Islamic
# (1445) or the Persian calendar (1403).
FIRST_YEAR = 1600
# What programs write that know no time.
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in UTC, and the offset it was given with; without one, UTC was taken."""

    at: datetime
    zone: str | None = None  # "+03:00"


def parts_of(moment: Moment | None) -> tuple[datetime | None, str | None]:
    """Time and offset, each ``None`` for a moment that is unknown."""
    return (moment.at, moment.zone) if moment else (None, None)


def parse_published(words: str) -> Moment | None:
    """Read an ISO 8601 or e-mail date; midnight for a bare day.

    Never guessed: what may be day or month (03/04/2024), and a year of another calendar.
    """
    words = SLASHES.sub(r"\1-\2-\3", words.strip())
    try:
        moment = datetime.fromisoformat(SPACE_BEFORE_OFFSET.sub("", words))
    except ValueError:
        try:
            moment = parsedate_to_datetime(words)
        except ValueError:
            return None
    return make_moment(moment)


def make_moment(time: datetime) -> Moment | None:
    """A clock reading with its offset; one of another calendar, or beyond this one, is none."""
    offset = time.utcoffset()
    if time.year < FIRST_YEAR or time.replace(tzinfo=UTC) == NO_TIME:
        return None
    if offset is None:
        return Moment(time.replace(tzinfo=UTC))
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    try:
        return Moment(time.astimezone(UTC), "{}{:02}:{:02}".format(sign, *divmod(abs(minutes), 60)))
    except OverflowError:  # the last day of the calendar
        return None
