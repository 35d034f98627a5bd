from datetime import UTC, datetime

import pytest

from dateline.sources.published import parse_published


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2023-10-24", datetime(2023, 10, 24, tzinfo=UTC)),
        (" 20231024 ", datetime(2023, 10, 24, tzinfo=UTC)),
        ("2023-10-24T08:30:00", datetime(2023, 10, 24, 8, 30, tzinfo=UTC)),
        ("2023-10-24T08:30:00Z", datetime(2023, 10, 24, 8, 30, tzinfo=UTC)),
        ("2023-10-24T01:30:00+02:00", datetime(2023, 10, 23, 23, 30, tzinfo=UTC)),
        ("2023-10-24 08:30:00 +0200", datetime(2023, 10, 24, 6, 30, tzinfo=UTC)),
        ("Tue, 24 Oct 2023 08:30:00 GMT", datetime(2023, 10, 24, 8, 30, tzinfo=UTC)),
    ],
)
def test_reads_the_dates_that_files_carry(words: str, moment: datetime) -> None:
    assert parse_published(words) == moment


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2023-13-01", "24/10/2023", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00-12:00"],
)
def test_what_is_no_date_is_unknown(words: str) -> None:
    assert parse_published(words) is None
