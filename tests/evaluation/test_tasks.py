from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.evaluation.figures import figure_of
from dateline.evaluation.rows import (
    Attributed,
    AttributionRow,
    ClusterEvent,
    ClustersRow,
    DyadRow,
    EventFactuality,
    EventPlacesRow,
    FactualityRow,
    MentionsRow,
    PooledDocument,
    Quoted,
    RecordEvent,
    RecordsRow,
    SentencesRow,
    TimeExpression,
    TimesRow,
    Toponym,
    ToponymsRow,
    TypedMention,
)
from dateline.evaluation.tasks import TASKS, task_named

SPAN = {"start": 0, "end": 4}
SAID = Quoted(**SPAN)

# One row of each task, with one thing in it.
ROWS = {
    "records": RecordsRow(id="1", events=(RecordEvent(kind="attack"),)),
    "dyads": DyadRow(id="1", source=SAID, type="AID"),
    "event_places": EventPlacesRow(id="1", text="Oldtown.", places=(SAID,)),
    "mentions": MentionsRow(id="1", mentions=(TypedMention(**SPAN, type="Location"),)),
    "factuality": FactualityRow(id="1", events=(EventFactuality(**SPAN, label="future"),)),
    "attribution": AttributionRow(id="1", attributions=(Attributed(source=(SAID,), cue=(SAID,)),)),
    "sentences": SentencesRow(id="1", labels=("A",)),
    "times": TimesRow(id="1", times=(TimeExpression(**SPAN, type="DATE", value="2018"),)),
    "toponyms": ToponymsRow(id="1", toponyms=(Toponym(**SPAN, lat=1.0, lon=2.0),)),
    "clusters": ClustersRow(
        id="1",
        documents=(PooledDocument(id="a"), PooledDocument(id="b")),
        events=(ClusterEvent(documents=("a", "b")),),
    ),
}


def test_every_task_is_tried():
    assert list(ROWS) == [task.name for task in TASKS]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_what_is_missed_is_a_mistake_and_what_is_right_is_none(task):
    row = ROWS[task.name]
    assert task.mistakes(task.score([row], [row])) == 0
    assert task.mistakes(task.score([row], [])) > 0


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_key_figures_are_figures(task):
    row = ROWS[task.name]
    scores = task.score([row], [row])
    assert all(figure_of(scores, path) is not None or "." in path for path in task.key_figures)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_a_row_is_said_in_one_line(task):
    (line,) = task.lines(ROWS[task.name])
    assert "\n" not in line


def test_a_task_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(UsageError, match="no task 'weather': records, dyads"):
        task_named("weather")
