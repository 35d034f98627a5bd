"""A passage that only says how the one before ended: "In both cases they were rejected"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..codebook.kinds import Class
from ..types import Claim, Outcome, OutcomeKind, Reason, Span, Status
from .antecedents import Discourse
from .outcomes import find_failure, find_repulse
from .parse import Sentence, Token
from .phrases import Phrases
from .tolls import find_tolls

_EVENT_WORDS = frozenset(
    "attack assault offensive raid attempt advance operation incursion push effort talk "
    "negotiation".split()
)
_CAN_FAIL = frozenset({Status.OCCURRED, Status.ONGOING, Status.FAILED})


def follow_up(
    previous: Sequence[Claim],
    sentence: Sentence,
    phrases: Phrases,
    discourse: Discourse,
    number: int,
) -> tuple[Claim, ...] | None:
    """The claims of the passage before, completed; ``None`` if this one does not speak of them."""
    if not previous or previous[-1].evidence.end > sentence.span.start:
        return None
    found = _ending(sentence, phrases)
    if found is None:
        return None
    word, subject, kind = found
    concerned = [
        claim for claim in previous if _concerns(claim, subject, phrases, discourse, number)
    ]
    if not concerned:
        return None
    outcome = Outcome(kind, word.span)
    tolls = tuple(
        found.toll
        if found.toll.whose is not None or not claim.actors
        else replace(found.toll, whose=claim.actors[0])
        for claim in concerned[:1]
        for found in find_tolls(phrases, sentence)
    )
    reason = Reason(0.0, f"the next passage says “{word.text}”")
    return tuple(
        replace(
            claim,
            evidence=claim.evidence.to(sentence.span),
            status=Status.FAILED,
            status_cue=word.span,
            outcome=outcome,
            tolls=(*claim.tolls, *tolls),
            why=(*claim.why, reason),
        )
        if claim in concerned
        else claim
        for claim in previous
    )


def _ending(sentence: Sentence, phrases: Phrases) -> tuple[Token, Token, OutcomeKind] | None:
    repulse = find_repulse(sentence)
    if repulse is not None:
        return repulse[0], repulse[1], OutcomeKind.REPELLED
    failure = find_failure(sentence)
    if failure is None:
        return None
    subject = failure.child("poss", "nsubj")
    return (failure, subject, OutcomeKind.NO_RESULT) if subject is not None else None


def _concerns(
    claim: Claim, subject: Token, phrases: Phrases, discourse: Discourse, number: int
) -> bool:
    """Whether what was repelled, or failed, is this claim's attempt or who made it."""
    if claim.status not in _CAN_FAIL or claim.background:
        return False
    if subject.lemma in _EVENT_WORDS:
        return True
    if subject.tag not in ("PRP", "PRP$") and Class.ARMED not in phrases.classes(subject):
        return False
    mention = discourse.resolve(subject, phrases, number)
    names = _spans(claim)
    return (
        mention is not None
        and mention.antecedent is not None
        and any(name.overlaps(mention.antecedent) for name in names)
    )


def _spans(claim: Claim) -> list[Span]:
    return [mention.names for mention in claim.actors]
