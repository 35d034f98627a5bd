from __future__ import annotations

import json
from pathlib import Path

from dateline.evaluation.article_table import report, report_json
from dateline.evaluation.articles import Offsets, PredictedArticle, Prediction, load_articles
from dateline.evaluation.scoring.articles import score_articles

CORPUS = load_articles(Path(__file__).parent / "gold")
PLAN = CORPUS.articles[0].claims[1]
TOLD = Prediction(kind="offensive", status="occurred", trigger=PLAN.trigger, event="a")
WRONG = Prediction(kind="protest", status="occurred", trigger=Offsets(0, 6), event="b")
SCORES = score_articles(CORPUS, [PredictedArticle("01", (TOLD, WRONG))])


def test_the_table_has_a_row_for_each_field_and_names_the_worst():
    lines = report(SCORES).splitlines()
    assert lines[0] == "articles 2, without predictions 1 02"
    assert "  found                      50.0   50.0   50.0      1      1       1" in lines
    assert any(line.startswith("  kind ") and line.endswith("1 of 1") for line in lines)
    assert lines[-2:] == [
        "worst articles",
        "  01                         50.0   50.0   50.0      1      1       1",
    ]


def test_a_plan_told_as_a_fact_is_shown():
    assert "  01 claim 1 offensive: planned > occurred" in report(SCORES)


def test_shares_of_nothing_are_a_dash():
    empty = report(score_articles(CORPUS, []))
    assert "  found                         –    0.0    0.0      0      0       2" in empty


def test_json_holds_counts_and_shares():
    content = json.loads(report_json(SCORES))
    assert content["shares"]["detection"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert content["on_pairs"]["kind"] == {"hits": 1, "total": 1}
    assert content["shares"]["kind"] == {"share": 1.0}


def test_the_same_scores_give_the_same_bytes():
    again = score_articles(CORPUS, [PredictedArticle("01", (TOLD, WRONG))])
    assert report_json(again) == report_json(SCORES)


def test_events_are_shown_where_predictions_name_them():
    shelling = CORPUS.articles[0].claims[0]
    both = (TOLD, Prediction(kind="shelling", trigger=shelling.trigger, event="a"))
    assert "same event" in report(score_articles(CORPUS, [PredictedArticle("01", both)]))
