"""Pauses between requests, and waits that hosts ask for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.sources.fetching.pacing import Pace, read_retry_after

NOW = datetime(2024, 5, 14, 12, tzinfo=UTC)


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(clock=clock, sleep=clock.sleep)


def test_the_first_request_to_a_host_does_not_wait(pace: Pace) -> None:
    assert pace.wait("a.example:443", 1.0) == 0
    assert pace.wait("b.example:443", 1.0) == 0


def test_the_next_one_waits_out_the_pause(pace: Pace, clock: Clock) -> None:
    pace.wait("a.example:443", 2.0)
    clock.now += 0.5
    assert pace.wait("a.example:443", 2.0) == 1.5
    assert clock.now == 102.0


def test_a_host_that_asks_for_it_is_left_alone(pace: Pace, clock: Clock) -> None:
    pace.close("a.example:443", 60)
    clock.now += 20
    assert pace.closed_for("a.example:443") == 40
    assert pace.closed_for("b.example:443") == 0
    clock.now += 50
    assert pace.closed_for("a.example:443") == 0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("120", 120),
        (" 0 ", 0),
        ("999999999999", 86400),
        ("Tue, 14 May 2024 12:10:00 GMT", 600),
        ("Tue, 14 May 2024 11:00:00 GMT", 0),
        ("Tue, 14 May 2030 11:00:00 GMT", 86400),
        ("soon", None),
        ("-5", None),
        ("²", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: str | None, seconds: float | None) -> None:
    assert read_retry_after(value, now=NOW) == seconds
