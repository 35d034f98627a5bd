"""What a passage makes of an event, and how one governing word's view lies over another's."""

from __future__ import annotations

from dataclasses import dataclass

from ...types import Status
from ..grammar.parse import Token
from .attitudes import Bearing

REALISED = frozenset({Status.OCCURRED, Status.ONGOING})
_LEAVE = frozenset({"allow", "permit", "enable", "authorize", "authorise"})
_OVER_LEAVE = frozenset({Status.DEMANDED, Status.NEGATED})


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A status, the word that shows it, and the step that led there."""

    status: Status
    cue: Token | None
    because: str
    tried: bool = False  # an attempt whose end is not told yet
    is_settled: bool = False  # nothing that governs it further out bears on it


def as_fact() -> Judgement:
    """What is told with nothing that holds back."""
    return Judgement(Status.OCCURRED, None, "it is told as a fact")


def taken_as_fact(cue: Token) -> Judgement:
    """What a word takes as having happened, whatever governs the word itself."""
    because = f"“{cue.text}” takes it as having happened"
    return Judgement(Status.OCCURRED, None, because, is_settled=True)


def judged(bearing: Bearing, cue: Token, because: str) -> Judgement:
    """The judgement that a governing word's bearing gives."""
    if bearing is Bearing.TRIED:
        return Judgement(Status.OCCURRED, cue, because, tried=True)
    if bearing is Bearing.REAL:
        return Judgement(Status.OCCURRED, None, because)
    return Judgement(Status(bearing.value), cue, because)


def inside(inner: Judgement | None, outer: Judgement | None) -> Judgement:
    """The status of an event under another word: the inner decides unless it is a plain fact."""
    if inner is None or outer is None:
        found = inner or outer
        assert found is not None
        return found
    if outer.status is Status.DENIED:
        return outer
    if inner.status is Status.OCCURRED and not inner.tried:
        return outer
    if inner.status is Status.ONGOING:
        return inner if outer.status in REALISED else outer
    if inner.tried:
        if outer.status is Status.OCCURRED and not outer.tried:
            return inner
        if outer.status is Status.ONGOING:
            return Judgement(Status.ONGOING, inner.cue, inner.because)
        return outer
    if inner.status is Status.PLANNED and outer.status in (
        Status.FAILED,
        Status.HYPOTHETICAL,
        Status.NEGATED,
    ):
        return outer
    if inner.status is Status.FAILED and outer.status is Status.HYPOTHETICAL:
        return outer
    if _is_leave(inner) and outer.status in _OVER_LEAVE:
        return outer  # "urged both sides to allow aid in"
    return inner


def _is_leave(judgement: Judgement) -> bool:
    cue = judgement.cue
    return judgement.status is Status.HYPOTHETICAL and cue is not None and cue.lemma in _LEAVE


def ended(judgement: Judgement) -> Judgement:
    """A try whose end is not told: going on in the present, failed in the past."""
    cue = judgement.cue
    assert cue is not None
    if cue.tag == "VB" and any(child.tag == "MD" for child in cue.children):
        return Judgement(Status.PLANNED, cue, f"“{cue.text}”: it may yet be tried")
    if cue.tag in ("VBG", "VBP", "VBZ", "VB"):
        return Judgement(Status.ONGOING, cue, f"“{cue.text}”: it is being tried")
    return Judgement(Status.FAILED, cue, f"“{cue.text}”: it was tried, not done")
