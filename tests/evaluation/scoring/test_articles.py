from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from dateline.evaluation.articles import (
    Figure,
    Offsets,
    Pin,
    PredictedArticle,
    Prediction,
    TimeRange,
    load_articles,
)
from dateline.evaluation.measures import Rate, Tally
from dateline.evaluation.scoring.articles import score_articles

CORPUS = load_articles(Path(__file__).parent.parent / "gold")
SHELLING, OFFENSIVE, AIRSTRIKE = CORPUS.articles[0].claims


def as_found(claim: Prediction, **changes: object) -> Prediction:
    """What a system that reads like the coder would say."""
    shared = {part.name: getattr(claim, part.name) for part in fields(Prediction)}
    return Prediction(**(shared | changes))


def score(*claims: Prediction, hard: tuple[Prediction, ...] = ()):
    return score_articles(CORPUS, [PredictedArticle("01", claims), PredictedArticle("02", hard)])


def test_what_the_coder_says_is_all_right():
    scores = score(*map(as_found, CORPUS.articles[0].claims))
    assert scores.detection == Tally(2, 0, 0)
    assert scores.on_pairs.kind == Rate(3, 3)
    assert scores.on_pairs.tolls.f1 == 1
    assert scores.false_facts.total == 2
    assert scores.false_facts.cases == ()


def test_optional_claims_cost_nothing_either_way():
    assert score(as_found(SHELLING), as_found(OFFENSIVE)).detection == Tally(2, 0, 0)
    assert score(as_found(AIRSTRIKE)).detection == Tally(0, 0, 2)


def test_a_second_prediction_of_one_claim_is_a_duplicate():
    again = as_found(SHELLING, trigger=Offsets(0, 6))
    scores = score(as_found(SHELLING), again)
    assert scores.detection == Tally(1, 1, 1)
    assert scores.duplicates == 1
    assert scores.duplicates_forgiven == Tally(1, 0, 1)


def test_a_claim_in_another_sentence_is_another_claim():
    elsewhere = as_found(SHELLING, trigger=OFFENSIVE.trigger, sentence=None)
    assert score(elsewhere).detection.right == 1  # as the offensive, which is of its family
    assert score(elsewhere).on_pairs.kind == Rate(0, 1)
    assert score(as_found(SHELLING, kind="talks")).detection == Tally(0, 1, 2)


def test_a_plan_told_as_a_fact_is_counted_and_named():
    facts = score(as_found(OFFENSIVE, status="occurred")).false_facts
    assert (facts.occurred, facts.total) == (1, 1)
    assert facts.by_status == (("planned", Rate(1, 1)),)
    (case,) = facts.cases
    assert (case.article, case.claim, case.predicted) == ("01", 1, "occurred")


def test_preparing_is_a_bridge_to_what_is_planned():
    assert score(as_found(OFFENSIVE, kind="preparation", status="ongoing")).detection.right == 1


def test_claims_in_an_article_that_has_none_are_counted():
    scores = score(hard=(Prediction(kind="clash", trigger=Offsets(0, 6)),))
    assert scores.in_hard_negatives == 1


def test_articles_without_predictions_are_named():
    scores = score_articles(CORPUS, [])
    assert scores.without_predictions == ("01", "02")
    assert scores.detection == Tally(0, 0, 2)


def test_each_field_is_measured_on_the_pairs():
    found = as_found(
        SHELLING,
        actors=("the Red Front", "somebody"),
        places=("the outskirts of Oldtown",),
        place_resolved=Pin(1.2, 2.0),
        time=TimeRange("1990-01-09", "1990-01-09"),
        tolls=(Figure("killed", 4, None),),
        speaker=None,
        hedged=True,
    )
    on_pairs = score(found).on_pairs
    assert on_pairs.actors == Tally(1, 1, 0)
    assert on_pairs.places == Tally(1, 0, 0)
    assert on_pairs.pin_given == on_pairs.within_50km == Rate(1, 1)
    assert on_pairs.time == Rate(1, 1)
    assert on_pairs.tolls == Tally(0, 1, 1)
    assert on_pairs.toll_lows == Tally(1, 0, 0)
    assert on_pairs.speaker == Tally(0, 0, 1)
    assert on_pairs.hedged == Rate(0, 1)


def test_no_pin_and_a_far_pin_are_told_apart():
    assert score(as_found(SHELLING, place_resolved=None)).on_pairs.pin_given == Rate(0, 1)
    far = score(as_found(SHELLING, place_resolved=Pin(3.0, 2.0))).on_pairs
    assert (far.pin_given, far.within_50km) == (Rate(1, 1), Rate(0, 1))


def test_the_two_sides_of_a_clash_have_no_order():
    gold = replace(SHELLING, kind="clash", targets=("army",))
    corpus = replace(CORPUS, articles=(replace(CORPUS.articles[0], claims=(gold,)),))
    turned = as_found(gold, actors=("army",), targets=("Red Front",))
    scores = score_articles(corpus, [PredictedArticle("01", (turned,))])
    assert scores.on_pairs.actors == Tally(2, 0, 0)
    assert scores.on_pairs.targets == Tally()


def test_events_are_compared_pair_by_pair():
    apart = score(as_found(SHELLING, event="a"), as_found(OFFENSIVE, event="b"))
    joined = score(as_found(SHELLING, event="a"), as_found(OFFENSIVE, event="a"))
    assert apart.same_event == Tally()
    assert joined.same_event == Tally(0, 1, 0)
    assert score(as_found(SHELLING)).same_event is None
