from __future__ import annotations

from dateline.evaluation.rows import TimeExpression, TimesRow
from dateline.evaluation.scoring.shares import Share
from dateline.evaluation.scoring.times import score


def time(start, end, type, value, **more):
    return TimeExpression(start=start, end=end, type=type, value=value, **more)


DATELINE = time(0, 6, "DATE", "2018-07-25", creation_time=True)
NIGHT = time(10, 20, "TIME", "2018-07-24TNI")
DAYS = time(30, 38, "DURATION", "P2D")
GOLD = (TimesRow(id="1", annotated_end=60, times=(DATELINE, NIGHT, DAYS)),)


def say(*times):
    return score(GOLD, [TimesRow(id="1", times=times)])


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.relaxed == scores.strict == Share(1, 1, 1, 3, 3, 3)
    assert scores.value_f1 == scores.value_accuracy == scores.type_accuracy == 1
    assert scores.without_creation_time.relaxed == Share(1, 1, 1, 2, 2, 2)


def test_nothing_said_is_all_missed():
    scores = score(GOLD, [])
    assert scores.relaxed == Share(gold=3)
    assert scores.value_accuracy == scores.dates_to_the_day_recall == 0


def test_values_count_on_spans_that_overlap():
    scores = say(time(12, 20, "DATE", "2018-07-24"), time(30, 38, "DURATION", None))
    assert scores.relaxed == Share(1, 0.6667, 0.8, 2, 2, 3)
    assert scores.strict.correct == 1
    assert (scores.value_accuracy, scores.value_f1, scores.type_accuracy) == (0, 0, 0.5)
    assert scores.dates_to_the_day_recall == 0.5


def test_what_is_said_beyond_the_coded_part_is_not_counted():
    assert say(time(60, 64, "DATE", "2018")).relaxed.predicted == 0


def test_the_date_of_the_text_can_be_left_out_on_both_sides():
    scores = say(time(0, 6, "DATE", "2018-07-25"))
    assert scores.relaxed.correct == 1
    assert scores.without_creation_time.relaxed == Share(gold=2)
