from __future__ import annotations

import pytest

from dateline.evaluation.rows import EventFactuality, FactualityRow, Quoted
from dateline.evaluation.scoring.factuality import Speakers, label_of, score


def event(start, *values, **more):
    names = ("certainty", "polarity", "time")
    return EventFactuality(
        start=start, end=start + 3, **dict(zip(names, values, strict=False)), **more
    )


ARMY = Quoted(start=50, end=54)
EVENTS = (
    event(0, "CERTAIN", "POS", "NON_FUTURE", speaker=ARMY),
    event(10, "CERTAIN", "NEG", "NON_FUTURE"),
    event(20, "PROBABLE", "POS", "FUTURE"),
    event(30, "CERTAIN", "POS", "FUTURE"),
    event(40, "CERTAIN", "UNDERSPECIFIED", "FUTURE"),
)
GOLD = (FactualityRow(id="1", events=EVENTS),)


@pytest.mark.parametrize(
    ("coded", "label"),
    list(zip(EVENTS, ["happened", "negated", "uncertain", "future", None], strict=True)),
)
def test_each_event_has_one_class(coded, label):
    assert label_of(coded) == label


def test_a_prediction_may_give_the_class_alone():
    assert label_of(event(0, label="future")) == "future"
    assert label_of(event(0, label="unheard of")) is None
    assert label_of(event(0, "CERTAIN", "POS")) is None


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert (scores.events, scores.coverage, scores.macro_f1) == (4, 1, 1)
    assert scores.speakers == Speakers(1, 1)


def test_calling_everything_happened_is_counted():
    said = tuple(event(start, label="happened") for start in (0, 10, 20, 30, 60))
    scores = score(GOLD, [FactualityRow(id="1", events=said)])
    assert scores.macro_f1 == 0.1
    assert scores.claimed_happened_but_was_not == 3
    assert scores.classes["happened"].precision == 0.25
    assert scores.speakers == Speakers(1, 0)


def test_what_is_not_found_is_missed():
    said = FactualityRow(id="1", events=(event(1, label="happened", speaker=ARMY),))
    scores = score(GOLD, [said])
    assert (scores.coverage, scores.macro_f1, scores.macro_f1_covered) == (0.25, 0.25, 1)
    assert scores.speakers.recall == 1


def test_without_events_there_are_no_figures():
    scores = score([FactualityRow(id="1")], [])
    assert (scores.macro_f1, scores.classes, scores.speakers) == (0, {}, Speakers(0, None))
