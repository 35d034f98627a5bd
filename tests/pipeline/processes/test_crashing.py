"""A process dies only at the point it is told to die at."""

from __future__ import annotations

import pytest

from dateline.pipeline.processes import crashing
from dateline.pipeline.processes.crashing import CRASH_VARIABLE, crash_at


@pytest.mark.parametrize(
    ("wanted", "deaths"),
    [(None, 0), ("reading-kept", 3), ("reading-kept:2", 1), ("reading-kept:9", 0), ("other", 0)],
)
def test_a_process_dies_where_it_is_told_to(
    wanted: str | None, deaths: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = []
    monkeypatch.setattr(crashing, "_reached", crashing.Counter())
    monkeypatch.setattr("os.kill", lambda *how: killed.append(how))
    monkeypatch.delenv(CRASH_VARIABLE, raising=False)
    if wanted is not None:
        monkeypatch.setenv(CRASH_VARIABLE, wanted)
    for _ in range(3):
        crash_at("reading-kept")
    assert len(killed) == deaths
