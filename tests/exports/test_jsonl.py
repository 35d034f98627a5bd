from __future__ import annotations

from io import StringIO

from dateline.exports.jsonl import read_jsonl, write_jsonl


def written(rows, **options):
    stream = StringIO()
    write_jsonl(rows, stream, **options)
    return stream.getvalue()


def test_every_field_of_every_event_is_read_back(rows):
    lines = read_jsonl(StringIO(written(rows, every=True)))
    assert {line.event.id: (line.event, line.evidence) for line in lines} == {
        row.event.id: (row.event, row.evidence) for row in rows
    }
    assert all(line.because for line in lines)


def test_plans_leave_only_when_every_status_is_asked_for(rows):
    lines = read_jsonl(StringIO(written(rows)))
    assert {line.event.status for line in lines} == {"occurred", "ongoing", "failed"}
