"""Measure what hostile input costs in memory, whatever ran in this process before."""

from __future__ import annotations

from pathlib import Path

import pytest

STATUS, RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Memory:
    """By how many kilobytes this process has grown at most since it was marked."""

    def __init__(self) -> None:
        self.mark()

    def mark(self) -> None:
        """Begin anew: an earlier test that took more would hide anything up to that."""
        RESET.write_text("5")
        self._before = self._peak()

    def __call__(self) -> int:
        return self._peak() - self._before

    @staticmethod
    def _peak() -> int:
        (line,) = (line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1])


@pytest.fixture
def grown() -> Memory:
    """Tell by how many kilobytes the process has grown at most since the test began."""
    if not RESET.exists():
        pytest.skip("only Linux sets the mark of the most memory back")
    return Memory()
