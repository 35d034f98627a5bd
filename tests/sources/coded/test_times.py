"""When something was, and when that was written."""

from datetime import UTC, datetime

import pytest

from .conftest import only


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("2024-05-17T10:00+03:00", datetime(2024, 5, 17, 7, tzinfo=UTC)),
        ("17/05/2024", datetime(2024, 5, 17, tzinfo=UTC)),
        ("--05-17", None),
    ],
)
def test_the_time_of_publication_is_read(table, words: str, at: datetime) -> None:
    published = only(table("date,kind,published", f"2024,clash,{words}")).published
    assert (published.at if published else None) == at
