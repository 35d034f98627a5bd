from datetime import UTC, datetime

import pytest

from dateline.sources.published import parse_published, parts_of


@pytest.mark.parametrize(
    ("words", "at", "zone"),
    [
        ("2023-10-24", datetime(2023, 10, 24, tzinfo=UTC), None),
        (" 20231024 ", datetime(2023, 10, 24, tzinfo=UTC), None),
        ("2023-10-24T08:30:00", datetime(2023, 10, 24, 8, 30, tzinfo=UTC), None),
        ("2023-10-24T08:30:00Z", datetime(2023, 10, 24, 8, 30, tzinfo=UTC), "+00:00"),
        ("2023-10-24T01:30:00+02:00", datetime(2023, 10, 23, 23, 30, tzinfo=UTC), "+02:00"),
        ("2023-10-24 08:30:00 -0330", datetime(2023, 10, 24, 12, 0, tzinfo=UTC), "-03:30"),
        ("Tue, 24 Oct 2023 08:30:00 GMT", datetime(2023, 10, 24, 8, 30, tzinfo=UTC), "+00:00"),
        ("Tue, 24 Oct 2023 08:30:00 -0000", datetime(2023, 10, 24, 8, 30, tzinfo=UTC), None),
    ],
)
def test_reads_the_dates_that_files_carry(words: str, at: datetime, zone: str | None) -> None:
    """With the offset they give; a bare day, or a time without one, has none."""
    assert parts_of(parse_published(words)) == (at, zone)


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2023-13-01", "24/10/2023", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00-12:00"],
)
def test_what_is_no_date_is_unknown(words: str) -> None:
    assert parse_published(words) is None
