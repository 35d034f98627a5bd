"""Keep a bug from stopping a run, and its traceback for whoever mends it."""

from __future__ import annotations

import logging

logger = logging.getLogger(__name__)


def report_bug(address: str, step: str, error: Exception) -> str:
    """What a record says of a bug; its traceback goes to the log."""
    logger.error("%s: a bug in Dateline, at the step %r", address, step, exc_info=error)
    return f"a bug in Dateline: {type(error).__name__}: {error}"
