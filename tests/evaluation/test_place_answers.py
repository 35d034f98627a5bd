from __future__ import annotations

from dateline.evaluation.answers.times import answer
from dateline.evaluation.rows import TimesRow


def values(text: str) -> list[tuple[str | None, str | None]]:
    rows = [TimesRow(id="a", text=text, published="2015-06-10")]
    (row,) = answer(rows, None)
    return [(time.type, time.value) for time in row.times]


def test_times_have_the_values_of_timex3():
    assert values("They met on 3 May 2014.") == [("DATE", "2014-05-03")]
    assert values("They have met since 2004.") == [("DATE", "2004")]
    assert values("It lasted two years.") == [("DURATION", "P2Y")]
    assert values("It lasted for several days.") == [("DURATION", "PXD")]


def test_what_lies_ahead_has_a_value_too():
    assert values("The vote is next month.") == [("DATE", "2015-07")]
