from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluation.rows import (
    MentionsRow,
    RecordEvent,
    RecordsRow,
    Relation,
    Row,
    SentencesRow,
    load_rows,
    write_rows,
)


def write(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def load(path: Path, row: type[Row]) -> list[Row]:
    return list(load_rows(path, row))


def test_unknown_fields_and_empty_lines_are_passed_over(tmp_path):
    path = write(tmp_path / "rows", '{"id": "1", "colour": "red"}', "", '{"id": "2"}')
    assert load(path, Row) == [Row(id="1"), Row(id="2")]


def test_rows_are_read_as_they_are_asked_for(tmp_path):
    rows = load_rows(write(tmp_path / "rows", '{"id": "1"}', "not a row"), Row)
    assert next(rows).id == "1"
    with pytest.raises(UsageError):
        next(rows)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 2: Input data was truncated"),
        ('{"text": "no id"}', "line 2: Object missing required field `id`"),
        ('{"id": 7}', "line 2: Expected `str`, got `int`"),
        ('{"id": "1", "events": [{"actors": "RF"}]}', r"line 2: .* at `\$\.events"),
    ],
)
def test_a_broken_line_is_named_with_its_reason(tmp_path, line, reason):
    path = write(tmp_path / "rows", '{"id": "1"}', line)
    with pytest.raises(UsageError, match=reason) as caught:
        load(path, RecordsRow)
    assert str(caught.value).startswith(f"{path}, line 2: ")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "rows").write_bytes(b'{"id": "\xff"}\n')
    with pytest.raises(UsageError, match="line 1"):
        load(tmp_path / "rows", Row)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="nowhere: No such file"):
        load(tmp_path / "nowhere", Row)
    with pytest.raises(UsageError, match="No such file"):
        write_rows([Row(id="1")], tmp_path / "nowhere" / "rows")


def test_what_is_written_is_read_again(tmp_path):
    rows = [RecordsRow(id="1", text="Ćma", events=(RecordEvent(kind="attack", lat=1.5),))]
    write_rows(rows, tmp_path / "rows")
    assert load(tmp_path / "rows", RecordsRow) == rows


def test_fields_that_say_nothing_are_not_written(tmp_path):
    write_rows([SentencesRow(id="1")], tmp_path / "rows")
    assert (tmp_path / "rows").read_text() == '{"id":"1","labels":[]}\n'


def test_relations_lead_from_a_mention_to_another(tmp_path):
    line = '{"id":"1","mentions":[],"relations":[{"type":"Near","from":2,"to":0}]}'
    path = write(tmp_path / "rows", line)
    rows = load(path, MentionsRow)
    assert rows == [MentionsRow(id="1", relations=(Relation("Near", 2, 0),))]
    write_rows(rows, tmp_path / "again")
    assert (tmp_path / "again").read_text() == path.read_text()


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        (None, None),
        ("1990-01-09", datetime(1990, 1, 9, tzinfo=UTC)),
        ("1990-01-09T02:00:00+02:00", datetime(1990, 1, 9, tzinfo=UTC)),
    ],
)
def test_a_row_is_published_at_a_moment(published, moment):
    assert Row(id="1", published=published).published_at == moment
