from __future__ import annotations

from dateline.evaluation.rows import ClusterEvent, ClustersRow, PooledDocument
from dateline.evaluation.scoring.clusters import BCubed, OverMerge, score
from dateline.evaluation.scoring.shares import Share


def events(*groups):
    return tuple(ClusterEvent(id=group, documents=tuple(group)) for group in groups)


def coded(id, *groups):
    documents = tuple(PooledDocument(id=name) for name in "".join(groups))
    return ClustersRow(id=id, documents=documents, events=events(*groups))


GOLD = (coded("1", "ab", "cd"),)


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.b_cubed == BCubed(1, 1, 1)
    assert scores.pairwise == Share(1, 1, 1, 2, 2, 2)
    assert scores.over_merge == OverMerge(0, 0)


def test_no_answer_is_not_everything_apart():
    assert score(GOLD, []).b_cubed == BCubed()
    assert score(GOLD, [ClustersRow(id="1", events=events("a"))]).b_cubed == BCubed(1, 0.5, 0.6667)


def test_a_mixed_event_is_counted():
    scores = score(GOLD, [ClustersRow(id="1", events=events("abcx", "d"))])
    assert scores.b_cubed == BCubed(0.6667, 0.75, 0.7059)
    assert scores.pairwise == Share(0.3333, 0.5, 0.4, 1, 3, 2)
    assert scores.over_merge == OverMerge(1, 0.5)


def test_in_one_pool_topics_can_be_mixed():
    gold = (coded("1", "ab"), coded("2", "cd"))
    said = (ClustersRow(id="1", events=events("abcd")), ClustersRow(id="2", events=events("cd")))
    scores = score(gold, said)
    assert scores.over_merge.mixed_events == 0
    assert scores.pool.over_merge == OverMerge(0.5, 1)
    assert (scores.rows_answered, scores.pool.rows_answered, scores.pool.documents) == (2, 1, 4)


def test_without_rows_there_are_no_figures():
    assert score([], []).over_merge == OverMerge(0, 0)
