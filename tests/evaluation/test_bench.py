from __future__ import annotations

import sys
from types import ModuleType

import pytest

from dateline.evaluation.articles import PredictedArticle
from dateline.evaluation.bench import Run, find_runs, measure, sample_rows, say_key_figures
from dateline.evaluation.rows import RecordEvent, RecordsRow, Row, write_rows

ROWS = tuple(
    RecordsRow(id=str(number), events=(RecordEvent(kind="bombing"),)) for number in range(10)
)


@pytest.fixture
def bench(tmp_path, monkeypatch):
    """A folder with one corpus, and an answer that takes the kind from a map."""
    (tmp_path / "records").mkdir()
    write_rows(ROWS, tmp_path / "records" / "muc_dev.jsonl")

    def answer(rows, engine, *, kinds):
        return [RecordsRow(id=row.id, events=(RecordEvent(kind=kinds.about),)) for row in rows]

    module = ModuleType("records")
    module.answer = answer
    monkeypatch.setitem(sys.modules, "dateline.evaluation.answers.records", module)
    return tmp_path


RUN = Run("records", "records/muc_dev.jsonl")


def test_a_run_is_measured(bench):
    scores = measure(RUN, bench, lambda: None)
    assert (scores.documents, scores.event.f1) == (10, 0)
    assert say_key_figures(RUN, scores) == "has_event.f1 1  event.f1 0  all_slots.f1 0"


def test_a_map_makes_labels_of_kinds(bench):
    (bench / "mine.toml").write_text('about = "bombing"\n')
    run = Run("records", "records/muc_dev.jsonl", map=str(bench / "mine.toml"))
    assert measure(run, bench, lambda: None).event.f1 == 1


def test_a_sample_is_measured_alone(bench):
    run = Run("records", "records/muc_dev.jsonl", 3)
    assert measure(run, bench, lambda: None).documents == 3


def test_a_file_that_is_not_there_opens_no_engine(bench):
    assert measure(Run("times", "times/meantime.jsonl"), bench, pytest.fail) is None


def test_articles_are_measured_too(bench, monkeypatch):
    (bench / "articles").mkdir()
    coded = '{"id": "01", "sentences": [[0, 5]], "claims": []}'
    (bench / "articles" / "01.claims.json").write_text(coded)
    said = [PredictedArticle("01")]
    monkeypatch.setattr("dateline.evaluation.bench.read_corpus", lambda corpus, engine: said)
    run = Run("articles", "articles")
    scores = measure(run, bench, lambda: None)
    assert say_key_figures(run, scores) == (
        "detection.precision –  detection.recall –  detection.f1 –"
    )


def test_every_task_runs_on_each_of_its_files():
    runs = list(find_runs(sample=7))
    assert runs[0] == Run("articles", "articles")
    assert Run("toponyms", "toponyms/lgl.jsonl", 7) in runs
    assert Run("toponyms", "toponyms/tr_news.jsonl", 7) in runs
    assert not any(run.task == "sentences" for run in runs)


def test_a_sample_is_always_the_same_and_in_order():
    rows = [Row(id=str(number)) for number in range(100)]
    sample = sample_rows(rows, 10)
    assert sample == sample_rows(iter(rows), 10)
    assert [*sample] == sorted(sample, key=rows.index)
    assert set(sample) != set(rows[:10])
    assert set(sample) <= set(sample_rows(rows, 20))


def test_a_sample_of_more_than_there_is_is_all():
    rows = (Row(id="1"), Row(id="1"))
    assert sample_rows(rows, 3) == sample_rows(rows, None) == rows
    assert len(sample_rows(rows, 1)) == 1
