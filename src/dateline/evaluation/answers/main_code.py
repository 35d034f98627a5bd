"""The one sub-event that a snippet of news is about, of all that it tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ...types import Claim, Span
from ..maps import KindMap
from .circumstances import Told

_PROTESTED = re.compile(
    r"\b(?:against|over|demand\w*|denounc\w*|condemn\w*|call\w* for|ask\w* for|after|following"
    r"|because|commemorat\w*|in solidarity|in response)\b[^.;]*",
    re.IGNORECASE,
)
_AT_PROTEST = re.compile(
    r"\b(?:during|at|in|attending|dispersed)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:protest|demonstration|rally|march|sit-in)s?\b",
    re.IGNORECASE,
)
_CROWDS = frozenset({"protest", "riot", "strike"})
_BY_ITS_PASSAGE = frozenset({"takeover", "explosion", "shelling", "airstrike"})
_BY_ITS_OBJECT = frozenset({"seizure", "deployment"})
_TO_PROTESTERS = frozenset({"killing", "offensive", "torture-or-beating", "arrest"})
_BY_CROWDS = frozenset({"Violent demonstration", "Mob violence"})
_FIGHTING = frozenset({"clash", "offensive", "airstrike", "shelling", "drone-strike", "siege"})
_LEFT = "withdrawal"


def main_label(
    claims: Sequence[Claim], passage: str, told: Told, kinds: KindMap, used: Collection[str]
) -> str | None:
    """The label of the claim that the others only prepare, accompany or follow from.

    The map ranks kinds; within a rank it is what is told first. A killing by nobody and an attack
    on nobody are asides. A place that one side left and no one fought for was handed over. What
    a crowd that protests does beside it, and what is done to it, makes the protest another one.
    """
    text = told.read.document.text
    protested = _protested(claims, text)
    news = [c for c in claims if not any(span.covers(c.trigger) for span in protested)]
    for claim in sorted(news, key=lambda claim: _rank(claim, news, told, kinds)):
        code = told.acled_code(claim, _about(claim, passage, protested, text))
        if claim.kind == "protest" and code and _is_violent(news, told):
            code = "Violent demonstration"
        if code is not None:
            return kinds.label(code, used)
    return None


def _protested(claims: Sequence[Claim], text: str) -> list[Span]:
    """Where it is told what a protest is against, or what came before it."""
    starts = [claim.trigger.end for claim in claims if claim.kind in _CROWDS]
    found = (match for start in starts for match in _PROTESTED.finditer(text, start))
    return [Span(*match.span()) for match in found]


def _rank(claim: Claim, claims: Sequence[Claim], told: Told, kinds: KindMap) -> tuple[float, int]:
    rank: float = next((i for i, tier in enumerate(kinds.main) if claim.kind in tier), 0)
    if claim.kind == _LEFT and not any(other.kind in _FIGHTING for other in claims):
        is_flight = "flee" in told.words_of(claim)
        rank = rank if is_flight else 0
    is_aside = (claim.kind == "killing" and not claim.actors) or (
        claim.kind == "offensive" and not claim.targets
    )
    return rank + is_aside / 2, claim.trigger.start


def _is_violent(claims: Sequence[Claim], told: Told) -> bool:
    return any(
        claim.kind not in _CROWDS and told.acled_code(claim) in _BY_CROWDS for claim in claims
    )


def _about(claim: Claim, passage: str, protested: Sequence[Span], text: str) -> str:
    """The words of the passage that say what an event was like, beside its own.

    Of a protest not what it is against, or what came before; of a deed that it was done at one;
    of what is seized or set up what is named behind the verb.
    """
    if claim.kind in _CROWDS:
        for span in protested:
            passage = passage.replace(span.of(text), "")
        return passage
    if claim.kind in _BY_ITS_PASSAGE:
        return passage
    if claim.kind in _BY_ITS_OBJECT:
        return re.split(r"[,.;]|\b(?:from|and)\b", text[claim.trigger.start :], maxsplit=1)[0]
    return "protest" if claim.kind in _TO_PROTESTERS and _AT_PROTEST.search(passage) else ""
