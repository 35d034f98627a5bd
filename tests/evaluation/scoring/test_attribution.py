from __future__ import annotations

from dateline.evaluation.rows import Attributed, AttributionRow, Quoted
from dateline.evaluation.scoring.attribution import score
from dateline.evaluation.scoring.shares import Share


def attributed(*parts):
    spans = [(Quoted(start=part[0], end=part[1]),) if part else () for part in parts]
    return Attributed(source=spans[0], cue=spans[1], content=spans[2])


SAID = attributed((0, 4), (5, 9), (10, 30))
ADDED = attributed((40, 44), (45, 49), (50, 60))
GOLD = (AttributionRow(id="1", attributions=(SAID, ADDED)),)


def say(*attributions):
    return score(GOLD, [AttributionRow(id="1", attributions=attributions)])


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.pairs == scores.cue.overlap == Share(1, 1, 1, 2, 2, 2)
    assert scores.content.characters == Share(1, 1, 1, 30, 30, 30)


def test_parts_are_compared_on_the_pairs():
    scores = say(attributed((32, 36), (5, 9), (10, 20)))
    assert scores.pairs == Share(1, 0.5, 0.6667, 1, 1, 2)
    assert scores.source.overlap == Share(0, 0, 0, 0, 1, 2)
    assert scores.content.characters == Share(1, 0.3333, 0.5, 10, 10, 30)


def test_a_source_alone_makes_no_pair():
    scores = say(attributed((0, 4), (32, 36), None))
    assert scores.pairs == Share(0, 0, 0, 0, 1, 2)
    assert scores.source.overlap == Share(0, 0, 0, 0, 1, 2)


def test_the_content_makes_a_pair_where_the_cue_does_not():
    assert say(attributed(None, None, (50, 52))).pairs.correct == 1


def test_nothing_said_is_all_missed():
    assert score(GOLD, []).source.overlap == Share(gold=2)
