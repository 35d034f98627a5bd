from __future__ import annotations

import json
import re

from dateline.evaluation.rows import EventPlacesRow, Quoted, RecordEvent, RecordsRow
from dateline.evaluation.score_table import WorstRow, find_worst, report_scores, scores_json
from dateline.evaluation.tasks import task_named

TASK = task_named("event_places")
TEXT = "They shelled El Obeid near Kosti."
EL_OBEID, KOSTI = Quoted(start=13, end=21), Quoted(start=27, end=32)
GOLD = tuple(EventPlacesRow(id=id, text=TEXT, places=(EL_OBEID,)) for id in "1234")
SAID = (
    EventPlacesRow(id="1", places=(EL_OBEID,)),
    EventPlacesRow(id="2", places=(KOSTI,)),
    EventPlacesRow(id="4", places=(EL_OBEID, KOSTI)),
)


def test_the_table_has_shares_first_then_plain_figures():
    assert report_scores(TASK.score(GOLD, SAID)).splitlines() == [
        "                     P      R     F1    right     said    coded",
        "  tokens          66.7   50.0   57.1        4        6        8",
        "",
        "  items              4",
        "  items exact     0.25",
        "  items touched    0.5",
    ]


def test_half_points_are_shown_as_they_are():
    task = task_named("records")
    events = (RecordEvent(kind="attack", place=("Peru", "Lima")),)
    found = (RecordEvent(kind="attack", place=("Peru",)),)
    scores = task.score([RecordsRow(id="1", events=events)], [RecordsRow(id="1", events=found)])
    assert "slots place                     50.0   50.0   50.0      0.5        1        1" in (
        report_scores(scores)
    )


def test_shares_without_counts_and_rates_are_shown():
    clusters, dyads = task_named("clusters"), task_named("dyads")
    row = dyads.row(id="1", type="AID")
    assert "  b cubed  0.0  0.0  0.0\n" in squeezed(report_scores(clusters.score([], [])))
    assert "  recall by type AID  0 of 1" in squeezed(report_scores(dyads.score([row], [])))


def squeezed(table: str) -> str:
    return re.sub(" {2,}", "  ", table)


def test_the_worst_come_first_and_what_is_right_is_not_among_them():
    worst = find_worst(TASK, GOLD, SAID, count=5)
    assert [row.id for row in worst] == ["2", "3", "4"]
    assert worst[0] == WorstRow("2", 3, ("El Obeid",), ("Kosti",))
    assert worst[1].said == ()
    assert find_worst(TASK, GOLD, SAID, count=1) == worst[:1]
    assert find_worst(TASK, GOLD, SAID, count=0) == ()


def test_a_worst_row_shows_what_was_expected_and_what_was_said():
    scores, worst = TASK.score(GOLD, SAID), find_worst(TASK, GOLD, SAID, count=2)
    assert report_scores(scores, worst).splitlines()[-8:] == [
        "",
        "worst rows",
        "  2",
        "    expected  El Obeid",
        "    said      Kosti",
        "  3",
        "    expected  El Obeid",
        "    said      nothing",
    ]


def test_json_holds_the_figures():
    content = json.loads(scores_json(TASK.score(GOLD, GOLD)))
    assert content["tokens"]["f1"] == content["items_exact"] == 1
    assert content["no_place_kept"] is None
