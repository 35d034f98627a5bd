"""Weigh how far a claim can be relied on, from named reasons."""

from __future__ import annotations

from ...types import Claim, Confidence, Reason, Status

HIGH = 2.0
LOW = 0.0


def weigh_claim(claim: Claim) -> tuple[Confidence, tuple[Reason, ...]]:
    """The level and the reasons for it; what is missing or guessed lowers it."""
    reasons = tuple(_reasons(claim))
    points = sum(reason.points for reason in reasons)
    if points >= HIGH:
        return Confidence.HIGH, reasons
    return (Confidence.LOW if points < LOW else Confidence.MEDIUM), reasons


def _reasons(claim: Claim) -> list[Reason]:
    reasons = []
    if claim.actors:
        reasons.append(Reason(1.0, "who acts is named"))
    if claim.targets or claim.tolls:
        reasons.append(Reason(1.0, "who it is done to is named"))
    if claim.places:
        reasons.append(Reason(0.5, "where is named"))
    if not claim.actors and not claim.targets and not claim.tolls:
        reasons.append(Reason(-1.0, "neither who acts nor who it is done to is named"))
    mentions = (*claim.actors, *claim.targets)
    if any(mention.confidence is Confidence.LOW for mention in mentions):
        reasons.append(Reason(-1.0, "a side is named only by what it is"))
    elif any(mention.antecedent for mention in mentions):
        reasons.append(Reason(-0.5, "a side was named earlier"))
    if claim.hedges:
        reasons.append(Reason(-0.5, "the source hedges"))
    if claim.status is Status.HYPOTHETICAL:
        reasons.append(Reason(-0.5, "it is only supposed"))
    return reasons
