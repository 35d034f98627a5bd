from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluation.articles import (
    Offsets,
    PredictedArticle,
    Prediction,
    load_articles,
    load_predictions,
    predict,
    write_predictions,
)

GOLD = Path(__file__).parent / "gold"


def test_coded_articles_come_with_their_text_and_time():
    first, second = load_articles(GOLD).articles
    assert (first.id, second.id) == ("01", "02")
    trigger = first.claims[0].trigger
    assert first.text[trigger.start : trigger.end] == "shelled"
    assert first.published_at == datetime(1990, 1, 10, tzinfo=UTC)
    assert second.published_at is None


def test_predictions_are_read_as_they_were_written(tmp_path):
    claim = Prediction(kind="clash", status="ongoing", actors=("A",), trigger=Offsets(3, 8))
    written = (PredictedArticle("01", (claim,)), PredictedArticle("02"))
    paths = write_predictions(written, tmp_path / "new")
    assert [path.name for path in paths] == ["01.json", "02.json"]
    assert load_predictions(tmp_path / "new") == written


def test_the_same_predictions_are_the_same_bytes(tmp_path):
    article = PredictedArticle("01", (Prediction(kind="clash"),))
    (first,) = write_predictions([article], tmp_path / "a")
    (second,) = write_predictions([article], tmp_path / "b")
    assert first.read_bytes() == second.read_bytes()


def test_names_may_be_objects_and_single_values_need_no_list(tmp_path):
    claim = {"kind": "clash", "actors": [{"name": "A"}, "B"], "targets": "C", "speaker": ["D"]}
    claim |= {"evidence": {"start": 1, "end": 2}, "sentence": 0, "hedged": None}
    (tmp_path / "x.json").write_text(json.dumps({"claims": [claim, {"kind": None}]}))
    (article,) = load_predictions(tmp_path)
    assert article.id == "x"
    (read,) = article.claims
    assert read.actors == ("A", "B")
    assert read.targets == ("C",)
    assert read.speaker == "D"
    assert read.sentence == (0,)
    assert read.place_in_text == Offsets(1, 2)


def test_a_system_reads_text_and_time_of_publication():
    seen = []

    def read(text: str, published: datetime | None):
        seen.append((text[:6], published))
        return [Prediction(kind="shelling")]

    predictions = predict(load_articles(GOLD), read)
    assert [article.id for article in predictions] == ["01", "02"]
    assert seen == [("Rebels", datetime(1990, 1, 10, tzinfo=UTC)), ("United", None)]


@pytest.mark.parametrize(
    "content",
    [
        "{",
        '{"id": "1", "sentences": [], "claims": [{"kind": 3}]}',
        '{"sentences": 1, "claims": []}',
    ],
)
def test_a_broken_file_is_refused_with_its_name(tmp_path, content):
    (tmp_path / "broken.json").write_text(content)
    with pytest.raises(UsageError, match=r"broken\.json"):
        load_articles(tmp_path)


def test_a_folder_without_coded_articles_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no coded articles"):
        load_articles(tmp_path)
    with pytest.raises(UsageError, match="no such folder"):
        load_predictions(tmp_path / "nowhere")


def test_an_id_that_is_no_file_name_is_refused(tmp_path):
    with pytest.raises(UsageError, match="cannot be the name of a file"):
        write_predictions([PredictedArticle("../up")], tmp_path)


def test_a_broken_list_of_shared_events_is_refused(tmp_path):
    (tmp_path / "01.json").write_text('{"id": "1", "sentences": [], "claims": []}')
    (tmp_path / "same_as.json").write_text("{}")
    with pytest.raises(UsageError, match=r"same_as\.json"):
        load_articles(tmp_path)
