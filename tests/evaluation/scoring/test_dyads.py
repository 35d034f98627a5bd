from __future__ import annotations

from dataclasses import replace

from dateline.evaluation.articles import Offsets
from dateline.evaluation.measures import Rate
from dateline.evaluation.rows import DyadClaim, DyadRow
from dateline.evaluation.scoring.dyads import score

REBELS, TOWN, ARMY = Offsets(0, 6), Offsets(15, 22), Offsets(30, 34)
SHELLED = DyadRow(id="1", text="One.", source=REBELS, target=TOWN, type="ASSAULT")
FED = DyadRow(id="2", text="Two.", source=REBELS, target=TOWN, type="AID")
GOLD = (SHELLED, FED)


def say(*claims, id="1", gold=GOLD):
    return score(gold, [DyadRow(id=id, claims=claims)])


def claim(source, target, type):
    return DyadClaim(source=source, target=target, type=type)


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.coverage == scores.accuracy == scores.macro_f1 == scores.macro_f1_covered == 1
    assert scores.extra_claims_per_sentence == 0


def test_nothing_said_is_all_missed():
    scores = score(GOLD, [])
    assert (scores.dyads, scores.coverage, scores.macro_f1) == (2, 0, 0)
    assert scores.accuracy_covered == scores.macro_f1_covered == 0
    assert scores.recall_by_type == {"AID": Rate(0, 1), "ASSAULT": Rate(0, 1)}


def test_no_rows_have_no_figures():
    assert score([], []).coverage == score([], []).extra_claims_per_sentence == 0


def test_of_the_claims_that_cover_one_of_the_right_type_counts():
    scores = say(claim(REBELS, TOWN, "AID"), claim(REBELS, TOWN, "ASSAULT"))
    assert (scores.coverage, scores.accuracy, scores.accuracy_covered) == (0.5, 0.5, 1)
    assert scores.macro_f1 == 0.5


def test_both_sides_must_touch():
    scores = say(claim(REBELS, ARMY, "ASSAULT"))
    assert (scores.coverage, scores.source_found, scores.type_anywhere) == (0, 0.5, 0.5)
    assert scores.extra_claims_per_sentence == 0.5


def test_a_dyad_without_target_asks_for_none():
    gold = (replace(SHELLED, target=None),)
    assert say(claim(REBELS, None, "ASSAULT"), gold=gold).accuracy == 1


def test_sides_may_be_turned_where_both_act():
    turned = claim(TOWN, REBELS, "ASSAULT")
    assert say(turned).coverage == 0
    assert say(turned, gold=(replace(SHELLED, symmetric=True),)).coverage == 1


def test_other_words_for_a_side_will_do():
    gold = (replace(SHELLED, other_sources=(ARMY,)),)
    assert say(claim(ARMY, TOWN, "ASSAULT"), gold=gold).coverage == 1


def test_claims_of_a_sentence_with_two_dyads_are_extra_for_neither():
    gold = (SHELLED, replace(SHELLED, id="2", source=ARMY))
    claims = (claim(REBELS, TOWN, "ASSAULT"), claim(ARMY, TOWN, "ASSAULT"))
    scores = score(gold, [DyadRow(id=id, claims=claims) for id in "12"])
    assert (scores.accuracy, scores.extra_claims_per_sentence) == (1, 0)
