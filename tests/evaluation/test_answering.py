from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType

import pytest

from dateline.errors import UsageError
from dateline.evaluation.answering import answer
from dateline.evaluation.maps import load_map
from dateline.evaluation.rows import EventPlacesRow, RecordEvent, RecordsRow
from dateline.evaluation.tasks import task_named


@pytest.fixture
def give(monkeypatch):
    """Put a function in the place of a task's answer."""

    def put(name, function):
        module = ModuleType(name)
        module.answer = function
        monkeypatch.setitem(sys.modules, f"dateline.evaluation.answers.{name}", module)

    return put


def test_an_answer_is_given_for_each_row(give):
    def echo(rows, engine):
        return (replace(row, text=engine) for row in rows)

    give("event_places", echo)
    rows = (EventPlacesRow(id="1"), EventPlacesRow(id="2"))
    said = answer(task_named("event_places"), rows, "an engine")
    assert [(row.id, row.text) for row in said] == [("1", "an engine"), ("2", "an engine")]


def test_a_task_with_kinds_is_given_a_map_of_them(give, tmp_path):
    def told(rows, engine, *, kinds):
        about = kinds.about if kinds else "none"
        return [RecordsRow(id=row.id, events=(RecordEvent(kind=about),)) for row in rows]

    give("records", told)
    (tmp_path / "mine.toml").write_text('about = "mine"\n')
    task, rows = task_named("records"), (RecordsRow(id="1"),)

    def about(task, **options):
        return answer(task, rows, None, **options)[0].events[0].kind

    assert about(task) == load_map("muc").about
    assert about(task, map_name=str(tmp_path / "mine.toml")) == "mine"
    assert about(replace(task, default_map=None)) == "none"


def test_a_task_without_an_answer_says_what_to_do():
    task = replace(task_named("times"), name="weather")
    with pytest.raises(UsageError, match=r"weather: .* --score"):
        answer(task, (), None)


def test_an_answer_that_misses_a_module_is_a_bug(monkeypatch):
    def broken(name):
        raise ModuleNotFoundError("no spacy", name="spacy")

    monkeypatch.setattr("dateline.evaluation.answering.import_module", broken)
    with pytest.raises(ModuleNotFoundError, match="no spacy"):
        answer(task_named("times"), (), None)
