from __future__ import annotations

import pytest

from dateline.analysis.times import find_times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The prisoners captured on 25 July are alive.", ["25 July"]),
        ("KILLED ON 28 OCT 89 -- LAST NIGHT.", ["28 OCT 89", "LAST NIGHT"]),
        ("They may march on the second town with 2000 men.", []),
    ],
)
def test_finds_the_words_that_say_when(text, found):
    assert [span.of(text) for span in find_times(text)] == found
