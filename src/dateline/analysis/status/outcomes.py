"""Say how an attempt ended, in its own passage or in the next one that speaks of it."""

from __future__ import annotations

from ...types import Outcome, OutcomeKind, Status
from ..grammar.parse import Sentence, Token

_VERBS: dict[str, OutcomeKind] = {
    verb: kind
    for kind, verbs in {
        OutcomeKind.REPELLED: "repel repulse reject rebuff beat push drive fend ward throw rout",
        OutcomeKind.OTHER: "foil thwart prevent avert intercept disrupt",
        OutcomeKind.SEIZED: "seize capture overrun take retake recapture",
        OutcomeKind.NO_RESULT: "fail collapse founder stall fizzle",
        OutcomeKind.CALLED_OFF: "cancel abort suspend postpone call",
        OutcomeKind.ENDED: "end cease stop conclude finish halt",
    }.items()
    for verb in verbs.split()
}
_PARTICLES = {
    "beat": {"back", "off"}, "push": {"back"}, "drive": {"back", "off"}, "fend": {"off"},
    "ward": {"off"},
    "throw": {"back"}, "call": {"off"}, "take": {"over"},
}  # fmt: skip
# The fighters themselves or what they did: whose repulse is told.
_UNDERGOING = frozenset({OutcomeKind.REPELLED})
# "Foiled" and "prevented" are other ends: unlike a repulse they say that no force was used.
FAILING = frozenset(
    {OutcomeKind.REPELLED, OutcomeKind.NO_RESULT, OutcomeKind.CALLED_OFF, OutcomeKind.OTHER}
)


def outcome_kind(verb: Token) -> OutcomeKind | None:
    """The end a verb tells, its particle heeded ("pushed back")."""
    kind = _VERBS.get(verb.lemma)
    wanted = _PARTICLES.get(verb.lemma)
    if kind is None or wanted is None:
        return kind
    return kind if any(child.lemma in wanted for child in verb.children) else None


def find_outcome(head: Token, clause: Token, status: Status, cue: Token | None) -> Outcome | None:
    """How an event ended, as its own clause tells it."""
    for token in (cue, clause, head):
        if token is None:
            continue
        kind = outcome_kind(token)
        if kind is None:
            continue
        if token is head and kind not in (OutcomeKind.REPELLED, OutcomeKind.OTHER):
            continue
        if kind in FAILING and status is not Status.FAILED:
            continue
        if kind is OutcomeKind.SEIZED or (
            kind is OutcomeKind.ENDED and status is not Status.OCCURRED
        ):
            continue
        return Outcome(kind, token.span)
    if status is Status.FAILED and cue is not None:
        return Outcome(OutcomeKind.NO_RESULT, cue.span)
    return None


def find_repulse(sentence: Sentence) -> tuple[Token, Token] | None:
    """ "They were rejected", "the attack was repelled": the verb and what underwent it."""
    for token in sentence.tokens:
        if token.pos == "VERB" and outcome_kind(token) in _UNDERGOING:
            subject = token.child("nsubjpass")
            if subject is not None and token.child("neg") is None:
                return token, subject
    return None


def find_failure(sentence: Sentence) -> Token | None:
    """ "Their total failure", "the attack failed": the word that says so."""
    for token in sentence.tokens:
        if token.lemma == "failure" and token.child("poss") is not None:
            return token
        if (
            token.lemma in ("fail", "collapse")
            and token.tag in ("VBD", "VBN", "VBZ")
            and token.child("xcomp", "dobj") is None  # "the attack collapsed a roof"
        ):
            return token
    return None
