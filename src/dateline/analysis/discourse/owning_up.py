"""Link a bare "claimed responsibility" to the attack told last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...types import Attribution, Claim, KindId, Mention, Reason, Stance, Status
from ..grammar.parse import Token
from ..names.passages import Passage
from .inheritance import taken_up

REACH = 4  # claims back
_OWNING_UP = frozenset({"claim", "admit", "accept"})
_DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.FAILED})


def own_up(
    passage: Passage,
    earlier: Sequence[Claim],
    *,
    mention_of: Callable[[Token, str, Passage], Mention | None],
    is_force: Callable[[KindId], bool],
) -> Claim | None:
    """The attack that somebody in this passage claims without naming it, if there is one."""
    claiming = next((token for token in passage.sentence.tokens if _is_bare(token)), None)
    subject = claiming.child("nsubj") if claiming else None
    if claiming is None or subject is None or not passage.phrases.can_act(subject):
        return None
    told = [
        claim
        for claim in earlier[-REACH:]
        if is_force(claim.kind) and claim.status in _DONE and not claim.background
        if claim.trigger.end <= claiming.start
    ]
    who = mention_of(subject, "who claims responsibility", passage)
    if not told or who is None:
        return None
    attack, thing = told[-1], claiming.child("dobj") or claiming
    words = claiming.span.to(thing.span)
    if attack.actors and attack.actors[0].names != who.names:
        return None  # somebody else is told to have done it
    return Claim(
        document=attack.document,
        evidence=passage.sentence.span,
        trigger=words,
        kind=attack.kind,
        status=attack.status,
        actors=(who,),
        targets=taken_up(attack.targets, words),
        places=taken_up(attack.places, words),
        speakers=(Attribution(Stance.CLAIMS, claiming.span, who),),
        why=(Reason(0.0, "who claims responsibility claims the attack told last"),),
    )


def _is_bare(verb: Token) -> bool:
    """ "Claimed responsibility", and not for what."""
    thing = verb.child("dobj")
    if verb.lemma not in _OWNING_UP or verb.is_negated or thing is None:
        return False
    named = any(child.lemma == "for" for child in (*thing.children, *verb.children))
    return thing.lemma == "responsibility" and not named
