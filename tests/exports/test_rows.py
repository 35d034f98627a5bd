from __future__ import annotations

from io import StringIO

import pytest

from dateline.exports import EVERY_STATUS
from dateline.exports.rows import select_rows
from dateline.types import EventId


def test_every_value_shows_its_words_and_where_they_stand(row):
    evidence = {words.field: words for words in row().evidence}
    assert list(evidence) == [
        "evidence", "trigger", "actors.0", "targets.0", "places.0", "outcome", "tolls.0",
        "tolls.0.whose",
    ]  # fmt: skip
    assert evidence["actors.0"].quote == "Red Front"
    assert evidence["outcome"].quote == "beaten back"
    assert (evidence["trigger"].start, evidence["trigger"].end) == (10, 17)
    assert {words.address for words in evidence.values()} == {"news/a.txt"}


@pytest.mark.parametrize("write", EVERY_STATUS.values(), ids=EVERY_STATUS)
def test_rows_are_written_as_they_come_and_none_is_held(write, row):
    stream = StringIO()
    written = []

    def come():
        for name in ("last", "first", "middle"):
            yield row(id=EventId(name))
            written.append(name in stream.getvalue())

    write(come(), stream, every=True)
    assert written == [True, True, True]


def test_only_what_happened_is_kept_unless_every_status_is_asked_for(rows):
    kept = {row.event.status for row in select_rows(rows, every=False)}
    assert kept == {"occurred", "ongoing", "failed"}
