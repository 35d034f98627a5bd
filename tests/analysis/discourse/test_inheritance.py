from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.analysis.discourse.inheritance import REACH, inherit, is_definite
from dateline.types import (
    Claim,
    Confidence,
    DocumentId,
    KindId,
    Mention,
    MentionKind,
    Span,
    Status,
)

TEXT = "Rebels attacked soldiers at Goma. " * (REACH + 3) + "The offensive goes on."
LENGTH = len("Rebels attacked soldiers at Goma. ")


def family_of(kind: KindId) -> str:
    return {"offensive": "fighting", "clash": "fighting"}.get(kind, "other")


def take_up(claim: Claim, earlier: list[Claim]) -> Claim:
    return inherit(
        claim, earlier, TEXT, family_of=family_of, same_name=lambda name, text: name.lower()
    )


def told(number: int) -> Claim:
    at = number * LENGTH

    def mention(start: int, end: int, kind: MentionKind) -> Mention:
        return Mention(Span(at + start, at + end), kind)

    return Claim(
        DocumentId("d"),
        Span(at, at + LENGTH - 1),
        Span(at + 7, at + 15),
        KindId("offensive"),
        Status.OCCURRED,
        actors=(mention(0, 6, MentionKind.ACTOR),),
        targets=(mention(16, 24, MentionKind.ACTOR),),
        places=(mention(28, 32, MentionKind.PLACE),),
    )


START = (REACH + 3) * LENGTH
BARE = Claim(
    DocumentId("d"),
    Span(START, len(TEXT)),
    Span(START + 4, START + 13),
    KindId("offensive"),
    Status.ONGOING,
)


def test_a_definite_noun_takes_up_the_sides_and_places_told_before():
    taken = take_up(BARE, [told(8)])
    assert [mention.antecedent for mention in taken.actors] == [told(8).actors[0].span]
    assert [mention.antecedent for mention in taken.targets] == [told(8).targets[0].span]
    assert [mention.antecedent for mention in taken.places] == [told(8).places[0].span]
    assert all(mention.span == BARE.trigger for mention in (*taken.actors, *taken.places))
    assert all(mention.confidence is Confidence.LOW for mention in taken.actors)
    assert "takes up “attacked”" in taken.why[-1].because


def test_what_is_named_is_kept():
    full = replace(BARE, actors=told(8).actors, targets=told(8).targets)
    assert take_up(full, [told(7)]) is full


@pytest.mark.parametrize(
    "earlier",
    [
        [],
        [replace(told(8), background=True)],
        [replace(told(8), kind=KindId("protest"))],
        [replace(told(8), actors=(), targets=())],
        [replace(told(8), evidence=BARE.evidence)],
    ],
)
def test_nothing_is_taken_from_what_cannot_be_the_same_matter(earlier):
    assert take_up(BARE, earlier) is BARE


def test_a_side_that_contradicts_is_another_matter():
    other = replace(BARE, actors=(Mention(Span(16, 24), MentionKind.ACTOR),))
    assert take_up(other, [told(8)]) is other


def test_it_does_not_reach_further_back_than_a_few_passages():
    near = [replace(told(number), actors=(), targets=()) for number in range(3, REACH + 3)]
    assert take_up(BARE, [told(1), *near]) is BARE


def test_an_offensive_takes_up_fighting_and_one_negotiation_another():
    clash = replace(told(8), kind=KindId("clash"))
    assert take_up(BARE, [clash]).actors
    talks = replace(told(8), kind=KindId("talks"))
    assert take_up(replace(BARE, kind=KindId("agreement")), [talks]).actors


def test_a_mediator_is_no_side():
    mediation = replace(told(8), kind=KindId("mediation"))
    talks = replace(BARE, kind=KindId("talks"))
    assert take_up(talks, [mediation]) is talks


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The offensive goes on.", "offensive", True),
        ("This offensive goes on.", "offensive", True),
        ("An offensive goes on.", "offensive", False),
        ("Rebels attacked the town.", "attacked", False),
    ],
)
def test_a_noun_with_the_takes_up_something_known(passage, text, noun, expected):
    assert is_definite(passage(text)(noun)) is expected
