"""Die on purpose at a named point, so that tests can see that nothing is lost there."""

from __future__ import annotations

import os
import signal
from collections import Counter

CRASH_VARIABLE = "DATELINE_CRASH_AT"  # "reading-kept:3": the third time that is reached

_reached: Counter[str] = Counter()


def crash_at(point: str) -> None:
    """Kill this process, without any warning, if it is to die at this point."""
    wanted = os.environ.get(CRASH_VARIABLE)
    if wanted is None:
        return
    _reached[point] += 1
    if wanted in (point, f"{point}:{_reached[point]}"):
        # Windows knows no SIGKILL; there SIGTERM ends a process as bluntly.
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
