"""Leave hosts time between requests, and leave alone those that ask for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 24 * 3600.0  # seconds; a host that asks for more is asked again the day after
WHEN_NOT_SAID = 60.0


class Pace:
    """When each host may be asked again."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._next: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def closed_for(self, host: str) -> float:
        """The seconds for which a host asked to be left alone; 0 when it did not."""
        return max(0.0, self._closed.get(host, 0.0) - self._clock())

    def wait(self, host: str, pause: float) -> float:
        """Wait until a host may be asked; how long that was."""
        now = self._clock()
        start = max(now, self._next.get(host, now))
        self._next[host] = start + pause
        if start > now:
            self._sleep(start - now)
        return start - now

    def close(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time."""
        self._closed[host] = self._clock() + seconds


def read_retry_after(value: str | None, *, now: datetime) -> float | None:
    """The seconds a ``Retry-After`` asks for, written as a number or a date."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), LONGEST_WAIT)
