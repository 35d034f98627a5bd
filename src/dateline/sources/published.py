"""Read when a text was published, as a time in UTC with the offset that came with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

SPACE_BEFORE_OFFSET = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in UTC, and the offset it was given with; without one, UTC was taken."""

    at: datetime
    zone: str | None = None  # "+03:00"


def parts_of(moment: Moment | None) -> tuple[datetime | None, str | None]:
    """Time and offset, each ``None`` for a moment that is unknown."""
    return (moment.at, moment.zone) if moment else (None, None)


def parse_published(words: str) -> Moment | None:
    """Read an ISO 8601 or e-mail date; midnight for a bare day."""
    words = words.strip()
    try:
        moment = datetime.fromisoformat(SPACE_BEFORE_OFFSET.sub("", words))
    except ValueError:
        try:
            moment = parsedate_to_datetime(words)
        except ValueError:
            return None
    return make_moment(moment)


def make_moment(time: datetime) -> Moment | None:
    """A clock reading with its offset; one in a zone that lies beyond the calendar is none."""
    offset = time.utcoffset()
    if offset is None:
        return Moment(time.replace(tzinfo=UTC))
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    try:
        return Moment(time.astimezone(UTC), "{}{:02}:{:02}".format(sign, *divmod(abs(minutes), 60)))
    except OverflowError:  # the first and last day of the calendar
        return None
