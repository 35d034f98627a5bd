from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.analysis.events.confidence import weigh_claim
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

WHO = Mention(Span(0, 6), MentionKind.ACTOR)
WHOM = Mention(Span(16, 20), MentionKind.ACTOR)
WHERE = Mention(Span(21, 25), MentionKind.PLACE)
BARE = Claim(DocumentId("d"), Span(0, 40), Span(7, 15), KindId("offensive"), Status.OCCURRED)
FULL = replace(BARE, actors=(WHO,), targets=(WHOM,), places=(WHERE,))


def level(claim: Claim) -> Confidence:
    return weigh_claim(claim)[0]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (FULL, Confidence.HIGH),
        (replace(FULL, places=()), Confidence.HIGH),
        (replace(FULL, targets=()), Confidence.MEDIUM),
        (replace(FULL, hedges=(Span(26, 30),)), Confidence.HIGH),
        (replace(FULL, places=(), hedges=(Span(26, 30),)), Confidence.MEDIUM),
        (replace(FULL, actors=(replace(WHO, confidence=Confidence.LOW),)), Confidence.MEDIUM),
        (replace(FULL, status=Status.HYPOTHETICAL, places=()), Confidence.MEDIUM),
        (replace(BARE, places=(WHERE,)), Confidence.LOW),
        (BARE, Confidence.LOW),
    ],
)
def test_what_is_missing_or_guessed_lowers_it(claim, expected):
    assert level(claim) is expected


def test_every_point_has_its_reason():
    _, reasons = weigh_claim(replace(FULL, hedges=(Span(26, 30),)))
    assert [(reason.points, reason.because) for reason in reasons] == [
        (1.0, "who acts is named"),
        (1.0, "who it is done to is named"),
        (0.5, "where is named"),
        (-0.5, "the source hedges"),
    ]


def test_a_side_that_was_named_earlier_counts_less_than_one_named_here():
    earlier = replace(FULL, actors=(replace(WHO, antecedent=Span(0, 3)),))
    points = [sum(reason.points for reason in weigh_claim(claim)[1]) for claim in (FULL, earlier)]
    assert points[0] > points[1]
