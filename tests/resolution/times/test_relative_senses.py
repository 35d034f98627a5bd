from __future__ import annotations

from datetime import date

import pytest

from dateline.resolution.times.grammar import senses_of
from dateline.resolution.times.senses import Viewpoint

TODAY = Viewpoint(date(2018, 9, 1), None, past=True)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("this quarter", "2018-07-01", "2018-09-30", "YEAR"),
        ("last decade", "2000-01-01", "2009-12-31", "YEAR"),
        ("last fortnight", "2018-08-13", "2018-08-26", "MONTH"),
        ("two fortnights ago", "2018-08-01", "2018-08-07", "WEEK"),
        ("36 hours ago", "2018-08-30", "2018-08-31", "FEW_DAYS"),
        ("ten minutes ago", "2018-09-01", "2018-09-01", "DAY"),
        ("a couple of days ago", "2018-08-30", "2018-08-30", "DAY"),
        ("weeks ago", "2018-08-01", "2018-08-21", "MONTH"),
        ("months ago", "2017-10-01", "2018-07-31", "YEAR"),
        ("the past year", "2017-09-02", "2018-09-01", "YEAR"),
        ("recent weeks", "2018-08-05", "2018-09-01", "MONTH"),
        ("more than two years ago", "2016-01-01", "2016-12-31", "YEAR"),
    ],
)
def test_counts_from_publication(words, first, last, precision):
    (sense,) = senses_of(words, TODAY)
    shown = (str(sense.value.earliest), str(sense.value.latest), sense.value.precision.name)
    assert shown == (first, last, precision)
