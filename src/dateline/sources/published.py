"""Read when a text was published, as an aware time in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

SPACE_BEFORE_OFFSET = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)")


def parse_published(words: str) -> datetime | None:
    """Read an ISO 8601 or e-mail date; midnight UTC for a bare day, UTC where no offset is said."""
    words = words.strip()
    try:
        moment = datetime.fromisoformat(SPACE_BEFORE_OFFSET.sub("", words))
    except ValueError:
        try:
            moment = parsedate_to_datetime(words)
        except ValueError:
            return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first and last day of the calendar, in a zone beyond them
        return None
