"""Who did what to whom, in PLOVER's types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...pipeline import Engine
from ...types import Claim, Mention, Span, Status
from ..articles import Offsets
from ..maps import KindMap, load_map
from ..rows import DyadClaim, DyadRow
from .circumstances import Told
from .documents import read_rows

_DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.FAILED})
_DECLINING = re.compile(r"(?:\b(?:will|would|shall)|\bwo)\s*$", re.IGNORECASE)  # before "not"
_WILLING = re.compile(r"\b(?:will|would|'ll)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)  # "will withdraw its troops unless"
_THREAT = "THREATEN"
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i)\Z", re.IGNORECASE)


def answer(rows: Sequence[DyadRow], engine: Engine) -> Iterator[DyadRow]:
    """Every claim of each sentence, in PLOVER's types."""
    kinds = load_map("plover")
    for row, read in read_rows(rows, engine):
        told = Told(read, engine.codebook)
        dyads = (_dyad(claim, told, kinds) for claim in read.claims)
        yield DyadRow(id=row.id, claims=tuple(dyad for dyad in dyads if dyad is not None))


def _dyad(claim: Claim, told: Told, kinds: KindMap) -> DyadClaim | None:
    plover, text = told.plover_of(claim), told.read.document.text
    if plover is None:
        return None
    label = _label(claim, kinds.label(plover.type), told, kinds)
    sources = _sources(claim, text)
    if label is None or not sources:
        return None
    targets = [_offsets(target) for target in (*claim.targets, *claim.places)]
    return DyadClaim(
        source=sources[0],
        target=targets[0] if targets else None,
        type=label,
        mode=plover.mode if claim.status in _DONE else None,
        other_sources=tuple(sources[1:]),
        other_targets=tuple(targets[1:]),
    )


def _label(claim: Claim, label: str, told: Told, kinds: KindMap) -> str | None:
    """The type of what is done, or of saying that it will or will not be; else no dyad."""
    if claim.status in _DONE:
        return label
    cue, text = claim.status_cue, told.read.document.text
    if cue is None or _is_told_by_another(cue, claim, told):
        return None  # a promise, demand or threat is a claim too, and tells it
    if claim.status is Status.PLANNED or _is_conditional_promise(claim, text):
        rest = text[claim.trigger.end : claim.evidence.end]
        return _THREAT if _UNLESS.search(rest) else kinds.planned.get(label)
    if claim.status is Status.NEGATED and _DECLINING.search(text[: cue.start]):
        return kinds.refused.get(label)
    return None


def _is_conditional_promise(claim: Claim, text: str) -> bool:
    """ "Will cut aid if": done under a condition, announced all the same."""
    cue = claim.status_cue
    if claim.status is not Status.HYPOTHETICAL or cue is None:
        return False
    is_condition = cue.of(text).lower() in ("if", "unless")
    return is_condition and _WILLING.search(text[: claim.trigger.start]) is not None


def _is_told_by_another(cue: Span, claim: Claim, told: Told) -> bool:
    return any(
        other is not claim and other.status in _DONE and other.trigger.overlaps(cue)
        for other in told.read.claims
    )


def _sources(claim: Claim, text: str) -> list[Offsets]:
    """Who acts; who speaks, where a pronoun stands for nobody named or nobody is to act."""
    found = []
    speaker = next((said.speaker for said in claim.speakers if said.speaker), None)
    if not claim.actors and speaker is not None and claim.status is Status.PLANNED:
        return [_offsets(speaker)]  # "said sanctions would be imposed"
    for actor in claim.actors:
        is_open = actor.antecedent is None and _PRONOUN.match(actor.span.of(text))
        found.append(_offsets(speaker if is_open and speaker is not None else actor))
    return found


def _offsets(mention: Mention) -> Offsets:
    return Offsets(mention.names.start, mention.names.end)
