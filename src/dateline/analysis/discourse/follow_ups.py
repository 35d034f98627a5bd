"""A passage that only completes the one before: how it ended, how many came to harm.

"In both cases they were rejected"; "Another 27 soldiers were wounded".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...codebook.kinds import Class
from ...types import Claim, KindId, Outcome, OutcomeKind, Reason, Span, Status, TollKind
from ..grammar.parse import Sentence, Token
from ..names.phrases import Phrases
from ..status.outcomes import find_failure, find_repulse
from ..tolls.counting import find_tolls
from .antecedents import Discourse

_EVENT_WORDS = frozenset(
    "attack assault offensive raid attempt advance operation incursion push effort talk "
    "negotiation".split()
)
# Behind one of these stands a cause of its own: "wounded in a crash", "injured when a bus …".
_OWN_CAUSE = frozenset("in by during from after under through because as when".split())
_HARM = frozenset({TollKind.KILLED, TollKind.WOUNDED, TollKind.MISSING})
_REAL = frozenset({Status.OCCURRED, Status.ONGOING})
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


def count_harm(
    previous: Sequence[Claim],
    sentence: Sentence,
    phrases: Phrases,
    *,
    is_force: Callable[[KindId], bool],
) -> tuple[Claim, ...] | None:
    """The claims of a passage before with the figures of this one, which tells no event itself."""
    tolls = [
        found
        for found in find_tolls(phrases, sentence)
        if found.toll.kind in _HARM and not found.toll.cumulative and found.toll.low is not None
    ]
    if not tolls or not all(_has_no_cause(found.anchor, phrases) for found in tolls):
        return None
    harming = [
        claim
        for claim in previous
        if is_force(claim.kind) and claim.status in _REAL and not claim.background
    ]
    counted = next((claim for claim in harming if claim.tolls), harming[0] if harming else None)
    if counted is None or counted.evidence.end > sentence.span.start:
        return None
    reason = Reason(0.0, "the next passage says how many came to harm")
    completed = replace(
        counted,
        evidence=counted.evidence.to(sentence.span),
        tolls=(*counted.tolls, *(found.toll for found in tolls)),
        why=(*counted.why, reason),
    )
    return tuple(completed if claim is counted else claim for claim in previous)


def _has_no_cause(anchor: Token, phrases: Phrases) -> bool:
    """Whether nothing else in its clause can have brought the harm about."""
    if anchor.child("advcl", "relcl", "agent") or anchor.dep in ("advcl", "relcl", "acl"):
        return False
    subject = anchor.child("nsubj")
    if (
        subject is not None
        and subject.lemma not in ("people", "person", "other")
        and (anchor.child("dobj") is not None)
    ):
        return False  # "the storm killed ten"
    for token in (anchor, anchor.head):
        for child in token.children:
            thing = child.child("pobj") if child.dep == "prep" else None
            if thing is None or child.lemma not in _OWN_CAUSE:
                continue
            if thing.pos == "NOUN" and not phrases.is_place(thing) and not phrases.is_time(thing):
                return False
    return True


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
        return _takes_up(subject)
    if subject.tag not in ("PRP", "PRP$") and Class.ARMED not in phrases.classes(subject):
        return False
    mention = discourse.resolve(subject, phrases, number)
    names = _spans(claim)
    return (
        mention is not None
        and mention.antecedent is not None
        and any(name.overlaps(mention.antecedent) for name in names)
    )


def _takes_up(subject: Token) -> bool:
    """ "Their attempt failed", "the attack was repelled": not "an attempt to storm the port"."""
    is_new = any(child.lemma in ("a", "an", "another", "one") for child in subject.children)
    is_own = any(
        child.dep == "prep"
        and child.lemma in ("on", "against", "at", "in", "near", "to", "between")
        for child in subject.children
    )
    return not (is_new or is_own) and subject.child("acl", "relcl") is None


def _spans(claim: Claim) -> list[Span]:
    return [mention.names for mention in claim.actors]
