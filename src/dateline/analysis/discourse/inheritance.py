"""Let "the offensive" and "the dialogue" take up what was told before, where one thing fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...types import Claim, Confidence, KindId, Mention, Reason, Span, Stance
from ..grammar.parse import Token

# Passages back that a definite noun reaches; beyond, the noun is a new topic.
REACH = 6
# Kinds that one negotiation passes through, told with each other's words.
_NEGOTIATION = frozenset({"talks", "mediation", "agreement", "ceasefire", "offer"})
_DISPUTED = frozenset({Stance.CLAIMS, Stance.ACCUSES, Stance.DENIES})
_DEFINITE = frozenset({"this", "that", "the", "these", "those"})


def is_definite(head: Token) -> bool:
    """Whether a noun takes up something known: "the offensive", "this attack"."""
    return head.pos == "NOUN" and any(
        child.dep == "det" and child.lemma in _DEFINITE for child in head.children
    )


def inherit(
    claim: Claim,
    earlier: Sequence[Claim],
    text: str,
    *,
    family_of: Callable[[KindId], str | None],
    same_name: Callable[[str, str], str],
) -> Claim:
    """The claim with the sides and places it leaves out, taken from the one it takes up."""
    if claim.actors and claim.targets:
        return claim
    before = next(
        (
            other
            for other in reversed(_reachable(claim, earlier))
            if _is_same_matter(claim, other, family_of)
            and _fits(claim, other, lambda mention: same_name(mention.names.of(text), text))
        ),
        None,
    )
    if before is None:
        return claim
    reason = Reason(0.0, f"“{claim.trigger.of(text)}” takes up “{before.trigger.of(text)}”")
    return replace(
        claim,
        actors=claim.actors or taken_up(before.actors, claim.trigger),
        targets=claim.targets or taken_up(before.targets, claim.trigger),
        places=claim.places or taken_up(before.places, claim.trigger),
        why=(*claim.why, reason),
    )


def _reachable(claim: Claim, earlier: Sequence[Claim]) -> Sequence[Claim]:
    passages: list[Span] = []
    for other in reversed(earlier):
        if other.evidence not in passages:
            passages.append(other.evidence)
    reach = set(passages[:REACH])
    return [
        other for other in earlier if other.evidence in reach and other.evidence != claim.evidence
    ]


def _is_same_matter(claim: Claim, other: Claim, family_of: Callable[[KindId], str | None]) -> bool:
    if other.background or not (other.actors or other.targets):
        return False
    if other.kind == "mediation" and claim.kind != "mediation":
        return False  # its actor stands between the sides
    if {claim.kind, other.kind} <= _NEGOTIATION:
        return True
    if any(said.stance in _DISPUTED for said in other.speakers):
        return False  # what one side says of the other is not taken up as told
    return claim.kind == other.kind or (
        claim.kind == "offensive" and family_of(other.kind) == "fighting"
    )


def _fits(claim: Claim, other: Claim, name: Callable[[Mention], str]) -> bool:
    """Whether no side that is named contradicts: the same actor, or none."""
    if claim.places and other.places and not _share(claim.places, other.places, name):
        return False
    if not claim.actors:
        return not claim.targets or _share(claim.targets, other.targets, name)
    return _share(claim.actors, other.actors, name)


def _share(
    left: Sequence[Mention], right: Sequence[Mention], name: Callable[[Mention], str]
) -> bool:
    return bool(set(map(name, left)) & set(map(name, right)))


def taken_up(mentions: Sequence[Mention], trigger: Span) -> tuple[Mention, ...]:
    """Mentions from before, as the words that take them up stand for them."""
    return tuple(
        replace(
            mention,
            antecedent=mention.names,
            span=trigger,
            confidence=Confidence.LOW,
            because="named where it was told before",
        )
        for mention in mentions
    )
