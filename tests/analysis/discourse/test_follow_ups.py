from __future__ import annotations

import pytest

from dateline.types import OutcomeKind, Status, TollKind

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


# ---- figures alone ----


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Another 27 soldiers were wounded, three of them seriously.", (TollKind.WOUNDED, 27)),
        ("At least 20 people were injured.", (TollKind.WOUNDED, 20)),
        ("Two others died of their wounds in hospital.", (TollKind.KILLED, 2)),
    ],
)
def test_figures_that_follow_are_those_of_the_event_told_last(read, text, figure):
    (claim,) = read(ATTACK + text)
    (toll,) = claim.tolls
    assert (toll.kind, toll.low) == figure
    assert claim.evidence.of(ATTACK + text) == ATTACK + text


@pytest.mark.parametrize(
    "text",
    [
        "Four people were hurt when a bus overturned.",
        "Ten people were injured in a fire at a market.",
        "A storm injured nine people.",
        "It rained. It was cold. Nobody came. Four people were injured.",
    ],
)
def test_figures_with_a_cause_of_their_own_or_far_behind_are_not(read, text):
    assert all(not claim.tolls for claim in read(ATTACK + text) if claim.kind == "offensive")
