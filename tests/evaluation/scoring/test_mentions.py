from __future__ import annotations

import pytest

from dateline.evaluation.rows import MentionsRow, Relation, TypedMention
from dateline.evaluation.scoring.mentions import group_of, score
from dateline.evaluation.scoring.shares import Share

FRONT = TypedMention(start=0, end=9, type="Organisation")
TOWN = TypedMention(start=20, end=27, type="Location")
GOLD = (MentionsRow(id="1", mentions=(FRONT, TOWN), relations=(Relation("In", 0, 1),)),)


@pytest.mark.parametrize(
    ("type", "group"),
    [
        ("Person", "actor"),
        ("Actor", "actor"),
        ("Money", "quantity"),
        ("Vehicle", "other"),
        (None, "other"),
    ],
)
def test_types_have_groups(type, group):
    assert group_of(TypedMention(start=0, end=1, type=type)) == group


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert set(scores.groups) == {"any", "actor", "place"}
    assert all(group.strict.f1 == group.relaxed.f1 == 1 for group in scores.groups.values())
    assert scores.relations.f1 == scores.relations_untyped_recall == 1


def test_spans_are_matched_within_their_group():
    shorter = TypedMention(start=0, end=5, type="actor")
    wrong = TypedMention(start=20, end=27, type="actor")
    scores = score(GOLD, [MentionsRow(id="1", mentions=(shorter, wrong))])
    assert scores.groups["actor"].relaxed == Share(0.5, 1, 0.6667, 1, 2, 1)
    assert scores.groups["actor"].strict == Share(0, 0, 0, 0, 2, 1)
    assert scores.groups["place"].relaxed == Share(gold=1)
    assert scores.groups["any"].strict == Share(0.5, 0.5, 0.5, 1, 2, 2)


def test_relations_hold_between_coded_mentions():
    nowhere = TypedMention(start=50, end=52, type="Location")
    relations = (Relation("Near", 2, 1), Relation("In", 2, 0))
    said = MentionsRow(id="1", mentions=(nowhere, TOWN, FRONT), relations=relations)
    scores = score(GOLD, [said])
    assert scores.relations == Share(0, 0, 0, 0, 2, 1)
    assert scores.relations_untyped_recall == 1


def test_a_corpus_without_relations_has_no_recall_of_them():
    assert score([MentionsRow(id="1")], []).relations_untyped_recall is None
