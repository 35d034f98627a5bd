"""When to ask again, and whether two texts are one report."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dateline.pipeline.fetching.revisiting import retry_at, same_report

NOW = datetime(2024, 5, 15, 12, tzinfo=UTC)
TEXT = "Shells on Kosti\n\nRebels shelled Kosti on Monday, killing nine people, the army said."


@pytest.mark.parametrize(
    ("failures", "asked", "minutes"),
    [(1, None, None), (2, None, None), (3, None, 15), (4, None, 30), (99, None, 24 * 60),
     (1, 60.0, 1), (3, 60.0, 15), (3, 7200.0, 120)],
)  # fmt: skip
def test_what_fails_longer_waits_longer(failures, asked, minutes) -> None:
    expected = None if minutes is None else NOW + timedelta(minutes=minutes)
    assert retry_at(failures, asked, now=NOW) == expected


@pytest.mark.parametrize(
    ("title", "html", "same"),
    [
        ("Shells on Kosti", "", True),
        ("Nine die in Kosti", "<p>Rebels shelled Kosti on Monday, killing eleven people.", True),
        ("Truce in Rabak", "<p>A truce holds in Rabak on Monday, officials said.", False),
        ("", "", False),
    ],
)
def test_a_report_that_was_renamed_is_told_from_another(title, html, same) -> None:
    assert same_report(TEXT, title, html) is same
