from __future__ import annotations

from dateline.evaluation.rows import Toponym, ToponymsRow
from dateline.evaluation.scoring.shares import Share
from dateline.evaluation.scoring.toponyms import score


def at(start, end, lat=None, lon=None, **more):
    return Toponym(start=start, end=end, lat=lat, lon=lon, **more)


GOLD = (
    ToponymsRow(
        id="1",
        toponyms=(
            at(0, 4, 36.0, 37.0, geonameid="7"),
            at(10, 14, 0.0, 0.0),
            at(20, 24, optional=True),
            at(40, 44),
        ),
    ),
)


def say(*toponyms):
    return score(GOLD, [ToponymsRow(id="1", toponyms=toponyms)])


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.spans == scores.spans_exact == Share(1, 1, 1, 3, 3, 3)
    assert (scores.with_coordinates, scores.resolved) == (2, 2)
    assert scores.accuracy_161km == scores.accuracy_161km_of_all == 1
    assert scores.median_km == scores.auc == 0


def test_nothing_said_is_all_missed():
    scores = score(GOLD, [])
    assert scores.spans == Share(gold=3)
    assert scores.accuracy_161km_of_all == scores.same_geonameid_of_resolved == 0
    assert scores.median_km is scores.auc is None


def test_pins_are_judged_of_all_and_of_those_given():
    scores = say(at(1, 4, 37.0, 37.0, geonameid=7), at(20, 22), at(30, 33))
    assert scores.spans == Share(0.5, 0.3333, 0.4, 1, 2, 3)
    assert scores.spans_exact.correct == 0
    assert (scores.accuracy_161km, scores.accuracy_161km_of_all) == (1, 0.5)
    assert scores.same_geonameid_of_resolved == 1
    assert scores.median_km == 111.2


def test_a_far_pin_and_no_pin_are_told_apart():
    far = say(at(0, 4, -36.0, 37.0))
    assert (far.resolved, far.accuracy_161km) == (1, 0)
    assert say(at(0, 4)).resolved == 0
