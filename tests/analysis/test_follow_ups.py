from __future__ import annotations

import pytest

from dateline.types import OutcomeKind, Status

ATTACK = "The Islamic State attacked the Syrian army at Palmyra. "


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The attack was repelled.", "repelled", OutcomeKind.REPELLED),
        ("They were pushed back.", "pushed", OutcomeKind.REPELLED),
        ("The militants were repelled.", "repelled", OutcomeKind.REPELLED),
        ("The attack failed.", "failed", OutcomeKind.NO_RESULT),
    ],
)
def test_the_next_passage_says_how_it_ended(read, text, word, kind):
    (claim,) = read(ATTACK + text)
    assert claim.status is Status.FAILED
    assert claim.outcome is not None
    assert claim.outcome.kind is kind
    assert claim.outcome.span.of(ATTACK + text) == word
    assert claim.evidence.of(ATTACK + text) == ATTACK + text


@pytest.mark.parametrize(
    "text",
    [
        "The attack was not repelled.",
        "The car failed.",
        "The town is calm.",
        "Turkish troops were repelled.",
    ],
)
def test_a_passage_about_something_else_leaves_it(read, text):
    claim = read(ATTACK + text)[0]
    assert claim.status is Status.OCCURRED
    assert claim.outcome is None


def test_losses_told_with_the_end_are_those_of_who_attacked(read):
    text = ATTACK + "They were repelled and suffered heavy losses."
    (claim,) = read(text)
    assert [toll.whose.names.of(text) for toll in claim.tolls if toll.whose] == [
        "The Islamic State"
    ]


def test_a_plan_cannot_be_repelled(read):
    claim = read("The Islamic State will attack Palmyra. The attack was repelled.")[0]
    assert claim.status is Status.PLANNED


def test_the_first_passage_has_none_before_it_to_complete(read):
    assert all(claim.status is Status.FAILED for claim in read("The attack was repelled."))
